import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import SplitPanel from "@cloudscape-design/components/split-panel";
import Table from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useState } from "react";

import { type Instance, instanceHref, nameOf, STATES, useInstances } from "../../hooks/instances";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { filtered } from "../../parts/filter";
import { Refresh } from "../../parts/Refresh";
import { EC2, INSTANCES } from "../../services";
import { Page } from "../../shell/Page";
import { InstanceStatus } from "./InstanceStatus";
import { InstanceTabs } from "./InstanceTabs";
import { StateMenu } from "./StateMenu";

export function Instances() {
  const t = useText();
  const instances = useInstances();
  const [typed, setTyped] = useState("");
  const [chosen, choose] = useState<string[]>([]);
  const rows = instances.data ?? [];
  const selected = rows.filter(each => chosen.includes(each.InstanceId));
  const [only] = selected;
  return (
    <Page
      service={EC2}
      active={INSTANCES}
      here={t("ec2.instances")}
      contentType="table"
      splitPanel={
        only && selected.length === 1 ? (
          <SplitPanel header={`${only.InstanceId} (${nameOf(only)})`} hidePreferencesButton closeBehavior="hide">
            <InstanceTabs instance={only} />
          </SplitPanel>
        ) : undefined
      }
      onSplitPanelClose={() => choose([])}
    >
      <SpaceBetween size="m">
        <Failed asked={instances} />
        <Table
          variant="container"
          loading={instances.loading && !instances.data}
          loadingText={t("console.loading")}
          items={filtered(rows, typed, each => [nameOf(each), each.InstanceId, each.InstanceType, t(STATES[each.State.Name])])}
          trackBy="InstanceId"
          selectionType="multi"
          selectedItems={selected}
          onSelectionChange={event => choose(event.detail.selectedItems.map(each => each.InstanceId))}
          ariaLabels={{
            selectionGroupLabel: t("ec2.instances"),
            allItemsSelectionLabel: () => t("console.select-all"),
            itemSelectionLabel: (_, row) => nameOf(row),
            tableLabel: t("ec2.instances"),
          }}
          empty={<Empty>{t("ec2.no-instances")}</Empty>}
          filter={
            <TextFilter
              filteringText={typed}
              filteringPlaceholder={t("ec2.find-instances")}
              filteringAriaLabel={t("ec2.find-instances")}
              onChange={event => setTyped(event.detail.filteringText)}
            />
          }
          header={
            <Header
              variant="h1"
              counter={instances.data && `(${rows.length})`}
              actions={
                <SpaceBetween direction="horizontal" size="xs">
                  <Refresh asked={instances} />
                  <StateMenu selected={selected} onDone={instances.again} />
                </SpaceBetween>
              }
            >
              {t("ec2.instances")}
            </Header>
          }
          columnDefinitions={[
            { id: "name", header: t("ec2.name"), cell: row => <NameCell instance={row} />, isRowHeader: true },
            {
              id: "id",
              header: t("ec2.instance-id"),
              cell: row => <Link href={instanceHref(row.InstanceId)}>{row.InstanceId}</Link>,
            },
            { id: "state", header: t("ec2.instance-state"), cell: row => <InstanceStatus state={row.State.Name} /> },
            { id: "type", header: t("ec2.instance-type"), cell: row => row.InstanceType },
            { id: "zone", header: t("ec2.zone"), cell: row => row.Placement.AvailabilityZone },
            { id: "address", header: t("ec2.public-address"), cell: row => row.PublicIpAddress ?? "-" },
          ]}
        />
      </SpaceBetween>
    </Page>
  );
}

function NameCell({ instance }: { instance: Instance }) {
  const name = nameOf(instance);
  return <>{name === instance.InstanceId ? "-" : name}</>;
}
