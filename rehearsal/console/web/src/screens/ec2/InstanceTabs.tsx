import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import Tabs from "@cloudscape-design/components/tabs";

import type { Instance } from "../../hooks/instances";
import { securityGroupHref } from "../../hooks/securityGroups";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { written } from "../../parts/time";
import { InstanceStatus } from "./InstanceStatus";

/** Everything about one instance, beneath the list and on its own page. */
export function InstanceTabs({ instance }: { instance: Instance }) {
  const t = useText();
  return (
    <Tabs
      ariaLabel={instance.InstanceId}
      tabs={[
        { id: "details", label: t("ec2.details"), content: <Details instance={instance} /> },
        { id: "security", label: t("ec2.security"), content: <Security instance={instance} /> },
        { id: "tags", label: t("ec2.tags"), content: <InstanceTags instance={instance} /> },
      ]}
    />
  );
}

function Details({ instance }: { instance: Instance }) {
  const t = useText();
  return (
    <Container header={<Header variant="h2">{t("ec2.summary")}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: t("ec2.instance-id"), value: instance.InstanceId },
          { label: t("ec2.public-address"), value: instance.PublicIpAddress ?? "-" },
          { label: t("ec2.private-address"), value: instance.PrivateIpAddress ?? "-" },
          { label: t("ec2.instance-state"), value: <InstanceStatus state={instance.State.Name} /> },
          { label: t("ec2.public-dns"), value: instance.PublicDnsName || "-" },
          { label: t("ec2.instance-type"), value: instance.InstanceType },
          { label: t("ec2.image-id"), value: instance.ImageId },
          { label: t("ec2.vpc-id"), value: instance.VpcId ?? "-" },
          { label: t("ec2.subnet-id"), value: instance.SubnetId ?? "-" },
          { label: t("ec2.zone"), value: instance.Placement.AvailabilityZone },
          { label: t("ec2.key-pair"), value: instance.KeyName ?? "-" },
          { label: t("ec2.launch-time"), value: written(instance.LaunchTime) },
        ]}
      />
    </Container>
  );
}

function Security({ instance }: { instance: Instance }) {
  const t = useText();
  const role = instance.IamInstanceProfile?.Arn.split("/").pop();
  return (
    <Container header={<Header variant="h2">{t("ec2.security-details")}</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          { label: t("ec2.iam-role"), value: role ?? "-" },
          {
            label: t("ec2.security-groups"),
            value: (
              <SpaceBetween size="xxs">
                {(instance.SecurityGroups ?? []).map(group => (
                  <Link key={group.GroupId} href={securityGroupHref(group.GroupId)}>
                    {`${group.GroupId} (${group.GroupName})`}
                  </Link>
                ))}
              </SpaceBetween>
            ),
          },
        ]}
      />
    </Container>
  );
}

function InstanceTags({ instance }: { instance: Instance }) {
  const t = useText();
  return (
    <Table
      variant="container"
      items={instance.Tags ?? []}
      wrapLines
      ariaLabels={{ tableLabel: t("ec2.tags") }}
      header={<Header variant="h2">{t("ec2.tags")}</Header>}
      empty={<Empty>{t("tags.none")}</Empty>}
      columnDefinitions={[
        { id: "key", header: t("tags.key"), cell: row => row.Key, isRowHeader: true },
        { id: "value", header: t("tags.value"), cell: row => row.Value },
      ]}
    />
  );
}
