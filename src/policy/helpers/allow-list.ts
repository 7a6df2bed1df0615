import { tagClass } from "../../azure/service-tags";
import { isNoService, isTooBroad, isWideAddress } from "../../config/egress";
import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { wideAmong } from "../../reach/wide-ranges";
import type { RuleContext } from "../rule";

/** Wildcards that Container Apps and Azure's own agents cannot do without. */
export const PLATFORM_WILDCARDS: ReadonlySet<string> = new Set([
  "*.data.mcr.microsoft.com",
  "*.identity.azure.net",
  "*.login.microsoft.com",
  "*.login.microsoftonline.com",
]);

const KINDS = ["application_rule_collection", "network_rule_collection"];

/** The collections of a firewall that allow something, or may; a classic collection is one itself. */
function collectionsOf(holder: Resource): readonly Part[] {
  const whole = holder.type !== "azurerm_firewall_policy_rule_collection_group";
  const all: Part[] = whole ? [holder] : KINDS.flatMap((kind) => holder.blocks(kind));
  return all.filter((one) => one.text("action") !== "Deny");
}

/** The allowing rules of a firewall's collections. */
export function allowingRules(holder: Resource): readonly Part[] {
  return collectionsOf(holder).flatMap((one) => one.blocks("rule"));
}

/** Judges every rule of a firewall's collections: named places only, each with owner and reason. */
export function judgeAllowList(context: RuleContext, holder: Resource): void {
  for (const kind of KINDS) if (holder.isUnknown(kind)) context.unknown(holder, kind);
  for (const one of collectionsOf(holder)) if (one.isUnknown("rule")) context.unknown(one, "rule");
  for (const rule of allowingRules(holder)) judgeRule(context, rule);
}

/** What an FQDN tag of Azure Firewall stands for, and service tags that nobody has classed. */
function judgeTags(context: RuleContext, rule: Part, addresses: readonly string[]): void {
  const unclassed = (tag: string) => tagClass(tag) === undefined;
  const tag = addresses.find((one) => /^[a-z]+(?:\.|$)/i.test(one) && !isWideAddress(one) && unclassed(one));
  if (tag !== undefined) context.unknown(rule, "destination_addresses", notClassed(tag));
  for (const path of ["destination_fqdn_tags", "fqdn_tags"])
    for (const one of rule.texts(path))
      if (isNoService(one)) context.fail(rule, path, `It allows ${one}.`);
      else if (unclassed(one)) context.unknown(rule, path, notClassed(one));
}

const notClassed = (tag: string) => `Whose hosts the tag ${tag} stands for is not known here.`;

function judgeRule(context: RuleContext, rule: Part): void {
  const names = ["destination_fqdns", "target_fqdns", "destination_urls"].flatMap((path) => rule.texts(path));
  const addresses = rule.texts("destination_addresses");
  const broad = names.find((name) => !PLATFORM_WILDCARDS.has(name) && isTooBroad(name));
  const wide = addresses.find((one) => isWideAddress(one) || isNoService(one)) ?? wideAmong(addresses);
  const path = broad === undefined && wide !== undefined ? "destination_addresses" : "destination_fqdns";
  if (broad !== undefined || wide !== undefined) context.fail(rule, path, `It allows ${broad ?? wide}.`);
  else context.pass(rule, path);
  judgeTags(context, rule, addresses);
  const said = rule.text("description") ?? "";
  if (rule.value("description") === UNKNOWN) context.unknown(rule, "description");
  else if (/\S@\S.*?\S/.test(said) || /owner\s*[:=]/i.test(said)) context.pass(rule, "description");
  else if (rule.read("description").state === "absent" && rule.resource.type.endsWith("_rule_collection"))
    context.fail(rule, "description", "It does not say who wants it and why.");
  else context.fail(rule, "description", "Its description does not name an owner and a reason.");
}
