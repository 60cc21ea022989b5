import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useState } from "react";

import { quotaHref, useQuotas } from "../../hooks/quotas";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { filtered } from "../../parts/filter";
import { QUOTAS, SERVICE_QUOTAS } from "../../services";
import { Page } from "../../shell/Page";

/** The quotas of EC2, the only service that has quotas here. */
export function Quotas() {
  const t = useText();
  const quotas = useQuotas();
  const [typed, setTyped] = useState("");
  const rows = quotas.data ?? [];
  return (
    <Page service={SERVICE_QUOTAS} active={QUOTAS} here={t("quota.ec2")} contentType="table">
      <SpaceBetween size="m">
        <Failed asked={quotas} />
        <Table
          variant="container"
          loading={quotas.loading && !quotas.data}
          loadingText={t("console.loading")}
          items={filtered(rows, typed, each => [each.QuotaName, each.QuotaCode])}
          trackBy="QuotaCode"
          wrapLines
          ariaLabels={{ tableLabel: t("quota.ec2") }}
          empty={<Empty>{t("quota.none")}</Empty>}
          filter={
            <TextFilter
              filteringText={typed}
              filteringPlaceholder={t("quota.find")}
              filteringAriaLabel={t("quota.find")}
              onChange={event => setTyped(event.detail.filteringText)}
            />
          }
          header={
            <Header variant="h1" counter={quotas.data && `(${rows.length})`}>
              {t("quota.ec2")}
            </Header>
          }
          columnDefinitions={[
            {
              id: "name",
              header: t("quota.name"),
              cell: row => <Link href={quotaHref(row.QuotaCode)}>{row.QuotaName}</Link>,
              isRowHeader: true,
            },
            { id: "value", header: t("quota.applied"), cell: row => row.Value },
            { id: "default", header: t("quota.default"), cell: row => row.DefaultValue },
            {
              id: "adjustable",
              header: t("quota.adjustability"),
              cell: row => (row.Adjustable ? t("quota.account-level") : t("quota.not-adjustable")),
            },
          ]}
        />
      </SpaceBetween>
    </Page>
  );
}
