import { typesWith } from "../../azure";
import { normalLocation } from "../../azure/regions";
import { copiesOf } from "../../reach/locations";
import { judgeUnread } from "../helpers/unread";
import { rule } from "../rule";

const SETTINGS = (["answeredIn", "pairedCopy", "regions"] as const).flatMap(typesWith).map(([type]) => type);
const COPYING = [...new Set([...SETTINGS, "azurerm_key_vault"])].sort();

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
        const allows = copy.allows(allowed);
        if (allows === undefined) context.unknown(one, copy.path, copy.doubt);
        else if (allows) context.pass(one, copy.path, copy.says);
        else context.fail(one, copy.path, `${copy.says} Allowed: ${allowed.join(", ") || "nothing"}.`);
      }
    judgeUnread(context, "holds");
  },
});
