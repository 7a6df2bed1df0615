import { type LocalAuth, typesWith } from "../azure";
import type { Resource } from "../plan/resource";

/** Log Analytics and Application Insights have keys too: they are OBS-03's. */
const MONITORING = new Set(["azurerm_application_insights", "azurerm_log_analytics_workspace"]);

type Switch = LocalAuth & { readonly path: string };

function switches(chosen: (one: LocalAuth) => boolean): Readonly<Record<string, readonly Switch[]>> {
  const isSwitch = (one: LocalAuth): one is Switch => one.path !== undefined && chosen(one);
  const found = typesWith("localAuth").map(([type, ways]) => [type, ways.filter(isSwitch)] as const);
  return Object.fromEntries(found.filter(([type, ways]) => ways.length > 0 && !MONITORING.has(type)));
}

/** Types whose keys or passwords are on unless they are turned off. */
export const LOCAL_AUTH = switches((one) => !one.onRequest);

/** Types whose keys or passwords are off unless somebody asks for them. */
export const ON_REQUEST = switches((one) => one.onRequest === true);

const KEYED_APIS = new Set(["EnableCassandra", "EnableGremlin", "EnableMongo", "EnableTable"]);

/** True for a Cosmos DB account whose API knows nothing but keys: the provider takes the switch for the SQL API only. */
export function knowsOnlyKeys(account: Resource): boolean {
  if (account.type !== "azurerm_cosmosdb_account") return false;
  const apis = account.blocks("capabilities").map((one) => one.text("name") ?? "");
  return account.text("kind") === "MongoDB" || apis.some((one) => KEYED_APIS.has(one));
}
