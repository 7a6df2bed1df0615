import { judgeClientNames } from "../helpers/client-names";
import { judgeTenant } from "../helpers/trust";
import { judgeAudience, judgeMethods, judgePool } from "../helpers/vpn-clients";
import { rule } from "../rule";

export const net09 = rule({
  control: "NET-09",
  title: "The VPN speaks OpenVPN, knows people by Entra, and resolves private names",
  why: "A shared certificate cannot be taken from the one person who leaves.",
  fix: "Use OpenVPN with AAD only, an audience of your own as an external, and a client pool outside the network.",
  severity: "high",
  since: "pre-production",
  types: [
    "azurerm_virtual_network_gateway",
    "azurerm_virtual_network",
    "azurerm_virtual_network_dns_servers",
    "azurerm_private_dns_resolver",
    "azurerm_private_dns_resolver_inbound_endpoint",
    "azurerm_firewall",
    "azurerm_firewall_policy",
    "azurerm_vpn_server_configuration",
  ],
  needs: ["plan"],
  check(context) {
    const gateways = context.resources("azurerm_virtual_network_gateway");
    const servers = context.resources("azurerm_vpn_server_configuration");
    const clients = gateways.flatMap((gateway) =>
      gateway.blocks("vpn_client_configuration").map((client) => ({ gateway, client })),
    );
    for (const { gateway, client } of clients) {
      judgeMethods(context, client, "vpn_client_protocols", "OpenVPN");
      judgeMethods(context, client, "vpn_auth_types", "AAD");
      judgeAudience(context, client, "aad_audience");
      judgeTenant(context, client, "aad_tenant");
      judgeTenant(context, client, "aad_issuer");
      judgePool(context, client);
      judgeClientNames(context, gateway, client);
    }
    for (const server of servers) {
      judgeMethods(context, server, "vpn_protocols", "OpenVPN");
      judgeMethods(context, server, "vpn_authentication_types", "AAD");
      for (const entra of server.blocks("azure_active_directory_authentication")) {
        judgeAudience(context, entra, "audience");
        judgeTenant(context, entra, "tenant");
        judgeTenant(context, entra, "issuer");
      }
    }
    const open = gateways.find((one) => one.isUnknown("vpn_client_configuration"));
    if (open) context.unknown(open, "vpn_client_configuration");
    else if (context.config.vpn !== undefined && clients.length + servers.length === 0)
      context.fail("config", "vpn", "The config asks for a VPN, and no gateway takes clients.", {
        fix: "Add a VPN gateway with vpn_client_configuration.",
      });
  },
});
