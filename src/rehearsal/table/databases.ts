import type { MockTable } from "./entry";

/** PostgreSQL, MySQL, SQL. Types without their `azurerm_` prefix. */
export const databases: MockTable = {
  mssql_database: "{server_id:mssql_server}/databases/{name}",
  mssql_database_extended_auditing_policy: "{database_id:mssql_database}/extendedAuditingSettings/default",
  mssql_elasticpool: "{rg}/Microsoft.Sql/servers/{server_name}/elasticPools/{name}",
  mssql_failover_group: "{server_id:mssql_server}/failoverGroups/{name}",
  mssql_firewall_rule: "{server_id:mssql_server}/firewallRules/{name}",
  mssql_job: "{job_agent_id:mssql_job_agent}/jobs/{name}",
  mssql_job_agent: "{database_id:mssql_database.parent}/jobAgents/{name}",
  mssql_job_credential: "{job_agent_id:mssql_job_agent}/credentials/{name}",
  mssql_job_schedule: "{job_id:mssql_job}",
  mssql_job_step: "{job_id:mssql_job}/steps/{name}",
  mssql_job_target_group: "{job_agent_id:mssql_job_agent}/targetGroups/{name}",
  mssql_managed_database: "{managed_instance_id:mssql_managed_instance}/databases/{name}",
  mssql_managed_instance: [
    "{rg}/Microsoft.Sql/managedInstances/{name}",
    { fqdn: "{name}.public.rehearsed.database.windows.net", dns_zone: "rehearsed" },
  ],
  mssql_managed_instance_active_directory_administrator:
    "{managed_instance_id:mssql_managed_instance}/administrators/activeDirectory",
  mssql_managed_instance_security_alert_policy:
    "{rg}/Microsoft.Sql/managedInstances/{managed_instance_name}/securityAlertPolicies/Default",
  mssql_managed_instance_start_stop_schedule: "{managed_instance_id:mssql_managed_instance}/startStopSchedules/default",
  mssql_managed_instance_transparent_data_encryption:
    "{managed_instance_id:mssql_managed_instance}/encryptionProtector/current",
  mssql_managed_instance_vulnerability_assessment:
    "{managed_instance_id:mssql_managed_instance}/vulnerabilityAssessments/default",
  mssql_outbound_firewall_rule: "{server_id:mssql_server}/outboundFirewallRules/{name}",
  mssql_server: ["{rg}/Microsoft.Sql/servers/{name}", { fully_qualified_domain_name: "{name}.database.windows.net" }],
  mssql_server_dns_alias: "{mssql_server_id:mssql_server}/dnsAliases/{name}",
  mssql_server_extended_auditing_policy: "{server_id:mssql_server}/extendedAuditingSettings/default",
  mssql_server_microsoft_support_auditing_policy: "{server_id:mssql_server}/devOpsAuditingSettings/default",
  mssql_server_security_alert_policy: "{rg}/Microsoft.Sql/servers/{server_name}/securityAlertPolicies/Default",
  mssql_server_transparent_data_encryption: "{server_id:mssql_server}/encryptionProtector/current",
  mssql_server_vulnerability_assessment:
    "{server_security_alert_policy_id:mssql_server_security_alert_policy.parent}/vulnerabilityAssessments/Default",
  mssql_virtual_machine:
    "{rg}/Microsoft.SqlVirtualMachine/sqlVirtualMachines/{virtual_machine_id:windows_virtual_machine.name}",
  mssql_virtual_machine_availability_group_listener:
    "{sql_virtual_machine_group_id:mssql_virtual_machine_group}/availabilityGroupListeners/{name}",
  mssql_virtual_machine_group: "{rg}/Microsoft.SqlVirtualMachine/sqlVirtualMachineGroups/{name}",
  mssql_virtual_network_rule: "{server_id:mssql_server}/virtualNetworkRules/{name}",
  mysql_flexible_database: "{rg}/Microsoft.DBforMySQL/flexibleServers/{server_name}/databases/{name}",
  mysql_flexible_server: [
    "{rg}/Microsoft.DBforMySQL/flexibleServers/{name}",
    { fqdn: "{name}.mysql.database.azure.com", administrator_login: "rehearsed", zone: "1" },
  ],
  mysql_flexible_server_active_directory_administrator:
    "{server_id:mysql_flexible_server}/administrators/ActiveDirectory",
  mysql_flexible_server_configuration: "{rg}/Microsoft.DBforMySQL/flexibleServers/{server_name}/configurations/{name}",
  mysql_flexible_server_firewall_rule: "{rg}/Microsoft.DBforMySQL/flexibleServers/{server_name}/firewallRules/{name}",
  postgresql_flexible_server: [
    "{rg}/Microsoft.DBforPostgreSQL/flexibleServers/{name}",
    {
      fqdn: "{name}.postgres.database.azure.com",
      administrator_login: "rehearsed",
      private_dns_zone_id:
        "/subscriptions/{subscription}/resourceGroups/{resource_group_name}/providers/Microsoft.Network/privateDnsZones/{name}.private.postgres.database.azure.com",
    },
  ],
  postgresql_flexible_server_active_directory_administrator:
    "{rg}/Microsoft.DBforPostgreSQL/flexibleServers/{server_name}/administrators/{object_id}",
  postgresql_flexible_server_backup: "{server_id:postgresql_flexible_server}/backups/{name}",
  postgresql_flexible_server_configuration: "{server_id:postgresql_flexible_server}/configurations/{name}",
  postgresql_flexible_server_database: "{server_id:postgresql_flexible_server}/databases/{name}",
  postgresql_flexible_server_firewall_rule: "{server_id:postgresql_flexible_server}/firewallRules/{name}",
  postgresql_flexible_server_virtual_endpoint:
    "{source_server_id:postgresql_flexible_server}/virtualEndpoints/{name}|{replica_server_id:postgresql_flexible_server}/virtualEndpoints/{name}",
};
