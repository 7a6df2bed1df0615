import { type Entry, entry, part, parts, plain } from "../entry";

const REGISTRY = "azurerm_container_registry";
const CLUSTER = "azurerm_kubernetes_cluster";
const FLEET = "azurerm_kubernetes_fleet_manager";
const ARC = "azurerm_arc_kubernetes_cluster";
const FLUX = [
  {
    what: "configuration",
    to: ["git_repository.url", "bucket.url", "blob_storage.container_id"],
    says: "takes what it runs from",
  },
];
const NOBODY = { none: "it gives nobody a right" };
const INSIDE = { none: "what is in its volumes is in disks and accounts of their own" };

/** Registries, clusters and single containers. */
export const containers: Readonly<Record<string, Entry>> = {
  azurerm_container_group: plain("its address is judged as one, and what it keeps is in volumes of others", {
    images: ["container.image", "init_container.image"],
    waysOut: [{ what: "sources", to: ["container.volume.git_repo.url"], says: "takes files from" }],
    inSubnets: [{ path: "subnet_ids" }],
    paid: true,
  }),
  azurerm_container_registry: entry({
    hosts: ["azurecr.io"],
    noun: "registry",
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "webhooks, tasks and replicas are resources or arguments of their own" },
    gives: { none: "tokens are resources of their own" },
    regions: ["georeplications.location"],
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
  azurerm_container_registry_token: part(REGISTRY, {
    gives: { what: "a password to the registry", right: "scope_map_id" },
    localAuth: [{ path: "enabled", off: false, what: "passwords of its own to the registry" }],
  }),
  azurerm_kubernetes_cluster: entry({
    noun: "Kubernetes cluster",
    holds: INSIDE,
    publicSide: { none: "its API server is a way in, and judged as one" },
    gives: {
      what: "the administration of the cluster",
      to: "azure_active_directory_role_based_access_control.admin_group_object_ids",
    },
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
  azurerm_kubernetes_cluster_node_pool: part(CLUSTER, {
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
    noun: "OpenShift cluster",
    holds: INSIDE,
    publicSide: { none: "its API server is a way in, and judged as one" },
    localAuth: [{ what: "a password of its administrator" }],
    gives: NOBODY,
    paid: true,
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
    holds: "customer data",
    publicSide: { none: "its endpoint is a way in, and judged as one" },
    localAuth: [{ what: "certificates" }],
    gives: NOBODY,
    waysIn: [
      {
        kind: "public-service",
        path: "management_endpoint",
        says: "answers the Internet, and has no switch against it",
      },
    ],
  }),
  azurerm_service_fabric_managed_cluster: entry({
    holds: "customer data",
    publicSide: { none: "its endpoint is a way in, and judged as one" },
    localAuth: [{ what: "certificates and passwords" }],
    gives: NOBODY,
    paid: true,
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
  }),
  // A cluster elsewhere, of which Azure sees an agent.
  [ARC]: entry({
    publicSide: { none: "its endpoint is where the cluster is" },
    holds: { none: "its data is where the cluster is" },
    waysIn: { none: "its endpoint is where the cluster is" },
    gives: NOBODY,
  }),
  // What an extension does depends on its kind.
  azurerm_arc_kubernetes_cluster_extension: entry({
    partOf: ARC,
    publicSide: { none: "the cluster has the endpoint" },
  }),
  azurerm_arc_kubernetes_flux_configuration: part(ARC, { waysOut: FLUX }),
  azurerm_arc_kubernetes_provisioned_cluster: entry({ publicSide: { none: "its endpoint is where the cluster is" } }),
  azurerm_container_connected_registry: part(REGISTRY, {
    waysOut: [{ what: "images", to: ["parent_registry_id"], says: "exchanges images with" }],
    gives: { what: "access from another place", right: "mode" },
  }),
  azurerm_container_registry_agent_pool: part(REGISTRY, { inSubnets: [{ path: "virtual_network_subnet_id" }] }),
  azurerm_container_registry_cache_rule: part(REGISTRY, {
    waysOut: [{ what: "images", to: ["source_repo"], says: "takes images from" }],
  }),
  azurerm_container_registry_credential_set: part(REGISTRY),
  azurerm_container_registry_scope_map: part(REGISTRY),
  azurerm_container_registry_task: part(REGISTRY, {
    waysOut: [
      {
        what: "sources",
        to: [
          "docker_step.context_path",
          "encoded_step.context_path",
          "file_step.context_path",
          "source_trigger.repository_url",
          "base_image_trigger.update_trigger_endpoint",
        ],
        says: "builds from",
      },
    ],
  }),
  azurerm_container_registry_task_schedule_run_now: part("azurerm_container_registry_task"),
  azurerm_container_registry_token_password: part("azurerm_container_registry_token", {
    gives: { what: "a password to the registry" },
  }),
  azurerm_container_registry_webhook: part(REGISTRY, {
    waysOut: [{ what: "notices of pushes", to: ["service_uri"], says: "sends notices of pushes to" }],
  }),
  azurerm_kubernetes_automatic_cluster: entry({ holds: INSIDE, paid: true }),
  ...parts(CLUSTER, "azurerm_kubernetes_cluster_deployment_safeguard"),
  // What an extension does depends on its kind.
  azurerm_kubernetes_cluster_extension: entry({
    partOf: CLUSTER,
    publicSide: { none: "the cluster has the endpoint" },
  }),
  azurerm_kubernetes_cluster_trusted_access_role_binding: part(CLUSTER, {
    gives: { what: "a role in the cluster", to: "source_resource_id", right: "roles" },
  }),
  [FLEET]: plain("its clusters are judged by themselves"),
  ...parts(
    FLEET,
    "azurerm_kubernetes_fleet_member",
    "azurerm_kubernetes_fleet_update_run",
    "azurerm_kubernetes_fleet_update_strategy",
  ),
  azurerm_kubernetes_flux_configuration: part(CLUSTER, { waysOut: FLUX }),
};
