import { SMART_DETECTION } from "../../../config/name-rules";
import type { JsonObject } from "../../../plan/json";
import { feature } from "../../../plan/providers";
import { UNKNOWN } from "../../../plan/reference";
import type { Stack } from "../../../plan/stack";
import { isSmartDetection } from "../../../policy/helpers/names";
import { isDecided, oneWays } from "../../../policy/helpers/one-way";
import type { Says } from "../../claim";
import { isRetained } from "../../retained";
import type { Subject } from "../../subject";

const PURGES = ["secrets", "keys", "certificates"].map((kind) => `purge_soft_deleted_${kind}_on_destroy`);

/** Protections of Terraform, Azure and the provider that refuse a destroy at this stage. */
export function blockers(subject: Subject, say: Says): void {
  const { graph, resolved } = subject;
  const { retained } = resolved.stance;
  for (const one of graph.managed()) {
    if (one.lifecycle?.["prevent_destroy"] === true && !isRetained(one))
      say.against(one.address, "prevent_destroy refuses every destroy until somebody edits the code.");
    if (!retained && one.value("purge_protection_enabled") === true)
      say.against(one.address, "Purge protection keeps it, and its name, for as long as its retention.", "T2");
    for (const { topic, says } of oneWays(one)) {
      if (says === UNKNOWN) continue;
      if (isRetained(one) && isDecided(one, topic, resolved.config.decisions))
        say.evidence(`${one.address}: ${says}, as was decided`);
      else say.against(one.address, `It cannot be deleted: ${says}.`, "T9");
    }
  }
  for (const { stack, settings } of graph.azurermProviders()) {
    const where = `${stack.name}/provider.azurerm`;
    const prevents = feature(settings, "resource_group", "prevent_deletion_if_contains_resources", true);
    if (prevents !== retained)
      say.against(
        where,
        `features.resource_group.prevent_deletion_if_contains_resources is ${prevents}; at this stage it must be ${retained}.`,
        "T12",
      );
    vaults(stack, settings, where, subject, say);
    storage(stack, settings, where, subject, say);
    insights(stack, settings, where, subject, say);
  }
}

/** A destroy that purges what a protected vault keeps is refused half-way. */
function vaults(stack: Stack, settings: JsonObject, where: string, { graph }: Subject, say: Says): void {
  const guarded = graph.of("azurerm_key_vault").some((one) => one.value("purge_protection_enabled") === true);
  const holds = graph.managed().some((one) => one.stack === stack && one.type.startsWith("azurerm_key_vault"));
  if (!guarded || !holds) return;
  const open = PURGES.filter((name) => feature(settings, "key_vault", name, true) !== false);
  if (open.length > 0)
    say.against(where, `${open.join(", ")} would purge what a vault with purge protection keeps.`, "T4");
}

/** Without keys the provider needs another way to look at what is in an account, at a destroy too. */
function storage(stack: Stack, settings: JsonObject, where: string, { graph }: Subject, say: Says): void {
  const keyless = graph
    .of("azurerm_storage_account")
    .some((one) => one.stack === stack && one.value("shared_access_key_enabled") === false);
  if (!keyless || settings["storage_use_azuread"] === true) return;
  if (feature(settings, "storage", "data_plane_available", true) !== false)
    say.against(where, "Storage keys are off, and the provider has no other way to an account's content.", "T33");
}

/** Application Insights makes an alert rule and an action group that no state knows, and the group is not empty then. */
function insights(stack: Stack, settings: JsonObject, where: string, { graph, resolved }: Subject, say: Says): void {
  if (!graph.of("azurerm_application_insights").some((one) => one.stack === stack)) return;
  if (feature(settings, "application_insights", "disable_generated_rule", false) !== true)
    say.against(
      where,
      "features.application_insights.disable_generated_rule is not true: Azure adds a rule of its own.",
      "T11",
    );
  if (resolved.stance.retained && !graph.of("azurerm_monitor_action_group").some(isSmartDetection))
    say.against(
      where,
      `No stack has the action group ${SMART_DETECTION}: Azure adds it, and the resource group cannot be deleted then.`,
      "T11",
    );
}
