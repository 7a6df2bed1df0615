import type { MockTable } from "./entry";

/** App Service, Functions, static sites, Logic Apps. Types without their `azurerm_` prefix. */
export const web: MockTable = {
  app_service_certificate: "{rg}/Microsoft.Web/certificates/{name}",
  app_service_certificate_binding:
    "{hostname_binding_id:app_service_custom_hostname_binding}|{certificate_id:app_service_certificate}",
  app_service_certificate_order: "{rg}/Microsoft.CertificateRegistration/certificateOrders/{name}",
  app_service_custom_hostname_binding: "{rg}/Microsoft.Web/sites/{app_service_name}/hostNameBindings/{hostname}",
  app_service_environment_v3: [
    "{rg}/Microsoft.Web/hostingEnvironments/{name}",
    { dns_suffix: "{name}.appserviceenvironment.net" },
  ],
  app_service_managed_certificate:
    "{rg}/Microsoft.Web/certificates/{custom_hostname_binding_id:app_service_custom_hostname_binding.name}",
  app_service_public_certificate: "{rg}/Microsoft.Web/sites/{app_service_name}/publicCertificates/{certificate_name}",
  app_service_slot_custom_hostname_binding: "{app_service_slot_id:linux_web_app_slot}/hostNameBindings/{hostname}",
  app_service_slot_virtual_network_swift_connection:
    "{app_service_id:linux_web_app}/slots/{slot_name}/config/virtualNetwork",
  app_service_source_control: "{app_id:linux_web_app}",
  app_service_source_control_slot: "{slot_id:linux_web_app_slot}",
  app_service_virtual_network_swift_connection: "{app_service_id:linux_web_app}/config/virtualNetwork",
  function_app_active_slot: "{slot_id:linux_function_app_slot.parent}",
  function_app_connection: "{function_app_id:linux_function_app}/providers/Microsoft.ServiceLinker/linkers/{name}",
  function_app_flex_consumption: [
    "{rg}/Microsoft.Web/sites/{name}",
    {
      default_hostname: "{name}.azurewebsites.net",
      custom_domain_verification_id: "{hex}{hex}",
      outbound_ip_addresses: "{public_ip}",
      outbound_ip_address_list: ["{public_ip}"],
    },
  ],
  function_app_function: "{function_app_id:linux_function_app}/functions/{name}",
  function_app_hybrid_connection:
    "{function_app_id:linux_function_app}/hybridConnectionNamespaces/{relay_id:relay_hybrid_connection.parent.name}/relays/{relay_id:relay_hybrid_connection.name}",
  linux_function_app: [
    "{rg}/Microsoft.Web/sites/{name}",
    {
      default_hostname: "{name}.azurewebsites.net",
      custom_domain_verification_id: "{hex}{hex}",
      outbound_ip_addresses: "{public_ip}",
      possible_outbound_ip_addresses: "{public_ip}",
      outbound_ip_address_list: ["{public_ip}"],
    },
  ],
  linux_function_app_slot: [
    "{function_app_id:linux_function_app}/slots/{name}",
    { default_hostname: "{name}.azurewebsites.net" },
  ],
  linux_web_app: [
    "{rg}/Microsoft.Web/sites/{name}",
    {
      default_hostname: "{name}.azurewebsites.net",
      custom_domain_verification_id: "{hex}{hex}",
      outbound_ip_addresses: "{public_ip}",
      possible_outbound_ip_addresses: "{public_ip}",
      outbound_ip_address_list: ["{public_ip}"],
    },
  ],
  linux_web_app_slot: ["{app_service_id:linux_web_app}/slots/{name}", { default_hostname: "{name}.azurewebsites.net" }],
  logic_app_standard: ["{rg}/Microsoft.Web/sites/{name}", { default_hostname: "{name}.azurewebsites.net" }],
  logic_app_workflow: [
    "{rg}/Microsoft.Logic/workflows/{name}",
    { access_endpoint: "https://rehearsed.westeurope.logic.azure.com:443/workflows/{hex}" },
  ],
  service_plan: "{rg}/Microsoft.Web/serverFarms/{name}",
  static_web_app: [
    "{rg}/Microsoft.Web/staticSites/{name}",
    { default_host_name: "{name}.azurestaticapps.net", api_key: "{hex}{hex}" },
  ],
  static_web_app_custom_domain: "{static_web_app_id:static_web_app}/customDomains/{domain_name}",
  static_web_app_function_app_registration:
    "{static_web_app_id:static_web_app}/userProvidedFunctionApps/{function_app_id:linux_function_app.name}",
  web_app_active_slot: "{slot_id:linux_web_app_slot.parent}",
  web_app_hybrid_connection:
    "{web_app_id:linux_web_app}/hybridConnectionNamespaces/{relay_id:relay_hybrid_connection.parent.name}/relays/{relay_id:relay_hybrid_connection.name}",
  windows_function_app: [
    "{rg}/Microsoft.Web/sites/{name}",
    {
      default_hostname: "{name}.azurewebsites.net",
      custom_domain_verification_id: "{hex}{hex}",
      outbound_ip_addresses: "{public_ip}",
      possible_outbound_ip_addresses: "{public_ip}",
      outbound_ip_address_list: ["{public_ip}"],
    },
  ],
  windows_function_app_slot: [
    "{function_app_id:windows_function_app}/slots/{name}",
    { default_hostname: "{name}.azurewebsites.net" },
  ],
  windows_web_app: [
    "{rg}/Microsoft.Web/sites/{name}",
    {
      default_hostname: "{name}.azurewebsites.net",
      custom_domain_verification_id: "{hex}{hex}",
      outbound_ip_addresses: "{public_ip}",
      possible_outbound_ip_addresses: "{public_ip}",
      outbound_ip_address_list: ["{public_ip}"],
    },
  ],
  windows_web_app_slot: [
    "{app_service_id:windows_web_app}/slots/{name}",
    { default_hostname: "{name}.azurewebsites.net" },
  ],
};
