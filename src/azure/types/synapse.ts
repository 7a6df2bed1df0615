import { type Entry, entry, part, parts } from "../entry";
import { NOT_READ } from "../type";

const POOL = "azurerm_synapse_sql_pool";
const WORKSPACE = "azurerm_synapse_workspace";

const logs = (...to: readonly string[]) => [{ what: "logs", to, says: "sends logs to" }];
const admin = { what: "an administrator's rights", to: "object_id" };

/** Synapse: workspaces, pools, and what they are joined to. */
export const synapse: Readonly<Record<string, Entry>> = {
  azurerm_synapse_firewall_rule: part(WORKSPACE),
  azurerm_synapse_integration_runtime_azure: part(WORKSPACE),
  azurerm_synapse_integration_runtime_self_hosted: part(WORKSPACE, { localAuth: [{ what: "keys of its nodes" }] }),
  azurerm_synapse_linked_service: part(WORKSPACE, { waysOut: NOT_READ }), // where to is in its JSON
  azurerm_synapse_managed_private_endpoint: part(WORKSPACE, {
    waysOut: [{ what: "requests", to: ["target_resource_id"], says: "sends requests to" }],
  }),
  azurerm_synapse_private_link_hub: part(WORKSPACE),
  azurerm_synapse_role_assignment: part(WORKSPACE, {
    gives: { what: "a role in the workspace", to: "principal_id", right: "role_name" },
  }),
  azurerm_synapse_spark_pool: part(WORKSPACE),
  azurerm_synapse_sql_pool: part(WORKSPACE, {
    holds: "customer data",
    waysOut: [{ what: "data", to: ["recovery_database_id", "restore.source_database_id"], says: "is filled from" }],
    // azurerm refuses geo backups of a pool on LRS, and GRS is two copies of the pool's own files.
    pairedCopy: [
      {
        path: "geo_backup_policy_enabled",
        values: [true, "true"],
        unless: { path: "storage_account_type", values: ["LRS"] },
      },
      { path: "storage_account_type", values: ["GRS"] },
    ],
    paid: true,
  }),
  azurerm_synapse_sql_pool_extended_auditing_policy: part(POOL, { waysOut: logs("storage_endpoint") }),
  azurerm_synapse_sql_pool_security_alert_policy: part(POOL, { waysOut: logs("storage_endpoint") }),
  azurerm_synapse_sql_pool_vulnerability_assessment: part(POOL, { waysOut: logs("storage_container_path") }),
  ...parts(
    POOL,
    "azurerm_synapse_sql_pool_vulnerability_assessment_baseline",
    "azurerm_synapse_sql_pool_workload_classifier",
    "azurerm_synapse_sql_pool_workload_group",
  ),
  azurerm_synapse_workspace: entry({
    hosts: ["sql.azuresynapse.net", "dev.azuresynapse.net"],
    noun: "Synapse workspace",
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "rules", type: "azurerm_synapse_firewall_rule", server: "synapse_workspace_id" },
    },
    waysIn: { none: "its endpoint has a switch" },
    waysOut: [
      {
        what: "its code",
        to: ["github_repo.account_name", "azure_devops_repo.account_name"],
        says: "keeps its code in",
      },
      { what: "files", to: ["storage_data_lake_gen2_filesystem_id"], says: "keeps files in" },
      { what: "lineage", to: ["purview_id"], says: "sends lineage to" },
    ],
    localAuth: [{ path: "azuread_authentication_only", off: true, what: "passwords" }],
    gives: { none: "roles in it are resources of their own" },
    privateLink: [
      { name: "Sql", zone: "privatelink.sql.azuresynapse.net" },
      { name: "Dev", zone: "privatelink.dev.azuresynapse.net" },
    ],
    inSubnets: [{ path: "compute_subnet_id" }],
    paid: true,
  }),
  azurerm_synapse_workspace_aad_admin: part(WORKSPACE, { gives: admin }),
  azurerm_synapse_workspace_extended_auditing_policy: part(WORKSPACE, { waysOut: logs("storage_endpoint") }),
  azurerm_synapse_workspace_key: part(WORKSPACE),
  azurerm_synapse_workspace_security_alert_policy: part(WORKSPACE, { waysOut: logs("storage_endpoint") }),
  azurerm_synapse_workspace_sql_aad_admin: part(WORKSPACE, { gives: admin }),
  azurerm_synapse_workspace_vulnerability_assessment: part(WORKSPACE, { waysOut: logs("storage_container_path") }),
};
