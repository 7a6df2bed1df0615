import { added } from "../../support/built-pre-production";
import { add, type Json, type Stacks, type Weakening } from "../../support/weakenings";

const PLAN = "${var.plan_id}";
const STORE = {
  service_plan_id: PLAN,
  storage_account_name: "${azurerm_storage_account.storage.name}",
  storage_uses_managed_identity: true,
};

/** A site that nobody reaches and nobody signs in to with a password: only what a row says is wrong with it. */
const CLOSED = {
  public_network_access_enabled: false,
  ftp_publish_basic_authentication_enabled: false,
  webdeploy_publish_basic_authentication_enabled: false,
};
const SITE = { https_only: true, site_config: { minimum_tls_version: "1.2", ftps_state: "Disabled" } };

const web = (more: object = {}): Json => ({
  ...added("app"),
  ...CLOSED,
  ...SITE,
  service_plan_id: PLAN,
  ...more,
});
/** Adds a resource to the platform. */
const platform = (address: string, values: object) => add("platform", address, { ...values });

const slot = (more: object) => (stacks: Stacks) => {
  const { resource_group_name: _, location: __, service_plan_id: ___, ...rest } = web();
  platform("azurerm_linux_web_app.shop", web())(stacks);
  platform("azurerm_linux_web_app_slot.next", {
    ...rest,
    name: "next",
    app_service_id: "${azurerm_linux_web_app.shop.id}",
    ...more,
  })(stacks);
};

/** Connections in the clear, or as nobody encrypts them any more, wherever a resource has the setting. */
export const OLD_PROTOCOLS: readonly Weakening[] = [
  {
    what: "a web app that answers plain HTTP",
    change: platform("azurerm_linux_web_app.shop", web({ https_only: false })),
    caught: ["NET-01", "REC-09"],
  },
  {
    what: "a web app that speaks TLS 1.0",
    change: platform("azurerm_linux_web_app.shop", web({ site_config: { minimum_tls_version: "1.0" } })),
    caught: ["NET-01", "REC-09"],
  },
  { what: "a slot that answers plain HTTP", change: slot({ https_only: false }), caught: ["NET-01", "REC-09"] },
  {
    what: "a slot that speaks TLS 1.0",
    change: slot({ site_config: { minimum_tls_version: "1.0" } }),
    caught: ["NET-01", "REC-09"],
  },
  {
    what: "a function app that answers plain HTTP",
    change: platform("azurerm_linux_function_app.jobs", web({ ...STORE, https_only: false })),
    caught: ["NET-01"],
  },
  {
    what: "a function app that speaks TLS 1.0",
    change: platform(
      "azurerm_linux_function_app.jobs",
      web({ ...STORE, site_config: { minimum_tls_version: "1.0", ftps_state: "Disabled" } }),
    ),
    caught: ["NET-01"],
  },
  {
    what: "workflows that answer plain HTTP",
    change: platform("azurerm_logic_app_standard.flows", {
      ...added("logic"),
      app_service_plan_id: PLAN,
      storage_account_name: "${azurerm_storage_account.storage.name}",
      https_only: false,
      public_network_access: "Disabled",
      ftp_publish_basic_authentication_enabled: false,
      scm_publish_basic_authentication_enabled: false,
    }),
    caught: ["NET-01", "NET-08"],
  },
  ...["tls10_enabled", "ssl30_enabled"].map((protocol) => ({
    what: `a gateway of APIs with frontend_${protocol}`,
    change: platform("azurerm_api_management.apis", {
      ...added("apim"),
      publisher_name: "Orders",
      publisher_email: "orders@example.com",
      sku_name: "Premium_3",
      zones: ["1", "2", "3"],
      virtual_network_type: "Internal",
      virtual_network_configuration: { subnet_id: "${azurerm_subnet.network_subnet-apps.id}" },
      public_network_access_enabled: false,
      security: { [`frontend_${protocol}`]: true },
    }),
    caught: ["NET-01"],
  })),
  {
    what: "a domain of Front Door that speaks TLS 1.0",
    change: platform("azurerm_cdn_frontdoor_custom_domain.shop", {
      name: "shop",
      cdn_frontdoor_profile_id: "${var.profile_id}",
      host_name: "shop.example",
      tls: { certificate_type: "ManagedCertificate", minimum_tls_version: "TLS10" },
    }),
    caught: ["NET-01"],
  },
  ...["TLSv1", "TLSv1.1"].map((value) => ({
    what: `a database that speaks ${value}`,
    change: platform("azurerm_postgresql_flexible_server_configuration.protocol", {
      name: "ssl_min_protocol_version",
      server_id: "${azurerm_postgresql_flexible_server.database-database.id}",
      value,
    }),
    caught: ["NET-01", "REC-09"],
  })),
];
