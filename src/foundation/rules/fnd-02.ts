import { leadsTo } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { type Rule, type RuleContext, rule } from "../../policy/rule";
import { isAtLeast } from "../../stages/stage";
import type { ResolvedDeployment, ResolvedFoundation } from "../resolve";
import { isIn, roleId, rolesOf, textOf } from "./reading";

const CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
const ACCESS_ADMINISTRATOR = "f58310d9-a9f6-439a-9e8d-f62e7b41a168";
const LOCKS_CONTRIBUTOR = "28bf596f-4eb7-45ce-b5bc-6cf482fec137";
const STATE_WRITER = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const STATE_READER = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";

/** Roles that can change access or take part in a deployment; a condition that lets one of them through limits nothing. */
const PRIVILEGED: Readonly<Record<string, string>> = {
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
  [CONTRIBUTOR]: "Contributor",
  "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
  [ACCESS_ADMINISTRATOR]: "Role Based Access Control Administrator",
  [LOCKS_CONTRIBUTOR]: "Locks Contributor",
};

const NAMES: Readonly<Record<string, string>> = {
  ...PRIVILEGED,
  [STATE_WRITER]: "Storage Blob Data Contributor",
  [READER]: "Reader",
  [STATE_READER]: "Storage Blob Data Reader",
};

const nameOf = (id: string) => NAMES[id] ?? `the role ${id}`;

/** FND-02: who deploys, from where, and with which rights. */
export const fnd02 = (foundation: ResolvedFoundation): Rule =>
  rule({
    control: "FND-02",
    title:
      "Each environment has one deploy identity, federated to it alone, with stated roles; pull requests only read",
    why: "Whoever can be the deploy identity can change the environment, and whoever can raise it can change everything.",
    fix: "Build the identities from the foundation's config; give them nothing by hand.",
    severity: "high",
    types: ["azurerm_user_assigned_identity"],
    needs: ["plan", "config"],
    check(context) {
      apart(context, foundation);
      for (const one of foundation.environments) {
        const identity = find(context, one.identity);
        if (!identity) {
          context.fail("config", "environments", `No stack makes the deploy identity of ${one.name}.`);
          continue;
        }
        trusts(context, identity, `repo:${foundation.config.repository}:environment:${one.name}`);
        deployRoles(context, identity, one, foundation);
      }
      const plan = find(context, foundation.names.planIdentity);
      if (!plan) context.fail("config", "repository", "No stack makes the identity that pull requests plan with.");
      else {
        trusts(context, plan, `repo:${foundation.config.repository}:pull_request`);
        const writes = rolesOf(context.graph, plan).filter((role) => ![READER, STATE_READER].includes(roleId(role)));
        for (const role of writes)
          context.fail(role, "role_definition_id", `Pull requests get ${nameOf(roleId(role))}; they may only read.`);
        if (writes.length === 0) context.pass(plan, "roles", "Reads, and nothing else.");
      }
    },
  });

function find(context: RuleContext, name: string): Resource | undefined {
  return context.resources("azurerm_user_assigned_identity").find((one) => one.text("name") === name);
}

/** Exactly one credential, for exactly this subject. */
function trusts(context: RuleContext, identity: Resource, subject: string): void {
  const credentials = context
    .resources("azurerm_federated_identity_credential")
    .filter((one) => one.refs("parent_id").some((ref) => leadsTo(ref, identity)));
  for (const one of credentials) {
    const found = textOf(one, "subject");
    if (found === subject) context.pass(one, "subject", `Trusts ${subject} only.`);
    else context.fail(one, "subject", `It trusts ${found}; it may trust ${subject} only.`);
    context.expect(
      one,
      "issuer",
      (issuer) => issuer === "https://token.actions.githubusercontent.com",
      (issuer) => `It trusts tokens of ${issuer}, not GitHub's.`,
    );
  }
  if (credentials.length === 0)
    context.fail(identity, "federation", `Nothing can sign in as it: no credential for ${subject}.`);
}

