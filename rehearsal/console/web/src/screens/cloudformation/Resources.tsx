import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import Table from "@cloudscape-design/components/table";

import { instanceHref } from "../../hooks/instances";
import { securityGroupHref } from "../../hooks/securityGroups";
import type { StackEvent, StackStory } from "../../hooks/stacks";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Status } from "../../parts/Status";

/** Where the console shows a resource of a type. */
const PAGES: Record<string, (id: string) => string> = {
  "AWS::EC2::Instance": instanceHref,
  "AWS::EC2::SecurityGroup": securityGroupHref,
};

function PhysicalId({ resource }: { resource: StackEvent }) {
  const id = resource.PhysicalResourceId;
  const page = PAGES[resource.ResourceType];
  if (!id) return <>-</>;
  return page ? <Link href={page(id)}>{id}</Link> : <>{id}</>;
}

export function Resources({ story }: { story: StackStory }) {
  const t = useText();
  return (
    <Table
      variant="container"
      items={story.Resources}
      trackBy="LogicalResourceId"
      wrapLines
      ariaLabels={{ tableLabel: t("cfn.resources") }}
      header={
        <Header variant="h2" counter={`(${story.Resources.length})`}>
          {t("cfn.resources")}
        </Header>
      }
      empty={<Empty>{t("cfn.no-resources")}</Empty>}
      columnDefinitions={[
        { id: "id", header: t("cfn.logical-id"), cell: row => row.LogicalResourceId, isRowHeader: true, minWidth: 140 },
        { id: "physical", header: t("cfn.physical-id"), cell: row => <PhysicalId resource={row} />, minWidth: 220 },
        { id: "type", header: t("cfn.type"), cell: row => row.ResourceType, minWidth: 220 },
        { id: "status", header: t("cfn.status"), cell: row => <Status>{row.ResourceStatus}</Status>, minWidth: 210 },
      ]}
    />
  );
}
