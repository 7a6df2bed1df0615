import type { Resource } from "../../plan/resource";
import { judgeExternal } from "../helpers/externals";
import { GRANTS, holders, whose } from "../helpers/principals";
import { type RuleContext, rule } from "../rule";

const ROLE = "azurerm_role_assignment";
/** Azure Lighthouse: a delegation and what it hands over. Its principals are always of another tenant. */
const DELEGATION: Readonly<Record<string, string>> = {
  azurerm_lighthouse_assignment: "lighthouse_definition_id",
  azurerm_lighthouse_definition: "managing_tenant_id",
};
const ADMINISTRATOR = "azurerm_postgresql_flexible_server_active_directory_administrator";

/** A person, a group or an identity: what is written beside the principal says it. */
function judgeKind(context: RuleContext, one: Resource): void {
  const [principal] = one.refs(one.type === ROLE ? "principal_id" : "object_id");
  const kind = one.text("principal_type");
  if (kind === "User") context.fail(one, "principal_type", "It grants access to one person.");
  else if (kind !== undefined) context.pass(one, "principal_type");
  else if (principal?.kind === "resource" && principal.resource.type === "azurerm_user_assigned_identity")
    context.pass(one, "principal_id");
  else context.unknown(one, "principal_type", "Whether it is for a person, a group or an identity is not written.");
}

export const iam03 = rule({
  control: "IAM-03",
  title:
    "Access is for the environment's own identities and for groups that the config names, never for one person or a stranger",
  why: "Grants to persons outlive the person's job, and a stranger's grant is found by nobody; a group is reviewed in one place.",
  fix: "Grant the role to an identity of this environment, or to a group that the config names.",
  severity: "high",
  since: "pilot",
  types: [...new Set([ROLE, ADMINISTRATOR, ...GRANTS.keys(), ...Object.keys(DELEGATION)])],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources(ROLE, ADMINISTRATOR)) judgeKind(context, one);
    for (const [type, path] of Object.entries(DELEGATION))
      for (const one of context.resources(type)) context.fail(one, path, "It gives roles to people of another tenant.");
    for (const [type, path] of GRANTS)
      for (const one of context.resources(type))
        for (const { part, path: at, to } of holders(one, path)) judgeExternal(context, part, at, whose(context, to));
  },
});
