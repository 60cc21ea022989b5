import AttributeEditor from "@cloudscape-design/components/attribute-editor";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Form from "@cloudscape-design/components/form";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";

import {
  draftOf,
  NEW_RULE,
  RULE_TYPES,
  type RuleDraft,
  saveInbound,
  type SecurityGroup,
  securityGroupHref,
  useSecurityGroup,
} from "../../hooks/securityGroups";
import { useDoing } from "../../hooks/useDoing";
import { useText } from "../../language";
import { useNotices } from "../../notices";
import { Failed } from "../../parts/Failed";
import { go } from "../../router";
import { EC2, INSTANCES } from "../../services";
import { Page } from "../../shell/Page";
import { protocolName } from "./SecurityGroupPage";

export function EditInbound({ id }: { id: string }) {
  const t = useText();
  const group = useSecurityGroup(id);
  return (
    <Page
      service={EC2}
      active={INSTANCES}
      crumbs={[{ text: id, href: securityGroupHref(id) }]}
      here={t("ec2.edit-inbound-rules")}
      contentType="form"
    >
      <ContentLayout
        header={
          <Header variant="h1" description={t("sg.inbound-help")}>
            {t("ec2.edit-inbound-rules")}
          </Header>
        }
      >
        <Failed asked={group} />
        {group.data && <RulesForm group={group.data} />}
      </ContentLayout>
    </Page>
  );
}

function RulesForm({ group }: { group: SecurityGroup }) {
  const t = useText();
  const notices = useNotices();
  const { busy, run } = useDoing();
  const [rules, setRules] = useState(() => group.Rules.filter(rule => !rule.IsEgress).map(draftOf));
  const [tried, setTried] = useState(false);
  const change = (place: number, part: Partial<RuleDraft>) =>
    setRules(before => before.map((rule, index) => (index === place ? { ...rule, ...part } : rule)));
  const types = RULE_TYPES.map(({ label }) => ({ value: label, label: t(label) }));
  const choose = (place: number, chosen: string | undefined) => {
    const type = RULE_TYPES.find(each => each.label === chosen);
    if (type) change(place, { type: type.label, protocol: type.protocol, ports: type.ports });
  };
  const save = () => {
    setTried(true);
    if (rules.some(rule => !rule.source)) return;
    void run(async () => {
      await saveInbound(group.GroupId, rules);
      notices.succeed(t("sg.saved", { id: group.GroupId }));
      go(securityGroupHref(group.GroupId));
    });
  };
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" href={securityGroupHref(group.GroupId)}>
            {t("console.cancel")}
          </Button>
          <Button variant="primary" loading={busy} onClick={save}>
            {t("ec2.save-rules")}
          </Button>
        </SpaceBetween>
      }
    >
      <Container header={<Header variant="h2">{t("sg.inbound")}</Header>}>
        <AttributeEditor<RuleDraft>
          items={rules}
          addButtonText={t("ec2.add-rule")}
          removeButtonText={t("sg.delete-rule")}
          empty={t("sg.no-rules")}
          onAddButtonClick={() => setRules([...rules, NEW_RULE])}
          onRemoveButtonClick={event => setRules(rules.filter((_, place) => place !== event.detail.itemIndex))}
          gridLayout={[
            { breakpoint: "m", rows: [[2, 1, 2, 3, 3]], removeButton: { width: "auto" } },
            { breakpoint: "xs", rows: [[1, 1, 1], [1, 1]], removeButton: { ownRow: true } },
            { rows: [[1], [1], [1], [1], [1]], removeButton: { ownRow: true } },
          ]}
          definition={[
            {
              label: t("ec2.type"),
              control: (rule, place) => (
                <Select
                  options={types}
                  selectedOption={types.find(each => each.value === rule.type) ?? null}
                  onChange={event => choose(place, event.detail.selectedOption.value)}
                />
              ),
            },
            {
              label: t("sg.protocol"),
              control: rule => <Input value={protocolName(rule.protocol, t("sg.all"))} readOnly />,
            },
            {
              label: t("sg.ports"),
              control: (rule, place) => (
                <Input
                  value={rule.ports}
                  readOnly={!RULE_TYPES.find(each => each.label === rule.type)?.custom}
                  onChange={event => change(place, { ports: event.detail.value })}
                />
              ),
            },
            {
              label: t("ec2.source"),
              errorText: rule => (tried && !rule.source ? t("console.required") : undefined),
              control: (rule, place) => (
                <Input value={rule.source} onChange={event => change(place, { source: event.detail.value })} />
              ),
            },
            {
              label: t("sg.description-optional"),
              control: (rule, place) => (
                <Input value={rule.description} onChange={event => change(place, { description: event.detail.value })} />
              ),
            },
          ]}
        />
      </Container>
    </Form>
  );
}
