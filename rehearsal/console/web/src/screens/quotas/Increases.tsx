import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";

import { type Increase, STATUSES } from "../../hooks/quotas";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { written } from "../../parts/time";

/** Requests to raise quotas, the latest first. */
export function Increases({ rows }: { rows: Increase[] }) {
  const t = useText();
  const words = (status: string) => {
    const label = STATUSES[status];
    return label ? t(label) : status;
  };
  return (
    <Table
      variant="container"
      items={rows}
      trackBy="Id"
      wrapLines
      ariaLabels={{ tableLabel: t("quota.requests") }}
      empty={<Empty>{t("quota.no-requests")}</Empty>}
      header={
        <Header variant="h2" counter={`(${rows.length})`}>
          {t("quota.requests")}
        </Header>
      }
      columnDefinitions={[
        { id: "created", header: t("quota.created"), cell: row => written(row.Created) },
        { id: "name", header: t("quota.name"), cell: row => row.QuotaName, isRowHeader: true },
        { id: "value", header: t("quota.desired"), cell: row => row.DesiredValue },
        {
          id: "status",
          header: t("quota.status"),
          cell: row => (
            <StatusIndicator type={row.Status === "APPROVED" ? "success" : "pending"}>{words(row.Status)}</StatusIndicator>
          ),
        },
      ]}
    />
  );
}
