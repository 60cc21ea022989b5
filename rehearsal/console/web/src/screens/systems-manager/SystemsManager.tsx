import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";

import { useText } from "../../language";
import { SYSTEMS_MANAGER } from "../../services";
import { Page } from "../../shell/Page";

export function SystemsManager() {
  const t = useText();
  return (
    <Page service={SYSTEMS_MANAGER} active={SYSTEMS_MANAGER.href} here={t("home.short")}>
      <ContentLayout header={<Header variant="h1">{t("service.systems-manager")}</Header>}>
        <Container>
          <Box variant="p">{t("service.systems-manager-purpose")}</Box>
          <Box variant="p">{t("console.use-menu")}</Box>
        </Container>
      </ContentLayout>
    </Page>
  );
}
