// The two languages of the console, and its texts, all of which stand in labels.json.

import { I18nProvider } from "@cloudscape-design/components/i18n";
import en from "@cloudscape-design/components/i18n/messages/all.en";
import zh from "@cloudscape-design/components/i18n/messages/all.zh-CN";
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";

import labels from "../../labels.json";

export type Language = "en" | "zh_CN";
export type LabelKey = keyof typeof labels;
/** Gives a text of labels.json in the reader's language; `{name}` in it becomes `values.name`. */
export type Text = (key: LabelKey, values?: Record<string, string | number>) => string;

const KEPT = "language";
const TAG = { en: "en", zh_CN: "zh-CN" } as const;

interface Spoken {
  language: Language;
  speak: (language: Language) => void;
}

const Spoken = createContext<Spoken>({ language: "en", speak: () => {} });

/** `?lang=` in the address counts first, then what was chosen before, then what the browser prefers. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(KEPT);
  if (asked) return asked.startsWith("zh") ? "zh_CN" : "en";
  return navigator.language.startsWith("zh") ? "zh_CN" : "en";
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, speak] = useState(firstLanguage);
  useEffect(() => {
    localStorage.setItem(KEPT, language);
    document.documentElement.lang = TAG[language];
    document.title = labels["console.title"][language];
  }, [language]);
  const spoken = useMemo(() => ({ language, speak }), [language]);
  return (
    <Spoken.Provider value={spoken}>
      <I18nProvider locale={TAG[language]} messages={[language === "zh_CN" ? zh : en]}>
        {children}
      </I18nProvider>
    </Spoken.Provider>
  );
}

export const useLanguage = (): Spoken => useContext(Spoken);

export function useText(): Text {
  const { language } = useLanguage();
  return useCallback(
    (key, values = {}) => labels[key][language].replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all)),
    [language],
  );
}
