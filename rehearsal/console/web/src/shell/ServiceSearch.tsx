import Autosuggest from "@cloudscape-design/components/autosuggest";
import { useState } from "react";

import { useText } from "../language";
import { go } from "../router";
import { SERVICES } from "../services";

/** Type a service's name, choose it, and be there. */
export function ServiceSearch() {
  const t = useText();
  const [typed, setTyped] = useState("");
  const open = (name: string) => {
    const service = SERVICES.find(each => t(each.label).toLowerCase() === name.trim().toLowerCase());
    if (!service) return;
    setTyped("");
    go(service.href);
  };
  return (
    <Autosuggest
      value={typed}
      onChange={event => setTyped(event.detail.value)}
      onSelect={event => open(event.detail.value)}
      onKeyDown={event => event.detail.key === "Enter" && open(typed)}
      options={SERVICES.map(each => ({ value: t(each.label) }))}
      placeholder={t("search.services")}
      ariaLabel={t("search.services")}
      enteredTextLabel={value => t("search.entered", { value })}
      hideEnteredTextOption
      empty={t("search.nothing")}
    />
  );
}
