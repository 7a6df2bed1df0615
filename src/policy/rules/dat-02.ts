import { copiesOf, normalLocation } from "../facts/locations";
import { rule } from "../rule";

export const dat02 = rule({
  control: "DAT-02",
  title: "Copies of data stay in the allowed locations",
  why: "A geo-redundant copy moves data across a border that the residency decision drew.",
  fix: "Choose a replication within the allowed locations, or allow the paired region.",
  severity: "high",
  since: "pilot",
  types: [
    "azurerm_cognitive_deployment",
    "azurerm_container_registry",
    "azurerm_cosmosdb_account",
    "azurerm_data_protection_backup_vault",
    "azurerm_key_vault",
    "azurerm_mysql_flexible_server",
    "azurerm_postgresql_flexible_server",
    "azurerm_recovery_services_vault",
    "azurerm_storage_account",
  ],
  needs: ["plan", "config"],
  check(context) {
    const allowed = (context.config.residency ?? []).map(normalLocation);
    for (const one of context.resources())
      for (const copy of copiesOf(one)) {
        if (copy.to === undefined) context.unknown(one, copy.path);
        else if (copy.allows(allowed)) context.pass(one, copy.path, copy.says);
        else context.fail(one, copy.path, `${copy.says} Allowed: ${allowed.join(", ") || "nothing"}.`);
      }
  },
});
