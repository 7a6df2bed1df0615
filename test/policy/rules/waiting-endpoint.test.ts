import type { Resources } from "../near-miss";
import { nearMisses } from "./said";

const vault = "azurerm_key_vault.v";
const waiting = (is_manual_connection: unknown): Resources => ({
  [vault]: { name: "v", public_network_access_enabled: false },
  "azurerm_virtual_network.v": { name: "vnet", resource_group_name: "rg" },
  "azurerm_subnet.e": { name: "e", resource_group_name: "rg", virtual_network_name: "vnet" },
  "azurerm_private_dns_zone.z": { name: "privatelink.vaultcore.azure.net", resource_group_name: "rg" },
  "azurerm_private_dns_zone_virtual_network_link.l": {
    resource_group_name: "rg",
    private_dns_zone_name: "privatelink.vaultcore.azure.net",
    virtual_network_id: "${azurerm_virtual_network.v.id}",
  },
  "azurerm_private_endpoint.p": {
    name: "p",
    subnet_id: "${azurerm_subnet.e.id}",
    private_service_connection: {
      name: "c",
      private_connection_resource_id: "${azurerm_key_vault.v.id}",
      subresource_names: ["vault"],
      is_manual_connection,
    } as never,
    private_dns_zone_group: { name: "z", private_dns_zone_ids: ["${azurerm_private_dns_zone.z.id}"] },
  },
});

nearMisses("NET-04", {
  "an endpoint that Azure approves at once holds": {
    gate: "pre-production",
    resources: waiting(false),
    pass: [vault],
  },
  "an endpoint that waits for approval leads nowhere": {
    gate: "pre-production",
    resources: waiting(true),
    fail: { [vault]: "The vault has azurerm_private_endpoint.p, which waits until somebody approves it." },
  },
  "an endpoint of which a variable decides whether it waits is unknown": {
    gate: "pre-production",
    resources: waiting("${var.manual}"),
    unknown: { [vault]: "Whether azurerm_private_endpoint.p waits for approval is not known." },
  },
});
