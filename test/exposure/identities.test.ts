import { LATER_ROLES } from "../../constructs/deploy-identity";
import { ROLES } from "../../constructs/role";
import { roleName, roleWords } from "../../src/exposure/role-words";
import { exposed } from "./support";

/** `kind identity: may on … (role, held)` of every right. */
function rights(resources: object): string[] {
  return exposed(resources).identities.flatMap(({ identity, kind, rights: all }) =>
    all.length === 0
      ? [`${kind} ${identity}: nothing`]
      : all.map(({ may, role, on, held }) => `${kind} ${identity}: ${may} on ${on} (${role}, ${held})`),
  );
}

const api = { "azurerm_user_assigned_identity.api": { name: "id-api" } };
const assignment = (more: object) => ({
  "azurerm_role_assignment.a": {
    principal_id: "${azurerm_user_assigned_identity.api.principal_id}",
    scope: "${azurerm_key_vault.k.id}",
    role_definition_name: "Key Vault Secrets User",
    ...more,
  },
});
const vault = { "azurerm_key_vault.k": { name: "k", rbac_authorization_enabled: true } };

describe("what an identity can do", () => {
  test("is told by role and scope in words; one without a right can do nothing", () => {
    expect(
      rights({ ...api, ...vault, ...assignment({}), "azurerm_user_assigned_identity.idle": { name: "id-idle" } }),
    ).toEqual([
      "identity azurerm_user_assigned_identity.api: read secrets on azurerm_key_vault.k (Key Vault Secrets User, always)",
      "identity azurerm_user_assigned_identity.idle: nothing",
    ]);
  });

  test.each([
    ["one secret", "${azurerm_key_vault.k.id}/secrets/payment-key", "azurerm_key_vault.k/secrets/payment-key"],
    ["a group", "${azurerm_resource_group.g.id}", "everything in group (azurerm_resource_group.g)"],
    ["a subscription", "/subscriptions/${var.subscription_id}", "the whole subscription (var.subscription_id)"],
    [
      "a subscription by id",
      "/subscriptions/00000000-0000-0000-0000-000000000001",
      "the whole subscription (00000000-0000-0000-0000-000000000001)",
    ],
    [
      "something outside",
      "/providers/Microsoft.Management/managementGroups/all",
      "/providers/Microsoft.Management/managementGroups/all",
    ],
    ["something that is not known", '${var.a ? "x" : "y"}', "not known before apply"],
  ])("on %s", (_, scope, on) => {
    const found = exposed({ ...api, ...vault, "azurerm_resource_group.g": { name: "rg" }, ...assignment({ scope }) });
    expect(found.identities[0]?.rights.map((right) => right.on)).toEqual([on]);
  });

  test.each([
    [
      "by id",
      {
        role_definition_name: undefined,
        role_definition_id:
          "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
      },
      "do everything, and give access to it",
      "Owner",
      true,
    ],
    [
      "that is not described",
      { role_definition_name: "Quantum Tuner" },
      "what its definition says; not described here",
      "Quantum Tuner",
      true,
    ],
    [
      "by an id that is not described",
      {
        role_definition_name: undefined,
        role_definition_id: "/providers/Microsoft.Authorization/roleDefinitions/11111111-2222-3333-4444-555555555555",
      },
      "what its definition says; not described here",
      "role 11111111-2222-3333-4444-555555555555",
      true,
    ],
    [
      "that a variable says",
      { role_definition_name: "${var.role}" },
      "what its definition says; not described here",
      "${var.role}",
      true,
    ],
    [
      "that nobody says",
      { role_definition_name: undefined },
      "what its definition says; not described here",
      "not known before apply",
      true,
    ],
    ["of data", {}, "read secrets", "Key Vault Secrets User", false],
  ])("by a role %s", (_, more, may, role, administers) => {
    expect(exposed({ ...api, ...vault, ...assignment(more) }).identities[0]?.rights).toMatchObject([
      { may, role, administers },
    ]);
  });

  test("by a role of one's own, with its actions", () => {
    const actions = ["a/read", "b/read", "c/read", "d/read", "e/read", "f/write"];
    expect(
      rights({
        ...api,
        ...vault,
        "azurerm_role_definition.own": { name: "Own", permissions: [{ actions, data_actions: ["g/read"] }] },
        ...assignment({
          role_definition_name: undefined,
          role_definition_id: "${azurerm_role_definition.own.role_definition_resource_id}",
        }),
      }),
    ).toEqual([
      "identity azurerm_user_assigned_identity.api: a/read, b/read, c/read, d/read, e/read and 2 more on azurerm_key_vault.k (Own, always)",
    ]);
  });

  test("by whom it is used, federation included", () => {
    const found = exposed({
      ...api,
      "azurerm_container_app.api": {
        identity: { type: "UserAssigned", identity_ids: ["${azurerm_user_assigned_identity.api.id}"] },
      },
      "azurerm_federated_identity_credential.f": {
        parent_id: "${azurerm_user_assigned_identity.api.id}",
        issuer: "https://token.actions.githubusercontent.com",
        subject: "repo:acme/orders:environment:orders",
      },
    });
    expect(found.identities[0]?.usedBy).toEqual([
      "azurerm_container_app.api",
      "repo:acme/orders:environment:orders, signed in by https://token.actions.githubusercontent.com",
    ]);
  });
});

