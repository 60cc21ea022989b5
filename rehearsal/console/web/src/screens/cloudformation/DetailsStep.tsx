import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";

import type { Declared } from "../../hooks/template";
import type { NewStackDraft } from "../../hooks/useNewStack";
import { useText } from "../../language";

export function DetailsStep({ stack }: { stack: NewStackDraft }) {
  const t = useText();
  const { draft, change, groups, mistakes } = stack;
  const enter = (key: string, value: string) => change({ values: { ...draft.values, [key]: value } });
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t("cfn.provide-name")}</Header>}>
        <FormField
          label={t("cfn.stack-name")}
          constraintText={`${t("cfn.stack-name-rule")} ${t("cfn.character-count", { count: draft.name.length })}`}
          errorText={mistakes.name}
          stretch
        >
          <Input value={draft.name} onChange={event => change({ name: event.detail.value })} />
        </FormField>
      </Container>
      <Container
        header={
          <Header variant="h2" description={t("cfn.parameters-help")}>
            {t("cfn.parameters")}
          </Header>
        }
      >
        <SpaceBetween size="xl">
          {!groups.length && <Box color="text-body-secondary">{t("cfn.no-parameters")}</Box>}
          {groups.map((group, place) => (
            <SpaceBetween size="m" key={place}>
              {(group.label || groups.length > 1) && (
                <Box variant="h3" padding="n">
                  {group.label ?? t("cfn.other-parameters")}
                </Box>
              )}
              {group.parameters.map(({ declared, label }) => (
                <FormField
                  key={declared.ParameterKey}
                  label={label}
                  description={declared.Description}
                  errorText={mistakes[declared.ParameterKey]}
                  stretch
                >
                  <ParameterInput
                    declared={declared}
                    value={draft.values[declared.ParameterKey] ?? ""}
                    onChange={value => enter(declared.ParameterKey, value)}
                  />
                </FormField>
              ))}
            </SpaceBetween>
          ))}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

interface InputProps {
  declared: Declared;
  value: string;
  onChange: (value: string) => void;
}

/** A list where the template has one, a field otherwise. */
function ParameterInput({ declared, value, onChange }: InputProps) {
  const allowed = declared.ParameterConstraints?.AllowedValues;
  if (!allowed)
    return (
      <Input
        value={value}
        type={declared.NoEcho ? "password" : "text"}
        onChange={event => onChange(event.detail.value)}
      />
    );
  const options = allowed.map(each => ({ value: each, label: each }));
  return (
    <Select
      options={options}
      selectedOption={options.find(each => each.value === value) ?? null}
      onChange={event => onChange(event.detail.selectedOption.value ?? "")}
    />
  );
}
