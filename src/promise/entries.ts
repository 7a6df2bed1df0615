import { sla } from "../azure/sla";
import type { PlanGraph } from "../plan/graph";
import type { Resource } from "../plan/resource";
import { PROFILE } from "../reach/front-door";
import { publicListeners } from "../reach/gateway";
import { share } from "./composed";
import { placedOrigins } from "./origins";
import { type PathPart, pathPart } from "./parts";
import { placeOf } from "./place";
import type { Topology } from "./promise";
import { coverage, takesRequests } from "./services";

/** What may stand between the Internet and an app, tier by tier: the edge, firewalls that forward, gateways. */
function tiers(graph: PlanGraph): readonly (readonly Resource[])[] {
  const forwards =
    graph.of("azurerm_firewall_nat_rule_collection").length > 0 ||
    graph
      .of("azurerm_firewall_policy_rule_collection_group")
      .some((one) => one.blocks("nat_rule_collection").length > 0);
  const addressed = (one: Resource) =>
    one.blocks("frontend_ip_configuration").some((ip) => ip.refs("public_ip_address_id").length > 0);
  return [
    graph.of(PROFILE),
    forwards ? graph.of("azurerm_firewall") : [],
    [
      ...graph.of("azurerm_application_gateway").filter((one) => publicListeners(one).length > 0),
      ...graph.of("azurerm_lb").filter(addressed),
    ],
  ];
}

/** What takes requests from the Internet: the edge and the gateways, or else the apps that do so themselves. */
export function entriesOf(graph: PlanGraph, config?: Topology["config"]): readonly Resource[] {
  const gates = tiers(graph).flat();
  return gates.length > 0 ? gates : coverage({}, { graph, config }).covered.map(({ runner }) => runner);
}

/** The gates that may lead to a region: those in it, those in none, and all where that leaves nothing. */
function leadingTo(place: string | undefined, tier: readonly Resource[]): readonly Resource[] {
  const near = tier.filter((one) => [undefined, place].includes(placeOf(one)));
  return near.length > 0 ? near : tier;
}

/** The private link by which the edge reaches the region of an app. */
function edgeLink(graph: PlanGraph, place: string | undefined): PathPart[] {
  const figure = sla("private-link");
  const found = placedOrigins(graph).find((one) => one.place === place);
  const linked = found && found.origin.blocks("private_link").length > 0;
  return linked ? [{ resource: found.origin, sla: figure, says: figure.what }] : [];
}

/** What a request passes in one region until it is at an app: of every tier the weakest, as nothing says which it takes. */
export function entries(graph: PlanGraph, runner: Resource): PathPart[] {
  if (!takesRequests(runner)) return [];
  const place = placeOf(runner);
  const gates = tiers(graph).map((tier) =>
    leadingTo(place, tier)
      .flatMap((one) => pathPart(one) ?? [])
      .sort((a, b) => share(a) - share(b))
      .slice(0, 1),
  );
  const [edge = [], ...others] = gates;
  return [...edge, ...edgeLink(graph, place), ...others.flat()];
}
