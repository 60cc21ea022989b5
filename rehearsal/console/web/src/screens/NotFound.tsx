import AppLayout from "@cloudscape-design/components/app-layout";
import Alert from "@cloudscape-design/components/alert";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";

import { useText } from "../language";

/** An address that AWS may have and the rehearsal does not. */
export function NotFound() {
  const t = useText();
  return (
    <AppLayout
      headerSelector="#top"
      navigationHide
      toolsHide
      content={
        <ContentLayout header={<Header variant="h1">{t("console.no-such-page")}</Header>}>
          <Alert type="info">
            {t("console.no-such-page-help")} <Link href="/">{t("home.title")}</Link>
          </Alert>
        </ContentLayout>
      }
    />
  );
}
