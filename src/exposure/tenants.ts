import type { PlanGraph } from "../policy/graph/graph";
import type { Resource } from "../policy/graph/resource";
import { count } from "../report/sentence";
import { led, sorted } from "./values";

/** Something that may stand in a subnet. */
interface Kind {
  readonly type: string;
  /** Attribute that names the subnet. */
  readonly in: string;
  /** What it is, when Azure runs it and it must reach the Internet by itself. */
  readonly own?: string;
  /** Attribute that names the public address that it has. */
  readonly address?: string;
}

const KINDS: readonly Kind[] = [
  {
    type: "azurerm_application_gateway",
    in: "gateway_ip_configuration.subnet_id",
    own: "the gateway, which Azure manages over the Internet",
    address: "frontend_ip_configuration.public_ip_address_id",
  },
  {
    type: "azurerm_bastion_host",
    in: "ip_configuration.subnet_id",
    own: "the bastion",
    address: "ip_configuration.public_ip_address_id",
  },
  { type: "azurerm_container_app_environment", in: "infrastructure_subnet_id" },
  {
    type: "azurerm_firewall",
    in: "ip_configuration.subnet_id",
    own: "the firewall itself",
    address: "ip_configuration.public_ip_address_id",
  },
  {
    type: "azurerm_firewall",
    in: "management_ip_configuration.subnet_id",
    own: "the management of the firewall",
    address: "management_ip_configuration.public_ip_address_id",
  },
  { type: "azurerm_kubernetes_cluster", in: "default_node_pool.vnet_subnet_id" },
  { type: "azurerm_linux_function_app", in: "virtual_network_subnet_id" },
  { type: "azurerm_linux_web_app", in: "virtual_network_subnet_id" },
  { type: "azurerm_network_interface", in: "ip_configuration.subnet_id" },
  { type: "azurerm_postgresql_flexible_server", in: "delegated_subnet_id" },
  {
    type: "azurerm_private_dns_resolver_inbound_endpoint",
    in: "ip_configurations.subnet_id",
    own: "the resolver, which answers queries",
  },
  { type: "azurerm_private_endpoint", in: "subnet_id" },
  {
    type: "azurerm_virtual_network_gateway",
    in: "ip_configuration.subnet_id",
    own: "the VPN gateway",
    address: "ip_configuration.public_ip_address_id",
  },
  { type: "azurerm_windows_function_app", in: "virtual_network_subnet_id" },
  { type: "azurerm_windows_web_app", in: "virtual_network_subnet_id" },
];

/** What stands in a subnet. */
export interface Tenants {
  /** Addresses; private endpoints are counted. */
  readonly holds: readonly string[];
  /** What the subnet is for, when only Azure's own stands there. */
  readonly own?: string;
  /** Public addresses of what is Azure's own. */
  readonly addresses: readonly string[];
  readonly endpointsOnly: boolean;
}

/** What stands in a subnet, as far as the plan shows. */
export function tenantsOf(graph: PlanGraph, subnet: Resource): Tenants {
  const found = KINDS.flatMap((kind) =>
    (graph.by(kind.type, kind.in).get(subnet) ?? []).map((resource) => ({ resource, kind })),
  );
  const endpoints = found.filter(({ kind }) => kind.type === "azurerm_private_endpoint");
  const others = found.filter((one) => !endpoints.includes(one));
  const own = others.every(({ kind }) => kind.own !== undefined) ? others[0]?.kind.own : undefined;
  return {
    holds: [
      ...sorted(others.map(({ resource }) => resource.address)),
      ...(endpoints.length > 0 ? [count(endpoints.length, "private endpoint")] : []),
    ],
    addresses: sorted(others.flatMap(({ resource, kind }) => (kind.address ? led(resource, kind.address) : []))),
    endpointsOnly: others.length === 0 && endpoints.length > 0,
    ...(own !== undefined && { own }),
  };
}
