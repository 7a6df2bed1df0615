import { knowsMajor } from "../../azure/schema";
import { excludesNextMajor } from "../../plan/providers";
import { ignoredBy, ignoredUnsaid } from "../helpers/ignored";
import { rule } from "../rule";

export const rec08 = rule({
  control: "REC-08",
  title: "Ignored changes have a written reason, and no unknown major version of a provider is let in",
  why: "An ignored change hides drift, and a new major version replaces what it no longer understands.",
  fix: "Record a decision that names each ignored attribute (ignore_changes on a and b) and says why; give the provider an exact version.",
  severity: "medium",
  since: "poc",
  types: ["*"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources()) {
      if (ignoredBy(one).length === 0) continue;
      const unsaid = ignoredUnsaid(one);
      if (unsaid.length === 0) context.pass(one, "lifecycle.ignore_changes");
      else
        context.fail(one, "lifecycle.ignore_changes", `It ignores changes to ${unsaid.join(", ")} without a reason.`);
    }
    for (const stack of context.graph.stacks)
      for (const { name, alias, version } of stack.providers) {
        if (alias !== undefined && version === undefined) continue;
        const subject = { stack, what: `provider.${name}` };
        if (version === undefined) context.fail(subject, "version", `The provider ${name} has no version constraint.`);
        else if (excludesNextMajor(version)) context.pass(subject, "version");
        else context.fail(subject, "version", `The constraint ${version} lets an unknown major version in.`);
      }
    for (const stack of context.graph.stacks)
      if (!knowsMajor(stack.azurermMajor))
        context.unknown(
          { stack, what: "provider.azurerm" },
          "version",
          `azurerm ${stack.azurermMajor} is not known here: its arguments are read by the names of another major version.`,
        );
  },
});
