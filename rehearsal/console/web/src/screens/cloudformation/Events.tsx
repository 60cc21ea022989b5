import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";

import type { StackStory } from "../../hooks/stacks";
import { useText } from "../../language";
import { Status } from "../../parts/Status";
import { written } from "../../parts/time";

/** What happens to a stack, the latest first; it grows while the reader looks. */
export function Events({ story }: { story: StackStory }) {
  const t = useText();
  return (
    <Table
      variant="container"
      items={story.Events}
      trackBy="EventId"
      wrapLines
      ariaLabels={{ tableLabel: t("cfn.events") }}
      header={
        <Header variant="h2" counter={`(${story.Events.length})`}>
          {t("cfn.events")}
        </Header>
      }
      columnDefinitions={[
        { id: "time", header: t("cfn.timestamp"), cell: row => written(row.Timestamp), minWidth: 240 },
        { id: "id", header: t("cfn.logical-id"), cell: row => row.LogicalResourceId, isRowHeader: true, minWidth: 140 },
        { id: "status", header: t("cfn.status"), cell: row => <Status>{row.ResourceStatus}</Status>, minWidth: 210 },
        { id: "detailed", header: t("cfn.detailed-status"), cell: () => "-", minWidth: 110 },
        { id: "reason", header: t("cfn.status-reason"), cell: row => row.ResourceStatusReason ?? "-", minWidth: 220 },
      ]}
    />
  );
}
