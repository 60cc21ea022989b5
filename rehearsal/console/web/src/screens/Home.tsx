import AppLayout from "@cloudscape-design/components/app-layout";
import Cards from "@cloudscape-design/components/cards";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";

import { useText } from "../language";
import { NoticeBar } from "../notices";
import { SERVICES } from "../services";

export function Home() {
  const t = useText();
  return (
    <AppLayout
      headerSelector="#top"
      navigationHide
      toolsHide
      notifications={<NoticeBar />}
      content={
        <ContentLayout
          header={
            <Header variant="h1" description={t("home.description")}>
              {t("home.title")}
            </Header>
          }
        >
          <Cards
            header={<Header variant="h2">{t("home.services")}</Header>}
            items={SERVICES}
            cardsPerRow={[{ cards: 1 }, { minWidth: 600, cards: 2 }, { minWidth: 1000, cards: 3 }]}
            cardDefinition={{
              header: service => (
                <Link href={service.href} fontSize="heading-m">
                  {t(service.label)}
                </Link>
              ),
              sections: [{ id: "purpose", content: service => t(service.purpose) }],
            }}
          />
        </ContentLayout>
      }
    />
  );
}
