import type { PlanGraph } from "../../plan/graph";
import { describe } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { egressOf, natGateways } from "../../reach/egress";
import { emptySubnets } from "../../reach/empty-subnets";
import { target } from "../../reach/network";
import { judgeAllowList } from "../helpers/allow-list";
import { judgeAskedServers } from "../helpers/asked-servers";
import { judgeBackends } from "../helpers/backends";
import { judgeCrossTenant } from "../helpers/cross-tenant";
import { judgeHiddenDestinations } from "../helpers/hidden-destinations";
import { judgeLinksOut } from "../helpers/links-out";
import { judgePrivateZones, ZONE } from "../helpers/private-zones";
import { bypasses, strandingRoute, unknownRoute } from "../helpers/routes";
import { judgeThreatIntelligence } from "../helpers/threat-intelligence";
import { judgeUnread } from "../helpers/unread";
import { judgeWaysOut, SENDERS } from "../helpers/ways-out";
import { type RuleContext, rule } from "../rule";

const COLLECTIONS = [
  "azurerm_firewall_application_rule_collection",
  "azurerm_firewall_network_rule_collection",
  "azurerm_firewall_policy_rule_collection_group",
];
const POLICY = "azurerm_firewall_policy";
const PLATFORM_SUBNETS = new Set(["AzureFirewallManagementSubnet", "AzureFirewallSubnet", "GatewaySubnet"]);

/** Subnets that Azure runs something from over the Internet; a firewall may be tunnelled, a resolver needs no way out. */
const NEEDS_INTERNET = new Set(["AzureFirewallManagementSubnet", "GatewaySubnet"]);

function ofGateway(graph: PlanGraph, subnet: Resource): boolean {
  return graph.by("azurerm_application_gateway", "gateway_ip_configuration.subnet_id").has(subnet);
}

function ofPlatform(graph: PlanGraph, subnet: Resource): boolean {
  const resolver = graph.by("azurerm_private_dns_resolver_inbound_endpoint", "ip_configurations.subnet_id").has(subnet);
  return resolver || ofGateway(graph, subnet) || PLATFORM_SUBNETS.has(subnet.text("name") ?? "");
}

function judgePlatformSubnet(context: RuleContext, subnet: Resource): void {
  const needs = ofGateway(context.graph, subnet) || NEEDS_INTERNET.has(subnet.text("name") ?? "");
  const route = needs ? strandingRoute(subnet) : undefined;
  if (!route) context.skip(subnet, "route_table", "It belongs to the gateway, the VPN, the resolver or the firewall.");
  else
    context.fail(subnet, "route_table", `${route.resource.address} sends 0.0.0.0/0 elsewhere than to the Internet.`, {
      fix: "Take the route away: what stands in this subnet does not work without its own way to the Internet.",
    });
}

function judgeSubnet(context: RuleContext, subnet: Resource): void {
  const { kind, says } = egressOf(context.graph, subnet);
  if (kind === "firewall" || kind === "dropped") context.pass(subnet, "route_table", `It ${says}.`);
  else if (kind === "unknown") context.unknown(subnet, "route_table", `It ${says}.`);
  else context.fail(subnet, "route_table", `It ${says}.`);
  for (const route of bypasses(subnet)) {
    const [prefix, type] = [route.text("address_prefix"), route.text("next_hop_type")];
    const to = type === "Internet" ? "the Internet" : "another appliance";
    context.fail(subnet, "route_table.route", `It sends ${prefix ?? "some addresses"} to ${to} past the firewall.`);
  }
  const open = kind === "unknown" ? undefined : unknownRoute(subnet);
  if (open)
    context.unknown(subnet, "route_table.route", `A route of ${open.resource.address} is not known before apply.`);
  for (const nat of natGateways(context.graph).get(subnet) ?? [])
    context.fail(subnet, "nat_gateway", `${nat.address} gives it a way out beside the firewall.`);
  const services = subnet.texts("service_endpoints");
  if (services.length > 0)
    context.fail(subnet, "service_endpoints", `What goes to ${services.join(", ")} goes past the firewall.`, {
      fix: "Remove the service endpoints; private endpoints lead to the environment's own resources.",
    });
}

/** The rules that a firewall follows must be here to be judged. */
function judgePolicy(context: RuleContext, one: Resource, path: "firewall_policy_id" | "base_policy_id"): void {
  const [reference] = one.refs(path);
  if (!reference) return;
  if (target(reference, POLICY)?.mode === "managed") context.pass(one, path);
  else if (reference.kind === "unknown") context.unknown(one, path);
  else context.fail(one, path, `Its rules are those of ${describe(reference)}, which the environment does not have.`);
}

/** What was allowed for a while, and is still allowed after it. */
function judgeEnds(context: RuleContext): void {
  for (const [name, { until }] of Object.entries(context.config.egress?.allow ?? {})) {
    const path = `egress.allow.${name}.until`;
    if (until === undefined) continue;
    if (until >= context.today) context.pass("config", path);
    else
      context.fail("config", path, `${name} was allowed until ${until}, and still is.`, {
        fix: "Remove it from egress.allow, or decide on another day.",
      });
  }
}

export const net08 = rule({
  control: "NET-08",
  title: "What leaves goes through the firewall, and only to named places",
  why: "An app that is broken into calls home; an allow-list is what stops it.",
  fix: "Route 0.0.0.0/0 of the subnet to the firewall, and allow names one by one with owner and reason.",
  severity: "high",
  since: "pre-production",
  types: [
    "azurerm_subnet",
    "azurerm_subnet_nat_gateway_association",
    "azurerm_virtual_network",
    "azurerm_firewall",
    POLICY,
    ...COLLECTIONS,
    "azurerm_ip_group",
    "azurerm_storage_account",
    "azurerm_private_endpoint",
    "azurerm_private_dns_resolver_forwarding_rule",
    ZONE,
    ...SENDERS,
  ],
  needs: ["plan"],
  check(context) {
    for (const subnet of context.resources("azurerm_subnet"))
      if (ofPlatform(context.graph, subnet)) judgePlatformSubnet(context, subnet);
      else if (context.from("scale") && emptySubnets(context.graph).has(subnet))
        context.skip(subnet, "route_table", "Nothing stands in it: the edge has taken the gateway's place.");
      else judgeSubnet(context, subnet);
    for (const one of context.resources("azurerm_virtual_network"))
      if (one.wasWritten("subnet") && one.blocks("subnet").length > 0)
        context.unknown(one, "subnet", "Where its inline subnets send what leaves is not judged: make them resources.");
    for (const one of context.resources("azurerm_firewall")) judgePolicy(context, one, "firewall_policy_id");
    for (const one of context.resources(POLICY)) judgePolicy(context, one, "base_policy_id");
    for (const one of context.resources(...COLLECTIONS)) {
      judgeAllowList(context, one);
      judgeHiddenDestinations(context, one);
    }
    judgeThreatIntelligence(context);
    judgeCrossTenant(context);
    judgeBackends(context);
    judgeLinksOut(context);
    judgeAskedServers(context);
    judgePrivateZones(context);
    judgeWaysOut(context);
    judgeUnread(context, "waysOut");
    if (context.knows("today")) judgeEnds(context);
  },
});
