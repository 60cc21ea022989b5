import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";

import type { Failure } from "../../api";
import { type Increase, type Quota, requestIncrease } from "../../hooks/quotas";
import { useText } from "../../language";
import { useFailureWords, useNotices } from "../../notices";

interface Props {
  quota: Quota;
  onMade: (increase: Increase) => void;
  onClose: () => void;
}

/** The dialog in which a higher value is asked for; it stays open when AWS refuses. */
export function RequestIncrease({ quota, onMade, onClose }: Props) {
  const t = useText();
  const notices = useNotices();
  const words = useFailureWords();
  const [value, setValue] = useState("");
  const [mistake, setMistake] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const request = async () => {
    const wanted = Number(value);
    const isNumber = value.trim() !== "" && !Number.isNaN(wanted);
    setMistake(isNumber ? undefined : t("quota.not-a-number"));
    if (!isNumber) return;
    setBusy(true);
    setFailure(undefined);
    try {
      onMade(await requestIncrease(quota.QuotaCode, wanted));
      notices.succeed(t("quota.requested", { name: quota.QuotaName, value: wanted }));
      onClose();
    } catch (error) {
      setFailure(error as Failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      visible
      header={t("quota.request-title", { name: quota.QuotaName })}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t("console.cancel")}
            </Button>
            <Button variant="primary" loading={busy} onClick={() => void request()}>
              {t("quota.request")}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="l">
        {failure && (
          <Alert type="error" header={words(failure).header}>
            {words(failure).content}
          </Alert>
        )}
        <KeyValuePairs columns={2} items={[{ label: t("quota.applied"), value: quota.Value }]} />
        <FormField label={t("quota.increase-value")} constraintText={t("quota.increase-help")} errorText={mistake} stretch>
          <Input value={value} inputMode="numeric" onChange={event => setValue(event.detail.value)} />
        </FormField>
      </SpaceBetween>
    </Modal>
  );
}
