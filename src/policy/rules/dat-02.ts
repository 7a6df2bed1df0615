import { typesWith } from "../../azure";
import { copiesOf, normalLocation } from "../facts/locations";
import { rule } from "../rule";

const SETTINGS = [...typesWith("answeredIn"), ...typesWith("pairedCopy")].map(([type]) => type);
const COPYING = [
  ...new Set([...SETTINGS, "azurerm_container_registry", "azurerm_cosmosdb_account", "azurerm_key_vault"]),
].sort();

export const dat02 = rule({
  control: "DAT-02",
  title: "Copies of data stay in the allowed locations",
  why: "A geo-redundant copy moves data across a border that the residency decision drew.",
  fix: "Choose a replication within the allowed locations, or allow the paired region.",
  severity: "high",
  since: "pilot",
  types: COPYING,
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
