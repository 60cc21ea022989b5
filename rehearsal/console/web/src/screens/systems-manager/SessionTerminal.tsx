import Alert from "@cloudscape-design/components/alert";

import { useText } from "../../language";

interface Props {
  session: string;
  target: string;
}

/** What the reader types into. There is no instance behind it yet, and it says so. */
export function SessionTerminal({ session, target }: Props) {
  const t = useText();
  return (
    <Alert type="info" header={session}>
      {t("session.no-terminal", { target })}
    </Alert>
  );
}
