import Alert from "@cloudscape-design/components/alert";

import { useText } from "../language";

/** Says on every screen that this is not the AWS console. */
export function Banner() {
  const t = useText();
  return (
    <aside aria-label={t("console.title")}>
      <Alert type="warning">{t("console.banner")}</Alert>
    </aside>
  );
}
