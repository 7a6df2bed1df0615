import type { PlanGraph } from "./graph";
import type { Resource } from "./resource";

const WEB_APPS = [
  "azurerm_function_app_flex_consumption",
  "azurerm_linux_function_app",
  "azurerm_linux_web_app",
  "azurerm_logic_app_standard",
  "azurerm_windows_function_app",
  "azurerm_windows_web_app",
];

/** Host names that Azure makes from the name of a resource, as the first label; what follows, and the types it may be. */
const HOSTS: readonly [rest: RegExp, types: readonly string[]][] = [
  [/^(?:[a-z0-9-]+\.)*azurecontainerapps\.io$/i, ["azurerm_container_app"]],
  [/^(?:internal\.)?\$\{[^}]*\}$/, ["azurerm_container_app"]],
  [/^azurewebsites\.net$/i, WEB_APPS],
  [/^(?:z\d+\.)?(?:blob|web|file|queue|table|dfs)\.core\.windows\.net$/i, ["azurerm_storage_account"]],
  [/^azure-api\.net$/i, ["azurerm_api_management"]],
];

/** The resources of the environment that answer to a host name; the domain of the apps may still be a variable. */
export function byHost(graph: PlanGraph, host: string): readonly Resource[] {
  const dot = host.indexOf(".");
  const [name, rest] = [host.slice(0, dot), host.slice(dot + 1)];
  return HOSTS.filter(([suffix]) => dot > 0 && suffix.test(rest)).flatMap(([, types]) =>
    graph.of(...types).filter((one) => one.text("name")?.toLowerCase() === name.toLowerCase()),
  );
}
