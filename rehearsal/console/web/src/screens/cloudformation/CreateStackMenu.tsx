import ButtonDropdown from "@cloudscape-design/components/button-dropdown";

import { useText } from "../../language";
import { go } from "../../router";
import { CREATE_STACK } from "../../services";

export function CreateStackMenu() {
  const t = useText();
  return (
    <ButtonDropdown
      variant="primary"
      onItemClick={() => go(CREATE_STACK)}
      items={[
        { id: "new", text: t("cfn.with-new-resources") },
        {
          id: "existing",
          text: t("cfn.with-existing-resources"),
          disabled: true,
          disabledReason: t("console.not-rehearsed"),
        },
      ]}
    >
      {t("cfn.create-stack")}
    </ButtonDropdown>
  );
}
