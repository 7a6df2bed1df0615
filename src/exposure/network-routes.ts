import type { PlanGraph } from "../plan/graph";
import type { Part, Resource } from "../plan/resource";
import { target } from "../reach/network";
import type { PortRange } from "../reach/nsg";
import { groupOf, openedBy, who } from "./admitted";
import type { Route } from "./route";
import { EVERYBODY, isNotKnown, NOT_KNOWN, targetsAt, textAt, textsAt } from "./values";

/** Routes together with who may use them. */
export interface Admitted {
  readonly routes: readonly Route[];
  readonly from: readonly string[];
}

const ports = ([from, to]: PortRange) => (from === to ? `${from}` : `${from}-${to}`);

/** What a firewall's translation forwards inward. */
export function translated(rule: Part): Admitted {
  const protocol = textsAt(rule, "protocols").join(", ").toLowerCase() || NOT_KNOWN;
  const to = [...textsAt(rule, "destination_address"), ...textsAt(rule, "destination_addresses")].join(", ");
  const inside = textAt(rule, "translated_address") ?? textAt(rule, "translated_fqdn") ?? NOT_KNOWN;
  const asks = `${protocol} ${to || NOT_KNOWN}:${textsAt(rule, "destination_ports").join(", ")}`;
  const groups = targetsAt(rule, "source_ip_groups");
  const sources = [...textsAt(rule, "source_addresses"), ...groups];
  return {
    routes: [{ asks, leadsTo: [`${inside}:${textAt(rule, "translated_port") ?? NOT_KNOWN}`] }],
    from: sources.length > 0 ? who(sources) : [NOT_KNOWN],
  };
}

/** Machines that a network card belongs to. */
function machinesOf(graph: PlanGraph, card: Resource): string[] {
  const types = ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine", "azurerm_virtual_machine"];
  const machines = types.flatMap((type) => graph.by(type, "network_interface_ids").get(card) ?? []);
  return machines.length > 0 ? machines.map((one) => one.address) : [card.address];
}

/** What reaches a network card that has a public address: what the groups of card and subnet both open. */
export function throughCard(graph: PlanGraph, configuration: Part): Admitted {
  const card = configuration.resource;
  const leadsTo = machinesOf(graph, card);
  const type = "azurerm_network_interface_security_group_association";
  const own = graph.by(type, "network_interface_id").get(card)?.[0]?.refs("network_security_group_id")[0];
  const subnet = groupOf(graph, target(configuration.refs("subnet_id")[0], "azurerm_subnet"));
  const groups = [own && (target(own, "azurerm_network_security_group") ?? NOT_KNOWN), subnet].filter(
    (one) => one !== undefined,
  );
  const known = groups.filter((one) => typeof one !== "string");
  const [first, second] = known.map((one) => openedBy(graph, one));
  if (!first || known.length < groups.length)
    return groups.length > 0
      ? { routes: [{ asks: NOT_KNOWN, leadsTo }], from: [NOT_KNOWN] }
      : ungrouped(configuration, leadsTo);
  const open = first.flatMap((one) => {
    if (!second) return [one];
    const also = second.filter((other) => other.ports[0] <= one.ports[1] && one.ports[0] <= other.ports[1]);
    return also.map((other) => {
      const narrow: PortRange = [Math.max(one.ports[0], other.ports[0]), Math.min(one.ports[1], other.ports[1])];
      return { ports: narrow, from: narrower(one.from, other.from) };
    });
  });
  return {
    routes: open.map((one) => ({ asks: `port ${ports(one.ports)}`, leadsTo })),
    from: open.length > 0 ? who(open.flatMap((one) => one.from)) : ["nobody: its security groups open nothing"],
  };
}

function narrower(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.includes(EVERYBODY) ? b : a;
}

/** A Standard address lets nothing in without a security group, a Basic one everything. */
function ungrouped(configuration: Part, leadsTo: readonly string[]): Admitted {
  const address = target(configuration.refs("public_ip_address_id")[0], "azurerm_public_ip");
  const routes = [{ asks: "any port", leadsTo }];
  if (!address || isNotKnown(address, "sku")) return { routes, from: [NOT_KNOWN] };
  return (address.text("sku") ?? "Standard") === "Basic"
    ? { routes, from: [EVERYBODY] }
    : { routes, from: ["nobody: a Standard address is closed without a security group"] };
}

/** What a load balancer forwards from one of its frontends. */
export function throughBalancer(graph: PlanGraph, frontend: Part): Admitted {
  const balancer = frontend.resource;
  const name = frontend.text("name");
  const of = (type: string) =>
    (graph.by(type, "loadbalancer_id").get(balancer) ?? []).filter(
      (one) => one.text("frontend_ip_configuration_name") === name || isNotKnown(one, "frontend_ip_configuration_name"),
    );
  const routes = [...of("azurerm_lb_rule"), ...of("azurerm_lb_nat_rule")].map((rule) => {
    const port =
      textAt(rule, "frontend_port") ?? `${textAt(rule, "frontend_port_start")}-${textAt(rule, "frontend_port_end")}`;
    const pools = [...targetsAt(rule, "backend_address_pool_ids"), ...targetsAt(rule, "backend_address_pool_id")];
    const inside = textAt(rule, "backend_port") ?? NOT_KNOWN;
    const leadsTo = (pools.length > 0 ? pools : [rule.address]).map((one) => `${one}:${inside}`);
    return { asks: `${(textAt(rule, "protocol") ?? NOT_KNOWN).toLowerCase()} ${port}`, leadsTo };
  });
  return routes.length > 0
    ? { routes, from: ["whom the security groups of its machines let in"] }
    : { routes: [{ asks: "nothing: no rule takes requests", leadsTo: [] }], from: ["nobody"] };
}

/** A container group with an address of its own. */
export function throughContainers(group: Resource): Admitted {
  const exposed = [...group.blocks("exposed_port"), ...group.blocks("container").flatMap((one) => one.blocks("ports"))];
  const asked = exposed.map(
    (one) => `${(textAt(one, "protocol") ?? "tcp").toLowerCase()} ${textAt(one, "port") ?? NOT_KNOWN}`,
  );
  return {
    routes: [{ asks: [...new Set(asked)].sort().join(", ") || NOT_KNOWN, leadsTo: [group.address] }],
    from: [EVERYBODY],
  };
}
