import { onlyRedirects, publicListeners } from "../graph/gateway";
import { rule } from "../rule";

const TLS = ["1.2", "1.3"];
const STORAGE_TLS = ["TLS1_2", "TLS1_3"];

/** Type, attribute and the values that hold. */
const SETTINGS: Readonly<Record<string, readonly (readonly [string, readonly unknown[]])[]>> = {
  azurerm_cdn_frontdoor_route: [["https_redirect_enabled", [true, undefined]]],
  azurerm_cosmosdb_account: [["minimal_tls_version", ["Tls12"]]],
  azurerm_eventhub_namespace: [["minimum_tls_version", TLS]],
  azurerm_linux_web_app: [
    ["https_only", [true]],
    ["site_config.minimum_tls_version", TLS],
  ],
  azurerm_managed_redis: [["default_database.client_protocol", ["Encrypted"]]],
  azurerm_mssql_server: [["minimum_tls_version", TLS]],
  azurerm_redis_cache: [
    ["minimum_tls_version", TLS],
    ["non_ssl_port_enabled", [false]],
  ],
  azurerm_servicebus_namespace: [["minimum_tls_version", TLS]],
  azurerm_storage_account: [
    ["https_traffic_only_enabled", [true]],
    ["min_tls_version", STORAGE_TLS],
  ],
  azurerm_windows_web_app: [
    ["https_only", [true]],
    ["site_config.minimum_tls_version", TLS],
  ],
};

export const net01 = rule({
  control: "NET-01",
  title: "Ingress is HTTPS, and TLS is 1.2 or newer wherever it can be set",
  why: "What travels in the clear is read by whoever sits on the way, a POC's passwords included.",
  fix: "Turn plain HTTP off and set the lowest TLS version to 1.2.",
  severity: "high",
  since: "poc",
  types: [...Object.keys(SETTINGS), "azurerm_container_app", "azurerm_application_gateway"],
  needs: ["plan"],
  check(context) {
    for (const [type, settings] of Object.entries(SETTINGS))
      for (const one of context.resources(type))
        for (const [path, allowed] of settings)
          context.expect(
            one,
            path,
            (value) => allowed.includes(value),
            (value) => `${path} is ${value}.`,
          );
    for (const app of context.resources("azurerm_container_app"))
      for (const ingress of app.blocks("ingress")) {
        context.expect(
          ingress,
          "allow_insecure_connections",
          (value) => value !== true,
          () => "It takes plain HTTP.",
        );
        if (ingress.value("external_enabled") === true)
          context.expect(
            ingress,
            "transport",
            (value) => value !== "tcp",
            () => "It takes raw TCP from outside.",
          );
      }
    for (const gateway of context.resources("azurerm_application_gateway"))
      for (const listener of publicListeners(gateway)) {
        if (onlyRedirects(gateway, listener.text("name") ?? "")) context.pass(listener, "protocol");
        else
          context.expect(
            listener,
            "protocol",
            (value) => value === "Https",
            () => "It serves plain HTTP.",
          );
      }
  },
});
