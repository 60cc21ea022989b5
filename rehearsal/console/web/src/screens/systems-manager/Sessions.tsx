import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Tabs from "@cloudscape-design/components/tabs";

import { useText } from "../../language";
import { SESSIONS, SYSTEMS_MANAGER } from "../../services";
import { Page } from "../../shell/Page";
import { SessionTable } from "./SessionTable";

export function Sessions() {
  const t = useText();
  return (
    <Page service={SYSTEMS_MANAGER} active={SESSIONS} here={t("ssm.session-manager")} contentType="table">
      <ContentLayout header={<Header variant="h1">{t("ssm.session-manager")}</Header>}>
        <Tabs
          ariaLabel={t("ssm.session-manager")}
          tabs={[
            { id: "sessions", label: t("session.sessions"), content: <SessionTable state="Active" /> },
            { id: "history", label: t("session.history"), content: <SessionTable state="History" /> },
            { id: "preferences", label: t("session.preferences"), content: <Preferences /> },
          ]}
        />
      </ContentLayout>
    </Page>
  );
}

function Preferences() {
  const t = useText();
  return (
    <Container header={<Header variant="h2">{t("session.preferences")}</Header>}>
      <Box>{t("console.not-rehearsed")}</Box>
    </Container>
  );
}
