import type { ConfigView } from "../../src/config/view";
import { type Exposure, exposure } from "../../src/exposure/exposure";
import { buildGraph, type GraphInput } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import type { SynthesizedStack } from "../../src/plan/terraform-json";
import { type Resources, stackJson } from "../policy/near-miss";

export type { Resources } from "../policy/near-miss";

/** What leaves and reaches a stack of these resources. */
export function exposed(resources: object, config?: ConfigView, extra: JsonObject = {}): Exposure {
  const json = stackJson(resources as Resources, extra);
  return exposure(buildGraph([{ kind: "synth", name: "platform", json }]), config);
}

/** The same of an environment's stacks. */
export function exposedStacks(stacks: readonly SynthesizedStack[], config?: ConfigView): Exposure {
  return exposure(
    buildGraph(stacks.map(({ name, json }): GraphInput => ({ kind: "synth", name, json: json as JsonObject }))),
    config,
  );
}

/** `asks → leads to` of every route, with who may use it. */
export function routesOf({ waysIn }: Exposure): string[] {
  return waysIn.flatMap(({ routes, from }) =>
    routes.map(({ asks, leadsTo }) => `${asks} → ${leadsTo.join(", ")} (${from.join(", ")})`),
  );
}

/** Ways in as `kind resource open`. */
export function waysOf({ waysIn }: Exposure): string[] {
  return waysIn.map(({ kind, resource, open }) => `${kind} ${resource}${open === "yes" ? "" : " perhaps"}`);
}

/** Services as `resource: reach, by …`. */
export function reachOf({ services }: Exposure): string[] {
  return services.map(({ resource, reach, by }) => `${resource}: ${reach}; ${by.join("; ")}`);
}

/** A network with a subnet for each name, and what is associated with them. */
export function network(subnets: Readonly<Record<string, object>>): Resources {
  const resources: Record<string, object> = {
    "azurerm_virtual_network.v": { name: "vnet", resource_group_name: "rg", address_space: ["10.30.0.0/22"] },
  };
  for (const [name, more] of Object.entries(subnets))
    resources[`azurerm_subnet.${name}`] = {
      name,
      resource_group_name: "rg",
      virtual_network_name: "vnet",
      ...more,
    };
  return resources as Resources;
}

/** A security group of these rules on a subnet. */
export function guarded(subnet: string, rules: readonly object[]): Resources {
  return {
    [`azurerm_network_security_group.${subnet}`]: {
      name: `nsg-${subnet}`,
      resource_group_name: "rg",
      security_rule: rules as never,
    },
    [`azurerm_subnet_network_security_group_association.${subnet}`]: {
      subnet_id: `\${azurerm_subnet.${subnet}.id}`,
      network_security_group_id: `\${azurerm_network_security_group.${subnet}.id}`,
    },
  };
}

/** One security rule. */
export function securityRule(
  direction: "Inbound" | "Outbound",
  access: "Allow" | "Deny",
  priority: number,
  more: object = {},
): object {
  return {
    name: `rule-${priority}`,
    direction,
    access,
    priority,
    protocol: "Tcp",
    source_address_prefix: "*",
    source_port_range: "*",
    destination_address_prefix: "*",
    destination_port_range: "443",
    ...more,
  };
}

/** Sends what leaves a subnet to the firewall. */
export function routed(subnet: string, ...more: readonly object[]): Resources {
  return {
    [`azurerm_route_table.${subnet}`]: {
      name: `rt-${subnet}`,
      resource_group_name: "rg",
      route: [
        {
          name: "out",
          address_prefix: "0.0.0.0/0",
          next_hop_type: "VirtualAppliance",
          next_hop_in_ip_address: "${azurerm_firewall.f.ip_configuration[0].private_ip_address}",
        },
        ...more,
      ] as never,
    },
    [`azurerm_subnet_route_table_association.${subnet}`]: {
      subnet_id: `\${azurerm_subnet.${subnet}.id}`,
      route_table_id: `\${azurerm_route_table.${subnet}.id}`,
    },
  };
}
