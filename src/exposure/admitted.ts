import type { PlanGraph } from "../plan/graph";
import type { Part, Resource } from "../plan/resource";
import { associated, target } from "../reach/network";
import { isAnyone, lettingIn, type PortRange, securityRules } from "../reach/nsg";
import { coverInternet } from "../reach/wide-ranges";
import { EVERYBODY, NOT_KNOWN, sorted, textAt, textsAt } from "./values";

/** Some sources in words: `everybody` covers the others. */
export function who(sources: readonly string[], but: readonly string[] = []): string[] {
  const everybody = sources.some((one) => one === EVERYBODY || isAnyone(one)) || coverInternet(sources);
  if (!everybody) return sorted(sources);
  return [but.length > 0 ? `${EVERYBODY} but ${sorted(but).join(", ")}` : EVERYBODY];
}

/** Who of the outside a security group lets in on a port; empty when it lets nobody in. */
export function admittedBy(graph: PlanGraph, group: Resource, port: number): string[] {
  const { sources, but, doubt } = lettingIn(securityRules(graph, group), port);
  const perhaps = doubt || group.isUnknown("security_rule") ? [NOT_KNOWN] : [];
  return who([...perhaps, ...sources], but);
}

/** The ports that a security group opens to somebody outside, with who that is. */
export function openedBy(graph: PlanGraph, group: Resource): { readonly ports: PortRange; readonly from: string[] }[] {
  const ranges = securityRules(graph, group)
    .filter((one) => one.direction === "Inbound" && one.access === "Allow")
    .flatMap((one) => one.ports);
  const distinct = new Map(ranges.map((one) => [one.join("-"), one]));
  return [...distinct.values()]
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map((ports) => ({ ports, from: admittedBy(graph, group, ports[0]) }))
    .filter(({ from }) => from.length > 0);
}

/** The security group of a subnet: the resource, `undefined` when there is none, a text when it is elsewhere. */
export function groupOf(graph: PlanGraph, subnet: Resource | undefined): Resource | string | undefined {
  const reference = subnet && associated(graph, subnet, "network_security_group");
  if (!reference) return undefined;
  return target(reference, "azurerm_network_security_group") ?? NOT_KNOWN;
}

/** Who an app's own address filter lets in. */
export function admittedByRestrictions(ingress: Part): string[] {
  if (ingress.isUnknown("ip_security_restriction")) return [NOT_KNOWN];
  const rules = ingress.blocks("ip_security_restriction");
  const ranges = (action: string) =>
    rules.filter((one) => one.text("action") === action).map((one) => textAt(one, "ip_address_range") ?? NOT_KNOWN);
  const unknown = rules.some((one) => one.text("action") === undefined) ? [NOT_KNOWN] : [];
  const allowed = [...ranges("Allow"), ...unknown];
  return allowed.length > 0 ? who(allowed) : who([EVERYBODY], ranges("Deny"));
}

/** Who a web app's access restrictions let in. */
export function admittedToWebApp(app: Resource): string[] {
  const [settings] = app.blocks("site_config");
  if (!settings) return app.isUnknown("site_config") ? [NOT_KNOWN] : [EVERYBODY];
  if (settings.isUnknown("ip_restriction")) return [NOT_KNOWN];
  const allowed = settings
    .blocks("ip_restriction")
    .filter((one) => one.text("action") !== "Deny")
    .flatMap((one) => [
      ...textsAt(one, "ip_address"),
      ...textsAt(one, "service_tag").map((tag) => `service tag ${tag}`),
      ...one
        .refs("virtual_network_subnet_id")
        .map((ref) => (ref.kind === "resource" ? ref.resource.address : NOT_KNOWN)),
    ]);
  if (allowed.length > 0) return who(allowed);
  return settings.text("ip_restriction_default_action") === "Deny" ? ["nobody"] : [EVERYBODY];
}
