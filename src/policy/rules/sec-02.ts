import { rule } from "../rule";

export const sec02 = rule({
  control: "SEC-02",
  title: "The registry has no admin user, and from the Pilot the database takes no passwords",
  why: "A shared password belongs to nobody, never expires and is copied everywhere.",
  fix: "Turn it off; apps pull images and connect with their identities.",
  severity: "high",
  since: "poc",
  types: ["azurerm_container_registry", "azurerm_postgresql_flexible_server"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources("azurerm_container_registry"))
      context.expect(
        one,
        "admin_enabled",
        (value) => value === false,
        () => "The registry's admin user is on.",
      );
    if (!context.from("pilot")) return;
    for (const one of context.resources("azurerm_postgresql_flexible_server")) {
      const path = "authentication.password_auth_enabled";
      context.expect(
        one,
        path,
        (value) => value === false,
        () => "The database takes passwords.",
      );
    }
  },
});
