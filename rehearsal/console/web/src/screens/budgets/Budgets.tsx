import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useState } from "react";

import { budgetHref, money, useBudgets } from "../../hooks/budgets";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { filtered } from "../../parts/filter";
import { Refresh } from "../../parts/Refresh";
import { BUDGETS, BUDGETS_SERVICE } from "../../services";
import { Page } from "../../shell/Page";

export function Budgets() {
  const t = useText();
  const budgets = useBudgets();
  const [typed, setTyped] = useState("");
  const rows = budgets.data ?? [];
  return (
    <Page service={BUDGETS_SERVICE} active={BUDGETS} here={t("budgets.title")} contentType="table">
      <SpaceBetween size="m">
        <Failed asked={budgets} />
        <Table
          variant="container"
          loading={budgets.loading && !budgets.data}
          loadingText={t("console.loading")}
          items={filtered(rows, typed, each => [each.BudgetName])}
          trackBy="BudgetName"
          ariaLabels={{ tableLabel: t("budgets.title") }}
          empty={<Empty>{t("budgets.none")}</Empty>}
          filter={
            <TextFilter
              filteringText={typed}
              filteringPlaceholder={t("budgets.find")}
              filteringAriaLabel={t("budgets.find")}
              onChange={event => setTyped(event.detail.filteringText)}
            />
          }
          header={
            <Header variant="h1" counter={budgets.data && `(${rows.length})`} actions={<Refresh asked={budgets} />}>
              {t("budgets.title")}
            </Header>
          }
          columnDefinitions={[
            {
              id: "name",
              header: t("budgets.name"),
              cell: row => <Link href={budgetHref(row.BudgetName)}>{row.BudgetName}</Link>,
              isRowHeader: true,
            },
            { id: "amount", header: t("budgets.amount"), cell: row => money(row.BudgetLimit) },
            { id: "used", header: t("budgets.used"), cell: row => money(row.CalculatedSpend?.ActualSpend) },
            { id: "forecast", header: t("budgets.forecast"), cell: row => money(row.CalculatedSpend?.ForecastedSpend) },
          ]}
        />
      </SpaceBetween>
    </Page>
  );
}
