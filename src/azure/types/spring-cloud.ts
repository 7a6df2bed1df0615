import { type Entry, entry, part, parts } from "../entry";
import type { WayIn } from "../type";

const ACCELERATOR = "azurerm_spring_cloud_accelerator";
const APP = "azurerm_spring_cloud_app";
const GATEWAY = "azurerm_spring_cloud_gateway";
const PORTAL = "azurerm_spring_cloud_api_portal";
const SERVICE = "azurerm_spring_cloud_service";

const answers = (path: string, says = "answers the Internet"): readonly WayIn[] => [
  { kind: "public-service", path, closed: [false], absent: "closed", says },
];
const monitored = (...to: readonly string[]) =>
  part(SERVICE, { waysOut: [{ what: "measurements", to, says: "sends measurements to" }] });
const joined = (to: string) => part(APP, { waysOut: [{ what: "data", to: [to], says: "exchanges data with" }] });

/** Spring Apps. */
export const springCloud: Readonly<Record<string, Entry>> = {
  azurerm_spring_cloud_accelerator: part(SERVICE),
  azurerm_spring_cloud_active_deployment: part(APP),
  azurerm_spring_cloud_api_portal: part(SERVICE, {
    waysIn: answers("public_network_access_enabled"),
    tls: [{ path: "https_only_enabled", good: [true] }],
  }),
  azurerm_spring_cloud_api_portal_custom_domain: part(PORTAL),
  azurerm_spring_cloud_app: part(SERVICE, {
    holds: "customer data",
    waysIn: [
      ...answers("is_public", "takes requests from the Internet"),
      ...answers("public_endpoint_enabled", "takes requests from the Internet"),
    ],
    tls: [{ path: "https_only", good: [true] }],
  }),
  azurerm_spring_cloud_app_cosmosdb_association: joined("cosmosdb_account_id"),
  azurerm_spring_cloud_app_dynamics_application_performance_monitoring: monitored("controller_host_name"),
  azurerm_spring_cloud_app_mysql_association: joined("mysql_server_id"),
  azurerm_spring_cloud_app_redis_association: part(APP, {
    waysOut: [{ what: "data", to: ["redis_cache_id"], says: "exchanges data with" }],
    tls: [{ path: "ssl_enabled", good: [true] }],
  }),
  azurerm_spring_cloud_application_insights_application_performance_monitoring: monitored("connection_string"),
  azurerm_spring_cloud_application_live_view: part(SERVICE),
  ...parts(
    APP,
    "azurerm_spring_cloud_build_deployment",
    "azurerm_spring_cloud_custom_domain",
    "azurerm_spring_cloud_java_deployment",
  ),
  ...parts(
    SERVICE,
    "azurerm_spring_cloud_build_pack_binding",
    "azurerm_spring_cloud_builder",
    "azurerm_spring_cloud_certificate",
  ),
  azurerm_spring_cloud_configuration_service: part(SERVICE, {
    waysOut: [{ what: "settings", to: ["repository.uri"], says: "takes settings from" }],
  }),
  azurerm_spring_cloud_connection: joined("target_resource_id"),
  azurerm_spring_cloud_container_deployment: part(APP, { images: ["image"] }),
  azurerm_spring_cloud_customized_accelerator: part(ACCELERATOR, {
    waysOut: [{ what: "code", to: ["git_repository.url"], says: "takes code from" }],
  }),
  azurerm_spring_cloud_dev_tool_portal: part(SERVICE, { waysIn: answers("public_network_access_enabled") }),
  azurerm_spring_cloud_dynatrace_application_performance_monitoring: monitored("connection_point", "api_url"),
  azurerm_spring_cloud_elastic_application_performance_monitoring: monitored("server_url"),
  azurerm_spring_cloud_gateway: part(SERVICE, {
    waysIn: answers("public_network_access_enabled"),
    tls: [{ path: "https_only", good: [true] }],
  }),
  azurerm_spring_cloud_gateway_custom_domain: part(GATEWAY),
  azurerm_spring_cloud_gateway_route_config: part(GATEWAY, {
    waysOut: [{ what: "requests", to: ["open_api.uri", "route.uri"], says: "sends requests to" }],
  }),
  azurerm_spring_cloud_new_relic_application_performance_monitoring: part(SERVICE, {
    waysOut: [{ what: "measurements", to: [], says: "sends measurements by way of New Relic to" }],
  }),
  azurerm_spring_cloud_service: entry({
    noun: "Spring Apps service",
    holds: { none: "its apps hold what they store" },
    publicSide: { none: "its apps and portals are ways in, and judged as such" },
    waysIn: answers("log_stream_public_endpoint_enabled", "answers the Internet with logs"),
    waysOut: [
      {
        what: "settings",
        to: ["config_server_git_setting.uri", "config_server_git_setting.repository.uri"],
        says: "takes settings from",
      },
      { what: "traces", to: ["trace.connection_string"], says: "sends traces to" },
    ],
    localAuth: [{ what: "keys of its test endpoint" }],
    gives: { none: "roles are resources of their own" },
    inSubnets: [{ path: "network.app_subnet_id" }, { path: "network.service_runtime_subnet_id" }],
    paid: true,
  }),
  azurerm_spring_cloud_storage: part(SERVICE, {
    waysOut: [{ what: "files", to: ["storage_account_name"], says: "mounts files of" }],
  }),
};