function deployRoles(
  context: RuleContext,
  identity: Resource,
  environment: ResolvedDeployment,
  { config, subscriptions }: ResolvedFoundation,
): void {
  const wanted = [
    CONTRIBUTOR,
    ACCESS_ADMINISTRATOR,
    STATE_WRITER,
    ...(isAtLeast(environment.stage, "pilot") ? [LOCKS_CONTRIBUTOR] : []),
  ];
  const variable = subscriptions.find(({ name }) => name === environment.subscription)?.variable ?? "";
  const roles = rolesOf(context.graph, identity);
  for (const role of roles) {
    const id = roleId(role);
    if (!wanted.includes(id))
      context.fail(role, "role_definition_id", `${environment.name} gets ${nameOf(id)}, which is none of its roles.`);
    else if (id === STATE_WRITER) ownState(context, role, environment);
    else if (!isIn(role, "scope", variable))
      context.fail(role, "scope", `It reaches outside of the subscription ${environment.subscription}.`);
    else if (id === ACCESS_ADMINISTRATOR) limited(context, role);
    else context.pass(role, "role_definition_id", `${nameOf(id)} in ${environment.subscription}.`);
  }
  const missing = wanted.filter((id) => !roles.some((role) => roleId(role) === id)).map(nameOf);
  if (missing.length > 0)
    context.fail(identity, "roles", `${environment.name} cannot be deployed: ${missing.join(", ")} is missing.`);
  else if (config.environments.length > 0) context.pass(identity, "roles", `Has its ${wanted.length} roles.`);
}

function ownState(context: RuleContext, role: Resource, environment: ResolvedDeployment): void {
  const [target] = role.refs("scope");
  const container = target?.kind === "resource" ? target.resource : undefined;
  if (container?.type === "azurerm_storage_container" && container.text("name") === environment.container)
    context.pass(role, "scope", "Reaches its own states only.");
  else context.fail(role, "scope", `It reaches more than the container ${environment.container}.`);
}

/** The condition limits roles and principals, for giving and for taking, and lets no privileged role through. */
function limited(context: RuleContext, role: Resource): void {
  const condition = textOf(role, "condition");
  const parts = ["write", "delete"].map((action) => {
    const from = condition.indexOf(`roleAssignments/${action}'`);
    return from < 0 ? "" : (condition.slice(from).split("ActionMatches")[0] ?? "");
  });
  const complete = parts.every(
    (part) =>
      part.includes("roleAssignments:RoleDefinitionId") &&
      part.includes("GuidEquals") &&
      part.includes("roleAssignments:PrincipalType") &&
      part.includes("'ServicePrincipal'"),
  );
  const through = Object.entries(PRIVILEGED).find(([id]) => condition.toLowerCase().includes(id))?.[1];
  if (!complete)
    context.fail(
      role,
      "condition",
      "No condition limits which roles it may give and to whom: it could make itself Owner.",
    );
  else if (through)
    context.fail(role, "condition", `Its condition lets it give ${through}, with which it raises itself.`);
  else context.pass(role, "condition", "May give data-plane roles to service principals only.");
}

/** A deploy identity is Contributor of all that is in its subscription, so what must be safe from it is elsewhere. */
function apart(context: RuleContext, { environments, subscriptions, config }: ResolvedFoundation): void {
  const serious = environments.filter(({ stage }) => isAtLeast(stage, "pilot"));
  for (const { name, own, environments: inside } of subscriptions) {
    const path = `subscriptions.${name}`;
    const [first, second] = inside;
    const pilot = serious.find(({ subscription }) => subscription === name);
    if (own && first !== undefined && serious.length > 0)
      context.fail(
        "config",
        path,
        `${first} shares the foundation's subscription ${name}: its deploy identity could take over the states and identities of ${serious.at(-1)?.name}.`,
        {
          fix: "Give the foundation a subscription of its own before the first Pilot.",
        },
      );
    else if (pilot && second !== undefined)
      context.fail(
        "config",
        path,
        `${inside.join(" and ")} share the subscription ${name}: each one's deploy identity is Contributor of the other.`,
        {
          fix: "From Pilot on, give each environment a subscription of its own.",
        },
      );
    else context.pass("config", path, inside.length > 0 ? `Holds ${inside.join(" and ")}.` : "Holds no environment.");
  }
  if (config.environments.length === 0) context.skip("config", "environments", "No environment is listed yet.");
}
