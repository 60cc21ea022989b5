import Box from "@cloudscape-design/components/box";
import StatusIndicator from "@cloudscape-design/components/status-indicator";

import { useText } from "../language";

/** Says on every screen that this is not the AWS console. */
export function Banner() {
  const t = useText();
  return (
    <aside aria-label={t("console.title")}>
      <Box textAlign="center" padding={{ vertical: "xxs", horizontal: "m" }}>
        <StatusIndicator type="warning">{t("console.banner")}</StatusIndicator>
      </Box>
    </aside>
  );
}
