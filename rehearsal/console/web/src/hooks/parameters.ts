import { tell } from "../api";
import { PARAMETERS } from "../services";
import { type Asked, useAsked } from "./useAsked";

export type Tier = "Standard" | "Advanced";
export type ParameterType = "String" | "StringList" | "SecureString";

/** A parameter as DescribeParameters and GetParameter have it. */
export interface Parameter {
  Name: string;
  Type: ParameterType;
  Tier?: Tier;
  DataType?: string;
  Description?: string;
  Value?: string;
  Version?: number;
  LastModifiedDate?: string;
  LastModifiedUser?: string;
  ARN?: string;
}

export interface Tag {
  Key: string;
  Value: string;
}

/** The form, whose fields are those of PutParameter. */
export interface Draft {
  Name: string;
  Description: string;
  Tier: Tier;
  Type: ParameterType;
  DataType: string;
  Value: string;
  Tags: Tag[];
}

export const NEW: Draft = {
  Name: "",
  Description: "",
  Tier: "Standard",
  Type: "String",
  DataType: "text",
  Value: "",
  Tags: [],
};

export const useParameters = (): Asked<Parameter[]> => useAsked("parameters");
export const usePublicParameters = (): Asked<Parameter[]> => useAsked("parameters/public");
export const useParameter = (name: string): Asked<Parameter> => useAsked("parameter", { Name: name });

export const createParameter = (draft: Draft): Promise<unknown> => tell("parameters", draft);
export const deleteParameters = (names: string[]): Promise<unknown> => tell("parameters/delete", { Names: names });

/** The page of a parameter. Its name may have slashes. */
export const parameterHref = (name: string): string => `${PARAMETERS}/${encodeURIComponent(name)}/description`;
