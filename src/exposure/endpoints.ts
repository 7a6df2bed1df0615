import { buildGraph } from "../plan/build";
import type { JsonObject } from "../plan/json";
import type { Resource } from "../plan/resource";
import type { SynthesizedStack } from "../plan/terraform-json";
import { domainsOf, routesOf } from "../reach/front-door";
import type { InternetPath } from "../reach/internet-path";
import { pathsFromOutside } from "./ways-in";

/** Host names of its own under which a Front Door endpoint answers. */
function edgeHosts(endpoint: Resource): string[] {
  return routesOf(endpoint)
    .flatMap(domainsOf)
    .flatMap((to) => (to.kind === "resource" ? (to.resource.text("host_name") ?? []) : []));
}

/** What callers know a way in by: the name of an app, the hosts of a listener, else the address of what they reach. */
function namesOf({ kind, part }: InternetPath): readonly string[] {
  const { address } = part.resource;
  if (kind === "app-ingress") return [address.replace(/^(.*\/)?azurerm_container_app\.(?:app-)?/, "")];
  const hosts =
    kind === "gateway-listener"
      ? [part.text("host_name") ?? [], ...part.texts("host_names")].flat()
      : kind === "front-door"
        ? edgeHosts(part.resource)
        : [];
  return hosts.length > 0 ? hosts : [address];
}

/**
 * What the Internet reaches, sorted: the ways in of the exposure report, but for listeners that only send callers on to
 * HTTPS. One of which it is not known before apply whether it is open is said to be `perhaps`.
 */
export function publicEndpoints(stacks: readonly SynthesizedStack[]): string[] {
  const graph = buildGraph(stacks.map(({ name, json }) => ({ kind: "synth", name, json: json as JsonObject })));
  const paths = pathsFromOutside(graph).filter(({ kind }) => kind !== "gateway-redirect");
  const certain = new Set(paths.filter(({ uncertain }) => !uncertain).flatMap(namesOf));
  const perhaps = paths.flatMap(namesOf).filter((name) => !certain.has(name));
  return [...certain, ...new Set(perhaps.map((name) => `${name} (perhaps)`))].sort();
}
