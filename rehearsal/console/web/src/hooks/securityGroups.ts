import { tell } from "../api";
import type { LabelKey } from "../language";
import { EC2_HOME } from "../services";
import { type Asked, useAsked } from "./useAsked";

/** A rule as DescribeSecurityGroupRules has it. */
export interface Rule {
  SecurityGroupRuleId: string;
  IsEgress: boolean;
  IpProtocol: string;
  FromPort?: number;
  ToPort?: number;
  CidrIpv4?: string;
  Description?: string;
}

/** A security group as DescribeSecurityGroups has it, with its rules. */
export interface SecurityGroup {
  GroupId: string;
  GroupName: string;
  Description: string;
  VpcId?: string;
  OwnerId?: string;
  Rules: Rule[];
}

/** A rule in the form. */
export interface RuleDraft {
  type: LabelKey;
  protocol: string;
  ports: string;
  source: string;
  description: string;
}

/** A type of rule, known by its label; one that is custom lets the reader enter the ports. */
export interface RuleType {
  label: LabelKey;
  protocol: string;
  ports: string;
  custom?: boolean;
}

const EVERY_PORT = "0 - 65535";
export const RULE_TYPES: RuleType[] = [
  { label: "sg.custom-tcp", protocol: "tcp", ports: "0", custom: true },
  { label: "sg.custom-udp", protocol: "udp", ports: "0", custom: true },
  { label: "sg.all-tcp", protocol: "tcp", ports: EVERY_PORT },
  { label: "sg.all-udp", protocol: "udp", ports: EVERY_PORT },
  { label: "sg.all-traffic", protocol: "-1", ports: EVERY_PORT },
  { label: "sg.ssh", protocol: "tcp", ports: "22" },
  { label: "sg.http", protocol: "tcp", ports: "80" },
  { label: "sg.https", protocol: "tcp", ports: "443" },
  { label: "sg.rdp", protocol: "tcp", ports: "3389" },
];

export const NEW_RULE: RuleDraft = { type: "sg.custom-tcp", protocol: "tcp", ports: "0", source: "", description: "" };

export const useSecurityGroup = (id: string): Asked<SecurityGroup> => useAsked("security-group", { GroupId: id });

export const saveInbound = (id: string, rules: RuleDraft[]): Promise<unknown> =>
  tell("security-group/inbound", { GroupId: id, Permissions: rules.map(permission) });

/** The ports of a rule as the console writes them. */
export function portsOf(rule: Rule): string {
  if (rule.IpProtocol === "-1") return EVERY_PORT;
  return rule.FromPort === rule.ToPort ? String(rule.FromPort) : `${rule.FromPort} - ${rule.ToPort}`;
}

/** The type that a rule is of. */
export function typeOf(rule: Rule): LabelKey {
  const same = RULE_TYPES.filter(each => each.protocol === rule.IpProtocol);
  const exact = same.find(each => !each.custom && each.ports === portsOf(rule));
  return (exact ?? same.find(each => each.custom))?.label ?? NEW_RULE.type;
}

export const draftOf = (rule: Rule): RuleDraft => ({
  type: typeOf(rule),
  protocol: rule.IpProtocol,
  ports: portsOf(rule),
  source: rule.CidrIpv4 ?? "",
  description: rule.Description ?? "",
});

/** Write a rule as AuthorizeSecurityGroupIngress takes it. */
function permission(rule: RuleDraft): object {
  const [from = "", to = from] = rule.ports.split("-").map(port => port.trim());
  const ports = rule.protocol === "-1" ? {} : { FromPort: Number(from), ToPort: Number(to) };
  const described = rule.description ? { Description: rule.description } : {};
  return { IpProtocol: rule.protocol, ...ports, IpRanges: [{ CidrIp: rule.source, ...described }] };
}

const page = (what: string) => (id: string) => `${EC2_HOME}#${what}=${id}`;
export const securityGroupHref = page("SecurityGroup:groupId");
export const editInboundHref = page("ModifyInboundSecurityGroupRules:securityGroupId");
