// The services of the console, and the menu on the left of each.

import type { LabelKey } from "./language";

export interface Entry {
  label: LabelKey;
  href: string;
}

export interface Service extends Entry {
  purpose: LabelKey;
  /** Links, and links under a heading. */
  menu: (Entry | { heading: LabelKey; entries: Entry[] })[];
}

export const PARAMETERS = "/systems-manager/parameters";
export const SESSIONS = "/systems-manager/session-manager/sessions";
export const START_SESSION = "/systems-manager/session-manager/start-session";
export const CLOUDFORMATION_HOME = "/cloudformation/home";
export const STACKS = `${CLOUDFORMATION_HOME}#/stacks`;
export const CREATE_STACK = `${CLOUDFORMATION_HOME}#/stacks/create`;
export const EC2_HOME = "/ec2/home";
export const INSTANCES = `${EC2_HOME}#Instances:`;
export const QUOTAS = "/servicequotas/home/services/ec2/quotas";
export const QUOTA_REQUESTS = "/servicequotas/home/requests";
export const BUDGETS = "/costmanagement/home#/budgets";

export const SYSTEMS_MANAGER: Service = {
  label: "service.systems-manager",
  href: "/systems-manager/home",
  purpose: "service.systems-manager-purpose",
  menu: [
    { heading: "ssm.node-tools", entries: [{ label: "ssm.session-manager", href: SESSIONS }] },
    { heading: "ssm.application-tools", entries: [{ label: "ssm.parameter-store", href: PARAMETERS }] },
  ],
};

export const CLOUDFORMATION: Service = {
  label: "service.cloudformation",
  href: STACKS,
  purpose: "service.cloudformation-purpose",
  menu: [{ label: "cfn.stacks", href: STACKS }],
};

export const EC2: Service = {
  label: "service.ec2",
  href: `${EC2_HOME}#Home:`,
  purpose: "service.ec2-purpose",
  menu: [{ heading: "ec2.instances-section", entries: [{ label: "ec2.instances", href: INSTANCES }] }],
};

export const SERVICE_QUOTAS: Service = {
  label: "service.quotas",
  href: QUOTAS,
  purpose: "service.quotas-purpose",
  menu: [
    { label: "quota.services", href: QUOTAS },
    { label: "quota.requests", href: QUOTA_REQUESTS },
  ],
};

export const BUDGETS_SERVICE: Service = {
  label: "service.budgets",
  href: BUDGETS,
  purpose: "service.budgets-purpose",
  menu: [{ label: "budgets.title", href: BUDGETS }],
};

export const SERVICES = [BUDGETS_SERVICE, CLOUDFORMATION, EC2, SERVICE_QUOTAS, SYSTEMS_MANAGER];
