import { nearMisses } from "./said";

const gate = "pre-production" as const;
const rg = "${azurerm_resource_group.rg.name}";
/** A stack that another major version of azurerm is chosen for. */
const on = (version: string) => ({
  terraform: { required_providers: { azurerm: { source: "hashicorp/azurerm", version } } },
  provider: { azurerm: [{ features: {} }] },
});

function vaultWithZone(link: object) {
  return {
    "azurerm_resource_group.rg": { name: "rg", location: "westeurope" },
    "azurerm_virtual_network.a": { name: "vnet", resource_group_name: rg, address_space: ["10.0.0.0/16"] },
    "azurerm_subnet.s": {
      name: "endpoints",
      resource_group_name: rg,
      virtual_network_name: "${azurerm_virtual_network.a.name}",
    },
    "azurerm_key_vault.v": { name: "kv-one", resource_group_name: rg, public_network_access_enabled: false },
    "azurerm_private_dns_zone.z": { name: "privatelink.vaultcore.azure.net", resource_group_name: rg },
    "azurerm_private_dns_zone_virtual_network_link.l": {
      name: "l",
      virtual_network_id: "${azurerm_virtual_network.a.id}",
      ...link,
    },
    "azurerm_private_endpoint.p": {
      name: "p",
      resource_group_name: rg,
      subnet_id: "${azurerm_subnet.s.id}",
      private_service_connection: {
        name: "c",
        private_connection_resource_id: "${azurerm_key_vault.v.id}",
        subresource_names: ["vault"],
      },
      private_dns_zone_group: { name: "g", private_dns_zone_ids: ["${azurerm_private_dns_zone.z.id}"] },
    },
  };
}

nearMisses("NET-04", {
  "a zone that is linked by its id": {
    gate,
    stack: on("5.2.0"),
    resources: vaultWithZone({ private_dns_zone_id: "${azurerm_private_dns_zone.z.id}" }),
    pass: ["azurerm_key_vault.v"],
  },
  "another zone that is linked by its id is not this one": {
    gate,
    stack: on("5.2.0"),
    resources: vaultWithZone({
      private_dns_zone_id:
        "/subscriptions/${var.subscription_id}/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones/privatelink.azurecr.io",
    }),
    fail: {
      "azurerm_key_vault.v":
        "The vault resolves through azurerm_private_dns_zone.z, which is not linked to azurerm_virtual_network.a.",
    },
  },
});

const workspace = { name: "w" };
const insights = { name: "i", workspace_id: "${azurerm_log_analytics_workspace.w.id}" };

nearMisses("OBS-03", {
  "Application Insights says its keys by another name": {
    gate,
    stack: on("5.2.0"),
    resources: {
      "azurerm_log_analytics_workspace.w": { ...workspace, local_authentication_enabled: false },
      "azurerm_application_insights.off": { ...insights, local_authentication_enabled: false },
      "azurerm_application_insights.on": { ...insights, local_authentication_enabled: true },
      "azurerm_application_insights.silent": insights,
      "azurerm_application_insights.later": { ...insights, local_authentication_enabled: "${var.keys}" },
      "azurerm_application_insights.old": { ...insights, local_authentication_disabled: true },
    },
    pass: ["azurerm_application_insights.off", "azurerm_application_insights.old", "azurerm_log_analytics_workspace.w"],
    fail: {
      "azurerm_application_insights.on": "It takes data by key.",
      "azurerm_application_insights.silent": "It takes data by key.",
    },
    unknown: { "azurerm_application_insights.later": "local_authentication_disabled is not known before apply." },
  },
});

const subnet = (more: object) => ({ name: "apps", resource_group_name: rg, virtual_network_name: "vnet", ...more });

nearMisses("NET-08", {
  "service endpoints are blocks of their own": {
    gate,
    stack: on("5.2.0"),
    resources: {
      "azurerm_subnet.four": subnet({ name: "GatewaySubnet", service_endpoints: ["Microsoft.Storage"] }),
      "azurerm_subnet.five": subnet({ service_endpoint: [{ service: "Microsoft.Storage" }] }),
    },
    fail: {
      "azurerm_subnet.five": ["It has no route table.", "What goes to Microsoft.Storage goes past the firewall."],
    },
  },
});

nearMisses("NET-01", {
  "what is absent is what the chosen version makes of it": {
    gate,
    stack: on("5.2.0"),
    resources: { "azurerm_storage_account.s": { name: "s" } },
    pass: ["azurerm_storage_account.s"],
  },
});

nearMisses("REC-08", {
  "a major version that was not read is not known": {
    gate,
    stack: on("6.0.1"),
    unknown: {
      "provider.azurerm": "azurerm 6 is not known here: its arguments are read by the names of another major version.",
    },
  },
  "those that were read are": { gate, stack: on("5.2.0"), pass: ["provider.azurerm"] },
});
