import { rule } from "../rule";

export const sec04 = rule({
  control: "SEC-04",
  title: "Deleted vaults and secrets can be recovered, and nobody can purge them early",
  why: "Without its secrets a restored database cannot be opened.",
  fix: "Set purge_protection_enabled, and soft_delete_retention_days to the stage's number in a new vault.",
  severity: "high",
  since: "pilot",
  types: ["azurerm_key_vault"],
  needs: ["plan"],
  check(context) {
    const least = context.stance.vault.softDeleteDays;
    for (const one of context.resources()) {
      context.expect(
        one,
        "purge_protection_enabled",
        (value) => value === true,
        () => "It can be purged.",
      );
      context.expect(
        one,
        "soft_delete_retention_days",
        (value) => typeof value === "number" && value >= least,
        (value) => `Deleted secrets are kept ${value} days; ${least} are demanded.`,
      );
    }
  },
});
