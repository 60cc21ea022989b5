import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Grid, { type GridProps } from "@cloudscape-design/components/grid";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";

import { RULE_TYPES, type RuleDraft } from "../../hooks/securityGroups";
import { useText } from "../../language";
import { protocolName } from "./SecurityGroupPage";

interface Props {
  rule: RuleDraft;
  /** Whether the reader has tried to save, so that what is missing is to be said. */
  tried: boolean;
  onChange: (part: Partial<RuleDraft>) => void;
  onDelete: () => void;
}

const column = (wide: number, narrow: number): GridProps.ElementDefinition => ({ colspan: { default: narrow, m: wide } });
const COLUMNS = [column(2, 12), column(1, 6), column(2, 6), column(3, 12), column(2, 12), column(2, 12)];

/** One rule in the form, from its type to the button that takes it away. */
export function RuleRow({ rule, tried, onChange, onDelete }: Props) {
  const t = useText();
  const types = RULE_TYPES.map(({ label }) => ({ value: label, label: t(label) }));
  const custom = RULE_TYPES.find(each => each.label === rule.type)?.custom;
  const choose = (chosen: string | undefined) => {
    const type = RULE_TYPES.find(each => each.label === chosen);
    if (type) onChange({ type: type.label, protocol: type.protocol, ports: type.ports });
  };
  return (
    <Grid gridDefinition={COLUMNS}>
      <FormField label={t("ec2.type")} stretch>
        <Select
          options={types}
          selectedOption={types.find(each => each.value === rule.type) ?? null}
          onChange={event => choose(event.detail.selectedOption.value)}
        />
      </FormField>
      <FormField label={t("sg.protocol")} stretch>
        <Input value={protocolName(rule.protocol, t("sg.all"))} readOnly />
      </FormField>
      <FormField label={t("sg.ports")} stretch>
        <Input value={rule.ports} readOnly={!custom} onChange={event => onChange({ ports: event.detail.value })} />
      </FormField>
      <FormField
        label={t("ec2.source")}
        errorText={tried && !rule.source ? t("console.required") : undefined}
        stretch
      >
        <Input value={rule.source} onChange={event => onChange({ source: event.detail.value })} />
      </FormField>
      <FormField label={t("sg.description-optional")} stretch>
        <Input value={rule.description} onChange={event => onChange({ description: event.detail.value })} />
      </FormField>
      <Box margin={{ top: "l" }}>
        <Button wrapText={false} onClick={onDelete}>
          {t("sg.delete-rule")}
        </Button>
      </Box>
    </Grid>
  );
}
