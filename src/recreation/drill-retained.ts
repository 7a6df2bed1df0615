import type { PlanGraph } from "../plan/graph";
import { groupOf } from "../policy/helpers/names";

/** What becomes of the stacks that are not destroyed. */
export function copiesStay(stacks: readonly string[], to: number): string {
  return `A drill leaves ${stacks.join(" and ")} out: a vault cannot be deleted for weeks. In a recreation that is meant, apply that of generation ${to} before the data comes, and stop the backups of what goes; the copies stay in their vault, and a lock that Azure Backup put on the account is taken off as the end of an environment says.`;
}

/** Ends the backups of a generation and keeps what they have copied. */
export function stopBackups(graph: PlanGraph): string[] {
  const group = graph.of("azurerm_data_protection_backup_vault").flatMap((vault) => {
    const name = vault.text("name");
    const holder = groupOf(vault)?.text("name");
    return name !== undefined && holder !== undefined ? [{ name, holder }] : [];
  })[0];
  if (!group) return [];
  const types = [
    "azurerm_data_protection_backup_instance_blob_storage",
    "azurerm_data_protection_backup_instance_postgresql_flexible_server",
  ];
  return graph
    .of(...types)
    .flatMap((one) => one.text("name") ?? [])
    .map(
      (name) =>
        `az dataprotection backup-instance stop-protection --name ${name} --vault-name ${group.name} --resource-group ${group.holder}`,
    );
}
