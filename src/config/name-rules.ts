/** Length, separator and abbreviation of the names of one resource type. */
export interface NameRule {
  /** Abbreviation that the name starts with. */
  readonly slug: string;
  readonly min: number;
  readonly max: number;
  readonly pattern: RegExp;
  /** False where the type's names allow letters and digits only. */
  readonly dashes: boolean;
}

const rule = (slug: string, min: number, max: number, pattern: RegExp, dashes = true): NameRule => ({
  slug,
  min,
  max,
  pattern,
  dashes,
});

const NETWORK = /^[a-zA-Z0-9][a-zA-Z0-9-._]*[a-zA-Z0-9_]$/;
const ALPHANUMERIC_AND_HYPHENS = /^[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]$/;

/**
 * Name rules of the types that get a name of their own. The lengths of Container Apps types are one below Azure's,
 * because azurerm 4.55 lets only a letter stand in the last place. Identities get 63 of their 128 characters, because
 * their names are PostgreSQL role names too.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 * @see https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-abbreviations
 */
export const NAME_RULES = {
  application_gateway: rule("agw", 1, 80, NETWORK),
  application_insights: rule("appi", 10, 255, /^[^%&?/\\]+$/),
  cdn_frontdoor_endpoint: rule("fde", 2, 46, ALPHANUMERIC_AND_HYPHENS),
  cdn_frontdoor_firewall_policy: rule("fdfp", 1, 128, /^[a-zA-Z][a-zA-Z0-9]*$/, false),
  cdn_frontdoor_profile: rule("afd", 5, 64, ALPHANUMERIC_AND_HYPHENS),
  consumption_budget: rule("budget", 1, 63, /^[a-zA-Z0-9_-]+$/),
  container_app: rule("ca", 2, 31, /^(?!.*--)[a-z][a-z0-9-]*[a-z0-9]$/),
  container_app_environment: rule("cae", 2, 59, /^[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]$/),
  container_app_job: rule("caj", 2, 31, /^(?!.*--)[a-z][a-z0-9-]*[a-z0-9]$/),
  container_registry: rule("acr", 5, 50, /^[a-zA-Z0-9]+$/, false),
  data_protection_backup_policy: rule("bkpol", 3, 150, /^[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]$/),
  data_protection_backup_vault: rule("bvault", 2, 50, /^[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]$/),
  firewall: rule("fw", 1, 80, NETWORK),
  firewall_policy: rule("afwp", 1, 80, NETWORK),
  key_vault: rule("kv", 3, 24, /^(?!.*--)[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]$/),
  log_analytics_data_export: rule("export", 4, 63, ALPHANUMERIC_AND_HYPHENS),
  log_analytics_workspace: rule("log", 4, 63, ALPHANUMERIC_AND_HYPHENS),
  management_lock: rule("lock", 1, 90, /^[a-zA-Z0-9-]+$/),
  monitor_action_group: rule("ag", 1, 260, /^[^%&?+/\\]+$/),
  monitor_alert: rule("alert", 1, 260, /^[^*#&+:<>?@%{}\\/|]+$/),
  monitor_diagnostic_setting: rule("diag", 1, 260, /^[^*<>%:&?+/\\]+$/),
  network_interface: rule("nic", 1, 80, NETWORK),
  network_security_group: rule("nsg", 1, 80, NETWORK),
  postgresql_flexible_server: rule("psql", 3, 63, /^[a-z0-9][a-z0-9-]*[a-z0-9]$/),
  postgresql_flexible_server_virtual_endpoint: rule("psqlve", 3, 63, /^[a-z0-9][a-z0-9-]*[a-z0-9]$/),
  private_dns_resolver: rule("dnspr", 1, 80, NETWORK),
  private_dns_resolver_inbound_endpoint: rule("in", 1, 80, NETWORK),
  private_endpoint: rule("pep", 2, 64, NETWORK),
  public_ip: rule("pip", 1, 80, NETWORK),
  resource_group: rule("rg", 1, 90, /^[a-zA-Z0-9-._()]*[a-zA-Z0-9-_()]$/),
  route_table: rule("rt", 1, 80, NETWORK),
  storage_account: rule("st", 3, 24, /^[a-z0-9]+$/, false),
  subnet: rule("snet", 1, 80, NETWORK),
  user_assigned_identity: rule("id", 3, 63, /^[a-zA-Z0-9][a-zA-Z0-9-_]+$/),
  virtual_network: rule("vnet", 2, 64, NETWORK),
  virtual_network_gateway: rule("vgw", 1, 80, NETWORK),
  web_application_firewall_policy: rule("waf", 1, 80, /^[a-zA-Z0-9][a-zA-Z0-9-._]*[a-zA-Z0-9_]$/),
} as const satisfies Record<string, NameRule>;

/** Types whose names are unique in the world. */
export const GLOBAL_TYPES = [
  "container_registry",
  "key_vault",
  "postgresql_flexible_server",
  "storage_account",
] as const;

/** A resource type that has a name rule, without the `azurerm_` prefix. */
export type NamedType = keyof typeof NAME_RULES;

/** The name that Azure gives the action group which it makes for Application Insights. */
export const SMART_DETECTION = "Application Insights Smart Detection";
