import { type Entry, entry, part, parts } from "../entry";

const SERVICE = "azurerm_api_management";
const API = "azurerm_api_management_api";
const WORKSPACE = "azurerm_api_management_workspace";

/** Arguments for protocols that are too old, of callers and of backends, by both names that azurerm 4 takes. */
export const OLD_PROTOCOLS: readonly string[] = ["ssl30", "tls10", "tls11"].flatMap((version) =>
  ["frontend", "backend"].flatMap((end) => [`security.${end}_${version}_enabled`, `security.enable_${end}_${version}`]),
);

const signIn = (what: string, to?: string) => part(SERVICE, { gives: { what, ...(to !== undefined && { to }) } });
const policy = (of: string) =>
  part(of, { waysOut: [{ what: "a policy", to: ["xml_link"], says: "takes a policy from" }] });

/** API Management: gateways, APIs, products and who may call them. */
export const apiManagement: Readonly<Record<string, Entry>> = {
  azurerm_api_management: entry({
    hosts: ["azure-api.net"],
    noun: "API Management service",
    holds: { none: "calls pass through" },
    publicSide: { none: "its endpoint is a way in, and judged as one" },
    waysIn: { none: "judged with its network and its switch, among the paths from the Internet" },
    waysOut: [{ what: "sign-ups", to: ["delegation.url"], says: "sends people to" }],
    localAuth: [{ path: "tenant_access.enabled", off: false, what: "keys to its management", onRequest: true }],
    gives: { none: "subscriptions and users are resources of their own" },
    tls: OLD_PROTOCOLS.map((path) => ({ path, good: [false] })),
    regions: ["additional_location.location"],
    inSubnets: [
      { path: "virtual_network_configuration.subnet_id" },
      { path: "additional_location.virtual_network_configuration.subnet_id" },
    ],
    softDelete: {
      trap: "T7",
      block: "api_management",
      purge: "purge_soft_delete_on_destroy",
      recover: "recover_soft_deleted",
    },
    publicAddresses: ["public_ip_address_id", "additional_location.public_ip_address_id"],
    minutes: { safe: 45 },
    paid: true,
  }),
  azurerm_api_management_api: part(SERVICE, {
    waysOut: [{ what: "calls", to: ["service_url"], says: "sends calls to" }],
    tls: [{ path: "protocols", good: ["https", "wss", undefined] }],
  }),
  ...parts(
    API,
    "azurerm_api_management_api_diagnostic",
    "azurerm_api_management_api_operation",
    "azurerm_api_management_api_operation_tag",
    "azurerm_api_management_api_release",
    "azurerm_api_management_api_schema",
    "azurerm_api_management_api_tag",
    "azurerm_api_management_api_tag_description",
  ),
  azurerm_api_management_api_operation_policy: policy(API),
  azurerm_api_management_api_policy: policy(API),
  azurerm_api_management_authorization_server: part(SERVICE, {
    waysOut: [
      {
        what: "sign-ins",
        to: ["authorization_endpoint", "token_endpoint", "client_registration_endpoint"],
        says: "sends sign-ins to",
      },
    ],
  }),
  azurerm_api_management_backend: part(SERVICE, {
    waysOut: [
      {
        what: "calls",
        to: ["url", "proxy.url", "service_fabric_cluster.management_endpoints"],
        says: "sends calls to",
      },
    ],
  }),
  azurerm_api_management_gateway_host_name_configuration: part(SERVICE, {
    tls: [
      { path: "tls10_enabled", good: [false, undefined] },
      { path: "tls11_enabled", good: [false, undefined] },
    ],
  }),
  azurerm_api_management_group_user: signIn("a place in a group", "user_id"),
  azurerm_api_management_identity_provider_aad: signIn("sign-ins of tenants", "allowed_tenants"),
  azurerm_api_management_identity_provider_aadb2c: signIn("sign-ins of a tenant", "allowed_tenant"),
  azurerm_api_management_identity_provider_facebook: signIn("sign-ins by Facebook"),
  azurerm_api_management_identity_provider_google: signIn("sign-ins by Google"),
  azurerm_api_management_identity_provider_microsoft: signIn("sign-ins by Microsoft accounts"),
  azurerm_api_management_identity_provider_twitter: signIn("sign-ins by Twitter"),
  azurerm_api_management_logger: part(SERVICE, {
    waysOut: [{ what: "logs", to: ["resource_id", "eventhub.endpoint_uri"], says: "sends logs to" }],
  }),
  azurerm_api_management_openid_connect_provider: part(SERVICE, {
    waysOut: [{ what: "sign-ins", to: ["metadata_endpoint"], says: "asks about sign-ins at" }],
  }),
  azurerm_api_management_policy: policy(SERVICE),
  azurerm_api_management_product_policy: policy("azurerm_api_management_product"),
  azurerm_api_management_redis_cache: part(SERVICE, {
    waysOut: [{ what: "answers", to: ["redis_cache_id"], says: "keeps answers in" }],
  }),
  azurerm_api_management_standalone_gateway: entry({
    noun: "API gateway",
    holds: { none: "calls pass through" },
    publicSide: { none: "its endpoint is a way in, and judged as one" },
    waysIn: [
      {
        kind: "public-service",
        path: "virtual_network_type",
        closed: ["Internal"],
        absent: "open",
        says: "answers the Internet",
      },
    ],
    waysOut: { none: "its APIs say where calls go" },
    localAuth: { none: "its APIs say who may call" },
    gives: { none: "it gives nobody a right" },
    inSubnets: [{ path: "backend_subnet_id" }],
    paid: true,
  }),
  azurerm_api_management_subscription: part(SERVICE, {
    gives: { what: "keys to APIs that do not expire", to: "user_id", right: "product_id" },
  }),
  azurerm_api_management_user: part(SERVICE, { gives: { what: "a sign-in by password", to: "email" } }),
  azurerm_api_management_workspace_policy: policy(WORKSPACE),
  ...parts(
    SERVICE,
    "azurerm_api_management_api_version_set",
    "azurerm_api_management_certificate",
    "azurerm_api_management_custom_domain",
    "azurerm_api_management_diagnostic",
    "azurerm_api_management_email_template",
    "azurerm_api_management_gateway",
    "azurerm_api_management_gateway_api",
    "azurerm_api_management_gateway_certificate_authority",
    "azurerm_api_management_global_schema",
    "azurerm_api_management_group",
    "azurerm_api_management_named_value",
    "azurerm_api_management_notification_recipient_email",
    "azurerm_api_management_notification_recipient_user",
    "azurerm_api_management_policy_fragment",
    "azurerm_api_management_product",
    "azurerm_api_management_product_api",
    "azurerm_api_management_product_group",
    "azurerm_api_management_product_tag",
    "azurerm_api_management_tag",
    "azurerm_api_management_workspace",
  ),
  ...parts(
    WORKSPACE,
    "azurerm_api_management_workspace_api_version_set",
    "azurerm_api_management_workspace_certificate",
    "azurerm_api_management_workspace_named_value",
    "azurerm_api_management_workspace_policy_fragment",
  ),
};
