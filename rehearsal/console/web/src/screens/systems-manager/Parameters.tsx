import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Tabs from "@cloudscape-design/components/tabs";

import { useText } from "../../language";
import { PARAMETERS, SYSTEMS_MANAGER } from "../../services";
import { Page } from "../../shell/Page";
import { MyParameters } from "./MyParameters";
import { PublicParameters } from "./PublicParameters";

export function Parameters() {
  const t = useText();
  return (
    <Page service={SYSTEMS_MANAGER} active={PARAMETERS} here={t("ssm.parameter-store")} contentType="table">
      <ContentLayout header={<Header variant="h1">{t("ssm.parameter-store")}</Header>}>
        <Tabs
          ariaLabel={t("ssm.parameter-store")}
          tabs={[
            { id: "mine", label: t("ssm.my-parameters"), content: <MyParameters /> },
            { id: "public", label: t("ssm.public-parameters"), content: <PublicParameters /> },
            { id: "settings", label: t("ssm.settings"), content: <Settings /> },
          ]}
        />
      </ContentLayout>
    </Page>
  );
}

function Settings() {
  const t = useText();
  return (
    <Container header={<Header variant="h2">{t("ssm.settings")}</Header>}>
      <Box>{t("console.not-rehearsed")}</Box>
    </Container>
  );
}
