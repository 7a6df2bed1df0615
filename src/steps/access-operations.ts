/**
 * What opens a way in to data, as the activity log calls it: a role on a storage account, a run of the job that makes SQL
 * roles, an administrator of a database server. The alerts of the stacks and the steps are about the same ones.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations
 */
export const ACCESS_OPERATIONS = {
  role: "Microsoft.Authorization/roleAssignments/write",
  job: "Microsoft.App/jobs/start/action",
  administrator: "Microsoft.DBforPostgreSQL/flexibleServers/administrators/write",
} as const;
