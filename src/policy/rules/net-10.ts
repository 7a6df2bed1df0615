import { gatewayPaths } from "../graph/gateway";
import type { PlanGraph } from "../graph/graph";
import { associated, target } from "../graph/network";
import { letAnyoneIn, openToInternet, type PortRange, within } from "../graph/nsg";
import { UNKNOWN } from "../graph/reference";
import { type RuleContext, rule } from "../rule";

const WITHOUT_GROUP = new Set(["AzureFirewallManagementSubnet", "AzureFirewallSubnet", "GatewaySubnet"]);
const ENTRY: readonly PortRange[] = [[443, 443]];
const MANAGEMENT: readonly PortRange[] = [[65200, 65535]];

function redirectPorts(graph: PlanGraph): PortRange[] {
  const serving = [...gatewayPaths(graph)].some(
    ({ kind, part }) => kind === "gateway-listener" && part.text("protocol") === "Http",
  );
  const redirecting = [...gatewayPaths(graph)].some(({ kind }) => kind === "gateway-redirect");
  return redirecting && !serving ? [[80, 80]] : [];
}

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

export const net10 = rule({
  control: "NET-10",
  title: "Every subnet has a security group that lets nothing in from the Internet but the entry's ports",
  why: "Without a group one misplaced address makes everything in the subnet reachable.",
  fix: "Associate a security group; allow from the Internet only 443, and 80 where it only redirects.",
  severity: "high",
  since: "pilot",
  types: [
    "azurerm_subnet",
    "azurerm_network_security_group",
    "azurerm_private_endpoint",
    "azurerm_network_manager_admin_rule",
  ],
  needs: ["plan"],
  check(context) {
    const { graph } = context;
    judgeAlwaysAllowed(context);
    const endpoints = graph.by("azurerm_private_endpoint", "subnet_id");
    const gateways = graph.by("azurerm_application_gateway", "gateway_ip_configuration.subnet_id");
    for (const subnet of context.resources("azurerm_subnet")) {
      if (WITHOUT_GROUP.has(subnet.text("name") ?? "")) {
        context.skip(subnet, "network_security_group", "Azure allows no security group on it.");
        continue;
      }
      if (endpoints.has(subnet))
        context.expect(
          subnet,
          "private_endpoint_network_policies",
          (value) => value === "Enabled" || value === "NetworkSecurityGroupEnabled",
          (value) => `The security group does nothing there: private_endpoint_network_policies is ${value}.`,
        );
      const reference = associated(graph, subnet, "network_security_group");
      const group = target(reference, "azurerm_network_security_group");
      if (group) context.pass(subnet, "network_security_group");
      else if (reference && reference.kind !== "outside") context.unknown(subnet, "network_security_group");
      else context.fail(subnet, "network_security_group", "It has no security group of the environment.");
      if (!group) continue;
      if (group.isUnknown("security_rule")) context.unknown(group, "security_rule");
      const ports = gateways.has(subnet) ? [...ENTRY, ...MANAGEMENT, ...redirectPorts(graph)] : ENTRY;
      for (const rule of openToInternet(graph, group)) {
        if (!rule.known) context.unknown(rule.part, "access");
        else if (rule.ports.length > 0 && rule.ports.every((range) => within(range, ports)))
          context.pass(rule.part, "access");
        else context.fail(rule.part, "access", `The rule ${rule.name} lets the Internet into ${subnet.address}.`);
      }
    }
  },
});
