// What a template asks its reader for, and how the console is to show it.

import { tell } from "../api";
import type { LabelKey } from "../language";
import type { Constraints } from "./constraints";

/** A parameter as GetTemplateSummary has it. */
export interface Declared {
  ParameterKey: string;
  ParameterType: string;
  DefaultValue?: string;
  Description?: string;
  NoEcho?: boolean;
  ParameterConstraints?: Constraints;
}

export interface Summary {
  Description?: string;
  Parameters: Declared[];
  Capabilities: string[];
  CapabilitiesReason?: string;
  /** The section of this name, as JSON. */
  Metadata?: string;
}

/** Parameters that are shown together; without a label those that the template puts into no group. */
export interface Group {
  label: string | undefined;
  parameters: { declared: Declared; label: string }[];
}

interface Interface {
  ParameterGroups?: { Label?: { default?: string }; Parameters?: string[] }[];
  ParameterLabels?: Record<string, { default?: string }>;
}

export type Source = { TemplateBody: string } | { TemplateURL: string };

export const summarise = (source: Source): Promise<Summary> => tell("template", source);

/** Put the parameters into the groups and the order of `AWS::CloudFormation::Interface`. */
export function groupsOf(summary: Summary): Group[] {
  const wanted = interfaceOf(summary);
  const labelled = (declared: Declared) => ({
    declared,
    label: wanted.ParameterLabels?.[declared.ParameterKey]?.default ?? declared.ParameterKey,
  });
  const groups = (wanted.ParameterGroups ?? []).map(group => ({
    label: group.Label?.default,
    parameters: (group.Parameters ?? [])
      .flatMap(key => summary.Parameters.filter(each => each.ParameterKey === key))
      .map(labelled),
  }));
  const grouped = new Set(groups.flatMap(group => group.parameters.map(each => each.declared.ParameterKey)));
  const rest = summary.Parameters.filter(each => !grouped.has(each.ParameterKey)).map(labelled);
  return rest.length ? [...groups, { label: undefined, parameters: rest }] : groups;
}

function interfaceOf(summary: Summary): Interface {
  const metadata = JSON.parse(summary.Metadata ?? "{}") as Record<string, Interface>;
  return metadata["AWS::CloudFormation::Interface"] ?? {};
}

/** The label that stands for a capability beside its box. */
export const ACKNOWLEDGEMENTS: Record<string, LabelKey> = {
  CAPABILITY_IAM: "cfn.acknowledge",
  CAPABILITY_NAMED_IAM: "cfn.acknowledge-named",
};
