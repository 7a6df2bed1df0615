import { rule } from "../rule";

export const sec03 = rule({
  control: "SEC-03",
  title: "Vaults decide access by Azure roles",
  why: "Access policies are a second, unreviewed permission system, and give all secrets or none.",
  fix: "Set rbac_authorization_enabled and grant roles instead of policies.",
  severity: "medium",
  since: "poc",
  types: ["azurerm_key_vault", "azurerm_key_vault_access_policy"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources("azurerm_key_vault")) {
      const old = one.wasWritten("enable_rbac_authorization") && one.value("enable_rbac_authorization") === true;
      if (old) context.pass(one, "enable_rbac_authorization");
      else
        context.expect(
          one,
          "rbac_authorization_enabled",
          (value) => value === true,
          () => "It uses access policies.",
        );
    }
    for (const one of context.resources("azurerm_key_vault_access_policy"))
      context.fail(one, "key_vault_id", "It grants access by policy instead of by role.");
  },
});
