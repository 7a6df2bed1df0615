import type { ConfigView } from "../config/view";
import type { PlanGraph } from "../plan/graph";
import type { Part, Resource } from "../plan/resource";
import { platformNeed } from "./platform-places";
import { reasonOf } from "./reason";
import { inOrder, NOT_KNOWN, sorted, targetsAt, textAt, textsAt } from "./values";

/** One rule of a firewall about what leaves. */
export interface FirewallRule {
  /** The collection group, or the collection. */
  readonly resource: string;
  readonly rule: string;
  readonly action: string;
  /** Addresses that it is for; with the subnet that has exactly these. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** For example `https 443`. */
  readonly ports: readonly string[];
  /** `platform`: Azure's own services need it; `product`: somebody of the company does. */
  readonly whose: "platform" | "product";
  readonly owner: string;
  readonly why: string;
  /** Last day it is needed; empty when nobody set one. */
  readonly until: string;
}

const NOT_SAID = "not said";
const TO = [
  "destination_addresses",
  "destination_fqdns",
  "destination_fqdn_tags",
  "destination_urls",
  "fqdn_tags",
  "target_fqdns",
  "web_categories",
];

/** A range with the subnet or the network that it is. */
function source(graph: PlanGraph, range: string): string {
  const whole = graph.of("azurerm_virtual_network").find((one) => one.texts("address_space").includes(range));
  const subnet = graph.of("azurerm_subnet").find((one) => one.texts("address_prefixes").includes(range));
  const found = subnet ?? whole;
  return found ? `${range} (${found.address})` : range;
}

function portsOf(rule: Part): string[] {
  const web = [...rule.blocks("protocols"), ...rule.blocks("protocol")].map(
    (one) => `${(textAt(one, "type") ?? NOT_KNOWN).toLowerCase()} ${textAt(one, "port") ?? NOT_KNOWN}`,
  );
  if (web.length > 0) return web;
  const protocols = rule.blocks("protocols").length === 0 ? textsAt(rule, "protocols") : [];
  const ports = textsAt(rule, "destination_ports");
  return protocols.length > 0 || ports.length > 0
    ? [`${protocols.join(", ").toLowerCase()} ${ports.join(", ")}`.trim()]
    : [];
}

function ruleOf(graph: PlanGraph, collection: Part, rule: Part, config: ConfigView | undefined): FirewallRule {
  const to = [...TO.flatMap((attribute) => textsAt(rule, attribute)), ...targetsAt(rule, "destination_ip_groups")];
  const from = [
    ...textsAt(rule, "source_addresses").map((one) => source(graph, one)),
    ...targetsAt(rule, "source_ip_groups"),
  ];
  const name = textAt(rule, "name") ?? NOT_KNOWN;
  const needs = to.map(platformNeed);
  const platform = needs.length > 0 && needs.every((one) => one !== undefined);
  const written = reasonOf(textAt(rule, "description") ?? "");
  const answer = config?.egress?.allow?.[name];
  const needed = platform ? sorted(needs.filter((one) => one !== undefined)).join(", ") : undefined;
  return {
    resource: rule.resource.address,
    rule: name,
    action: (textAt(collection, "action") ?? NOT_KNOWN).toLowerCase(),
    from: from.length > 0 ? sorted(from) : [NOT_KNOWN],
    to: to.length > 0 ? sorted(to) : [NOT_KNOWN],
    ports: sorted(portsOf(rule)),
    whose: platform ? "platform" : "product",
    owner: written.owner ?? answer?.owner ?? NOT_SAID,
    why: written.why ?? answer?.why ?? needed ?? NOT_SAID,
    until: written.until ?? answer?.until ?? "",
  };
}

const KINDS = ["application_rule_collection", "network_rule_collection"];
/** Collections of firewalls without a policy. */
export const WHOLE = ["azurerm_firewall_application_rule_collection", "azurerm_firewall_network_rule_collection"];

/** A rule of which the plan does not know yet what it is. */
function open(holder: Resource, what: string): FirewallRule {
  const unknown = { from: [NOT_KNOWN], to: [NOT_KNOWN], ports: [NOT_KNOWN], owner: NOT_SAID, why: NOT_SAID, until: "" };
  return {
    resource: holder.address,
    rule: `${what} that are ${NOT_KNOWN}`,
    action: NOT_KNOWN,
    whose: "product",
    ...unknown,
  };
}

function* rules(graph: PlanGraph, config: ConfigView | undefined): Generator<FirewallRule> {
  const of = function* (holder: Resource, collection: Part): Generator<FirewallRule> {
    if (collection.isUnknown("rule")) yield open(holder, "rules");
    for (const rule of collection.blocks("rule")) yield ruleOf(graph, collection, rule, config);
  };
  for (const group of graph.of("azurerm_firewall_policy_rule_collection_group"))
    for (const kind of KINDS) {
      if (group.isUnknown(kind)) yield open(group, kind);
      for (const collection of group.blocks(kind)) yield* of(group, collection);
    }
  for (const collection of graph.of(...WHOLE)) yield* of(collection, collection);
}

/** What firewalls let out or stop, the platform's own places last, by rule. A config says what descriptions leave out. */
export function firewallRules(graph: PlanGraph, config?: ConfigView): FirewallRule[] {
  return inOrder(
    rules(graph, config),
    ({ whose, rule, resource, to }) => `${whose === "platform" ? 1 : 0} ${rule} ${resource} ${to.join()}`,
  );
}
