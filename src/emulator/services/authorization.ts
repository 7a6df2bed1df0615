import { BUILT_IN_ROLES, roleGuid } from "../../azure/built-in-roles";
import { type Azure, guidOf } from "../arm/azure";
import type { Service } from "../arm/behaviour";
import { keyOf, within } from "../arm/id";
import { LOCK } from "../arm/locks";
import { Refusal } from "../arm/refusal";
import { at, type Json, object, put, text } from "../json";

const ASSIGNMENT = "Microsoft.Authorization/roleAssignments";
const DEFINITION = "Microsoft.Authorization/roleDefinitions";

/** Roles, who has them where, and locks. */
export const authorization: Service = {
  types: [
    {
      type: ASSIGNMENT,
      // ARM looks for the tracked resource only: a secret or a queue that comes later may have grants before it exists.
      // https://github.com/Azure/azure-powershell/issues/3771
      rootless: true,
      check: ({ azure, id, body, before }) => {
        const scope = scopeOf(id.text);
        if (!trackedExists(azure, scope))
          throw new Refusal(404, "ResourceNotFound", `The resource '${scope}' of the role assignment was not found.`);
        const { principalId, roleDefinitionId, principalType } = object(body["properties"]);
        if (!roleNamed(text(roleDefinitionId), azure))
          throw new Refusal(
            400,
            "RoleDefinitionDoesNotExist",
            `The specified role definition with ID '${roleGuid(text(roleDefinitionId)) ?? roleDefinitionId}' does not exist.`,
          );
        if (before)
          throw new Refusal(
            400,
            "RoleAssignmentUpdateNotPermitted",
            "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
          );
        const same = azure.store.ofType(ASSIGNMENT).find((one) => {
          const other = object(one.body["properties"]);
          return (
            keyOf(scopeOf(one.id)) === keyOf(scope) &&
            text(other["principalId"]).toLowerCase() === text(principalId).toLowerCase() &&
            roleGuid(text(other["roleDefinitionId"])) === roleGuid(text(roleDefinitionId))
          );
        });
        if (same)
          throw new Refusal(
            409,
            "RoleAssignmentExists",
            `The role assignment already exists. The ID of the existing role assignment is ${same.id.split("/").at(-1)?.replaceAll("-", "")}.`,
          );
        if (!principalType && !principalKind(azure, text(principalId)))
          throw new Refusal(
            400,
            "PrincipalNotFound",
            `Principal ${text(principalId).replaceAll("-", "")} does not exist in the directory.`,
          );
      },
      fill: ({ azure, id, body }) => {
        const properties = object(body["properties"]);
        properties["scope"] = scopeOf(id.text) || "/";
        properties["principalType"] ??= principalKind(azure, text(properties["principalId"]));
      },
      list: (id, azure) =>
        azure.store
          .ofType(ASSIGNMENT)
          .filter((one) => within(one.id, id.parent) || within(id.parent, scopeOf(one.id)))
          .map((one) => one.body),
    },
    {
      type: DEFINITION,
      rootless: true,
      fill: ({ body }) => {
        put(body, "properties.type", "CustomRole");
      },
      absent: (id, azure) => {
        const name = BUILT_IN_ROLES[id.name.toLowerCase()] ?? assumed(azure).get(id.name.toLowerCase());
        return name ? definition(id.parent, id.name, name) : undefined;
      },
      list: (id, azure, call) => {
        const wanted = /roleName eq '([^']+)'/i.exec(call.query.get("$filter") ?? "")?.[1];
        const custom = azure.store
          .ofType(DEFINITION)
          .filter((one) => !wanted || at(one.body, "properties.roleName") === wanted);
        const builtIn = Object.entries(BUILT_IN_ROLES).filter(
          ([, name]) => !wanted || name.toLowerCase() === wanted.toLowerCase(),
        );
        const found = [
          ...custom.map((one) => one.body),
          ...builtIn.map(([guid, name]) => definition(id.parent, guid, name)),
        ];
        return found.length > 0 || !wanted ? found : [assume(azure, id.parent, wanted)];
      },
    },
    {
      type: LOCK,
      fill: ({ body }) => {
        put(body, "properties.notes", at(body, "properties.notes") ?? "");
      },
    },
  ],
};

/** Roles whose ids are not in the table: taken to exist, under an id made from their name. */
const unknownRoles = new WeakMap<Azure, Map<string, string>>();

function assumed(azure: Azure): Map<string, string> {
  const known = unknownRoles.get(azure) ?? new Map<string, string>();
  unknownRoles.set(azure, known);
  return known;
}

function assume(azure: Azure, scope: string, name: string): Json {
  const guid = guidOf(`role ${name}`);
  assumed(azure).set(guid, name);
  return definition(scope, guid, name);
}

function definition(scope: string, guid: string, roleName: string): Json {
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? "";
  return {
    id: `${subscription}/providers/${DEFINITION}/${guid}`,
    name: guid,
    type: DEFINITION,
    properties: { roleName, type: "BuiltInRole", description: roleName, assignableScopes: ["/"], permissions: [] },
  };
}

function roleNamed(id: string, azure: Azure): boolean {
  const guid = roleGuid(id) ?? "";
  return (
    azure.store.has(id) || BUILT_IN_ROLES[guid] !== undefined || assumed(azure).has(guid) || customNamed(azure, guid)
  );
}

function customNamed(azure: Azure, guid: string): boolean {
  return azure.store.ofType(DEFINITION).some((one) => roleGuid(one.id) === guid);
}

/** What a role assignment or a lock is given at. */
function scopeOf(id: string): string {
  return id.replace(/\/providers\/Microsoft\.Authorization\/[^/]+\/[^/]+$/i, "");
}

function trackedExists(azure: Azure, scope: string): boolean {
  const parts = /^(\/subscriptions\/[^/]+)(\/resourceGroups\/[^/]+)?(\/providers\/[^/]+\/[^/]+\/[^/]+)?/i.exec(scope);
  if (!parts?.[2]) return true;
  return azure.store.has(parts[0]);
}

/** What kind of principal an object id is; undefined for none. */
function principalKind(azure: Azure, id: string): string | undefined {
  const known = azure.principals.get(id.toLowerCase());
  if (known) return known.kind;
  const identity = azure.store
    .all()
    .some(
      (one) =>
        [at(one.body, "identity.principalId"), at(one.body, "properties.principalId")].includes(id) &&
        one.type !== ASSIGNMENT,
    );
  if (identity) return "ServicePrincipal";
  return azure.anyPrincipal ? "Group" : undefined;
}