describe("who else holds rights", () => {
  const to = (principal_id: string, more: object = {}) => ({ ...vault, ...assignment({ principal_id, ...more }) });
  const who = (resources: object) => exposed(resources).identities.map(({ kind, identity }) => `${kind}: ${identity}`);
  const guid = "4f1c2a70-0d7e-4a53-9a53-6f0c1f6b7a02";

  test.each([
    ["a group", to(guid, { principal_type: "Group" }), `group: ${guid}`],
    ["a person", to(guid, { principal_type: "User" }), `person: ${guid}`],
    ["an application", to(guid, { principal_type: "ServicePrincipal" }), `application: ${guid}`],
    ["somebody of unknown kind", to(guid), `not known: ${guid}`],
    ["whom a variable says", to("${var.team}", { principal_type: "Group" }), "group: var.team"],
    [
      "a resource's own identity",
      { ...to("${azurerm_linux_web_app.w.identity[0].principal_id}"), "azurerm_linux_web_app.w": { name: "w" } },
      "identity of a resource: azurerm_linux_web_app.w",
    ],
    [
      "a group that the plan makes",
      { ...to("${azuread_group.team.object_id}"), "azuread_group.team": { name: "team" } },
      "group: azuread_group.team",
    ],
    [
      "nobody that is known",
      to('${var.a ? "x" : "y"}'),
      "not known: whom azurerm_role_assignment.a names: not known before apply",
    ],
  ])("%s", (_, resources, expected) => {
    expect(who(resources)).toEqual([expected]);
  });

  test("whoever applies, when the plan asks who that is", () => {
    const found = exposed(to("${data.azurerm_client_config.me.object_id}"), undefined, {
      data: { azurerm_client_config: { me: {} } },
    });
    expect(found.identities.map(({ kind, identity }) => `${kind}: ${identity}`)).toEqual([
      "whoever applies: data.azurerm_client_config.me",
    ]);
  });

  test("always, when activated, for a time, or under a condition", () => {
    const subject = { ...vault, "azurerm_role_definition.r": { name: "R", permissions: [{ actions: ["*"] }] } };
    const pim = (type: string, expiration: object) => ({
      [`azurerm_pim_${type}_role_assignment.p`]: {
        principal_id: guid,
        principal_type: "Group",
        scope: "${azurerm_key_vault.k.id}",
        role_definition_id: "${azurerm_role_definition.r.id}",
        schedule: { expiration },
      },
    });
    const held = (resources: object) =>
      exposed(resources).identities.flatMap((one) => one.rights.map((right) => right.held));
    expect(held({ ...subject, ...pim("eligible", { duration_days: 365 }) })).toEqual(["when activated, for 365 days"]);
    expect(held({ ...subject, ...pim("active", { end_date_time: "2027-12-31T00:00:00Z" }) })).toEqual([
      "always, until 2027-12-31T00:00:00Z",
    ]);
    expect(held(to(guid, { condition: "@Request[x]" }))).toEqual(["always, under a condition"]);
  });
});

