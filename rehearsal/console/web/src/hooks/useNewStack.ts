// The draft of a stack: what the reader has entered in the four steps of the wizard, and what is wrong with it.

import { useState } from "react";

import { useText } from "../language";
import { complaint } from "./constraints";
import type { Tag } from "./parameters";
import { createStack } from "./stacks";
import { groupsOf, summarise, type Source, type Summary } from "./template";

/** Bytes of the longest template that the rehearsal takes: it has no S3, through which AWS takes 1 MB. */
export const LONGEST_TEMPLATE = 51_200;
const STACK_NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;

export interface Draft {
  from: "url" | "upload";
  url: string;
  files: File[];
  name: string;
  values: Record<string, string>;
  tags: Tag[];
  onFailure: "ROLLBACK" | "DO_NOTHING";
  protected: boolean;
  acknowledged: boolean;
}

const NEW: Draft = {
  from: "url",
  url: "",
  files: [],
  name: "",
  values: {},
  tags: [],
  onFailure: "ROLLBACK",
  protected: false,
  acknowledged: false,
};

/** What is wrong, by field: `url`, `file`, `name`, or the key of a parameter. */
export type Mistakes = Record<string, string>;

export function useNewStack() {
  const t = useText();
  const [draft, setDraft] = useState(NEW);
  const [source, setSource] = useState<Source>();
  const [summary, setSummary] = useState<Summary>();
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const change = (part: Partial<Draft>) => setDraft(before => ({ ...before, ...part }));
  const found = (wrong: Mistakes) => {
    setMistakes(wrong);
    return Object.keys(wrong).length === 0;
  };

  /** Have the template read, and fill the parameters in; false if there is none yet. Throws what AWS says of it. */
  async function readTemplate(): Promise<boolean> {
    const file = draft.files[0];
    if (draft.from === "url" && !draft.url) return found({ url: t("console.required") });
    if (draft.from === "upload" && !file) return found({ file: t("cfn.no-file") });
    const tooLarge = draft.from === "upload" && file && file.size > LONGEST_TEMPLATE;
    found(tooLarge ? { file: t("cfn.file-too-large", { size: file.size, most: LONGEST_TEMPLATE }) } : {});
    const given = draft.from === "upload" && file ? { TemplateBody: await file.text() } : { TemplateURL: draft.url };
    const read = await summarise(given);
    const entered = (key: string) => draft.values[key];
    const defaults = read.Parameters.map(each => [each.ParameterKey, entered(each.ParameterKey) ?? each.DefaultValue ?? ""]);
    change({ values: Object.fromEntries(defaults) });
    setSource(given);
    setSummary(read);
    return true;
  }

  /** Whether the name and the values of the parameters are ones that CloudFormation takes. */
  function checkDetails(): boolean {
    const wrong: Mistakes = {};
    if (!STACK_NAME.test(draft.name)) wrong.name = t("cfn.stack-name-rule");
    for (const each of summary?.Parameters ?? []) {
      const said = complaint(t, each, draft.values[each.ParameterKey] ?? "");
      if (said) wrong[each.ParameterKey] = said;
    }
    return found(wrong);
  }

  /** Create the stack; throws what AWS says against it. */
  async function create(): Promise<string> {
    const made = await createStack({
      ...source,
      StackName: draft.name,
      Parameters: Object.entries(draft.values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
      Tags: draft.tags.filter(tag => tag.Key),
      Capabilities: draft.acknowledged ? (summary?.Capabilities ?? []) : [],
      OnFailure: draft.onFailure,
      EnableTerminationProtection: draft.protected,
    });
    return made.StackId;
  }

  return { draft, change, summary, groups: summary ? groupsOf(summary) : [], mistakes, readTemplate, checkDetails, create };
}

export type NewStackDraft = ReturnType<typeof useNewStack>;
