import { type Entry, entry, unread } from "../entry";

export const appService: Readonly<Record<string, Entry>> = {
  azurerm_app_service: entry({ waysIn: [{ kind: "public-service", path: "", says: "answers the Internet" }] }),
  azurerm_app_service_environment_v3: entry({
    waysIn: [
      {
        kind: "public-service",
        path: "internal_load_balancing_mode",
        closed: ["Publishing", "Web", "Web, Publishing"],
        absent: "open",
        says: "answers the Internet",
      },
    ],
    paid: true,
  }),
  azurerm_app_service_slot: entry({ waysIn: [{ kind: "public-service", path: "", says: "answers the Internet" }] }),
  azurerm_function_app: entry({ waysIn: [{ kind: "public-service", path: "", says: "answers the Internet" }] }),
  azurerm_function_app_flex_consumption: entry({
    localAuth: [
      { path: "webdeploy_publish_basic_authentication_enabled", off: false, what: "passwords for deployments" },
    ],
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "open",
        says: "answers the Internet",
      },
    ],
  }),
  azurerm_function_app_slot: entry({ waysIn: [{ kind: "public-service", path: "", says: "answers the Internet" }] }),
  azurerm_linux_function_app: entry({
    localAuth: [
      { path: "ftp_publish_basic_authentication_enabled", off: false, what: "passwords for FTP" },
      { path: "webdeploy_publish_basic_authentication_enabled", off: false, what: "passwords for deployments" },
    ],
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "open",
        says: "answers the Internet",
      },
    ],
    inSubnets: [{ path: "virtual_network_subnet_id" }],
  }),
  azurerm_linux_function_app_slot: entry({
    localAuth: [
      { path: "ftp_publish_basic_authentication_enabled", off: false, what: "passwords for FTP" },
      { path: "webdeploy_publish_basic_authentication_enabled", off: false, what: "passwords for deployments" },
    ],
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "open",
        says: "answers the Internet",
      },
    ],
  }),
  azurerm_linux_web_app: entry({
    holds: "customer data",
    localAuth: [
      { path: "ftp_publish_basic_authentication_enabled", off: false, what: "passwords for FTP" },
      { path: "webdeploy_publish_basic_authentication_enabled", off: false, what: "passwords for deployments" },
    ],
    tls: [
      { path: "https_only", good: [true] },
      { path: "site_config.minimum_tls_version", good: ["1.2", "1.3"] },
    ],
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "open",
        says: "answers the Internet",
      },
    ],
    inSubnets: [{ path: "virtual_network_subnet_id" }],
  }),
  azurerm_linux_web_app_slot: entry({
    localAuth: [
      { path: "ftp_publish_basic_authentication_enabled", off: false, what: "passwords for FTP" },
      { path: "webdeploy_publish_basic_authentication_enabled", off: false, what: "passwords for deployments" },
    ],
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "open",
        says: "answers the Internet",
      },
    ],
  }),
  azurerm_service_plan: entry({
    zones: { path: "zone_balancing_enabled", spans: { oneOf: [true] }, want: "zone_balancing_enabled = true" },
    paid: true,
  }),
  azurerm_static_site: entry({ waysIn: [{ kind: "static-website", path: "", says: "serves a website to everyone" }] }),
  azurerm_static_web_app: entry({
    waysIn: [
      {
        kind: "static-website",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "open",
        says: "serves a website to everyone",
      },
    ],
  }),
  azurerm_windows_function_app: entry({
    localAuth: [
      { path: "ftp_publish_basic_authentication_enabled", off: false, what: "passwords for FTP" },
      { path: "webdeploy_publish_basic_authentication_enabled", off: false, what: "passwords for deployments" },
    ],
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "open",
        says: "answers the Internet",
      },
    ],
    inSubnets: [{ path: "virtual_network_subnet_id" }],
  }),
  azurerm_windows_function_app_slot: entry({
    localAuth: [
      { path: "ftp_publish_basic_authentication_enabled", off: false, what: "passwords for FTP" },
      { path: "webdeploy_publish_basic_authentication_enabled", off: false, what: "passwords for deployments" },
    ],
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "open",
        says: "answers the Internet",
      },
    ],
  }),
  azurerm_windows_web_app: entry({
    localAuth: [
      { path: "ftp_publish_basic_authentication_enabled", off: false, what: "passwords for FTP" },
      { path: "webdeploy_publish_basic_authentication_enabled", off: false, what: "passwords for deployments" },
    ],
    tls: [
      { path: "https_only", good: [true] },
      { path: "site_config.minimum_tls_version", good: ["1.2", "1.3"] },
    ],
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "open",
        says: "answers the Internet",
      },
    ],
    inSubnets: [{ path: "virtual_network_subnet_id" }],
  }),
  azurerm_windows_web_app_slot: entry({
    localAuth: [
      { path: "ftp_publish_basic_authentication_enabled", off: false, what: "passwords for FTP" },
      { path: "webdeploy_publish_basic_authentication_enabled", off: false, what: "passwords for deployments" },
    ],
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access_enabled",
        closed: [false],
        absent: "open",
        says: "answers the Internet",
      },
    ],
  }),
  ...unread(
    "azurerm_app_service_active_slot",
    "azurerm_app_service_certificate",
    "azurerm_app_service_certificate_binding",
    "azurerm_app_service_certificate_order",
    "azurerm_app_service_connection",
    "azurerm_app_service_custom_hostname_binding",
    "azurerm_app_service_hybrid_connection",
    "azurerm_app_service_managed_certificate",
    "azurerm_app_service_plan",
    "azurerm_app_service_public_certificate",
    "azurerm_app_service_slot_custom_hostname_binding",
    "azurerm_app_service_slot_virtual_network_swift_connection",
    "azurerm_app_service_source_control",
    "azurerm_app_service_source_control_slot",
    "azurerm_app_service_source_control_token",
    "azurerm_app_service_virtual_network_swift_connection",
    "azurerm_function_app_active_slot",
    "azurerm_function_app_connection",
    "azurerm_function_app_function",
    "azurerm_function_app_hybrid_connection",
    "azurerm_source_control_token",
    "azurerm_static_site_custom_domain",
    "azurerm_static_web_app_custom_domain",
    "azurerm_static_web_app_function_app_registration",
    "azurerm_web_app_active_slot",
    "azurerm_web_app_hybrid_connection",
  ),
};
