import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";

import type { StackStory } from "../../hooks/stacks";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Status } from "../../parts/Status";
import { written } from "../../parts/time";

export function StackInfo({ story: { Stack: stack } }: { story: StackStory }) {
  const t = useText();
  const onOff = (on: boolean | undefined) => (on ? t("cfn.activated") : t("cfn.deactivated"));
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t("console.overview")}</Header>}>
        <KeyValuePairs
          columns={2}
          items={[
            { label: t("cfn.stack-id"), value: stack.StackId },
            { label: t("cfn.description"), value: stack.Description ?? "-" },
            { label: t("cfn.status"), value: <Status>{stack.StackStatus}</Status> },
            { label: t("cfn.status-reason"), value: stack.StackStatusReason ?? "-" },
            { label: t("cfn.created"), value: written(stack.CreationTime) },
            { label: t("cfn.updated"), value: written(stack.LastUpdatedTime) },
            { label: t("cfn.deleted-time"), value: written(stack.DeletionTime) },
            { label: t("cfn.termination-protection"), value: onOff(stack.EnableTerminationProtection) },
          ]}
        />
      </Container>
      <Table
        variant="container"
        items={stack.Tags ?? []}
        ariaLabels={{ tableLabel: t("cfn.tags") }}
        header={
          <Header variant="h2" counter={`(${stack.Tags?.length ?? 0})`}>
            {t("cfn.tags")}
          </Header>
        }
        empty={<Empty>{t("tags.none")}</Empty>}
        columnDefinitions={[
          { id: "key", header: t("tags.key"), cell: row => row.Key, isRowHeader: true },
          { id: "value", header: t("tags.value"), cell: row => row.Value },
        ]}
      />
    </SpaceBetween>
  );
}
