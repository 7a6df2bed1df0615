import { isTaggable } from "../../azure/schema";
import { UNKNOWN } from "../../plan/reference";
import type { Stage } from "../../stages/stage";
import { rule } from "../rule";

function requiredTags(gate: Stage): string[] {
  const always = ["workload", "stage", "owner", "generation", "managed-by"];
  return gate === "poc" ? [...always, "expires-on"] : [...always, "data-classification"];
}

export const gov01 = rule({
  control: "GOV-01",
  title: "Every resource says whose it is, and what of",
  why: "An untagged resource is one that nobody dares to delete.",
  fix: "Add the missing tags.",
  severity: "low",
  since: "poc",
  types: ["*"],
  needs: ["plan"],
  check(context) {
    const wanted = requiredTags(context.gate);
    for (const one of context.resources()) {
      if (!isTaggable(one.type)) continue;
      const tags = one.entries("tags");
      if (one.read("tags").state === "unknown") {
        context.unknown(one, "tags");
        continue;
      }
      const missing = wanted.filter((name) => (tags.get(name) ?? "") === "");
      const open = wanted.filter((name) => tags.get(name) === UNKNOWN);
      if (missing.length > 0) context.fail(one, "tags", `It lacks the tags ${missing.join(", ")}.`);
      else if (open.length > 0) context.unknown(one, "tags", `The tags ${open.join(", ")} are not known before apply.`);
      else context.pass(one, "tags");
    }
  },
});
