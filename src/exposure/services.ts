import { typesThatRun } from "../azure";
import type { PlanGraph } from "../plan/graph";
import { UNKNOWN } from "../plan/reference";
import type { Part, Resource } from "../plan/resource";
import { environmentIsPublic } from "../reach/exposure";
import { networkOf, privateEndpoints, target } from "../reach/network";
import { networkOfVpn } from "./people";
import { inOrder, isNotKnown, NOT_KNOWN, sorted } from "./values";
import { type WayIn, waysIn } from "./ways-in";

/** How far away the furthest is that can reach a service. */
export type Reach = "the Internet" | "the network" | "its environment" | "nobody" | "not known";

/** Who reaches one service, and by which path. */
export interface ServiceReach {
  readonly resource: string;
  readonly reach: Reach;
  /** The paths in words, the widest first. */
  readonly by: readonly string[];
}

const NONE: ServiceReach["by"] = ["it takes no requests"];

/** The ways in whose routes lead to a resource, in words. */
function outside(ways: readonly WayIn[], address: string): { readonly by: string[]; readonly certain: boolean } {
  const found = ways
    .filter(({ kind }) => kind !== "gateway-redirect")
    .flatMap((way) => way.routes.filter(({ leadsTo }) => leadsTo.includes(address)).map((route) => ({ way, route })));
  return {
    by: sorted(
      found.map(({ way, route }) =>
        way.resource === address ? `${route.asks}, itself` : `${route.asks}, through ${way.resource}`,
      ),
    ),
    certain: found.some(({ way }) => way.open === "yes"),
  };
}

/** Who is in the network of a container environment beside what stands there. */
function inside(graph: PlanGraph, environment: Resource | undefined): string[] {
  const subnet = environment && target(environment.refs("infrastructure_subnet_id")[0], "azurerm_subnet");
  const network = subnet && networkOf(subnet);
  if (!network) return ["from a network that the plan does not show"];
  const people = graph
    .of("azurerm_virtual_network_gateway")
    .filter((one) => one.blocks("vpn_client_configuration").length > 0 && networkOfVpn(one) === network)
    .map((one) => `people by VPN, through ${one.address}`);
  const endpoints = privateEndpoints(graph, environment).map((one) => `through ${one.address}`);
  return [`from ${network.address}`, ...sorted([...people, ...endpoints])];
}

function environmentOf(app: Part): Resource | undefined {
  return target(app.refs("container_app_environment_id")[0], "azurerm_container_app_environment");
}

function appReach(graph: PlanGraph, app: Resource, ways: readonly WayIn[]): ServiceReach {
  const row = { resource: app.address };
  const through = outside(ways, app.address);
  const [ingress] = app.blocks("ingress");
  const environment = environmentOf(app);
  if (!ingress || ingress.uncertain)
    return app.isUnknown("ingress")
      ? { ...row, reach: "not known", by: [`its ingress is ${NOT_KNOWN}`] }
      : { ...row, reach: "nobody", by: NONE };
  const state = environmentIsPublic(environment);
  const external = ingress.value("external_enabled");
  if (external === UNKNOWN || (external === true && state === UNKNOWN))
    return { ...row, reach: "not known", by: [...through.by, `what decides is ${NOT_KNOWN}`] };
  if (external !== true) {
    const futile = through.by.map((one) => `${one}: in vain, for it takes requests of its environment only`);
    return { ...row, reach: "its environment", by: ["other services of its environment", ...futile] };
  }
  if (state === true) return { ...row, reach: "the Internet", by: through.by };
  const people = inside(graph, environment);
  if (through.by.length === 0) return { ...row, reach: "the network", by: people };
  return { ...row, reach: through.certain ? "the Internet" : "not known", by: [...through.by, ...people] };
}

/** A web app: the Internet where it answers it, else its private endpoints. */
function webAppReach(graph: PlanGraph, app: Resource, ways: readonly WayIn[]): ServiceReach {
  const { by, certain } = outside(ways, app.address);
  const endpoints = sorted(privateEndpoints(graph, app).map((one) => `through ${one.address}`));
  if (by.length > 0)
    return { resource: app.address, reach: certain ? "the Internet" : "not known", by: [...by, ...endpoints] };
  if (isNotKnown(app, "public_network_access_enabled"))
    return { resource: app.address, reach: "not known", by: [NOT_KNOWN] };
  return endpoints.length > 0
    ? { resource: app.address, reach: "the network", by: endpoints }
    : { resource: app.address, reach: "nobody", by: ["its public side is off and it has no private endpoint"] };
}

/** Every service of the environment with who reaches it, those that nobody reaches included, by address. */
export function services(graph: PlanGraph): ServiceReach[] {
  const ways = waysIn(graph);
  return inOrder(
    [
      ...graph.of(...typesThatRun("app")).map((one) => appReach(graph, one, ways)),
      ...graph
        .of(...typesThatRun("job"))
        .map((one): ServiceReach => ({ resource: one.address, reach: "nobody", by: NONE })),
      ...graph.of(...typesThatRun("site")).map((one) => webAppReach(graph, one, ways)),
    ],
    ({ resource }) => resource,
  );
}
