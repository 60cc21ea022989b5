// Which screen an address shows. The addresses are those of the AWS console, as far as they are known.

import type { ReactElement } from "react";

import { useAddress } from "./router";
import { BudgetPage } from "./screens/budgets/BudgetPage";
import { Budgets } from "./screens/budgets/Budgets";
import { CreateStack } from "./screens/cloudformation/CreateStack";
import { StackPage } from "./screens/cloudformation/StackPage";
import { Stacks } from "./screens/cloudformation/Stacks";
import { EditInbound } from "./screens/ec2/EditInbound";
import { InstancePage } from "./screens/ec2/InstancePage";
import { Instances } from "./screens/ec2/Instances";
import { SecurityGroupPage } from "./screens/ec2/SecurityGroupPage";
import { Home } from "./screens/Home";
import { NotFound } from "./screens/NotFound";
import { QuotaPage } from "./screens/quotas/QuotaPage";
import { QuotaRequests } from "./screens/quotas/QuotaRequests";
import { Quotas } from "./screens/quotas/Quotas";
import { ServiceHome } from "./screens/ServiceHome";
import { CreateParameter } from "./screens/systems-manager/CreateParameter";
import { ParameterDetails } from "./screens/systems-manager/ParameterDetails";
import { Parameters } from "./screens/systems-manager/Parameters";
import { SessionPage } from "./screens/systems-manager/SessionPage";
import { Sessions } from "./screens/systems-manager/Sessions";
import { StartSession } from "./screens/systems-manager/StartSession";
import { EC2, SYSTEMS_MANAGER } from "./services";

/** Pieces of the address, decoded, in the order of the groups of its pattern. */
type Pieces = string[];

const ROUTES: [RegExp, (pieces: Pieces) => ReactElement][] = [
  [/^\/$/, () => <Home />],
  [/^\/console\/home/, () => <Home />],

  [/^\/systems-manager(?:\/home)?\/?(?:#.*)?$/, () => <ServiceHome service={SYSTEMS_MANAGER} />],
  [/^\/systems-manager\/parameters\/create/, () => <CreateParameter />],
  [/^\/systems-manager\/parameters\/([^/]+)\/description/, ([name = ""]) => <ParameterDetails name={name} />],
  [/^\/systems-manager\/parameters\/?$/, () => <Parameters />],
  [/^\/systems-manager\/session-manager(?:\/sessions)?\/?$/, () => <Sessions />],
  [/^\/systems-manager\/session-manager\/start-session/, () => <StartSession />],
  [/^\/systems-manager\/session-manager\/(i-[0-9a-f]+)/, ([target = ""]) => <SessionPage key={target} target={target} />],

  [/^\/cloudformation(?:\/home)?\/?(?:#\/?(?:stacks\/?)?(?:\?.*)?)?$/, () => <Stacks />],
  [/^\/cloudformation\/home#\/stacks\/create/, () => <CreateStack />],
  [/^\/cloudformation\/home#\/stacks\/(\w+)\?(?:.*&)?stackId=([^&]+)/, ([tab = "", id = ""]) => <StackPage key={id} id={id} tab={tab} />],

  [/^\/ec2(?:\/home)?\/?(?:#Home:?)?$/, () => <ServiceHome service={EC2} />],
  [/^\/ec2\/home#Instances/, () => <Instances />],
  [/^\/ec2\/home#InstanceDetails:instanceId=([\w-]+)/, ([id = ""]) => <InstancePage id={id} />],
  [/^\/ec2\/home#SecurityGroup:groupId=([\w-]+)/, ([id = ""]) => <SecurityGroupPage id={id} />],
  [/^\/ec2\/home#ModifyInboundSecurityGroupRules:securityGroupId=([\w-]+)/, ([id = ""]) => <EditInbound id={id} />],

  [/^\/servicequotas\/home\/services\/ec2\/quotas\/(L-[0-9A-F]+)/, ([code = ""]) => <QuotaPage code={code} />],
  [/^\/servicequotas\/home\/requests/, () => <QuotaRequests />],
  [/^\/servicequotas(?:\/home)?\/?(?:services\/ec2\/quotas\/?)?$/, () => <Quotas />],

  [/^\/costmanagement\/home#\/budgets\/details\?name=(.+)/, ([name = ""]) => <BudgetPage name={name} />],
  [/^\/costmanagement(?:\/home)?\/?(?:#\/?(?:budgets\/?)?)?$/, () => <Budgets />],
];

/** A piece of an address as it was meant; one that nobody can have meant stays as it is. */
function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

export function Screen() {
  const address = useAddress();
  for (const [pattern, screen] of ROUTES) {
    const found = pattern.exec(address);
    if (found) return screen(found.slice(1).map(piece => decoded(piece ?? "")));
  }
  return <NotFound />;
}
