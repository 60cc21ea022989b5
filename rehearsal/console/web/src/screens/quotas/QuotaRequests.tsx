import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";

import { useIncreases } from "../../hooks/quotas";
import { useText } from "../../language";
import { Failed } from "../../parts/Failed";
import { Refresh } from "../../parts/Refresh";
import { QUOTA_REQUESTS, SERVICE_QUOTAS } from "../../services";
import { Page } from "../../shell/Page";
import { Increases } from "./Increases";

export function QuotaRequests() {
  const t = useText();
  const increases = useIncreases();
  return (
    <Page service={SERVICE_QUOTAS} active={QUOTA_REQUESTS} here={t("quota.requests")} contentType="table">
      <ContentLayout
        header={
          <Header variant="h1" actions={<Refresh asked={increases} />}>
            {t("quota.requests")}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <Failed asked={increases} />
          <Increases rows={increases.data ?? []} />
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}
