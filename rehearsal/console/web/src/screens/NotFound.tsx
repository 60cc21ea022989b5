import AppLayout from "@cloudscape-design/components/app-layout";
import Alert from "@cloudscape-design/components/alert";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";

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
        <SpaceBetween size="m">
          <Alert type="info" header={t("console.no-such-page")}>
            {t("console.no-such-page-help")}
          </Alert>
          <Link href="/">{t("home.title")}</Link>
        </SpaceBetween>
      }
    />
  );
}
