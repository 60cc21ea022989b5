import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";

import { type Alert, money, useBudget } from "../../hooks/budgets";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { BUDGETS, BUDGETS_SERVICE } from "../../services";
import { Page } from "../../shell/Page";

export function BudgetPage({ name }: { name: string }) {
  const t = useText();
  const budget = useBudget(name);
  const shown = budget.data;
  return (
    <Page
      service={BUDGETS_SERVICE}
      active={BUDGETS}
      crumbs={[{ text: t("budgets.title"), href: BUDGETS }]}
      here={name}
    >
      <ContentLayout header={<Header variant="h1">{name}</Header>}>
        <SpaceBetween size="l">
          <Failed asked={budget} />
          {shown && (
            <>
              <Container header={<Header variant="h2">{t("budgets.details")}</Header>}>
                <KeyValuePairs
                  columns={3}
                  items={[
                    { label: t("budgets.amount"), value: money(shown.BudgetLimit) },
                    { label: t("budgets.used"), value: money(shown.CalculatedSpend?.ActualSpend) },
                    { label: t("budgets.forecast"), value: money(shown.CalculatedSpend?.ForecastedSpend) },
                    { label: t("budgets.period"), value: shown.TimeUnit === "MONTHLY" ? t("budgets.monthly") : shown.TimeUnit },
                  ]}
                />
              </Container>
              <Alerts alerts={shown.Alerts} />
            </>
          )}
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}

function Alerts({ alerts }: { alerts: Alert[] }) {
  const t = useText();
  const threshold = (alert: Alert) => (alert.ThresholdType === "ABSOLUTE_VALUE" ? alert.Threshold : `${alert.Threshold}%`);
  const kind = (alert: Alert) => (alert.NotificationType === "ACTUAL" ? t("budgets.actual") : t("budgets.forecasted"));
  return (
    <Table
      variant="container"
      items={alerts}
      wrapLines
      ariaLabels={{ tableLabel: t("budgets.alerts") }}
      empty={<Empty>{t("budgets.no-alerts")}</Empty>}
      header={
        <Header variant="h2" counter={`(${alerts.length})`}>
          {t("budgets.alerts")}
        </Header>
      }
      columnDefinitions={[
        { id: "threshold", header: t("budgets.threshold"), cell: row => `> ${threshold(row)}`, isRowHeader: true },
        { id: "trigger", header: t("budgets.trigger"), cell: kind },
        { id: "mail", header: t("budgets.recipients"), cell: row => row.Subscribers.map(each => each.Address).join(", ") },
      ]}
    />
  );
}
