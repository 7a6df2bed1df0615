import type { MockTable } from "./entry";

/** API Management. Types without their `azurerm_` prefix. */
export const apiManagement: MockTable = {
  api_management: [
    "{rg}/Microsoft.ApiManagement/service/{name}",
    {
      gateway_url: "https://{name}.azure-api.net",
      management_api_url: "https://{name}.management.azure-api.net",
      portal_url: "https://{name}.portal.azure-api.net",
      developer_portal_url: "https://{name}.developer.azure-api.net",
      scm_url: "https://{name}.scm.azure-api.net",
      public_ip_addresses: ["{public_ip}"],
      private_ip_addresses: ["{private_ip}"],
    },
  ],
  api_management_api: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/apis/{name};rev={revision}",
  api_management_api_diagnostic:
    "{rg}/Microsoft.ApiManagement/service/{api_management_name}/apis/{api_name}/diagnostics/{identifier}",
  api_management_api_operation:
    "{rg}/Microsoft.ApiManagement/service/{api_management_name}/apis/{api_name}/operations/{operation_id}",
  api_management_api_operation_policy:
    "{rg}/Microsoft.ApiManagement/service/{api_management_name}/apis/{api_name}/operations/{operation_id}",
  api_management_api_policy: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/apis/{api_name}",
  api_management_api_version_set: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/apiVersionSets/{name}",
  api_management_authorization_server:
    "{rg}/Microsoft.ApiManagement/service/{api_management_name}/authorizationServers/{name}",
  api_management_backend: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/backends/{name}",
  api_management_certificate: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/certificates/{name}",
  api_management_custom_domain: "{api_management_id:api_management}/customDomains/default",
  api_management_diagnostic: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/diagnostics/{identifier}",
  api_management_gateway: "{api_management_id:api_management}/gateways/{name}",
  api_management_group: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/groups/{name}",
  api_management_identity_provider_aad:
    "{rg}/Microsoft.ApiManagement/service/{api_management_name}/identityProviders/aad",
  api_management_logger: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/loggers/{name}",
  api_management_named_value: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/namedValues/{name}",
  api_management_openid_connect_provider:
    "{rg}/Microsoft.ApiManagement/service/{api_management_name}/openidConnectProviders/{name}",
  api_management_policy: "{api_management_id:api_management}",
  api_management_policy_fragment: "{api_management_id:api_management}/policyFragments/{name}",
  api_management_product: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/products/{product_id}",
  api_management_product_api:
    "{rg}/Microsoft.ApiManagement/service/{api_management_name}/products/{product_id}/apis/{api_name}",
  api_management_product_group:
    "{rg}/Microsoft.ApiManagement/service/{api_management_name}/products/{product_id}/groups/{group_name}",
  api_management_product_policy: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/products/{product_id}",
  api_management_redis_cache: "{api_management_id:api_management}/caches/{name}",
  api_management_subscription: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/subscriptions/{guid}",
  api_management_user: "{rg}/Microsoft.ApiManagement/service/{api_management_name}/users/{user_id}",
};
