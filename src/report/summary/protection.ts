import type { PlanGraph } from "../../plan/graph";
import { feature } from "../../plan/providers";
import { describe } from "../../plan/reference";

/** What keeps the environment, or a part of it, from being destroyed; one line each, sorted. */
export function deletionBlockers(graph: PlanGraph): string[] {
  const found = new Set<string>();
  for (const one of graph.managed())
    if (one.lifecycle?.["prevent_destroy"] === true) found.add(`${one.address} prevent_destroy`);
  for (const lock of graph.of("azurerm_management_lock"))
    found.add(`${describe(lock.ref("scope"))} ${lock.text("lock_level") ?? "lock"}`);
  for (const one of graph.of("azurerm_key_vault", "azurerm_app_configuration"))
    if (one.value("purge_protection_enabled") === true) found.add(`${one.address} purge protection`);
  for (const one of graph.of("azurerm_data_protection_backup_vault")) {
    if (one.value("soft_delete") === "AlwaysOn") found.add(`${one.address} soft delete AlwaysOn`);
    if (one.value("immutability") === "Locked") found.add(`${one.address} immutability Locked`);
  }
  for (const { stack, settings } of graph.azurermProviders())
    if (feature(settings, "resource_group", "prevent_deletion_if_contains_resources", true) === true)
      found.add(`${graph.label(stack, "provider.azurerm")} refuses to delete a group that holds something`);
  return [...found].sort();
}
