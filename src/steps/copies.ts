import type { ResolvedEnvironment } from "../config/resolve";
import { dataGroup } from "./hardened";
import { lockAddress } from "./locks";
import type { Step } from "./step";

/** Whether an environment keeps copies that outlive it: from Production on. */
function keepsCopies({ stance }: Pick<ResolvedEnvironment, "stance">): boolean {
  return stance.recovery.copyDays > 0;
}

/**
 * Ends the backups before what they copy is destroyed: a backed-up storage account can carry a lock that Azure Backup put
 * there, which no state knows.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/issues/28961
 * @see https://learn.microsoft.com/cli/azure/dataprotection/backup-instance#az-dataprotection-backup-instance-stop-protection
 */
export function stopBackups(environment: ResolvedEnvironment): Step[] {
  const { stores, nameOf } = environment;
  if (!keepsCopies(environment)) return [];
  const account = nameOf("storage_account");
  const databases = stores.flatMap(({ type, name }) =>
    type === "postgresql" ? [nameOf("postgresql_flexible_server", name)] : [],
  );
  const blobs = stores.some(({ type }) => type === "blobs");
  const copied = [...databases, ...(blobs ? [account] : [])];
  if (copied.length === 0) return [];
  const source = `/subscriptions/$TF_VAR_subscription_id/resourceGroups/${dataGroup(environment)}/providers/Microsoft.Storage/storageAccounts/${account}`;
  const foreign = (what: string) =>
    `az lock list --resource "${source}" --query "[?name!='${nameOf("management_lock", "storage")}'].${what}"`;
  const locked = blobs
    ? " Azure Backup may have put a lock of its own on the storage account, which would stop the platform half-way: see that what is listed is Azure's, then the last command removes it."
    : "";
  return [
    {
      id: "stop-backups",
      title: "Only to end it: stop the backups",
      why: `Stopping makes no new copies and keeps those that there are until somebody deletes them.${locked}`,
      purpose: "later",
      commands: [
        ...copied.map(
          (name) => `az dataprotection backup-instance stop-protection --name ${name} ${inVault(environment)}`,
        ),
        ...(blobs
          ? [
              `${foreign("{name: name, notes: notes}")} --output table`,
              "ask REMOVE 'Are all of these from Azure Backup? Then write yes'",
              `if [ "$REMOVE" = yes ]; then ${foreign("id")} --output tsv | while read -r lock; do az lock delete --ids "$lock" </dev/null; done; fi`,
            ]
          : []),
      ],
    },
  ];
}

/** How the copies themselves end, long after what they were made of. */
export function destroyCopies(environment: ResolvedEnvironment): Step[] {
  const { name, stance } = environment;
  if (!keepsCopies(environment)) return [];
  const { copyDays, evidenceDays } = stance.recovery;
  const terraform = (command: string) => `terraform -chdir=stacks/${name}-recovery ${command}`;
  const vault = (setting: string) => `az dataprotection backup-vault update ${setting} ${inVault(environment)}`;
  return [
    {
      id: "destroy-copies",
      title: `${Math.max(copyDays, evidenceDays)} days after that: destroy the copies`,
      why: `Copies are promised for ${copyDays} days and a log cannot be deleted before it is ${evidenceDays} days old. First the locks, then the vault's protection, then the stack. Where Azure refuses to switch soft delete off, it keeps deleted copies for two weeks: destroy again after them.`,
      purpose: "later",
      commands: [
        terraform(`apply -destroy -target=${lockAddress("backups")} -target=${lockAddress("evidence")}`),
        vault("--immutability-state Disabled"),
        vault("--soft-delete-state Off"),
        terraform("destroy"),
      ],
    },
  ];
}

function inVault({ nameOf }: ResolvedEnvironment): string {
  return `--vault-name ${nameOf("data_protection_backup_vault")} --resource-group ${nameOf("resource_group", "recovery")}`;
}
