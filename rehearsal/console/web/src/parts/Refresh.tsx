import Button from "@cloudscape-design/components/button";

import type { Asked } from "../hooks/useAsked";
import { useText } from "../language";

export function Refresh({ asked }: { asked: Asked<unknown> }) {
  return <Button iconName="refresh" ariaLabel={useText()("console.refresh")} onClick={asked.again} />;
}
