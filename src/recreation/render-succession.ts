import { renderBudget } from "./durations";
import type { Move, Succession } from "./succession";

/** Names that people know an environment by; the rest is counted. */
const SHOWN = new Set([
  "azurerm_resource_group",
  "azurerm_application_gateway",
  "azurerm_container_app_environment",
  "azurerm_container_app",
  "azurerm_container_registry",
  "azurerm_data_protection_backup_vault",
  "azurerm_firewall",
  "azurerm_key_vault",
  "azurerm_log_analytics_workspace",
  "azurerm_postgresql_flexible_server",
  "azurerm_storage_account",
  "azurerm_virtual_network",
  "azurerm_virtual_network_gateway",
]);

/** What raising the generation moves, keeps and loses, for whoever decides it. */
export function renderSuccession(
  { environment, from, to, moves, stays, keeps, data, outside, takes, grants }: Succession,
  reason: string,
): string {
  const shown = moves.filter(isShown);
  const width = Math.max(0, ...shown.map((one) => one.from.length));
  return [
    `${environment}: generation ${from} to ${to}, because ${reason}`,
    "",
    `Moves: ${moves.length} resources get new names; the old ones stand until you destroy them.`,
    ...shown.map((one) => `  ${one.from.padEnd(width)}  ->  ${one.to}`),
    ...(moves.length > shown.length ? [`  and ${moves.length - shown.length} more`] : []),
    "",
    "Data:",
    ...data.map(({ name, fate, says }) => `  ${name}: ${fate === "lost" ? "LOST" : fate}: ${says}`),
    `  ${grants} grants are given anew to new identities; those made by hand elsewhere are lost`,
    "",
    ...(outside.length === 0
      ? []
      : ["New for others:", ...outside.map(({ what, action }) => `  ${what}: ${action}`), ""]),
    `Takes: about ${takes.minutes} minutes of waiting to make it (${renderBudget(takes)}); seeding and restoring come on top`,
    "",
    "Stays:",
    ...keeps.map(({ what, why }) => `  ${what}: ${why}`),
    ...(stays.length === 0 ? [] : ["", "Shared by both, which should not be:", ...stays.map((one) => `  ${one}`)]),
  ].join("\n");
}

function isShown({ address }: Move): boolean {
  return SHOWN.has(address.replace(/^.*\/(?=azurerm_)/, "").split(".")[0] ?? "");
}
