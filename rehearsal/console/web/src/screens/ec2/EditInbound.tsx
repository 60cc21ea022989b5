import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Form from "@cloudscape-design/components/form";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";

import {
  draftOf,
  NEW_RULE,
  type RuleDraft,
  saveInbound,
  type SecurityGroup,
  securityGroupHref,
  useSecurityGroup,
} from "../../hooks/securityGroups";
import { useDoing } from "../../hooks/useDoing";
import { useFirstMistake } from "../../hooks/useFirstMistake";
import { useText } from "../../language";
import { useNotices } from "../../notices";
import { Failed } from "../../parts/Failed";
import { go } from "../../router";
import { EC2, INSTANCES } from "../../services";
import { Page } from "../../shell/Page";
import { RuleRow } from "./RuleRow";

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
  const [attempts, setAttempts] = useState(0);
  useFirstMistake(attempts);
  const change = (place: number, part: Partial<RuleDraft>) =>
    setRules(before => before.map((rule, index) => (index === place ? { ...rule, ...part } : rule)));
  const save = () => {
    setAttempts(attempts + 1);
    if (rules.some(rule => !rule.source)) return;
    void run(async () => {
      await saveInbound(group.GroupId, rules);
      go(securityGroupHref(group.GroupId));
      notices.succeed(t("sg.saved", { id: group.GroupId }));
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
        <SpaceBetween size="l">
          {!rules.length && <Box color="text-body-secondary">{t("sg.no-rules")}</Box>}
          {rules.map((rule, place) => (
            <RuleRow
              key={place}
              rule={rule}
              tried={attempts > 0}
              onChange={part => change(place, part)}
              onDelete={() => setRules(rules.filter((_, other) => other !== place))}
            />
          ))}
          <Button onClick={() => setRules([...rules, NEW_RULE])}>{t("ec2.add-rule")}</Button>
        </SpaceBetween>
      </Container>
    </Form>
  );
}
