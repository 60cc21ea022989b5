import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";

import { useText } from "../language";
import type { Service } from "../services";
import { Page } from "../shell/Page";

/** Where a service begins whose menu is what matters. */
export function ServiceHome({ service }: { service: Service }) {
  const t = useText();
  return (
    <Page service={service} active={service.href} here={t("home.short")}>
      <ContentLayout header={<Header variant="h1">{t(service.label)}</Header>}>
        <Container>
          <Box variant="p">{t(service.purpose)}</Box>
          <Box variant="p">{t("console.use-menu")}</Box>
        </Container>
      </ContentLayout>
    </Page>
  );
}
