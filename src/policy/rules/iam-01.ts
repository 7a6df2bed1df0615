import { WORKLOADS } from "../facts/images";
import { describe } from "../graph/reference";
import type { Resource } from "../graph/resource";
import { type RuleContext, rule } from "../rule";

/** Roles by name and by id. */
const TOO_MUCH = new Map([
  ["Owner", "Owner"],
  ["8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner"],
  ["Contributor", "Contributor"],
  ["b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor"],
  ["User Access Administrator", "User Access Administrator"],
  ["18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator"],
  ["Role Based Access Control Administrator", "Role Based Access Control Administrator"],
  ["f58310d9-a9f6-439a-9e8d-f62e7b41a168", "Role Based Access Control Administrator"],
]);

/** Roles without data or power, which may reach the whole of the environment's own group: telemetry, and a look. */
const HARMLESS = new Set([
  "Monitoring Metrics Publisher",
  "3913510d-42f4-4e42-8a64-420c390055eb",
  "Reader",
  "acdd72a7-3385-48ef-bd42-f606fba81ae7",
]);

const GROUP = "azurerm_resource_group";
const ADMINISTRATOR = "azurerm_postgresql_flexible_server_active_directory_administrator";

/** Identities that administer a database: its bootstrap and migration jobs are one service in two jobs. */
function administrators(context: RuleContext): Set<Resource> {
  const refs = context.resources(ADMINISTRATOR).flatMap((one) => one.refs("object_id"));
  return new Set(refs.flatMap((ref) => (ref.kind === "resource" ? [ref.resource] : [])));
}

function judgeIdentities(context: RuleContext): void {
  const ofDatabases = administrators(context);
  const owners = new Map<Resource, Resource>();
  for (const one of context.resources(...WORKLOADS)) {
    const path = "identity.identity_ids";
    const ids = one.refs(path);
    const own = ids.flatMap((id) => (id.kind === "resource" ? [id.resource] : []));
    const isJob = ({ type }: Resource) => type === "azurerm_container_app_job";
    const shared = own
      .filter((id) => !(ofDatabases.has(id) && isJob(one) && isJob(owners.get(id) ?? one)))
      .map((id) => owners.get(id))
      .find((other) => other !== undefined);
    for (const id of own) owners.set(id, one);
    if (ids.length === 0) context.fail(one, path, "It has no identity of its own.");
    else if (shared) context.fail(one, path, `It shares an identity with ${shared.address}.`);
    else if (own.length < ids.length) context.unknown(one, path);
    else context.pass(one, path);
  }
}

export const iam01 = rule({
  control: "IAM-01",
  title: "Every service has its own identity, with no more than it needs",
  why: "What one broken service may do is what its identity may do.",
  fix: "Give each service a user-assigned identity and data-plane roles on the resources it uses.",
  severity: "high",
  since: "poc",
  types: [...WORKLOADS, ADMINISTRATOR, "azurerm_role_assignment"],
  needs: ["plan"],
  check(context) {
    judgeIdentities(context);
    for (const one of context.resources("azurerm_role_assignment")) {
      const kind = one.text("principal_type");
      if (kind === "Group" || kind === "User") {
        context.skip(one, "role_definition_name", "It is for people, not for a service.");
        continue;
      }
      const role = one.text("role_definition_name") ?? one.text("role_definition_id")?.split("/").at(-1);
      if (role === undefined) context.unknown(one, "role_definition_name");
      else if (TOO_MUCH.has(role)) context.fail(one, "role_definition_name", `It grants ${TOO_MUCH.get(role)}.`);
      else context.pass(one, "role_definition_name");
      const [scope] = one.refs("scope");
      if (scope?.kind === "unknown") context.unknown(one, "scope");
      else if (scope?.kind === "resource" && (scope.resource.type !== GROUP || HARMLESS.has(role ?? "")))
        context.pass(one, "scope");
      else if (scope) context.fail(one, "scope", `It reaches as wide as ${describe(scope)}.`);
    }
  },
});
