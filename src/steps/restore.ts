import type { ResolvedEnvironment } from "../config/resolve";
import { FACTS } from "../policy/evidence";
import { dataGroup, hardenedConfig } from "./hardened";
import type { Step } from "./step";

/**
 * The stack that keeps copies; nothing below Production.
 *
 * @param apply  the step that applies a stack
 */
export function recovery(environment: ResolvedEnvironment, apply: (role: string, why: string) => Step): Step[] {
  if (environment.stance.recovery.copyDays === 0) return [];
  return [
    apply(
      "recovery",
      "Copies of the data and the logs of who did what, before there is anything to lose. No recreation touches this stack: it outlives what it restores.",
    ),
  ];
}

/**
 * Brings every database back to a moment of yesterday, as a server of its own; nothing below Production. It is made in the
 * group of the copies, because the group of the data refuses every deletion.
 *
 * @see https://learn.microsoft.com/azure/postgresql/backup-restore/concepts-backup-restore
 */
export function restoreDrill(environment: ResolvedEnvironment): Step[] {
  const { stores, stance, nameOf, name } = environment;
  const config = hardenedConfig(environment);
  const servers = stores.flatMap((one) =>
    one.type === "postgresql" ? [nameOf("postgresql_flexible_server", one.name)] : [],
  );
  if (config?.stage !== "production" || stance.recovery.copyDays === 0) return [];
  const group = nameOf("resource_group", "recovery");
  const source = `/subscriptions/$TF_VAR_subscription_id/resourceGroups/${dataGroup(environment)}/providers/Microsoft.DBforPostgreSQL/flexibleServers`;
  const { rto, rpo } = config.promise;
  return [
    {
      id: "drill-restore",
      title: `Every ${FACTS["restore-drilled"].maxAgeDays} days: drill a restore`,
      why: `The promise is ${rto} until it is back and ${rpo} of data at most. Note when you start and when the data can be read, list the restored databases, delete the copy, and write both times into the evidence restore-drilled of ${name}. How it comes back: ${config.recovery.path}.`,
      purpose: "later",
      commands: servers.flatMap((server) => [
        `az postgres flexible-server restore --resource-group ${group} --name ${server}-drill --source-server "${source}/${server}" --restore-time "$(date -u -d yesterday +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -v-1d +%Y-%m-%dT%H:%M:%SZ)"`,
        `az postgres flexible-server db list --resource-group ${group} --server-name ${server}-drill --output table`,
        `az postgres flexible-server delete --resource-group ${group} --name ${server}-drill --yes`,
      ]),
    },
  ];
}
