import { tell } from "../api";
import { CLOUDFORMATION_HOME } from "../services";
import type { Tag } from "./parameters";
import { type Asked, useAsked } from "./useAsked";

/** A stack as DescribeStacks has it; ListStacks has less. */
export interface Stack {
  StackId: string;
  StackName: string;
  StackStatus: string;
  StackStatusReason?: string;
  Description?: string;
  CreationTime: string;
  LastUpdatedTime?: string;
  DeletionTime?: string;
  DisableRollback?: boolean;
  EnableTerminationProtection?: boolean;
  Capabilities?: string[];
  Parameters?: StackParameter[];
  Outputs?: Output[];
  Tags?: Tag[];
}

export interface StackParameter {
  ParameterKey: string;
  ParameterValue: string;
  ResolvedValue?: string;
}

export interface Output {
  OutputKey: string;
  OutputValue: string;
  Description?: string;
  ExportName?: string;
}

export interface StackEvent {
  EventId: string;
  Timestamp: string;
  LogicalResourceId: string;
  PhysicalResourceId?: string;
  ResourceType: string;
  ResourceStatus: string;
  ResourceStatusReason?: string;
}

export interface ChangeSet {
  ChangeSetId: string;
  ChangeSetName: string;
  Status: string;
  ExecutionStatus: string;
  CreationTime: string;
  Description?: string;
}

/** A stack with what has been told of it so far: events, the latest first, and the last event of each resource. */
export interface StackStory {
  Stack: Stack;
  Events: StackEvent[];
  Resources: StackEvent[];
}

/** What CreateStack takes. */
export interface NewStack {
  StackName: string;
  TemplateBody?: string;
  TemplateURL?: string;
  Parameters: StackParameter[];
  Tags: Tag[];
  Capabilities: string[];
  OnFailure: "ROLLBACK" | "DO_NOTHING";
  EnableTerminationProtection: boolean;
}

const isChanging = (stack: Stack) => stack.StackStatus.endsWith("IN_PROGRESS");

export const useStacks = (state: string): Asked<Stack[]> =>
  useAsked<Stack[]>("stacks", { State: state }, stacks => stacks.some(isChanging));
export const useStack = (id: string): Asked<StackStory> =>
  useAsked<StackStory>("stack", { StackId: id }, story => isChanging(story.Stack));
export const useTemplate = (id: string): Asked<{ TemplateBody: string }> => useAsked("stack/template", { StackId: id });
export const useChangeSets = (id: string): Asked<ChangeSet[]> => useAsked("stack/change-sets", { StackId: id });

export const createStack = (stack: NewStack): Promise<{ StackId: string }> => tell("stacks", stack);
export const deleteStack = (id: string): Promise<unknown> => tell("stacks/delete", { StackId: id });

/** A tab of the page of a stack. */
export const stackHref = (id: string, tab = "stackinfo"): string =>
  `${CLOUDFORMATION_HOME}#/stacks/${tab}?stackId=${encodeURIComponent(id)}`;
