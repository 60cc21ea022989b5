import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import Tiles from "@cloudscape-design/components/tiles";
import { useState } from "react";

import { createParameter, type Draft, NEW, type ParameterType, type Tier } from "../../hooks/parameters";
import { useDoing } from "../../hooks/useDoing";
import { useFirstMistake } from "../../hooks/useFirstMistake";
import { useText } from "../../language";
import { useNotices } from "../../notices";
import { Tags } from "../../parts/Tags";
import { go } from "../../router";
import { PARAMETERS, SYSTEMS_MANAGER } from "../../services";
import { Page } from "../../shell/Page";

const DATA_TYPES = ["text", "aws:ec2:image", "aws:ssm:integration"].map(value => ({ value, label: value }));
const LONGEST = { Standard: 4096, Advanced: 8192 };

export function CreateParameter() {
  const t = useText();
  const notices = useNotices();
  const { busy, run } = useDoing();
  const [draft, setDraft] = useState<Draft>(NEW);
  const [attempts, setAttempts] = useState(0);
  useFirstMistake(attempts);
  const change = (part: Partial<Draft>) => setDraft(before => ({ ...before, ...part }));
  const required = (value: string) => (attempts && !value ? t("console.required") : undefined);
  const create = () => {
    setAttempts(attempts + 1);
    if (!draft.Name || !draft.Value) return;
    void run(async () => {
      await createParameter(draft);
      go(PARAMETERS);
      notices.succeed(t("ssm.created"));
    });
  };
  return (
    <Page
      service={SYSTEMS_MANAGER}
      active={PARAMETERS}
      crumbs={[{ text: t("ssm.parameter-store"), href: PARAMETERS }]}
      here={t("ssm.create-parameter")}
      contentType="form"
    >
      <ContentLayout header={<Header variant="h1">{t("ssm.create-parameter")}</Header>}>
        <Form
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button variant="link" href={PARAMETERS}>
                {t("console.cancel")}
              </Button>
              <Button variant="primary" loading={busy} onClick={create}>
                {t("ssm.create-parameter")}
              </Button>
            </SpaceBetween>
          }
        >
          <Container header={<Header variant="h2">{t("ssm.parameter-details")}</Header>}>
            <SpaceBetween size="l">
              <FormField label={t("ssm.name")} errorText={required(draft.Name)} stretch>
                <Input value={draft.Name} onChange={event => change({ Name: event.detail.value })} />
              </FormField>
              <FormField label={t("ssm.description-optional")} stretch>
                <Textarea
                  value={draft.Description}
                  rows={2}
                  onChange={event => change({ Description: event.detail.value })}
                />
              </FormField>
              <FormField label={t("ssm.tier")} description={t("ssm.tier-help")} stretch>
                <Tiles
                  value={draft.Tier}
                  onChange={event => change({ Tier: event.detail.value as Tier })}
                  items={[
                    { value: "Standard", label: t("ssm.standard"), description: t("ssm.standard-help") },
                    { value: "Advanced", label: t("ssm.advanced"), description: t("ssm.advanced-help") },
                  ]}
                />
              </FormField>
              <FormField label={t("ssm.type")} stretch>
                <RadioGroup
                  value={draft.Type}
                  onChange={event => change({ Type: event.detail.value as ParameterType })}
                  items={[
                    { value: "String", label: t("ssm.string"), description: t("ssm.string-help") },
                    { value: "StringList", label: t("ssm.string-list"), description: t("ssm.string-list-help") },
                    { value: "SecureString", label: t("ssm.secure-string"), description: t("ssm.secure-string-help") },
                  ]}
                />
              </FormField>
              {draft.Type === "String" && (
                <FormField label={t("ssm.data-type")} stretch>
                  <Select
                    options={DATA_TYPES}
                    selectedOption={DATA_TYPES.find(each => each.value === draft.DataType) ?? null}
                    onChange={event => change({ DataType: event.detail.selectedOption.value ?? "text" })}
                  />
                </FormField>
              )}
              <FormField
                label={t("ssm.value")}
                constraintText={t("ssm.value-limit", { most: LONGEST[draft.Tier] })}
                errorText={required(draft.Value)}
                stretch
              >
                <Textarea value={draft.Value} onChange={event => change({ Value: event.detail.value })} />
              </FormField>
              <SpaceBetween size="xs">
                <Box variant="awsui-key-label">{t("ssm.tags-optional")}</Box>
                <Tags tags={draft.Tags} onChange={tags => change({ Tags: tags })} />
              </SpaceBetween>
            </SpaceBetween>
          </Container>
        </Form>
      </ContentLayout>
    </Page>
  );
}
