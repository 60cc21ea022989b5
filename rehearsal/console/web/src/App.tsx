import { LanguageProvider } from "./language";
import { NoticesProvider } from "./notices";
import { Screen } from "./routes";
import { useLinks } from "./router";
import { Banner } from "./shell/Banner";
import { TopBar } from "./shell/TopBar";
import { ThemeProvider } from "./theme";

export function App() {
  useLinks();
  return (
    <LanguageProvider>
      <ThemeProvider>
        <NoticesProvider>
          <div id="top">
            <TopBar />
            <Banner />
          </div>
          <Screen />
        </NoticesProvider>
      </ThemeProvider>
    </LanguageProvider>
  );
}
