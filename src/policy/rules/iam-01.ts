import { attribute } from "../../azure/schema";
import { RUNNING, WORKLOADS } from "../../plan/images";
import { describe, UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { strangerIn } from "../helpers/federation";
import { excessIn, permissionsOf } from "../helpers/own-roles";
import { forPeople } from "../helpers/people";
import { excessOf } from "../helpers/role-power";
import { heldRole } from "../helpers/roles";
import { judgeUnread } from "../helpers/unread";
import { type RuleContext, rule } from "../rule";

/** Roles without data or power, which may reach the whole of the environment's own group: telemetry, and a look. */
const HARMLESS = /^(?:monitoring metrics publisher|reader)$/i;

const GRANT = "azurerm_role_assignment";
const PIM = ["azurerm_pim_active_role_assignment", "azurerm_pim_eligible_role_assignment"] as const;
const DEFINITION = "azurerm_role_definition";
const FEDERATION = "azurerm_federated_identity_credential";
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
  const running = context.graph.types().filter((type) => RUNNING.includes(type) || isSite(type));
  for (const one of context.graph.of(...running)) judgeSecondIdentity(context, one);
}

/** Sites run the product too, also those whose code is no image. */
const isSite = (type: string) => attribute(type, "site_config") !== undefined;

function judgeSecondIdentity(context: RuleContext, one: Resource): void {
  const type = one.value("identity.type");
  if (one.refs("identity.identity_ids").length > 0 && typeof type === "string" && /system/i.test(type))
    context.fail(one, "identity.type", "It has a second identity, of the system, beside the one that it is given.", {
      fix: "Keep the user-assigned identity only: roles of the other are lost when the service is made again.",
    });
}

function judgeGrant(context: RuleContext, one: Resource): void {
  const path = one.type === GRANT ? "role_definition_name" : "role_definition_id";
  const role = heldRole(one);
  const excess = excessOf(role);
  if (excess === UNKNOWN)
    context.unknown(one, path, `Whether ${role.name} is more than a service needs is not known here.`);
  else if (excess === undefined) context.pass(one, path);
  else context.fail(one, path, `It grants ${excess}.`);
  const [scope] = one.refs("scope");
  if (scope?.kind === "unknown") context.unknown(one, "scope");
  else if (scope?.kind === "resource" && (scope.resource.type !== GROUP || HARMLESS.test(role.name)))
    context.pass(one, "scope");
  else if (scope) context.fail(one, "scope", `It reaches as wide as ${describe(scope)}.`);
}

/** A role of one's own that may do anything is there for whoever finds it. */
function judgeDefinition(context: RuleContext, one: Resource): void {
  const permissions = permissionsOf(one);
  const everything = permissions && excessIn(permissions).filter((each) => each.startsWith("*"));
  if (everything === undefined) context.unknown(one, "permissions");
  else if (everything.length === 0) context.pass(one, "permissions");
  else context.fail(one, "permissions", `It lets its holders do ${everything.join(", ")}.`);
}

function judgeFederation(context: RuleContext, one: Resource): void {
  const stranger = strangerIn(context, one);
  const fix = "Remove it: deployments sign in as the identity that the foundation gives them.";
  if (stranger !== UNKNOWN)
    context.fail(one, "subject", `It lets ${stranger} sign in as ${describe(one.ref("parent_id"))}.`, { fix });
  else context.unknown(one, "subject", "Whether only this environment's deployments sign in by it is not known here.");
}

export const iam01 = rule({
  control: "IAM-01",
  title: "Every service has its own identity, with no more than it needs",
  why: "What one broken service may do is what its identity may do.",
  fix: "Give each service a user-assigned identity and data-plane roles on the resources it uses.",
  severity: "high",
  since: "poc",
  types: [...RUNNING, ADMINISTRATOR, GRANT, ...PIM, DEFINITION, FEDERATION],
  needs: ["plan"],
  check(context) {
    judgeIdentities(context);
    for (const one of context.resources(GRANT)) {
      const kind = one.text("principal_type");
      if (kind === "Group" || kind === "User")
        context.skip(one, "role_definition_name", "It is for people, not for a service.");
      else judgeGrant(context, one);
    }
    for (const one of context.resources(...PIM))
      if (forPeople(one, "principal_id") === false) judgeGrant(context, one);
      else context.skip(one, "role_definition_id", "It is for people, not for a service.");
    for (const one of context.resources(DEFINITION)) judgeDefinition(context, one);
    for (const one of context.resources(FEDERATION)) judgeFederation(context, one);
    judgeUnread(context, "gives");
  },
});
