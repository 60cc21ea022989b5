import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";

import { ACKNOWLEDGEMENTS } from "../../hooks/template";
import type { NewStackDraft } from "../../hooks/useNewStack";
import { type LabelKey, useText } from "../../language";
import { Tags } from "../../parts/Tags";

const NOT_REHEARSED: LabelKey[] = ["cfn.stack-policy", "cfn.rollback-configuration", "cfn.notification-options"];

export function OptionsStep({ stack }: { stack: NewStackDraft }) {
  const t = useText();
  const { draft, change } = stack;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description={t("tags.help")}>
            {t("cfn.tags-optional")}
          </Header>
        }
      >
        <Tags tags={draft.tags} onChange={tags => change({ tags })} />
      </Container>
      <Container header={<Header variant="h2">{t("cfn.permissions-optional")}</Header>}>
        <Box>{t("console.not-rehearsed")}</Box>
      </Container>
      <Container header={<Header variant="h2">{t("cfn.failure-options")}</Header>}>
        <FormField label={t("cfn.on-failure")} stretch>
          <RadioGroup
            value={draft.onFailure}
            onChange={event => change({ onFailure: event.detail.value === "ROLLBACK" ? "ROLLBACK" : "DO_NOTHING" })}
            items={[
              { value: "ROLLBACK", label: t("cfn.roll-back") },
              { value: "DO_NOTHING", label: t("cfn.preserve") },
            ]}
          />
        </FormField>
      </Container>
      <Container header={<Header variant="h2">{t("cfn.additional-settings")}</Header>}>
        <SpaceBetween size="s">
          {NOT_REHEARSED.map(label => (
            <ExpandableSection key={label} headerText={t(label)}>
              {t("console.not-rehearsed")}
            </ExpandableSection>
          ))}
          <ExpandableSection headerText={t("cfn.creation-options")}>
            <FormField label={t("cfn.termination-protection")} stretch>
              <RadioGroup
                value={draft.protected ? "on" : "off"}
                onChange={event => change({ protected: event.detail.value === "on" })}
                items={[
                  { value: "off", label: t("cfn.deactivated") },
                  { value: "on", label: t("cfn.activated") },
                ]}
              />
            </FormField>
          </ExpandableSection>
        </SpaceBetween>
      </Container>
      <Capabilities stack={stack} />
    </SpaceBetween>
  );
}

/** The acknowledgement, for templates that need one. AWS refuses the stack without it. */
function Capabilities({ stack: { draft, change, summary } }: { stack: NewStackDraft }) {
  const t = useText();
  const label = ACKNOWLEDGEMENTS[summary?.Capabilities[0] ?? ""];
  if (!label) return null;
  return (
    <Container header={<Header variant="h2">{t("cfn.capabilities")}</Header>}>
      <Alert type="info" header={summary?.CapabilitiesReason}>
        <SpaceBetween size="s">
          <Box>{t("cfn.capabilities-help")}</Box>
          <Checkbox checked={draft.acknowledged} onChange={event => change({ acknowledged: event.detail.checked })}>
            {t(label)}
          </Checkbox>
        </SpaceBetween>
      </Alert>
    </Container>
  );
}
