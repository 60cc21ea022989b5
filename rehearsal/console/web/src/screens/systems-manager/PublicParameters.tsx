import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";

import { usePublicParameters } from "../../hooks/parameters";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { written } from "../../parts/time";

export function PublicParameters() {
  const t = useText();
  const parameters = usePublicParameters();
  return (
    <SpaceBetween size="m">
      <Failed asked={parameters} />
      <Table
        variant="container"
        loading={parameters.loading}
        loadingText={t("console.loading")}
        items={parameters.data ?? []}
        trackBy="Name"
        wrapLines
        ariaLabels={{ tableLabel: t("ssm.public-parameters") }}
        empty={<Empty>{t("ssm.no-parameters")}</Empty>}
        header={
          <Header variant="h2" counter={parameters.data && `(${parameters.data.length})`}>
            {t("ssm.public-parameters")}
          </Header>
        }
        columnDefinitions={[
          { id: "name", header: t("ssm.name"), cell: row => row.Name, isRowHeader: true },
          { id: "value", header: t("ssm.value"), cell: row => row.Value },
          { id: "type", header: t("ssm.data-type"), cell: row => row.DataType },
          { id: "modified", header: t("ssm.last-modified"), cell: row => written(row.LastModifiedDate) },
        ]}
      />
    </SpaceBetween>
  );
}
