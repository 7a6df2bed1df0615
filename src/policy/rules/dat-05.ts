import { judgeAssessment, judgeSpecial } from "../helpers/special-categories";
import { rule } from "../rule";

export const dat05 = rule({
  control: "DAT-05",
  title:
    "Every data store is in the data map, and special categories of data have a basis and an assessment of their own",
  why: "Nobody can answer a person's request about data that nobody wrote down.",
  fix: "Give the store categories, purpose, basis and keep; say the role and a contact under privacy.",
  severity: "high",
  since: "pilot",
  types: [],
  needs: ["config"],
  neverWaived: true,
  check(context) {
    const { stores = {}, privacy } = context.config;
    for (const [name, { data }] of Object.entries(stores)) {
      const answers: [string, unknown][] = [
        ["categories", data?.categories?.length ? data.categories : undefined],
        ["purpose", data?.purpose],
        ["basis", data?.basis],
        ["keep", data?.keep],
        ["role", privacy?.role],
        ["contact", privacy?.contact],
      ];
      const missing = answers.filter(([, value]) => value === undefined || value === "").map(([key]) => key);
      const path = `stores.${name}.data`;
      if (missing.length === 0) context.pass("config", path);
      else context.fail("config", path, `The data map of ${name} does not say ${missing.join(", ")}.`);
      judgeSpecial(context, name, data ?? {});
    }
    judgeAssessment(context);
  },
});
