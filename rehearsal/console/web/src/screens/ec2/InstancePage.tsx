import Alert from "@cloudscape-design/components/alert";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";

import { nameOf, useInstances } from "../../hooks/instances";
import { useText } from "../../language";
import { Failed } from "../../parts/Failed";
import { Refresh } from "../../parts/Refresh";
import { EC2, INSTANCES } from "../../services";
import { Page } from "../../shell/Page";
import { InstanceStatus } from "./InstanceStatus";
import { InstanceTabs } from "./InstanceTabs";
import { StateMenu } from "./StateMenu";

export function InstancePage({ id }: { id: string }) {
  const t = useText();
  const instances = useInstances();
  const instance = instances.data?.find(each => each.InstanceId === id);
  return (
    <Page service={EC2} active={INSTANCES} crumbs={[{ text: t("ec2.instances"), href: INSTANCES }]} here={id}>
      <ContentLayout
        header={
          <Header
            variant="h1"
            info={instance && <InstanceStatus state={instance.State.Name} />}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Refresh asked={instances} />
                <StateMenu selected={instance ? [instance] : []} onDone={instances.again} />
              </SpaceBetween>
            }
          >
            {instance ? `${id} (${nameOf(instance)})` : id}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <Failed asked={instances} />
          {instance && <InstanceTabs instance={instance} />}
          {instances.data && !instance && <Alert type="error">{t("ec2.no-such-instance", { id })}</Alert>}
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}
