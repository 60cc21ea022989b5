import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useState } from "react";

import { type Increase, useQuota } from "../../hooks/quotas";
import { useText } from "../../language";
import { Failed } from "../../parts/Failed";
import { Refresh } from "../../parts/Refresh";
import { QUOTAS, SERVICE_QUOTAS } from "../../services";
import { Page } from "../../shell/Page";
import { Increases } from "./Increases";
import { RequestIncrease } from "./RequestIncrease";

export function QuotaPage({ code }: { code: string }) {
  const t = useText();
  const quota = useQuota(code);
  const [asking, setAsking] = useState(false);
  // A request is pending until somebody looks at the quota again: the page does that only when the reader asks it to.
  const [made, setMade] = useState<Increase[]>([]);
  useEffect(() => setMade([]), [quota.data]);
  const shown = quota.data;
  return (
    <Page
      service={SERVICE_QUOTAS}
      active={QUOTAS}
      crumbs={[{ text: t("quota.ec2"), href: QUOTAS }]}
      here={shown?.QuotaName ?? code}
    >
      <ContentLayout
        header={
          <Header
            variant="h1"
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Refresh asked={quota} />
                <Button variant="primary" disabled={!shown?.Adjustable} onClick={() => setAsking(true)}>
                  {t("quota.request-increase")}
                </Button>
              </SpaceBetween>
            }
          >
            {shown?.QuotaName ?? code}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <Failed asked={quota} />
          {shown && (
            <>
              <Container header={<Header variant="h2">{t("quota.details")}</Header>}>
                <KeyValuePairs
                  columns={3}
                  items={[
                    { label: t("quota.code"), value: shown.QuotaCode },
                    { label: t("quota.applied"), value: shown.Value },
                    { label: t("quota.default"), value: shown.DefaultValue },
                    {
                      label: t("quota.adjustability"),
                      value: shown.Adjustable ? t("quota.account-level") : t("quota.not-adjustable"),
                    },
                    { label: t("console.arn"), value: shown.QuotaArn },
                  ]}
                />
              </Container>
              <Increases rows={[...made, ...shown.Requests]} />
            </>
          )}
        </SpaceBetween>
      </ContentLayout>
      {asking && shown && (
        <RequestIncrease
          quota={shown}
          onMade={increase => setMade(before => [increase, ...before])}
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  );
}
