import type { ResolvedEnvironment } from "../config/resolve";
import { FACTS } from "../evidence/facts";
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
  const server = (part: string) => nameOf("postgresql_flexible_server", part);
  const databases = stores.filter(({ type }) => type === "postgresql");
  if (!config || !("promise" in config) || stance.recovery.copyDays === 0) return [];
  const group = nameOf("resource_group", "recovery");
  const source = `/subscriptions/$TF_VAR_subscription_id/resourceGroups/${dataGroup(environment)}/providers/Microsoft.DBforPostgreSQL/flexibleServers`;
  const { rto, rpo } = config.promise;
  return [
    {
      id: "drill-restore",
      title: `Every ${FACTS["restore-drilled"].maxAgeDays} days: drill a restore`,
      why: `The promise is ${rto} until it is back and ${rpo} of data at most. Note when you start and when the data can be read, see that the copy has no public side either, list its databases, delete it, and write both times into the evidence restore-drilled of ${name}. How it comes back: ${config.recovery.path}.`,
      purpose: "later",
      commands: databases.flatMap(({ name: database }) => {
        const copy = `--resource-group ${group} --name ${server(`${database}-drill`)}`;
        return [
          `az postgres flexible-server restore ${copy} --source-server "${source}/${server(database)}" --restore-time "$(date -u -d yesterday +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -v-1d +%Y-%m-%dT%H:%M:%SZ)"`,
          `az postgres flexible-server show ${copy} --query network`,
          `[ "$(az postgres flexible-server show ${copy} --query network.publicNetworkAccess --output tsv)" = Disabled ] || az postgres flexible-server update ${copy} --public-access Disabled`,
          `az postgres flexible-server db list --resource-group ${group} --server-name ${server(`${database}-drill`)} --output table`,
          `az postgres flexible-server delete ${copy} --yes`,
        ];
      }),
    },
  ];
}
