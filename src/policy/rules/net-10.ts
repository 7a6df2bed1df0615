import { type Reference, UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { emptySubnets } from "../../reach/empty-subnets";
import { associated, target } from "../../reach/network";
import { letAnyoneIn, rulesOfGroupsElsewhere } from "../../reach/nsg";
import { ELSEWHERE, formerGatewaySubnet, gatewaySubnet, judgeGroup, judgeLetIn, subnetOf } from "../helpers/let-in";
import { type RuleContext, rule } from "../rule";

const WITHOUT_GROUP = new Set(["AzureFirewallManagementSubnet", "AzureFirewallSubnet", "GatewaySubnet"]);
/** Rules of a network manager that no security group is asked about. */
function judgeAlwaysAllowed(context: RuleContext): void {
  for (const one of context.resources("azurerm_network_manager_admin_rule")) {
    const [action, direction] = [one.value("action"), one.value("direction")];
    if ((action !== "AlwaysAllow" && action !== UNKNOWN) || direction === "Outbound") continue;
    const sources = one.blocks("source").map((source) => source.value("address_prefix"));
    const known = [action, direction, ...sources].every((value) => value !== UNKNOWN);
    if (!known || one.isUnknown("source")) context.unknown(one, "action");
    else if (sources.length === 0 || letAnyoneIn(sources.map(String)))
      context.fail(one, "action", "It lets the Internet in, whatever the security groups say.");
    else context.pass(one, "action");
  }
}

const GROUP = "azurerm_network_security_group";

/** Judges whether a subnet has a group of the environment, and gives it. */
function demandGroup(context: RuleContext, subnet: Part, path: string, reference: Reference | undefined) {
  const group = target(reference, GROUP);
  if (group) context.pass(subnet, path);
  else if (subnet.uncertain || (reference && reference.kind !== "outside")) context.unknown(subnet, path);
  else context.fail(subnet, path, "It has no security group of the environment.");
  return group;
}

/** Subnets that are resources of their own; gives their groups. */
function judgeSubnets(context: RuleContext): Resource[] {
  const { graph } = context;
  const endpoints = graph.by("azurerm_private_endpoint", "subnet_id");
  const gateways = graph.by("azurerm_application_gateway", "gateway_ip_configuration.subnet_id");
  return context.resources("azurerm_subnet").flatMap((subnet) => {
    if (WITHOUT_GROUP.has(subnet.text("name") ?? "")) {
      context.skip(subnet, "network_security_group", "Azure allows no security group on it.");
      return [];
    }
    if (endpoints.has(subnet))
      context.expect(
        subnet,
        "private_endpoint_network_policies",
        (value) => value === "Enabled" || value === "NetworkSecurityGroupEnabled",
        (value) => `The security group does nothing there: private_endpoint_network_policies is ${value}.`,
      );
    const reference = associated(graph, subnet, "network_security_group");
    const group = demandGroup(context, subnet, "network_security_group", reference);
    if (!group) return [];
    const { address } = subnet;
    // At Scale the edge has taken the gateway's place, and the subnet stays: to replace a network is no option.
    const former = context.from("scale") && emptySubnets(graph).has(subnet);
    const place = former ? formerGatewaySubnet(address) : subnetOf(address);
    judgeGroup(context, group, gateways.has(subnet) ? gatewaySubnet(graph, address) : place);
    return [group];
  });
}

/** Subnets that are written inside their network; what stands in them is not known. */
function judgeInlineSubnets(context: RuleContext): Resource[] {
  return context.resources("azurerm_virtual_network").flatMap((network) => {
    if (!network.wasWritten("subnet")) return [];
    if (network.isUnknown("subnet")) context.unknown(network, "subnet");
    return network.blocks("subnet").flatMap((subnet) => {
      const name = subnet.text("name") ?? "";
      if (WITHOUT_GROUP.has(name)) return [];
      const group = demandGroup(context, subnet, "security_group", subnet.refs("security_group")[0]);
      if (!group) return [];
      judgeGroup(context, group, { ...ELSEWHERE, says: `into the subnet ${name} of ${network.address}` });
      return [group];
    });
  });
}

export const net10 = rule({
  control: "NET-10",
  title: "Every subnet has a security group that lets nothing in from the Internet but the entry's ports",
  why: "Without a group one misplaced address makes everything in the subnet reachable.",
  fix: "Associate a security group; allow from the Internet only 443, and 80 where it only redirects.",
  severity: "high",
  since: "pilot",
  types: [
    "azurerm_subnet",
    "azurerm_virtual_network",
    GROUP,
    "azurerm_network_security_rule",
    "azurerm_private_endpoint",
    "azurerm_network_manager_admin_rule",
  ],
  needs: ["plan"],
  check(context) {
    judgeAlwaysAllowed(context);
    const judged = new Set([...judgeSubnets(context), ...judgeInlineSubnets(context)]);
    for (const group of context.resources(GROUP)) if (!judged.has(group)) judgeGroup(context, group, ELSEWHERE);
    for (const rules of rulesOfGroupsElsewhere(context.graph)) judgeLetIn(context, rules, ELSEWHERE);
  },
});
