// What CloudFormation will say about a parameter's value, said beside the field before anything is sent.

import type { Text } from "../language";
import type { Declared } from "./template";

export interface Constraints {
  AllowedValues?: string[];
  AllowedPattern?: string;
  ConstraintDescription?: string;
  MinLength?: string;
  MaxLength?: string;
  MinValue?: string;
  MaxValue?: string;
}

/** What is wrong with a value; undefined if it is allowed. */
export function complaint(t: Text, declared: Declared, value: string): string | undefined {
  const broken = brokenBy(t, declared, value);
  if (broken === undefined) return undefined;
  const words = declared.ParameterConstraints?.ConstraintDescription;
  const key = declared.ParameterKey;
  return words ? t("cfn.constraint", { key, words }) : t("cfn.parameter-must", { key, broken });
}

function brokenBy(t: Text, declared: Declared, value: string): string | undefined {
  const given = declared.ParameterConstraints ?? {};
  const number = value.trim() === "" ? NaN : Number(value);
  if (declared.ParameterType === "Number" && Number.isNaN(number)) return t("cfn.must-be-number");
  if (given.AllowedValues && !given.AllowedValues.includes(value))
    return t("cfn.must-be-one-of", { values: given.AllowedValues.join(", ") });
  if (given.AllowedPattern !== undefined && !matches(given.AllowedPattern, value))
    return t("cfn.must-match", { pattern: given.AllowedPattern });
  if (given.MinValue !== undefined && !(number >= Number(given.MinValue)))
    return t("cfn.must-not-be-less", { least: given.MinValue });
  if (given.MaxValue !== undefined && !(number <= Number(given.MaxValue)))
    return t("cfn.must-not-be-greater", { most: given.MaxValue });
  if (given.MinLength !== undefined && value.length < Number(given.MinLength))
    return t("cfn.must-have-at-least", { least: given.MinLength });
  if (given.MaxLength !== undefined && value.length > Number(given.MaxLength))
    return t("cfn.must-have-at-most", { most: given.MaxLength });
  return undefined;
}

/** Whether a value matches; a pattern that is Java's alone is left to CloudFormation. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, "u").test(value);
  } catch {
    return true;
  }
}