describe("rights to data that are no role assignments", () => {
  test("administrators of databases", () => {
    expect(
      rights({
        ...api,
        "azurerm_postgresql_flexible_server.p": { name: "psql", resource_group_name: "rg" },
        "azurerm_postgresql_flexible_server_active_directory_administrator.a": {
          server_name: "psql",
          resource_group_name: "rg",
          object_id: "${azurerm_user_assigned_identity.api.principal_id}",
          principal_type: "ServicePrincipal",
        },
        "azurerm_mysql_flexible_server.m": { name: "mysql" },
        "azurerm_mysql_flexible_server_active_directory_administrator.a": {
          server_id: "${azurerm_mysql_flexible_server.m.id}",
          object_id: "${var.dba}",
        },
        "azurerm_mssql_server.s": {
          name: "sql",
          azuread_administrator: { login_username: "dba", object_id: "${var.dba}" },
        },
      }),
    ).toEqual([
      "identity azurerm_user_assigned_identity.api: do everything in its databases, and make roles there on azurerm_postgresql_flexible_server.p (administrator of the server, always)",
      "not known var.dba: do everything in its databases, and make roles there on azurerm_mssql_server.s (administrator of the server, always)",
      "not known var.dba: do everything in its databases, and make roles there on azurerm_mysql_flexible_server.m (administrator of the server, always)",
    ]);
  });

  test("policies of vaults that use no roles; where roles are used they have no effect", () => {
    const policy = {
      object_id: "${azurerm_user_assigned_identity.api.principal_id}",
      secret_permissions: ["List", "Get"],
      key_permissions: ["Sign"],
    };
    const separate = { "azurerm_key_vault_access_policy.a": { ...policy, key_vault_id: "${azurerm_key_vault.k.id}" } };
    const told =
      "identity azurerm_user_assigned_identity.api: secrets: get, list; keys: sign on azurerm_key_vault.k (access policy, always)";
    const none = "identity azurerm_user_assigned_identity.api: nothing";
    expect(rights({ ...api, ...separate, "azurerm_key_vault.k": { name: "k" } })).toEqual([told]);
    expect(rights({ ...api, "azurerm_key_vault.k": { name: "k", access_policy: [policy] } })).toEqual([told]);
    expect(
      rights({
        ...api,
        ...separate,
        "azurerm_key_vault.k": { ...vault["azurerm_key_vault.k"], access_policy: [policy] },
      }),
    ).toEqual([none]);
  });

  test("data roles of Cosmos DB", () => {
    const id = "${azurerm_cosmosdb_account.c.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002";
    expect(
      rights({
        ...api,
        "azurerm_cosmosdb_account.c": { name: "c" },
        "azurerm_cosmosdb_sql_role_assignment.a": {
          principal_id: "${azurerm_user_assigned_identity.api.principal_id}",
          scope: "${azurerm_cosmosdb_account.c.id}",
          role_definition_id: id,
        },
      }),
    ).toEqual([
      "identity azurerm_user_assigned_identity.api: read, write and delete data on azurerm_cosmosdb_account.c (data role 00000000-0000-0000-0000-000000000002, always)",
    ]);
  });
});

test("every role that the product gives is told in words, by name and by id", () => {
  const roles = { ...ROLES, ...LATER_ROLES };
  expect(Object.keys(roles).length).toBeGreaterThan(5);
  expect(Object.keys(roles).filter((name) => /not described/.test(roleWords(name).may))).toEqual([]);
  expect(Object.values(roles).map(roleName)).toEqual(Object.keys(roles));
});

test("a role that is called like a property of every object is not described", () => {
  expect(roleWords("constructor").may).toBe("what its definition says; not described here");
});
