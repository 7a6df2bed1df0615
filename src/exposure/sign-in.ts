import { knowsOnlyKeys, LOCAL_AUTH } from "../policy/facts/local-auth";
import type { PlanGraph } from "../policy/graph/graph";
import { named } from "../policy/graph/network";
import { childrenOf } from "../policy/graph/paas";
import { UNKNOWN } from "../policy/graph/reference";
import type { Resource } from "../policy/graph/resource";
import { NOT_KNOWN, sorted } from "./values";

const IDENTITY = "Entra identity";

/** Switches of monitoring and caches, which are not judged beside the others: path, the value that is off, what it is. */
const OTHERS: Readonly<Record<string, readonly [path: string, off: boolean, what: string]>> = {
  azurerm_application_insights: ["local_authentication_disabled", true, "its key"],
  azurerm_log_analytics_workspace: ["local_authentication_enabled", false, "the workspace's key"],
};

/** What may be used instead of an identity, or `undefined` for a type that is not read. */
function alternatives(graph: PlanGraph, service: Resource): string[] | undefined {
  if (service.type === "azurerm_key_vault") return [];
  if (service.type === "azurerm_managed_redis") {
    const keys = service.value("default_database.access_keys_authentication_enabled");
    return keys === true ? ["access keys"] : keys === UNKNOWN ? [perhaps("access keys")] : [];
  }
  if (service.type === "azurerm_mysql_flexible_server") return mysqlOnly(graph, service) ? [] : ["passwords"];
  const other = OTHERS[service.type];
  const switches = other ? [{ path: other[0], off: other[1], what: other[2] }] : LOCAL_AUTH[service.type];
  if (!switches) return undefined;
  if (service.value("local_authentication_disabled") === true) return [];
  return switches.flatMap(({ path, off, what }) => {
    const value = service.value(path);
    return value === off ? [] : [value === UNKNOWN ? perhaps(what) : what];
  });
}

const perhaps = (what: string) => `perhaps ${what}, which is ${NOT_KNOWN}`;

/** MySQL turns passwords off by a parameter. */
function mysqlOnly(graph: PlanGraph, server: Resource): boolean {
  return graph
    .of("azurerm_mysql_flexible_server_configuration")
    .some(
      (one) =>
        named(one, server.type, "server_name") === server &&
        one.text("name") === "aad_auth_only" &&
        one.text("value")?.toUpperCase() === "ON",
    );
}

/** True for a service that knows no Entra identity at all. */
function withoutIdentity(service: Resource): boolean {
  if (service.type === "azurerm_mssql_server") return service.blocks("azuread_administrator").length === 0;
  if (service.type === "azurerm_postgresql_flexible_server")
    return service.value("authentication.active_directory_auth_enabled") === false;
  return knowsOnlyKeys(service);
}

/** Parts that anybody reads without signing in. */
function anonymous(graph: PlanGraph, service: Resource): string[] {
  if (service.type === "azurerm_container_registry")
    return service.value("anonymous_pull_enabled") === true ? ["nobody signs in to pull"] : [];
  if (service.type !== "azurerm_storage_account" || service.value("allow_nested_items_to_be_public") === false)
    return [];
  return childrenOf(graph, "azurerm_storage_container", service).flatMap((one) => {
    const access = one.value("container_access_type");
    if (access === "private") return [];
    return [access === UNKNOWN ? `perhaps nobody signs in to ${one.address}` : `nobody signs in to ${one.address}`];
  });
}

/** How callers of a platform service prove who they are. */
export function signInOf(graph: PlanGraph, service: Resource): string {
  const others = alternatives(graph, service);
  const ways =
    others === undefined ? NOT_KNOWN : [...(withoutIdentity(service) ? [] : [IDENTITY]), ...others].join(" or ");
  return [ways, ...sorted(anonymous(graph, service))].join("; ");
}
