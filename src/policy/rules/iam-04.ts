import { saysSomething } from "../../config/visible-text";
import type { Resource } from "../../plan/resource";
import { ACTIVATION_POLICY, judgeActivation } from "../helpers/activation";
import { forPeople } from "../helpers/people";
import { heldRole } from "../helpers/roles";
import { type SmallTeam, smallTeam, unlessSmallTeam } from "../helpers/small-team";
import { type RuleContext, rule } from "../rule";

const STANDING = "azurerm_role_assignment";
const ACTIVE = "azurerm_pim_active_role_assignment";
const ELIGIBLE = "azurerm_pim_eligible_role_assignment";
const DATABASE = "azurerm_postgresql_flexible_server_active_directory_administrator";
const GROUPS = { readers: "looks", operators: "operates", breakGlass: "comes in when nothing else works" } as const;

function judgeConfig(context: RuleContext, team: SmallTeam): void {
  const { access } = context.config;
  for (const [name, does] of Object.entries(GROUPS)) {
    const path = `access.${name}`;
    if (saysSomething(access?.[name as keyof typeof GROUPS])) context.pass("config", path);
    else context.fail("config", path, `No group is named that ${does}.`);
  }
  const other = (["readers", "operators", "approvers"] as const).find(
    (name) => access?.[name] !== undefined && access[name]?.toLowerCase() === access.breakGlass?.toLowerCase(),
  );
  if (other) context.fail("config", "access.breakGlass", `The break-glass group is also that of access.${other}.`);
  const writers = "access.writers";
  if (access?.writers === "eligible") context.pass("config", writers);
  else if (access?.writers !== "standing")
    context.fail("config", writers, "The config does not say how people hold roles that write.");
  else if (team.counts) context.pass("config", writers, team.says);
  else context.fail("config", writers, unlessSmallTeam("People hold roles that write all the time.", team));
}

function judgeStanding(context: RuleContext, one: Resource, team: SmallTeam): void {
  const path = one.type === STANDING ? "role_definition_name" : "role_definition_id";
  const people = forPeople(one, "principal_id");
  const { name, access } = heldRole(one);
  if (people === false) context.skip(one, path, "It is for a service, not for people.");
  else if (access === "read") context.pass(one, path, `${name} only looks.`);
  else if (team.counts) context.pass(one, path, team.says);
  else if (people === undefined) context.unknown(one, "principal_type", `Whether people hold ${name} is not written.`);
  else if (access === "unknown") context.unknown(one, path, `Whether ${name} only looks is not known here.`);
  else context.fail(one, path, unlessSmallTeam(`People hold ${name} all the time.`, team));
}

/** How roles are taken: a policy that asks for nothing makes an eligible role a standing one. */
function judgePolicy(context: RuleContext, policy: Resource, team: SmallTeam): void {
  for (const { path, verdict, says = "", takesTwo } of judgeActivation(policy)) {
    if (verdict === "pass") context.pass(policy, path, says);
    else if (takesTwo && team.counts) context.pass(policy, path, team.says);
    else if (verdict === "unknown") context.unknown(policy, path, says);
    else context.fail(policy, path, takesTwo ? unlessSmallTeam(says, team) : says);
  }
}

export const iam04 = rule({
  control: "IAM-04",
  title: "People hold no role that writes until they activate it, and the emergency accounts are named",
  why: "A role that is always on is there for whoever steals the session, on every day of the year.",
  fix: "Make writers eligible in Entra PIM, or record small-team evidence; name readers, operators and breakGlass.",
  severity: "high",
  since: "pre-production",
  types: [STANDING, ACTIVE, ELIGIBLE, DATABASE, ACTIVATION_POLICY],
  needs: ["plan", "config", "evidence", "today"],
  check(context) {
    const team = smallTeam(context);
    judgeConfig(context, team);
    for (const one of context.resources(STANDING, ACTIVE)) judgeStanding(context, one, team);
    for (const one of context.resources(ELIGIBLE))
      context.pass(one, "role_definition_id", "It counts only while somebody has activated it.");
    for (const one of context.resources(ACTIVATION_POLICY)) judgePolicy(context, one, team);
    for (const one of context.resources(DATABASE)) {
      const people = forPeople(one, "object_id");
      if (people === false) context.skip(one, "principal_type", "It is for a service, not for people.");
      else if (team.counts) context.pass(one, "principal_type", team.says);
      else context.fail(one, "principal_type", unlessSmallTeam("People administer the database all the time.", team));
    }
  },
});
