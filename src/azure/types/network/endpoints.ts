import { type Entry, entry, part, plain } from "../../entry";

const OUT = "what leaves through it is judged with its subnets";
const ROUTES = "it exchanges routes";

/** Public addresses and private endpoints, and what has one by nature. */
export const endpoints: Readonly<Record<string, Entry>> = {
  azurerm_bastion_host: plain("it passes sessions on and keeps nothing", {
    noun: "bastion",
    arm: { segment: "Microsoft.Network/bastionHosts" },
    waysIn: [{ kind: "bastion", path: "", says: "is a way in for people" }],
    zones: { path: "zones", spans: { atLeast: 2 }, want: 'zones = ["1", "2", "3"]' },
    inSubnets: [
      { path: "ip_configuration.subnet_id", own: "the bastion", address: "ip_configuration.public_ip_address_id" },
    ],
    publicAddresses: ["ip_configuration.public_ip_address_id"],
    minutes: { safe: 15 },
    paid: true,
  }),
  azurerm_nat_gateway: plain(OUT, {
    noun: "NAT gateway",
    arm: { segment: "Microsoft.Network/natGateways" },
  }),
  azurerm_nat_gateway_public_ip_association: part("azurerm_nat_gateway", { publicAddresses: ["public_ip_address_id"] }),
  azurerm_nat_gateway_public_ip_prefix_association: part("azurerm_nat_gateway", {
    publicAddresses: ["public_ip_prefix_id"],
  }),
  azurerm_private_endpoint: plain("what it leads to is judged where private links are", {
    arm: { segment: "Microsoft.Network/privateEndpoints" },
    inSubnets: [{ path: "subnet_id" }],
    minutes: { usual: 2, what: "private endpoint" },
  }),
  azurerm_private_link_service: plain("it passes connections on", {
    arm: { segment: "Microsoft.Network/privateLinkServices" },
    waysIn: [{ kind: "private-link-service", path: "", says: "lets other subscriptions connect" }],
  }),
  azurerm_public_ip: plain("it is judged by what holds it", {
    noun: "public address",
    arm: { segment: "Microsoft.Network/publicIPAddresses" },
    zones: { path: "zones", spans: { atLeast: 2 }, want: 'zones = ["1", "2", "3"]' },
  }),
  azurerm_route_server: plain("it exchanges routes and passes no traffic", {
    publicAddresses: ["public_ip_address_id"],
  }),
  azurerm_custom_ip_prefix: plain("it is judged by what holds its addresses"),
  azurerm_private_endpoint_application_security_group_association: part("azurerm_private_endpoint"),
  azurerm_public_ip_prefix: plain("it is judged by what holds its addresses", { noun: "range of public addresses" }),
  // Whoever is at the other end says where traffic goes.
  azurerm_route_server_bgp_connection: entry({
    publicSide: { none: ROUTES },
    holds: { none: ROUTES },
    localAuth: { none: ROUTES },
    gives: { none: ROUTES },
  }),
};
