// Which screen an address shows. The addresses are those of the AWS console, as far as they are known.

import type { ReactElement } from "react";

import { useAddress } from "./router";
import { CreateParameter } from "./screens/systems-manager/CreateParameter";
import { Home } from "./screens/Home";
import { NotFound } from "./screens/NotFound";
import { ParameterDetails } from "./screens/systems-manager/ParameterDetails";
import { Parameters } from "./screens/systems-manager/Parameters";
import { SystemsManager } from "./screens/systems-manager/SystemsManager";

/** Pieces of the address, decoded, in the order of the groups of its pattern. */
type Pieces = string[];

const ROUTES: [RegExp, (pieces: Pieces) => ReactElement][] = [
  [/^\/$/, () => <Home />],
  [/^\/console\/home/, () => <Home />],
  [/^\/systems-manager(?:\/home)?\/?$/, () => <SystemsManager />],
  [/^\/systems-manager\/parameters\/create/, () => <CreateParameter />],
  [/^\/systems-manager\/parameters\/([^/]+)\/description/, ([name = ""]) => <ParameterDetails name={name} />],
  [/^\/systems-manager\/parameters\/?$/, () => <Parameters />],
];

export function Screen() {
  const address = useAddress();
  for (const [pattern, screen] of ROUTES) {
    const found = pattern.exec(address);
    if (found) return screen(found.slice(1).map(piece => decodeURIComponent(piece ?? "")));
  }
  return <NotFound />;
}
