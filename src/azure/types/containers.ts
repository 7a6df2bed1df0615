import { type Entry, entry, unread } from "../entry";

export const containers: Readonly<Record<string, Entry>> = {
  azurerm_container_group: entry({ paid: true }),
  azurerm_container_registry: entry({
    noun: "registry",
    arm: { segment: "Microsoft.ContainerRegistry/registries" },
    holds: "images",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "default-action", block: "network_rule_set", ips: "ip_rule.ip_range" },
    },
    privateLink: [{ name: "registry", zone: "privatelink.azurecr.io" }],
    localAuth: [{ path: "admin_enabled", off: false, what: "the admin user's password" }],
    zones: { path: "zone_redundancy_enabled", spans: { oneOf: [true] }, want: "zone_redundancy_enabled = true" },
    retention: ["retention_policy_in_days"],
    diagnosed: true,
    minutes: { usual: 1, what: "registry" },
  }),
  azurerm_container_registry_token: entry({
    localAuth: [{ path: "enabled", off: false, what: "passwords of its own to the registry" }],
  }),
  azurerm_kubernetes_cluster: entry({
    localAuth: [{ path: "local_account_disabled", off: true, what: "local accounts" }],
    waysIn: [
      {
        kind: "public-service",
        path: "private_cluster_enabled",
        closed: [true],
        absent: "open",
        says: "lets the Internet talk to its API server",
      },
      {
        kind: "public-service",
        path: "http_application_routing_enabled",
        closed: [false],
        absent: "closed",
        says: "takes requests from the Internet",
      },
      {
        kind: "public-address",
        path: "default_node_pool.node_public_ip_enabled",
        closed: [false],
        absent: "closed",
        says: "gives every node a public address",
      },
    ],
    inSubnets: [{ path: "default_node_pool.vnet_subnet_id" }],
    publicAddresses: ["default_node_pool.node_public_ip_prefix_id"],
    minutes: { safe: 15 },
    paid: true,
  }),
  azurerm_kubernetes_cluster_node_pool: entry({
    waysIn: [
      {
        kind: "public-address",
        path: "node_public_ip_enabled",
        closed: [false],
        absent: "closed",
        says: "gives every node a public address",
      },
    ],
    publicAddresses: ["node_public_ip_prefix_id"],
  }),
  azurerm_redhat_openshift_cluster: entry({
    waysIn: [
      {
        kind: "public-service",
        path: "api_server_profile.visibility",
        closed: ["Private"],
        absent: "open",
        says: "lets the Internet talk to its API server",
      },
      {
        kind: "public-service",
        path: "ingress_profile.visibility",
        closed: ["Private"],
        absent: "open",
        says: "takes requests from the Internet",
      },
    ],
  }),
  azurerm_service_fabric_cluster: entry({
    waysIn: [
      {
        kind: "public-service",
        path: "management_endpoint",
        says: "answers the Internet, and has no switch against it",
      },
    ],
  }),
  azurerm_service_fabric_managed_cluster: entry({
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
  }),
  ...unread(
    "azurerm_arc_kubernetes_cluster",
    "azurerm_arc_kubernetes_cluster_extension",
    "azurerm_arc_kubernetes_flux_configuration",
    "azurerm_arc_kubernetes_provisioned_cluster",
    "azurerm_container_connected_registry",
    "azurerm_container_registry_agent_pool",
    "azurerm_container_registry_cache_rule",
    "azurerm_container_registry_credential_set",
    "azurerm_container_registry_scope_map",
    "azurerm_container_registry_task",
    "azurerm_container_registry_task_schedule_run_now",
    "azurerm_container_registry_token_password",
    "azurerm_container_registry_webhook",
    "azurerm_kubernetes_automatic_cluster",
    "azurerm_kubernetes_cluster_deployment_safeguard",
    "azurerm_kubernetes_cluster_extension",
    "azurerm_kubernetes_cluster_trusted_access_role_binding",
    "azurerm_kubernetes_fleet_manager",
    "azurerm_kubernetes_fleet_member",
    "azurerm_kubernetes_fleet_update_run",
    "azurerm_kubernetes_fleet_update_strategy",
    "azurerm_kubernetes_flux_configuration",
  ),
};
