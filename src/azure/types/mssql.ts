import { type Entry, entry, part, parts, plain } from "../entry";

const SERVER = "azurerm_mssql_server";
const INSTANCE = "azurerm_mssql_managed_instance";
const AUDIT = [{ what: "audit records", to: ["storage_endpoint"], says: "sends audit records to" }];
const ALERTS = [{ what: "alerts", to: ["storage_endpoint"], says: "sends alerts to" }];
const SCANS = [{ what: "scan results", to: ["storage_container_path"], says: "sends scan results to" }];

/** SQL servers, managed instances and machines with SQL Server. */
export const mssql: Readonly<Record<string, Entry>> = {
  azurerm_mssql_database: part(SERVER, {
    sla: { usual: "sql-database", zones: "sql-database-zones" },
    dataPart: true,
    noun: "SQL database",
    holds: "customer data",
    pairedCopy: [{ path: "storage_account_type", values: ["Geo", "GeoZone"] }],
    zones: { path: "zone_redundant", spans: { oneOf: [true] }, want: "zone_redundant = true" },
    diagnosed: true,
    paid: true,
  }),
  azurerm_mssql_elasticpool: part(SERVER, { paid: true }),
  azurerm_mssql_failover_group: part(SERVER, {
    waysOut: [{ what: "replicas", to: ["partner_server.id"], says: "sends replicas to" }],
  }),
  azurerm_mssql_managed_instance: entry({
    noun: "SQL managed instance",
    holds: "customer data",
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "replication is a resource of its own" },
    gives: { none: "administrators are resources of their own, or in its arguments" },
    tls: [{ path: "minimum_tls_version", good: ["1.2", "1.3"] }],
    pairedCopy: [{ path: "storage_account_type", values: ["GRS", "GZRS"] }],
    inSubnets: [{ path: "subnet_id" }],
    publicSide: { path: "public_data_endpoint_enabled", off: false, closedByDefault: true },
    localAuth: [
      {
        path: "azure_active_directory_administrator.azuread_authentication_only_enabled",
        off: true,
        what: "passwords",
      },
    ],
    paid: true,
  }),
  azurerm_mssql_server: entry({
    hosts: ["database.windows.net"],
    rolesInSql: true,
    noun: "SQL server",
    arm: { segment: "Microsoft.Sql/servers" },
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "rules", type: "azurerm_mssql_firewall_rule", server: "server_id" },
    },
    privateLink: [{ name: "sqlServer", zone: "privatelink.database.windows.net" }],
    localAuth: [{ path: "azuread_administrator.azuread_authentication_only", off: true, what: "passwords" }],
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "replication and audit are resources of their own" },
    gives: { none: "its administrator is judged with the way that people sign in" },
    tls: [{ path: "minimum_tls_version", good: ["1.2", "1.3"] }],
    minutes: { safe: 10 },
  }),
  azurerm_mssql_database_extended_auditing_policy: part("azurerm_mssql_database", { waysOut: AUDIT }),
  azurerm_mssql_database_vulnerability_assessment_rule_baseline: part("azurerm_mssql_database"),
  ...parts(
    SERVER,
    "azurerm_mssql_firewall_rule",
    "azurerm_mssql_outbound_firewall_rule",
    "azurerm_mssql_server_dns_alias",
    "azurerm_mssql_server_transparent_data_encryption",
    "azurerm_mssql_virtual_network_rule",
  ),
  azurerm_mssql_job_agent: plain("its steps say what it does"),
  ...parts(
    "azurerm_mssql_job_agent",
    "azurerm_mssql_job",
    "azurerm_mssql_job_schedule",
    "azurerm_mssql_job_target_group",
  ),
  azurerm_mssql_job_credential: part("azurerm_mssql_job_agent", {
    gives: { what: "a sign-in to databases by password" },
  }),
  azurerm_mssql_job_step: part("azurerm_mssql_job_agent", {
    waysOut: [{ what: "results", to: ["output_target.mssql_database_id"], says: "sends results to" }],
  }),
  azurerm_mssql_managed_database: part(INSTANCE, { dataPart: true }),
  azurerm_mssql_managed_instance_active_directory_administrator: part(INSTANCE, {
    gives: { what: "the administration of every database", to: "object_id" },
    localAuth: [{ path: "azuread_authentication_only", off: true, what: "passwords" }],
  }),
  azurerm_mssql_managed_instance_failover_group: part(INSTANCE, {
    waysOut: [{ what: "replicas", to: ["partner_managed_instance_id"], says: "sends replicas to" }],
  }),
  azurerm_mssql_managed_instance_security_alert_policy: part(INSTANCE, { waysOut: ALERTS }),
  ...parts(
    INSTANCE,
    "azurerm_mssql_managed_instance_start_stop_schedule",
    "azurerm_mssql_managed_instance_transparent_data_encryption",
  ),
  azurerm_mssql_managed_instance_vulnerability_assessment: part(INSTANCE, { waysOut: SCANS }),
  azurerm_mssql_server_extended_auditing_policy: part(SERVER, { waysOut: AUDIT }),
  azurerm_mssql_server_microsoft_support_auditing_policy: part(SERVER, {
    waysOut: [{ what: "audit records", to: ["blob_storage_endpoint"], says: "sends audit records to" }],
  }),
  azurerm_mssql_server_security_alert_policy: part(SERVER, { waysOut: ALERTS }),
  azurerm_mssql_server_vulnerability_assessment: part(SERVER, { waysOut: SCANS }),
  azurerm_mssql_virtual_machine: part("azurerm_windows_virtual_machine", {
    localAuth: [{ what: "passwords" }],
    waysIn: [
      {
        kind: "public-service",
        path: "sql_connectivity_type",
        closed: ["PRIVATE", "LOCAL"],
        absent: "closed",
        says: "lets the Internet talk to its SQL Server",
      },
    ],
    waysOut: [{ what: "backups", to: ["auto_backup.storage_blob_endpoint"], says: "sends backups to" }],
  }),
  azurerm_mssql_virtual_machine_availability_group_listener: part("azurerm_mssql_virtual_machine_group"),
  azurerm_mssql_virtual_machine_group: plain("its machines are judged by themselves", {
    waysOut: [
      { what: "cluster votes", to: ["wsfc_domain_profile.storage_account_url"], says: "sends votes of its cluster to" },
    ],
  }),
};
