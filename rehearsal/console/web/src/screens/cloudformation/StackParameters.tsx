import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";

import type { StackStory } from "../../hooks/stacks";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";

export function StackParameters({ story: { Stack: stack } }: { story: StackStory }) {
  const t = useText();
  const parameters = stack.Parameters ?? [];
  return (
    <Table
      variant="container"
      items={parameters}
      trackBy="ParameterKey"
      wrapLines
      ariaLabels={{ tableLabel: t("cfn.parameters") }}
      header={
        <Header variant="h2" counter={`(${parameters.length})`}>
          {t("cfn.parameters")}
        </Header>
      }
      empty={<Empty>{t("cfn.no-parameters")}</Empty>}
      columnDefinitions={[
        { id: "key", header: t("cfn.key"), cell: row => row.ParameterKey, isRowHeader: true, minWidth: 160 },
        { id: "value", header: t("cfn.value"), cell: row => row.ParameterValue || "-", minWidth: 220 },
        { id: "resolved", header: t("cfn.resolved-value"), cell: row => row.ResolvedValue ?? "-", minWidth: 160 },
      ]}
    />
  );
}
