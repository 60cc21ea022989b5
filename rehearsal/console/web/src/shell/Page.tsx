import AppLayout from "@cloudscape-design/components/app-layout";
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import SideNavigation, { type SideNavigationProps } from "@cloudscape-design/components/side-navigation";
import type { ReactNode } from "react";

import { useText } from "../language";
import { NoticeBar } from "../notices";
import type { Service } from "../services";

interface Crumb {
  text: string;
  href: string;
}

interface Props {
  service: Service;
  /** The entry of the service's menu that this screen belongs to. */
  active?: string;
  /** What stands between the service and the end of the trail. */
  crumbs?: Crumb[];
  /** What this screen itself is called in the trail. */
  here: string;
  /** A panel at the foot of the screen; it is open while it is there. */
  splitPanel?: ReactNode;
  onSplitPanelClose?: () => void;
  contentType?: "default" | "table" | "form" | "wizard" | "cards";
  children: ReactNode;
}

/** A screen of a service: its menu on the left, the trail and the notices above, and what it shows. */
export function Page(props: Props) {
  const { service, active, crumbs = [], here, splitPanel, onSplitPanelClose, contentType = "default", children } = props;
  const t = useText();
  const link = ({ label, href }: { label: Parameters<typeof t>[0]; href: string }): SideNavigationProps.Link => ({
    type: "link",
    text: t(label),
    href,
  });
  const menu = service.menu.map<SideNavigationProps.Item>(item =>
    "heading" in item ? { type: "section", text: t(item.heading), items: item.entries.map(link) } : link(item),
  );
  const trail = [{ text: t(service.label), href: service.href }, ...crumbs, { text: here, href: "" }];
  return (
    <AppLayout
      headerSelector="#top"
      contentType={contentType}
      navigation={
        <SideNavigation header={{ text: t(service.label), href: service.href }} activeHref={active} items={menu} />
      }
      breadcrumbs={<BreadcrumbGroup items={trail} ariaLabel={t("console.trail")} />}
      notifications={<NoticeBar />}
      stickyNotifications
      toolsHide
      splitPanel={splitPanel}
      splitPanelOpen={splitPanel !== undefined}
      splitPanelPreferences={{ position: "bottom" }}
      onSplitPanelToggle={event => !event.detail.open && onSplitPanelClose?.()}
      content={children}
    />
  );
}
