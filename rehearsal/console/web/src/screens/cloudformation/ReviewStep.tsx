import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";

import type { NewStackDraft } from "../../hooks/useNewStack";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";

interface Props {
  stack: NewStackDraft;
  onEdit: (step: number) => void;
}

export function ReviewStep({ stack, onEdit }: Props) {
  const t = useText();
  const { draft, groups, summary } = stack;
  const heading = (step: number, title: string) => (
    <Header
      variant="h2"
      actions={
        <Button ariaLabel={t("cfn.edit-step", { title })} onClick={() => onEdit(step)}>
          {t("cfn.edit")}
        </Button>
      }
    >
      {title}
    </Header>
  );
  const rows = groups.flatMap(group => group.parameters.map(each => each.declared.ParameterKey));
  return (
    <SpaceBetween size="l">
      <Container header={heading(0, t("cfn.specify-template"))}>
        <KeyValuePairs
          columns={2}
          items={[
            { label: t("cfn.template"), value: draft.from === "upload" ? draft.files[0]?.name : draft.url },
            { label: t("cfn.stack-description"), value: summary?.Description ?? "-" },
          ]}
        />
      </Container>
      <Container header={heading(1, t("cfn.specify-details"))}>
        <SpaceBetween size="l">
          <KeyValuePairs items={[{ label: t("cfn.stack-name"), value: draft.name }]} />
          <Table
            variant="embedded"
            wrapLines
            items={rows.map(key => ({ key, value: draft.values[key] ?? "" }))}
            trackBy="key"
            ariaLabels={{ tableLabel: t("cfn.parameters") }}
            header={
              <Header variant="h3" counter={`(${rows.length})`}>
                {t("cfn.parameters")}
              </Header>
            }
            empty={<Empty>{t("cfn.no-parameters")}</Empty>}
            columnDefinitions={[
              { id: "key", header: t("cfn.key"), cell: row => row.key, isRowHeader: true, minWidth: 160 },
              { id: "value", header: t("cfn.value"), cell: row => row.value || "-", minWidth: 200 },
            ]}
          />
        </SpaceBetween>
      </Container>
      <Container header={heading(2, t("cfn.configure-options"))}>
        <KeyValuePairs
          columns={2}
          items={[
            { label: t("cfn.tags"), value: draft.tags.map(tag => `${tag.Key}=${tag.Value}`).join(", ") || "-" },
            {
              label: t("cfn.failure-options"),
              value: draft.onFailure === "ROLLBACK" ? t("cfn.roll-back") : t("cfn.preserve"),
            },
            {
              label: t("cfn.termination-protection"),
              value: draft.protected ? t("cfn.activated") : t("cfn.deactivated"),
            },
            {
              label: t("cfn.capabilities"),
              value: draft.acknowledged ? (summary?.Capabilities.join(", ") ?? "-") : "-",
            },
          ]}
        />
      </Container>
    </SpaceBetween>
  );
}
