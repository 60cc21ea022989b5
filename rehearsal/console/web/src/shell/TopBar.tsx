import type { ButtonDropdownProps } from "@cloudscape-design/components/button-dropdown";
import TopNavigation, { type TopNavigationProps } from "@cloudscape-design/components/top-navigation";

import { type LabelKey, type Language, useLanguage, useText } from "../language";
import { type Theme, useTheme } from "../theme";
import { ServiceSearch } from "./ServiceSearch";

const REGION = "cn-northwest-1";
const LANGUAGES: Record<Language, LabelKey> = { en: "language.en", zh_CN: "language.zh" };
const THEMES: Record<Theme, LabelKey> = { system: "theme.system", light: "theme.light", dark: "theme.dark" };

export function TopBar() {
  const t = useText();
  const { language, speak } = useLanguage();
  const { theme, choose } = useTheme();
  const choices = (from: Record<string, LabelKey>, chosen: string): ButtonDropdownProps.Items =>
    Object.entries(from).map(([id, label]) => ({ id, text: t(label), itemType: "checkbox", checked: id === chosen }));
  const utilities: TopNavigationProps.Utility[] = [
    {
      type: "menu-dropdown",
      text: t("region.ningxia"),
      title: t("region.title"),
      items: [{ id: REGION, text: t("region.ningxia"), secondaryText: REGION, itemType: "checkbox", checked: true }],
    },
    {
      type: "menu-dropdown",
      text: t(LANGUAGES[language]),
      title: t("language.title"),
      items: choices(LANGUAGES, language),
      onItemClick: event => speak(event.detail.id as Language),
    },
    {
      type: "menu-dropdown",
      iconName: "settings",
      ariaLabel: t("theme.title"),
      title: t("theme.title"),
      items: choices(THEMES, theme),
      onItemClick: event => choose(event.detail.id as Theme),
    },
  ];
  return (
    <TopNavigation identity={{ href: "/", title: t("console.title") }} search={<ServiceSearch />} utilities={utilities} />
  );
}
