import Container from "@cloudscape-design/components/container";
import FileUpload from "@cloudscape-design/components/file-upload";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tiles from "@cloudscape-design/components/tiles";

import type { NewStackDraft } from "../../hooks/useNewStack";
import { useText } from "../../language";

export function TemplateStep({ stack: { draft, change, mistakes } }: { stack: NewStackDraft }) {
  const t = useText();
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t("cfn.prerequisite")}</Header>}>
        <FormField label={t("cfn.prepare-template")} description={t("cfn.prepare-template-help")} stretch>
          <Tiles
            value="existing"
            items={[
              { value: "existing", label: t("cfn.existing-template"), description: t("cfn.existing-template-help") },
              { value: "composer", label: t("cfn.composer"), description: t("console.not-rehearsed"), disabled: true },
            ]}
          />
        </FormField>
      </Container>
      <Container
        header={
          <Header variant="h2" description={t("cfn.specify-template-help")}>
            {t("cfn.specify-template")}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <FormField label={t("cfn.template-source")} stretch>
            <Tiles
              value={draft.from}
              onChange={event => change({ from: event.detail.value === "upload" ? "upload" : "url" })}
              items={[
                { value: "url", label: t("cfn.s3-url"), description: t("cfn.s3-url-help") },
                { value: "upload", label: t("cfn.upload-template"), description: t("cfn.upload-template-help") },
                { value: "git", label: t("cfn.sync-from-git"), description: t("console.not-rehearsed"), disabled: true },
              ]}
            />
          </FormField>
          {draft.from === "upload" ? (
            <FormField label={t("cfn.upload-template")}>
              <FileUpload
                value={draft.files}
                onChange={event => change({ files: event.detail.value })}
                accept=".json,.yaml,.yml,.template"
                showFileSize
                constraintText={t("cfn.file-formats")}
                errorText={mistakes.file}
                i18nStrings={{ uploadButtonText: () => t("cfn.choose-file") }}
              />
            </FormField>
          ) : (
            <FormField label={t("cfn.s3-url")} constraintText={t("cfn.s3-url-form")} errorText={mistakes.url} stretch>
              <Input value={draft.url} onChange={event => change({ url: event.detail.value })} />
            </FormField>
          )}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}
