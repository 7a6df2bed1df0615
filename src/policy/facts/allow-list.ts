import { isTooBroad, isWideAddress } from "../../config/egress";
import type { Part, Resource } from "../graph/resource";
import type { RuleContext } from "../rule";

/** Wildcards that Container Apps and Azure's own agents cannot do without. */
export const PLATFORM_WILDCARDS: ReadonlySet<string> = new Set([
  "*.data.mcr.microsoft.com",
  "*.identity.azure.net",
  "*.login.microsoft.com",
  "*.login.microsoftonline.com",
]);

/** Judges every rule of a firewall's collections: named places only, each with owner and reason. */
export function judgeAllowList(context: RuleContext, holder: Resource): void {
  const whole = holder.type !== "azurerm_firewall_policy_rule_collection_group";
  const collections: Part[] = whole
    ? [holder]
    : ["application_rule_collection", "network_rule_collection"].flatMap((kind) => holder.blocks(kind));
  for (const collection of collections) {
    if (collection.text("action") === "Deny") continue;
    for (const rule of collection.blocks("rule")) judgeRule(context, rule);
  }
}

function judgeRule(context: RuleContext, rule: Part): void {
  const names = ["destination_fqdns", "target_fqdns", "destination_urls"].flatMap((path) => rule.texts(path));
  const addresses = rule.texts("destination_addresses");
  const broad =
    names.find((name) => !PLATFORM_WILDCARDS.has(name) && isTooBroad(name)) ?? addresses.find(isWideAddress);
  const path = broad !== undefined && addresses.includes(broad) ? "destination_addresses" : "destination_fqdns";
  if (broad !== undefined) context.fail(rule, path, `It allows ${broad}.`);
  else context.pass(rule, path);
  const said = rule.text("description") ?? "";
  if (/\S+@\S+.*\S/.test(said) || /owner\s*[:=]/i.test(said)) context.pass(rule, "description");
  else if (rule.read("description").state === "absent" && rule.resource.type.endsWith("_rule_collection"))
    context.fail(rule, "description", "It does not say who wants it and why.");
  else context.fail(rule, "description", "Its description does not name an owner and a reason.");
}
