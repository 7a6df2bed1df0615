import { rule } from "../rule";

const PARAMETERS = ["azurerm_mysql_flexible_server_configuration", "azurerm_postgresql_flexible_server_configuration"];

export const dat07 = rule({
  control: "DAT-07",
  title: "Stores refuse connections that are not encrypted",
  why: "A client that forgets TLS must be turned away, not served.",
  fix: "Remove the setting that lets plain connections in.",
  severity: "high",
  since: "pilot",
  types: [
    ...PARAMETERS,
    "azurerm_managed_redis",
    "azurerm_postgresql_flexible_server",
    "azurerm_redis_cache",
    "azurerm_storage_account",
  ],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources("azurerm_storage_account"))
      context.expect(
        one,
        "https_traffic_only_enabled",
        (value) => value === true,
        () => "It takes plain HTTP.",
      );
    for (const one of context.resources("azurerm_redis_cache"))
      context.expect(
        one,
        "non_ssl_port_enabled",
        (value) => value === false,
        () => "It has a port without TLS.",
      );
    for (const one of context.resources("azurerm_managed_redis"))
      context.expect(
        one,
        "default_database.client_protocol",
        (value) => value === "Encrypted",
        () => "It takes clients without TLS.",
      );
    for (const one of context.resources("azurerm_postgresql_flexible_server"))
      context.pass(one, "require_secure_transport", "PostgreSQL requires TLS unless a parameter says otherwise.");
    for (const one of context.resources(...PARAMETERS))
      if (one.text("name") === "require_secure_transport")
        context.expect(
          one,
          "value",
          (value) => String(value).toLowerCase() === "on",
          (value) => `require_secure_transport is ${value}.`,
        );
  },
});
