import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { useState } from "react";

import { type StackStory, stackHref, useStack } from "../../hooks/stacks";
import { type LabelKey, useText } from "../../language";
import { Failed } from "../../parts/Failed";
import { Refresh } from "../../parts/Refresh";
import { Status } from "../../parts/Status";
import { stay } from "../../router";
import { CLOUDFORMATION, STACKS } from "../../services";
import { Page } from "../../shell/Page";
import { ChangeSets } from "./ChangeSets";
import { CreateStackMenu } from "./CreateStackMenu";
import { DeleteStack } from "./DeleteStack";
import { Events } from "./Events";
import { Outputs } from "./Outputs";
import { Resources } from "./Resources";
import { StackInfo } from "./StackInfo";
import { StackParameters } from "./StackParameters";
import { TemplateTab } from "./TemplateTab";

interface Tab {
  id: string;
  label: LabelKey;
  Content: (props: { story: StackStory }) => JSX.Element;
}

const TABS: Tab[] = [
  { id: "stackinfo", label: "cfn.stack-info", Content: StackInfo },
  { id: "events", label: "cfn.events", Content: Events },
  { id: "resources", label: "cfn.resources", Content: Resources },
  { id: "outputs", label: "cfn.outputs", Content: Outputs },
  { id: "parameters", label: "cfn.parameters", Content: StackParameters },
  { id: "template", label: "cfn.template", Content: TemplateTab },
  { id: "changesets", label: "cfn.change-sets", Content: ChangeSets },
];

/** A stack, also one that was deleted: its id still finds it. */
export function StackPage({ id, tab }: { id: string; tab: string }) {
  const t = useText();
  const story = useStack(id);
  const [deleting, setDeleting] = useState(false);
  const stack = story.data?.Stack;
  const gone = stack?.StackStatus === "DELETE_COMPLETE";
  const unavailable = { disabled: true, disabledReason: t("console.not-rehearsed") };
  return (
    <Page
      service={CLOUDFORMATION}
      active={STACKS}
      crumbs={[{ text: t("cfn.stacks"), href: STACKS }]}
      here={stack?.StackName ?? id}
      contentType="table"
    >
      <ContentLayout
        header={
          <Header
            variant="h1"
            info={stack && <Status>{stack.StackStatus}</Status>}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Refresh asked={story} />
                <Button disabled={!stack || gone} onClick={() => setDeleting(true)}>
                  {t("cfn.delete")}
                </Button>
                <Button {...unavailable}>{t("cfn.update-stack")}</Button>
                <Button {...unavailable}>{t("cfn.stack-actions")}</Button>
                <CreateStackMenu />
              </SpaceBetween>
            }
          >
            {stack?.StackName ?? t("console.loading")}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <Failed asked={story} />
          {story.data && (
            <Tabs
              activeTabId={tab}
              onChange={event => stay(stackHref(id, event.detail.activeTabId))}
              tabs={TABS.map(({ id: name, label, Content }) => ({
                id: name,
                label: t(label),
                content: story.data && <Content story={story.data} />,
              }))}
            />
          )}
        </SpaceBetween>
      </ContentLayout>
      {deleting && stack && (
        <DeleteStack stack={stack} onDone={story.again} onClose={() => setDeleting(false)} />
      )}
    </Page>
  );
}
