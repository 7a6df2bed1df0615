import { asList, asObject } from "../../plan/json";
import type { Resource } from "../../plan/resource";
import type { Stack } from "../../plan/stack";
import { hidden } from "../../reach/hidden";
import { judgeExternal, standingOf } from "../helpers/externals";
import { writtenIds } from "../helpers/ids";
import { judgeReach } from "../helpers/trust";
import { unreadOptions } from "../helpers/unread";
import { type RuleContext, rule } from "../rule";

const LITERAL_SUBSCRIPTION = /^\/subscriptions\/[0-9a-f]{8}-/i;
const ABOUT_THE_CALLER = new Set([
  "azurerm_client_config",
  "azurerm_location",
  "azurerm_role_definition",
  "azurerm_subscription",
]);

function ownGroup(resource: Resource, name: string): boolean {
  return resource.graph.ids.named("azurerm_resource_group", "", name) !== undefined;
}

/** A plan shows what its variables hold, and is judged by that. */
function judgeInputs(context: RuleContext, stack: Stack): void {
  if (stack.basis === "plan") return;
  for (const [name, variable] of Object.entries(stack.variables)) {
    const subject = { stack, what: `var.${name}` };
    const preset = asObject(asList(variable)[0])["default"];
    if (preset !== undefined && preset !== null)
      context.fail(subject, "default", "It has a default: an apply that does not give it goes there without a word.", {
        fix: "Remove the default; what is the same at every apply belongs in the config.",
      });
    const { state, says } = standingOf(context, name);
    if (state === "stranger") context.fail(subject, "type", says);
    else if (state === "unknown") context.unknown(subject, "type", says);
    else context.pass(subject, "type", says);
  }
}

export const rec01 = rule({
  control: "REC-01",
  title: "Everything lives in a group that the environment creates, and refers only to itself or to declared externals",
  why: "What the stack does not own cannot be recreated with it, and breaks it when someone else changes it.",
  fix: "Create it in this environment, or declare it under externals so that it becomes a variable.",
  severity: "high",
  since: "poc",
  types: ["*"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources()) {
      const group = one.refs("resource_group_name")[0];
      if (group?.kind === "unknown") context.unknown(one, "resource_group_name");
      else if (group?.kind === "outside" && !ownGroup(one, group.id))
        context.fail(
          one,
          "resource_group_name",
          `It is in the group ${group.id}, which the environment does not create.`,
        );
      else if (group?.kind === "resource" && group.resource.mode === "data")
        context.fail(one, "resource_group_name", `Its group is read from ${group.resource.address}, not created.`);
      else context.pass(one, group ? "resource_group_name" : "name");
      for (const { part, path, raw, reference } of writtenIds(one)) {
        if (one.stack.basis === "static" && LITERAL_SUBSCRIPTION.test(raw))
          context.fail(part, path, `${part.at(path)} has a literal subscription in it.`);
        else if (reference.kind === "outside")
          context.fail(part, path, `${part.at(path)} is the literal id ${reference.id}, which names nothing here.`);
        else if (reference.kind === "unknown") context.unknown(part, path);
        else if (reference.kind === "external")
          judgeExternal(context, part, path, standingOf(context, reference.variable));
      }
    }
    for (const stack of context.graph.stacks) {
      judgeInputs(context, stack);
      judgeReach(context, stack);
    }
    if (context.from("pre-production"))
      for (const { subject, path, why, ofUnreadType } of hidden(context.graph)) {
        const options = ofUnreadType && unreadOptions(ofUnreadType, "adds something to the environment");
        context.unknown(subject, path, `What it adds to the environment is not known: ${why}.`, options);
      }
    for (const one of context.graph.resources)
      if (one.mode === "data" && one.type.startsWith("azurerm_") && !ABOUT_THE_CALLER.has(one.type))
        context.fail(one, "name", "It reads a resource that the environment does not create.");
  },
});
