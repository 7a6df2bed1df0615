import { ACTIVATION_POLICY, judgeActivation } from "../../policy/helpers/activation";
import { type Rule, type RuleContext, rule } from "../../policy/rule";
import type { ResolvedFoundation } from "../resolve";
import { roleAssignments } from "./reading";

/** FND-03: people get access through the named groups. */
export const fnd03 = ({ config }: ResolvedFoundation): Rule =>
  rule({
    control: "FND-03",
    title: "People get access through the named groups, nobody by a user's id",
    why: "Access given to a person outlives the person's job; a group is reviewed in one place.",
    fix: "Give the role to one of the foundation's groups.",
    severity: "high",
    types: ["azurerm_role_assignment", ACTIVATION_POLICY],
    needs: ["plan", "config"],
    check(context) {
      const groups = new Map(Object.entries(config.groups).map(([name, id]) => [id.toLowerCase(), name]));
      for (const one of roleAssignments(context.graph)) {
        const [principal] = one.refs("principal_id");
        if (principal?.kind === "resource") {
          context.pass(one, "principal_id", "For an identity.");
          continue;
        }
        const id = one.text("principal_id")?.toLowerCase();
        const group = id === undefined ? undefined : groups.get(id);
        if (one.text("principal_type") === "User")
          context.fail(one, "principal_type", "It gives access to one person.");
        else if (group) context.pass(one, "principal_id", `For the group ${group}.`);
        else if (id === undefined) context.unknown(one, "principal_id");
        else context.fail(one, "principal_id", `It gives access to ${id}, which is none of the foundation's groups.`);
      }
      judgeActivations(context);
    },
  });

/** An eligible role is one only by the policy that says how it is taken. The foundation makes none: Azure's own stands. */
function judgeActivations(context: RuleContext): void {
  for (const policy of context.resources(ACTIVATION_POLICY))
    for (const { path, verdict, says = "" } of judgeActivation(policy)) {
      if (verdict === "pass") context.pass(policy, path, says);
      else if (verdict === "unknown") context.unknown(policy, path, says);
      else context.fail(policy, path, says);
    }
}
