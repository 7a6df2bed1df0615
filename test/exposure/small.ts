import { network, type Resources, routed } from "./support";

/** One app behind a gateway and a firewall, with one secret to read and one place to call. */
export const small: Resources = {
  ...network({ apps: { address_prefixes: ["10.30.0.0/23"] } }),
  ...routed("apps"),
  "azurerm_container_app_environment.e": {
    name: "cae",
    internal_load_balancer_enabled: true,
    infrastructure_subnet_id: "${azurerm_subnet.apps.id}",
  },
  "azurerm_container_app.web": {
    name: "ca-web",
    container_app_environment_id: "${azurerm_container_app_environment.e.id}",
    ingress: { external_enabled: true },
    identity: { type: "UserAssigned", identity_ids: ["${azurerm_user_assigned_identity.web.id}"] },
  },
  "azurerm_user_assigned_identity.web": { name: "id-web" },
  "azurerm_key_vault.k": { name: "k", public_network_access_enabled: false, rbac_authorization_enabled: true },
  "azurerm_role_assignment.a": {
    principal_id: "${azurerm_user_assigned_identity.web.principal_id}",
    scope: "${azurerm_key_vault.k.id}",
    role_definition_name: "Key Vault Secrets User",
  },
  "azurerm_public_ip.gw": { name: "gw" },
  "azurerm_application_gateway.g": {
    name: "agw",
    frontend_ip_configuration: [{ name: "f", public_ip_address_id: "${azurerm_public_ip.gw.id}" }],
    frontend_port: [{ name: "https", port: 443 }],
    backend_address_pool: [{ name: "web", fqdns: ["ca-web.${var.apps_domain}"] }],
    http_listener: [
      {
        name: "shop",
        protocol: "Https",
        host_name: "shop.example",
        frontend_ip_configuration_name: "f",
        frontend_port_name: "https",
      },
    ],
    request_routing_rule: [{ name: "shop", http_listener_name: "shop", backend_address_pool_name: "web" }],
  },
  "azurerm_firewall.f": {
    name: "fw",
    sku_tier: "Basic",
    firewall_policy_id: "${azurerm_firewall_policy.p.id}",
    ip_configuration: [{ name: "i" }],
  },
  "azurerm_firewall_policy.p": { name: "p" },
  "azurerm_firewall_policy_rule_collection_group.g": {
    name: "g",
    firewall_policy_id: "${azurerm_firewall_policy.p.id}",
    application_rule_collection: [
      {
        name: "hosts",
        action: "Allow",
        rule: [
          {
            name: "payments",
            description: "owner: ada@orders.example. Card payments. until 2027-09-30",
            source_addresses: ["10.30.0.0/23"],
            destination_fqdns: ["api.payments.example"],
            protocols: [{ type: "Https", port: 443 }],
          },
        ],
      },
    ],
  },
};
