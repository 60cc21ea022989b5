import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import Tabs from "@cloudscape-design/components/tabs";
import type { ReactNode } from "react";

import { editInboundHref, portsOf, type Rule, typeOf, useSecurityGroup } from "../../hooks/securityGroups";
import { useText } from "../../language";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { EC2, INSTANCES } from "../../services";
import { Page } from "../../shell/Page";

export function SecurityGroupPage({ id }: { id: string }) {
  const t = useText();
  const group = useSecurityGroup(id);
  const shown = group.data;
  return (
    <Page service={EC2} active={INSTANCES} crumbs={[{ text: t("ec2.instances"), href: INSTANCES }]} here={id}>
      <ContentLayout header={<Header variant="h1">{shown ? `${id} - ${shown.GroupName}` : id}</Header>}>
        <SpaceBetween size="l">
          <Failed asked={group} />
          {shown && (
            <>
              <Container header={<Header variant="h2">{t("ec2.details")}</Header>}>
                <KeyValuePairs
                  columns={3}
                  items={[
                    { label: t("sg.name"), value: shown.GroupName },
                    { label: t("sg.id"), value: shown.GroupId },
                    { label: t("sg.description"), value: shown.Description },
                    { label: t("ec2.vpc-id"), value: shown.VpcId ?? "-" },
                    { label: t("sg.owner"), value: shown.OwnerId ?? "-" },
                  ]}
                />
              </Container>
              <Tabs
                ariaLabel={id}
                tabs={[
                  {
                    id: "inbound",
                    label: t("sg.inbound"),
                    content: (
                      <Rules
                        title={t("sg.inbound")}
                        rules={shown.Rules.filter(rule => !rule.IsEgress)}
                        end={t("ec2.source")}
                        actions={<Button href={editInboundHref(id)}>{t("ec2.edit-inbound-rules")}</Button>}
                      />
                    ),
                  },
                  {
                    id: "outbound",
                    label: t("sg.outbound"),
                    content: (
                      <Rules
                        title={t("sg.outbound")}
                        rules={shown.Rules.filter(rule => rule.IsEgress)}
                        end={t("sg.destination")}
                      />
                    ),
                  },
                ]}
              />
            </>
          )}
        </SpaceBetween>
      </ContentLayout>
    </Page>
  );
}

interface RulesProps {
  title: string;
  rules: Rule[];
  /** What the other end of the connections is called. */
  end: string;
  actions?: ReactNode;
}

function Rules({ title, rules, end, actions }: RulesProps) {
  const t = useText();
  return (
    <Table
      variant="container"
      items={rules}
      trackBy="SecurityGroupRuleId"
      wrapLines
      ariaLabels={{ tableLabel: title }}
      header={
        <Header variant="h2" counter={`(${rules.length})`} actions={actions}>
          {title}
        </Header>
      }
      empty={<Empty>{t("sg.no-rules")}</Empty>}
      columnDefinitions={[
        { id: "id", header: t("sg.rule-id"), cell: rule => rule.SecurityGroupRuleId, isRowHeader: true },
        { id: "type", header: t("ec2.type"), cell: rule => t(typeOf(rule)) },
        { id: "protocol", header: t("sg.protocol"), cell: rule => protocolName(rule.IpProtocol, t("sg.all")) },
        { id: "ports", header: t("sg.ports"), cell: portsOf },
        { id: "end", header: end, cell: rule => rule.CidrIpv4 ?? "-" },
        { id: "description", header: t("sg.rule-description"), cell: rule => rule.Description || "-" },
      ]}
    />
  );
}

export const protocolName = (protocol: string, all: string): string => (protocol === "-1" ? all : protocol.toUpperCase());
