import type { ResolvedEnvironment } from "../config/resolve";
import type { Step } from "./step";

/**
 * Looks whether the vault's audit log arrives in the table that is exported as evidence; nothing below Production. The
 * workspace answers queries from anywhere, by Entra sign-in alone.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azkvauditlogs
 */
export function audit({ stance, nameOf }: ResolvedEnvironment): Step[] {
  if (!stance.observability.auditExport) return [];
  const workspace = nameOf("log_analytics_workspace");
  return [
    {
      id: "see-audit",
      title: "See that the vault's audit log arrives",
      why: "The gateway has read its certificate by now, and the apps their secrets. Nothing printed: wait a quarter of an hour and ask again; still nothing means that no evidence is kept of who reads secrets. Reader on the workspace is enough, and any computer will do.",
      commands: [
        `WORKSPACE="$(az monitor log-analytics workspace show --resource-group ${nameOf("resource_group")} --workspace-name ${workspace} --query customerId --output tsv)"`,
        'az monitor log-analytics query --workspace "$WORKSPACE" --analytics-query "AZKVAuditLogs | take 1" --output table',
      ],
    },
  ];
}
