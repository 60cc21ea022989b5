import { tell } from "../api";
import type { LabelKey } from "../language";
import { INSTANCES } from "../services";
import type { Tag } from "./parameters";
import { type Asked, useAsked } from "./useAsked";

export type State = "pending" | "running" | "shutting-down" | "terminated" | "stopping" | "stopped";
export type Change = "start" | "stop" | "reboot" | "terminate";

/** An instance as DescribeInstances has it. */
export interface Instance {
  InstanceId: string;
  InstanceType: string;
  ImageId: string;
  State: { Name: State };
  Placement: { AvailabilityZone: string };
  LaunchTime: string;
  PublicIpAddress?: string;
  PublicDnsName?: string;
  PrivateIpAddress?: string;
  VpcId?: string;
  SubnetId?: string;
  KeyName?: string;
  IamInstanceProfile?: { Arn: string };
  SecurityGroups?: { GroupId: string; GroupName: string }[];
  Tags?: Tag[];
}

export const STATES: Record<State, LabelKey> = {
  pending: "ec2.pending",
  running: "ec2.running",
  "shutting-down": "ec2.shutting-down",
  terminated: "ec2.terminated",
  stopping: "ec2.stopping",
  stopped: "ec2.stopped",
};

const CHANGING: State[] = ["pending", "stopping", "shutting-down"];

export const useInstances = (): Asked<Instance[]> =>
  useAsked<Instance[]>("instances", {}, rows => rows.some(row => CHANGING.includes(row.State.Name)));

export const changeInstances = (change: Change, ids: string[]): Promise<unknown> =>
  tell(`instances/${change}`, { InstanceIds: ids });

/** What the reader knows an instance by: its Name tag, or its id if it has none. */
export function nameOf<Known extends Pick<Instance, "Tags" | "InstanceId">>({ Tags, InstanceId }: Known): string {
  return Tags?.find(tag => tag.Key === "Name")?.Value ?? InstanceId;
}

export const instanceHref = (id: string): string => INSTANCES.replace("Instances:", `InstanceDetails:instanceId=${id}`);
