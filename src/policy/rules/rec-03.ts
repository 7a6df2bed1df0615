import { feature } from "../../plan/providers";
import { UNKNOWN } from "../../plan/reference";
import { oneWays } from "../helpers/one-way";
import { rule } from "../rule";

const BLOCKERS: Readonly<Record<string, readonly [string, readonly unknown[]]>> = {
  azurerm_app_configuration: ["purge_protection_enabled", [false]],
  azurerm_data_protection_backup_vault: ["soft_delete", ["Off"]],
  azurerm_key_vault: ["purge_protection_enabled", [false]],
};

/** Feature block, setting, what it must be, and what azurerm 4.55 does without it. */
const FEATURES = [
  ["key_vault", "purge_soft_delete_on_destroy", true, true],
  ["resource_group", "prevent_deletion_if_contains_resources", false, true],
] as const;

export const rec03 = rule({
  control: "REC-03",
  title: "Nothing blocks a destroy",
  why: "A POC that cannot be deleted on the day it expires stays, and costs, and is used.",
  fix: "Remove the lock or protection, and let the provider purge vaults and delete groups that still hold something.",
  severity: "medium",
  only: "poc",
  types: ["*"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources()) {
      if (one.lifecycle?.["prevent_destroy"] === true)
        context.fail(one, "lifecycle.prevent_destroy", "It refuses to be destroyed.");
      if (one.type === "azurerm_management_lock") context.fail(one, "lock_level", "It is a lock.");
      const blocker = BLOCKERS[one.type];
      if (blocker) {
        const [path, allowed] = blocker;
        context.expect(
          one,
          path,
          (value) => allowed.includes(value),
          (value) => `${path} is ${value}.`,
        );
      }
      for (const { path, says } of oneWays(one))
        if (path === blocker?.[0]) continue;
        else if (says === UNKNOWN) context.unknown(one, path);
        else context.fail(one, path, `It cannot be taken back: ${says}.`);
    }
    for (const { stack, settings } of context.graph.azurermProviders())
      for (const [block, name, wanted, fallback] of FEATURES) {
        const path = `features.${block}.${name}`;
        const subject = { stack, what: "provider.azurerm" };
        const value = feature(settings, block, name, fallback);
        if (value === wanted) context.pass(subject, path);
        else context.fail(subject, path, `${path} is ${value}; it must be ${wanted}.`);
      }
  },
});
