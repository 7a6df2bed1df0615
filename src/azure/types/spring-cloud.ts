import { type Entry, entry, unread } from "../entry";

export const springCloud: Readonly<Record<string, Entry>> = {
  azurerm_spring_cloud_api_portal: entry({
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "closed",
        says: "answers the Internet",
      },
    ],
  }),
  azurerm_spring_cloud_app: entry({
    waysIn: [
      {
        kind: "public-service",
        path: "is_public",
        closed: [false],
        absent: "closed",
        says: "takes requests from the Internet",
      },
    ],
  }),
  azurerm_spring_cloud_dev_tool_portal: entry({
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "closed",
        says: "answers the Internet",
      },
    ],
  }),
  azurerm_spring_cloud_gateway: entry({
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "closed",
        says: "answers the Internet",
      },
    ],
  }),
  ...unread(
    "azurerm_spring_cloud_accelerator",
    "azurerm_spring_cloud_active_deployment",
    "azurerm_spring_cloud_api_portal_custom_domain",
    "azurerm_spring_cloud_app_cosmosdb_association",
    "azurerm_spring_cloud_app_dynamics_application_performance_monitoring",
    "azurerm_spring_cloud_app_mysql_association",
    "azurerm_spring_cloud_app_redis_association",
    "azurerm_spring_cloud_application_insights_application_performance_monitoring",
    "azurerm_spring_cloud_application_live_view",
    "azurerm_spring_cloud_build_deployment",
    "azurerm_spring_cloud_build_pack_binding",
    "azurerm_spring_cloud_builder",
    "azurerm_spring_cloud_certificate",
    "azurerm_spring_cloud_configuration_service",
    "azurerm_spring_cloud_connection",
    "azurerm_spring_cloud_container_deployment",
    "azurerm_spring_cloud_custom_domain",
    "azurerm_spring_cloud_customized_accelerator",
    "azurerm_spring_cloud_dynatrace_application_performance_monitoring",
    "azurerm_spring_cloud_elastic_application_performance_monitoring",
    "azurerm_spring_cloud_gateway_custom_domain",
    "azurerm_spring_cloud_gateway_route_config",
    "azurerm_spring_cloud_java_deployment",
    "azurerm_spring_cloud_new_relic_application_performance_monitoring",
    "azurerm_spring_cloud_service",
    "azurerm_spring_cloud_storage",
  ),
};
