import { isLocalSource, isPinned } from "../../plan/providers";
import { judgeSources } from "../helpers/trust";
import { rule } from "../rule";

export const sup04 = rule({
  control: "SUP-04",
  title: "Terraform, providers and modules have pinned versions",
  why: "The same commit must build the same thing next month.",
  fix: "Write the exact version; refer to a module by version or commit.",
  severity: "medium",
  since: "poc",
  types: [],
  needs: ["plan"],
  check(context) {
    for (const stack of context.graph.stacks) {
      judgeSources(context, stack);
      for (const { name, version, alias } of stack.providers) {
        if (alias !== undefined && version === undefined) continue;
        const subject = { stack, what: `provider.${name}` };
        if (version !== undefined && isPinned(version)) context.pass(subject, "version");
        else context.fail(subject, "version", `The provider ${name} is at ${version ?? "any version"}.`);
      }
      for (const { name, source, version } of stack.modules) {
        const subject = { stack, what: `module.${name}` };
        const pinned =
          isLocalSource(source) || /[?&]ref=[^&]+/.test(source) || (version !== undefined && isPinned(version));
        if (pinned) context.pass(subject, "version");
        else context.fail(subject, "version", `The module ${source} is at ${version ?? "any version"}.`);
      }
      if (stack.basis === "plan") continue;
      const terraform = { stack, what: "terraform" };
      if (stack.terraformVersion) context.pass(terraform, "required_version");
      else context.fail(terraform, "required_version", "The stack runs with any version of Terraform.");
    }
  },
});
