import { namedResources, stageToken } from "../helpers/names";
import { rule } from "../rule";

export const gov02 = rule({
  control: "GOV-02",
  title: "Every name says its stage, and nothing below Production is called prod",
  why: "The wrong environment is deleted by people who read a name in a hurry.",
  fix: "Name it with resourceName().",
  severity: "medium",
  since: "poc",
  types: ["*"],
  needs: ["plan"],
  check(context) {
    const token = stageToken(context.graph, context.gate, context.config.stage);
    for (const one of namedResources(context.resources())) {
      const read = one.read("name");
      if (read.state !== "known") {
        context.unknown(one, "name");
        continue;
      }
      const name = String(read.value);
      const tokens = name.toLowerCase().split(/[^a-z0-9]+/);
      const has = tokens.length > 1 ? tokens.includes(token) : name.includes(token);
      if (!has) context.fail(one, "name", `The name ${name} does not say ${token}.`);
      else if (token !== "prod" && tokens.includes("prod")) context.fail(one, "name", `The name ${name} says prod.`);
      else context.pass(one, "name");
    }
  },
});
