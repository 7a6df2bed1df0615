import type { ResolvedEnvironment } from "../config/resolve";
import { dataGroup } from "./hardened";
import type { Step } from "./step";

/** Days for which Azure keeps what was deleted, where no config says so. */
const KEPT_DAYS = {
  /** @see https://learn.microsoft.com/azure/azure-monitor/logs/delete-workspace */
  workspace: 14,
  /** @see https://learn.microsoft.com/azure/postgresql/backup-restore/concepts-backup-restore */
  database: 5,
  /** @see https://learn.microsoft.com/azure/storage/common/storage-account-recover */
  account: 14,
} as const;

/** What Azure keeps of a destroyed environment, for how long, and where to look for it. */
export function leftovers(environment: ResolvedEnvironment): Step {
  const { nameOf, stance, stores, name } = environment;
  const { retained, vault } = stance;
  const kept = (type: "postgresql" | "account") =>
    stores.some((one) => (one.type === "postgresql") === (type === "postgresql"));
  const lasting = [
    ...(retained
      ? [
          `the vault with its secrets for ${vault.softDeleteDays} days, which nobody can shorten`,
          `the workspace with its logs for ${KEPT_DAYS.workspace} days`,
        ]
      : []),
    ...(kept("postgresql") ? [`each database's backups for ${KEPT_DAYS.database} days`] : []),
    ...(kept("account") ? [`the storage account, as far as it can, for ${KEPT_DAYS.account} days`] : []),
  ];
  const purged = retained ? "" : "Vault and workspace were purged. ";
  const keeps = lasting.length === 0 ? "" : `Azure keeps ${list(lasting)}. `;
  const where = retained ? "" : " The state is on this computer, in state/: it may go once it lists nothing.";
  const groups = [...new Set([nameOf("resource_group"), dataGroup(environment)])];
  return {
    id: "what-remains",
    title: "After that: see what remains, and until when",
    why: `${purged}${keeps}No name of it is met again: the next generation has others. Registered resource providers stay and cost nothing; DNS records and app registrations are the company's.${where} A group that is still there has been destroyed in part: destroy again, and never delete it by hand, because its state and its diagnostic settings would stay.`,
    purpose: "later",
    commands: [
      ...groups.map((group) => `echo "${group} exists: $(az group exists --name ${group})"`),
      `az keyvault list-deleted --resource-type vault --query "[?name=='${nameOf("key_vault")}'].{deletedVault: name, until: properties.scheduledPurgeDate}" --output table`,
      `az monitor log-analytics workspace list-deleted-workspaces --query "[?name=='${nameOf("log_analytics_workspace")}'].{deletedWorkspace: name, deleted: modifiedDate}" --output table`,
      ...(retained
        ? []
        : ["services", "platform"].map(
            (role) => `echo "in the state of ${role}: $(terraform -chdir=stacks/${name}-${role} state list | wc -l)"`,
          )),
    ],
  };
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
