import { parseCidr } from "../../config/cidr";
import { target } from "../graph/network";

import type { Part, Resource } from "../graph/resource";
import type { RuleContext } from "../rule";
import { isOpenList } from "./open-lists";

const DESTINATIONS = [
  "destination_addresses",
  "destination_fqdns",
  "destination_urls",
  "target_fqdns",
  "web_categories",
];

/** Addresses that a company writes down one by one are few; a range as wide as a /8 is half the Internet. */
const WIDE_PREFIX = 8;

/** The allowing rules of a firewall's collections. */
function* allowing(holder: Resource): Generator<Part> {
  const whole = holder.type !== "azurerm_firewall_policy_rule_collection_group";
  const collections: Part[] = whole
    ? [holder]
    : ["application_rule_collection", "network_rule_collection"].flatMap((kind) => holder.blocks(kind));
  for (const collection of collections) if (collection.text("action") !== "Deny") yield* collection.blocks("rule");
}

/** Judges destinations that do not stand in the rule itself: not known yet, in an IP group, or a category of the web. */
export function judgeHiddenDestinations(context: RuleContext, holder: Resource): void {
  for (const rule of allowing(holder)) {
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
  const wide = ranges.find((one) => (parseCidr(one)?.prefix ?? WIDE_PREFIX) < WIDE_PREFIX);
  if (!group) context.unknown(rule, path, "Which addresses its IP group holds is not known here.");
  else if (wide) context.fail(rule, path, `It allows ${wide}, by ${group.address}.`);
  else context.pass(rule, path);
}
