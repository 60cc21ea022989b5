// Light and dark: as the system is, or as the reader chose.

import { applyMode, Mode } from "@cloudscape-design/global-styles";
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";

export type Theme = "system" | "light" | "dark";

const KEPT = "theme";
const THEMES: readonly Theme[] = ["system", "light", "dark"];

interface Chosen {
  theme: Theme;
  choose: (theme: Theme) => void;
}

const Chosen = createContext<Chosen>({ theme: "system", choose: () => {} });

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, choose] = useState<Theme>(() => THEMES.find(each => each === localStorage.getItem(KEPT)) ?? "system");
  useEffect(() => {
    localStorage.setItem(KEPT, theme);
    const system = matchMedia("(prefers-color-scheme: dark)");
    const apply = () => {
      const dark = theme === "dark" || (theme === "system" && system.matches);
      applyMode(dark ? Mode.Dark : Mode.Light);
      document.documentElement.style.colorScheme = dark ? "dark" : "light";
    };
    apply();
    system.addEventListener("change", apply);
    return () => system.removeEventListener("change", apply);
  }, [theme]);
  const chosen = useMemo(() => ({ theme, choose }), [theme]);
  return <Chosen.Provider value={chosen}>{children}</Chosen.Provider>;
}

export const useTheme = (): Chosen => useContext(Chosen);
