import { sla } from "../azure/sla";
import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { environmentIsPublic } from "../reach/exposure";
import { followed } from "../reach/followers";
import type { RequestPath } from "./composed";
import { entries } from "./entries";
import { overRegions } from "./over-regions";
import { type PathPart, pathPart } from "./parts";
import type { LeftOut } from "./promise";
import type { TwoRegions } from "./second-region";
import { type Covered, takesRequests } from "./services";
import { storesOfNobody, storesUsedBy } from "./uses";

function privateLink(graph: PlanGraph, store: Resource): PathPart[] {
  const ends = graph.by("azurerm_private_endpoint", "private_service_connection.private_connection_resource_id");
  const inside = graph
    .of("azurerm_mssql_server")
    .filter((one) => store.refs("server_id").some((ref) => ref.kind === "resource" && ref.resource === one));
  const [end] = [store, ...inside].flatMap((one) => ends.get(one) ?? []);
  const figure = sla("private-link");
  return end ? [{ resource: end, sla: figure, says: figure.what }] : [];
}

/** What one service needs itself: its app, and every store that it uses, with the private link to it. */
function own(graph: PlanGraph, runner: Resource): PathPart[] {
  const stores = [...storesUsedBy(runner), ...storesOfNobody(graph)].filter((one) => followed(one) === undefined);
  const behind = stores.flatMap((one) => [...privateLink(graph, one), ...[pathPart(one) ?? []].flat()]);
  return [...[pathPart(runner) ?? []].flat(), ...behind];
}

/**
 * The paths of requests to what a promise covers. Callers reach the services that take requests from outside; those that
 * do not are needed by the others, so each of them is on every path, once.
 */
export function requestPaths(graph: PlanGraph, covered: readonly Covered[], regions?: TwoRegions): RequestPath[] {
  const open = covered.filter(({ runner }) => takesRequests(runner));
  const inner = covered.filter(({ runner }) => !takesRequests(runner));
  const starts = open.length > 0 ? open.map((one) => [one, ...inner]) : inner.length > 0 ? [inner] : [];
  return starts.map((services) => {
    const found = services.flatMap(({ runner }) => [...entries(graph, runner), ...own(graph, runner)]);
    const parts = [...new Map(found.map((one) => [one.resource, one])).values()];
    const at = regions?.mode === "active-active" ? overRegions(graph, parts, services, regions) : parts;
    return { service: services.map(({ service }) => service).join(" with "), parts: at };
  });
}

interface Beside {
  readonly types: readonly string[];
  readonly what: string;
  readonly why: string;
}

const BESIDE: readonly Beside[] = [
  {
    types: ["azurerm_container_registry"],
    what: `container registry (${sla("registry").percent} %)`,
    why: "images are pulled when a replica starts; replicas that run do not need it",
  },
  {
    types: ["azurerm_key_vault"],
    what: `Key Vault (${sla("key-vault").percent} %)`,
    why: "secrets are read when a replica starts; replicas that run keep them",
  },
  {
    types: ["azurerm_firewall"],
    what: `firewall (${sla("firewall").percent} %, over zones ${sla("firewall-zones").percent} %)`,
    why: "requests do not pass it; calls to other companies' services do, and their availability is not known here",
  },
  {
    types: ["azurerm_virtual_network_gateway"],
    what: `VPN gateway (${sla("vpn-gateway").percent} %)`,
    why: "people operate through it, customers do not",
  },
  {
    types: ["azurerm_private_dns_zone", "azurerm_dns_zone", "azurerm_private_dns_resolver"],
    what: "DNS",
    why: "answers are cached, and Azure commits to 99.99 % and more",
  },
  {
    types: ["azurerm_log_analytics_workspace", "azurerm_application_insights"],
    what: `logs (${sla("log-analytics").percent} %)`,
    why: "requests are served without them; nobody sees what happens, though",
  },
];

/** What is there and was not multiplied, with the reason. */
export function leftOutOf(graph: PlanGraph, paths: readonly RequestPath[]): LeftOut[] {
  const on = new Set(paths.flatMap(({ parts }) => parts.map(({ resource }) => resource.type)));
  const found = BESIDE.filter(({ types }) => types.some((type) => graph.of(type).length > 0 && !on.has(type)));
  const open = graph.of("azurerm_container_app_environment").some((one) => environmentIsPublic(one) === true);
  return [
    ...found.map(({ what, why }) => ({ what, why })),
    ...(open ? [{ what: "the apps' own ingress", why: "it is part of the figure of Container Apps" }] : []),
    { what: "Entra ID", why: "apps keep their tokens for hours" },
    {
      what: "calls between services",
      why: "no plan shows them: name every service that is needed under promise.covers",
    },
    { what: "the product itself", why: "a bug or a bad release is in nobody's figures" },
  ];
}
