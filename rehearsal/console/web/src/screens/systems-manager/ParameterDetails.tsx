import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";

import { deleteParameters, useParameter } from "../../hooks/parameters";
import { useDoing } from "../../hooks/useDoing";
import { useText } from "../../language";
import { useNotices } from "../../notices";
import { Confirm } from "../../parts/Confirm";
import { Failed } from "../../parts/Failed";
import { written } from "../../parts/time";
import { go } from "../../router";
import { PARAMETERS, SYSTEMS_MANAGER } from "../../services";
import { Page } from "../../shell/Page";

export function ParameterDetails({ name }: { name: string }) {
  const t = useText();
  const notices = useNotices();
  const parameter = useParameter(name);
  const { busy, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const remove = () =>
    run(async () => {
      setAsking(false);
      await deleteParameters([name]);
      go(PARAMETERS);
      notices.succeed(t("ssm.deleted", { names: name }));
    });
  const shown = parameter.data;
  return (
    <Page
      service={SYSTEMS_MANAGER}
      active={PARAMETERS}
      crumbs={[{ text: t("ssm.parameter-store"), href: PARAMETERS }]}
      here={name}
    >
      <ContentLayout
        header={
          <Header variant="h1" actions={<Button onClick={() => setAsking(true)}>{t("ssm.delete")}</Button>}>
            {name}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <Failed asked={parameter} />
          {shown && (
            <Container header={<Header variant="h2">{t("console.overview")}</Header>}>
              <KeyValuePairs
                columns={2}
                items={[
                  { label: t("ssm.name"), value: shown.Name },
                  { label: t("ssm.description"), value: shown.Description || "-" },
                  { label: t("ssm.tier"), value: shown.Tier === "Advanced" ? t("ssm.advanced") : t("ssm.standard") },
                  { label: t("ssm.type"), value: shown.Type },
                  { label: t("ssm.data-type"), value: shown.DataType ?? "-" },
                  { label: t("ssm.version"), value: shown.Version ?? "-" },
                  { label: t("ssm.last-modified"), value: written(shown.LastModifiedDate) },
                  { label: t("ssm.last-modified-by"), value: shown.LastModifiedUser ?? "-" },
                  { label: t("ssm.value"), value: shown.Value ?? "-" },
                  { label: t("console.arn"), value: shown.ARN ?? "-" },
                ]}
              />
            </Container>
          )}
        </SpaceBetween>
      </ContentLayout>
      {asking && (
        <Confirm
          title={t("ssm.delete-parameters")}
          action={t("ssm.delete-parameters")}
          busy={busy}
          onConfirm={remove}
          onCancel={() => setAsking(false)}
        >
          {t("ssm.delete-question", { names: name })}
        </Confirm>
      )}
    </Page>
  );
}
