import { rule } from "../rule";

export const rec10 = rule({
  control: "REC-10",
  title: "What would be applied is what the synth wrote",
  why: "What was changed by hand is not in the config: the next synth undoes it, and no recreation brings it back.",
  fix: "Write the change into the config or the file that extend names, and synthesize again.",
  severity: "high",
  since: "poc",
  types: [],
  needs: ["folder"],
  check(context) {
    const { changed } = context.folder;
    for (const says of changed) context.fail("config", "synth", says, { waivable: false });
    if (changed.length === 0) context.pass("config", "synth");
  },
});
