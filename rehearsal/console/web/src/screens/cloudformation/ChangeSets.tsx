import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";

import { type StackStory, useChangeSets } from "../../hooks/stacks";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { Status } from "../../parts/Status";
import { written } from "../../parts/time";

export function ChangeSets({ story: { Stack: stack } }: { story: StackStory }) {
  const t = useText();
  const sets = useChangeSets(stack.StackId);
  return (
    <SpaceBetween size="m">
      <Failed asked={sets} />
      <Table
        variant="container"
        loading={sets.loading}
        loadingText={t("console.loading")}
        items={sets.data ?? []}
        trackBy="ChangeSetId"
        ariaLabels={{ tableLabel: t("cfn.change-sets") }}
        header={
          <Header variant="h2" counter={sets.data && `(${sets.data.length})`}>
            {t("cfn.change-sets")}
          </Header>
        }
        empty={<Empty>{t("cfn.no-change-sets")}</Empty>}
        columnDefinitions={[
          { id: "name", header: t("cfn.name"), cell: row => row.ChangeSetName, isRowHeader: true },
          { id: "created", header: t("cfn.created"), cell: row => written(row.CreationTime) },
          { id: "status", header: t("cfn.status"), cell: row => <Status>{row.Status}</Status> },
          { id: "description", header: t("cfn.description"), cell: row => row.Description ?? "-" },
        ]}
      />
    </SpaceBetween>
  );
}
