import type { PlanGraph } from "../plan/graph";
import type { Part, Resource } from "../plan/resource";
import { networkOf, target } from "../reach/network";
import { inOrder, NOT_KNOWN, sorted, targetsAt, textAt, textsAt } from "./values";

/** One way for people into the network: a point-to-site VPN. */
export interface PeopleAccess {
  readonly resource: string;
  /** The network that it leads into. */
  readonly network: string;
  /** Addresses that clients get, as CIDR. */
  readonly pool: readonly string[];
  readonly protocols: readonly string[];
  /** How people prove who they are: `AAD`, `Certificate`, `Radius`. */
  readonly signIn: readonly string[];
  /** Who may connect, as far as the plan says. */
  readonly who: string;
  /** Addresses that resolve private names for them; empty when nothing does. */
  readonly resolvers: readonly string[];
}

/**
 * Audiences that Microsoft registered for everybody's VPN.
 *
 * @see https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about#entra-id
 */
const WHOLE_TENANT = new Set(["c632b3df-fb67-4d84-bdcf-b95ad541b5c8", "41b23e61-6c1e-4545-b367-cd054e0ed4b4"]);

/** The network of a VPN gateway; `undefined` when it is not in the plan. */
export function networkOfVpn(gateway: Resource): Resource | undefined {
  const subnet = target(gateway.refs("ip_configuration.subnet_id")[0], "azurerm_subnet");
  return subnet && networkOf(subnet);
}

function whoMayConnect(client: Part): string {
  const found: string[] = [];
  const audience = textAt(client, "aad_audience");
  if (audience !== undefined && WHOLE_TENANT.has(audience.toLowerCase())) found.push("everybody of the Entra tenant");
  else if (audience !== undefined)
    found.push(`who is assigned to the app registration ${targetsAt(client, "aad_audience")[0] ?? audience}`);
  const certificates = client.blocks("root_certificate").map((one) => textAt(one, "name") ?? NOT_KNOWN);
  if (certificates.length > 0) found.push(`whoever holds a certificate below ${sorted(certificates).join(", ")}`);
  const servers = [
    ...textsAt(client, "radius_server_address"),
    ...client.blocks("radius_server").flatMap((one) => textsAt(one, "address")),
  ];
  if (servers.length > 0) found.push(`whom the RADIUS server ${sorted(servers).join(", ")} lets in`);
  return found.join("; ") || NOT_KNOWN;
}

function resolversOf(graph: PlanGraph, network: Resource | undefined): string[] {
  return graph.of("azurerm_private_dns_resolver_inbound_endpoint").flatMap((endpoint) =>
    endpoint.blocks("ip_configurations").flatMap((one) => {
      const subnet = target(one.refs("subnet_id")[0], "azurerm_subnet");
      const there = subnet && networkOf(subnet);
      if (there !== undefined && network !== undefined && there !== network) return [];
      return [textAt(one, "private_ip_address") ?? NOT_KNOWN];
    }),
  );
}

/** The VPNs that people come in by, by address. */
export function peopleAccess(graph: PlanGraph): PeopleAccess[] {
  const rows = graph.of("azurerm_virtual_network_gateway").flatMap((gateway) => {
    const network = networkOfVpn(gateway);
    const row = {
      resource: gateway.address,
      network: network?.address ?? targetsAt(gateway, "ip_configuration.subnet_id")[0] ?? NOT_KNOWN,
    };
    if (gateway.isUnknown("vpn_client_configuration"))
      return [
        { ...row, pool: [NOT_KNOWN], protocols: [NOT_KNOWN], signIn: [NOT_KNOWN], who: NOT_KNOWN, resolvers: [] },
      ];
    return gateway.blocks("vpn_client_configuration").map((client) => ({
      ...row,
      pool: textsAt(client, "address_space"),
      protocols: textsAt(client, "vpn_client_protocols"),
      signIn: textsAt(client, "vpn_auth_types"),
      who: whoMayConnect(client),
      resolvers: sorted(resolversOf(graph, network)),
    }));
  });
  return inOrder(rows, ({ resource }) => resource);
}
