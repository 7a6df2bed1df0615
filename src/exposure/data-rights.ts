import type { PlanGraph } from "../plan/graph";
import type { Part } from "../plan/resource";
import { named as byName } from "../reach/network";
import type { Grant } from "./grant";
import { type Principal, principalIn } from "./principals";
import { NOT_KNOWN, targetsAt, textAt, textsAt } from "./values";

const administrator = (principal: Principal, on: string): Grant => ({
  principal,
  role: "administrator of the server",
  may: "do everything in its databases, and make roles there",
  on,
  administers: false,
  held: "always",
});

function databaseAdministrators(graph: PlanGraph): Grant[] {
  const flexible = ["postgresql", "mysql"].flatMap((kind) =>
    graph.of(`azurerm_${kind}_flexible_server_active_directory_administrator`).map((one) => {
      const type = `azurerm_${kind}_flexible_server`;
      const server =
        byName(one, type, "server_name")?.address ?? targetsAt(one, "server_id")[0] ?? targetsAt(one, "server_name")[0];
      const principal = principalIn(one, one.refs("object_id").length > 0 ? "object_id" : "identity_id");
      return administrator(principal, server ?? NOT_KNOWN);
    }),
  );
  const sql = graph
    .of("azurerm_mssql_server")
    .flatMap((server) =>
      server.blocks("azuread_administrator").map((one) => administrator(principalIn(one, "object_id"), server.address)),
    );
  return [...flexible, ...sql];
}

const KINDS = ["secret", "key", "certificate", "storage"];

function policy(part: Part, vault: string): Grant {
  const may = KINDS.flatMap((kind) => {
    const allowed = textsAt(part, `${kind}_permissions`);
    return allowed.length > 0
      ? [
          `${kind}s: ${allowed
            .map((one) => one.toLowerCase())
            .sort()
            .join(", ")}`,
        ]
      : [];
  });
  return {
    principal: principalIn(part, "object_id"),
    role: "access policy",
    may: may.join("; ") || "nothing",
    on: vault,
    administers: false,
    held: "always",
  };
}

/** Access policies of vaults that do not use roles; where roles are used they have no effect. */
function vaultPolicies(graph: PlanGraph): Grant[] {
  const separate = graph.of("azurerm_key_vault_access_policy").flatMap((one) => {
    const [reference] = one.refs("key_vault_id");
    const ignored = reference?.kind === "resource" && reference.resource.value("rbac_authorization_enabled") === true;
    return ignored ? [] : [policy(one, targetsAt(one, "key_vault_id")[0] ?? NOT_KNOWN)];
  });
  const inline = graph
    .of("azurerm_key_vault")
    .filter((vault) => vault.value("rbac_authorization_enabled") !== true)
    .flatMap((vault) => vault.blocks("access_policy").map((one) => policy(one, vault.address)));
  return [...separate, ...inline];
}

const COSMOS_ROLES: Readonly<Record<string, string>> = {
  "00000000-0000-0000-0000-000000000001": "read data",
  "00000000-0000-0000-0000-000000000002": "read, write and delete data",
};

function cosmosData(graph: PlanGraph): Grant[] {
  return graph.of("azurerm_cosmosdb_sql_role_assignment").map((one) => {
    const id = textAt(one, "role_definition_id")?.split("/").at(-1) ?? NOT_KNOWN;
    return {
      principal: principalIn(one, "principal_id"),
      role: `data role ${id}`,
      may: COSMOS_ROLES[id] ?? "what its definition says; not described here",
      on: targetsAt(one, "scope")[0] ?? NOT_KNOWN,
      administers: false,
      held: "always",
    };
  });
}

/** Rights to data that are no role assignments: administrators of databases, policies of vaults, roles of Cosmos DB. */
export function dataRights(graph: PlanGraph): Grant[] {
  return [...databaseAdministrators(graph), ...vaultPolicies(graph), ...cosmosData(graph)];
}
