import { answer, azureType, factOf, NOT_READ, type SignInMethods } from "../azure";
import type { PlanGraph } from "../plan/graph";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { knowsOnlyKeys } from "../reach/local-auth";
import { named } from "../reach/network";
import { childrenOf } from "../reach/paas";
import { NOT_KNOWN, sorted } from "./values";

const IDENTITY = "Entra identity";
const KEYS = "keys or passwords";

/** What may be used instead of an identity, or `undefined` for a type that is not read. */
function alternatives(graph: PlanGraph, service: Resource): string[] | undefined {
  if (service.type === "azurerm_mysql_flexible_server") return mysqlOnly(graph, service) ? [] : ["passwords"];
  const methods = factOf(service.type, "signInMethods");
  if (methods) return otherMethods(service, methods);
  const known = azureType(service.type)?.localAuth;
  if (known === undefined || known === NOT_READ) return undefined;
  if (service.value("local_authentication_disabled") === true) return [];
  return (answer(known) ?? []).flatMap(({ path, off, what, onRequest }) => {
    const value = path === undefined ? true : service.value(path);
    if (value === UNKNOWN) return [perhaps(what)];
    return value === off || (onRequest && value === undefined) ? [] : [what];
  });
}

const perhaps = (what: string) => `perhaps ${what}, which is ${NOT_KNOWN}`;

/** What a list of methods lets in beside Entra ID's; no list lets in everything. */
function otherMethods(service: Resource, { path, entra }: SignInMethods): string[] {
  if (service.value(path) === UNKNOWN) return [perhaps(KEYS)];
  const methods = service.texts(path);
  return methods.length > 0 && methods.every((one) => entra.includes(one)) ? [] : [KEYS];
}

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
