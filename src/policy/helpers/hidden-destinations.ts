import { isWideAddress } from "../../config/egress";
import type { Part, Resource } from "../../plan/resource";
import { target } from "../../reach/network";
import { isOpenList } from "../../reach/open-lists";
import { wideAmong } from "../../reach/wide-ranges";
import type { RuleContext } from "../rule";
import { allowingRules } from "./allow-list";

const DESTINATIONS = [
  "destination_addresses",
  "destination_fqdns",
  "destination_urls",
  "target_fqdns",
  "web_categories",
];

/** Judges destinations that do not stand in the rule itself: not known yet, in an IP group, or a category of the web. */
export function judgeHiddenDestinations(context: RuleContext, holder: Resource): void {
  for (const rule of allowingRules(holder)) {
    for (const path of DESTINATIONS) if (isOpenList(rule, path)) context.unknown(rule, path);
    const [category] = rule.texts("web_categories");
    if (category) context.fail(rule, "web_categories", `It allows every site of the category ${category}.`);
    for (const reference of rule.refs("destination_ip_groups"))
      judgeGroup(context, rule, target(reference, "azurerm_ip_group"));
  }
}

function judgeGroup(context: RuleContext, rule: Part, group: Resource | undefined): void {
  const path = "destination_ip_groups";
  const ranges = group?.texts("cidrs") ?? [];
  const wide = ranges.find(isWideAddress) ?? wideAmong(ranges);
  if (!group || isOpenList(group, "cidrs") || group.isUnknown("cidrs"))
    context.unknown(rule, path, "Which addresses its IP group holds is not known here.");
  else if (wide) context.fail(rule, path, `It allows ${wide}, by ${group.address}.`);
  else context.pass(rule, path);
}
