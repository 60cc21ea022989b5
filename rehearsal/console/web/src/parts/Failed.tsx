import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";

import { useText } from "../language";
import { useFailureWords } from "../notices";
import type { Asked } from "../hooks/useAsked";

/** Says why something could not be shown, and lets the reader try again; nothing if all is well. */
export function Failed({ asked }: { asked: Asked<unknown> }) {
  const t = useText();
  const words = useFailureWords();
  if (!asked.failure) return null;
  const { header, content } = words(asked.failure);
  return (
    <Alert type="error" header={header} action={<Button onClick={asked.again}>{t("console.retry")}</Button>}>
      {content}
    </Alert>
  );
}
