import { backendOf, isLiteral } from "../../plan/providers";
import { expectedSuffix, namedResources } from "../helpers/names";
import { rule } from "../rule";

export const rec05 = rule({
  control: "REC-05",
  title: "The generation is in every name and in the state key",
  why: "A recreated environment that meets a name of its predecessor gets old data back, or fails half-way.",
  fix: "Name it with resourceName(), which appends the suffix of workload, stage, region and generation.",
  severity: "high",
  since: "poc",
  types: ["*"],
  needs: ["plan"],
  check(context) {
    for (const one of namedResources(context.resources())) {
      const read = one.read("name");
      const suffix = expectedSuffix(one);
      if (read.state === "unknown") context.unknown(one, "name");
      else if (!suffix)
        context.fail(one, "name", "Its tags do not say workload, stage and generation, so its name is anyone's.");
      else if (read.state === "known" && `${read.value}`.endsWith(suffix)) context.pass(one, "name");
      else context.fail(one, "name", `Its name ${read.state === "known" ? read.value : ""} does not end in ${suffix}.`);
    }
    for (const stack of context.graph.stacks) {
      const { generation } = stack.identity;
      const backend = backendOf(stack.backend);
      if (generation === undefined || !backend) continue;
      const path = backend.kind === "local" ? "path" : "key";
      const key = backend.settings[path];
      const subject = { stack, what: `backend.${backend.kind}` };
      const token = new RegExp(`(^|[^a-z0-9])g${generation}([^0-9]|$)`);
      if (isLiteral(key) && token.test(key)) context.pass(subject, path);
      else context.fail(subject, path, `The state key ${String(key)} does not name generation ${generation}.`);
    }
  },
});
