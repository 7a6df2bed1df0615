import { saysSomething } from "../../config/visible-text";
import { samePerson } from "../helpers/people";
import { smallTeam, unlessSmallTeam } from "../helpers/small-team";
import { rule } from "../rule";

const ANSWERS = {
  coordinator: "who leads an incident",
  responder: "who repairs in an incident",
  channel: "where those in an incident talk",
  postMortems: "where what was learnt is kept",
} as const;

export const inc02 = rule({
  control: "INC-02",
  title: "In an incident one person leads and another repairs, and both know where they talk and write",
  why: "Whoever repairs cannot also tell customers, keep time and call for help.",
  fix: "Name two people and both places under incidents, or record small-team evidence that one holds both roles.",
  severity: "medium",
  since: "pre-production",
  types: [],
  needs: ["config", "evidence", "today"],
  check(context) {
    const { incidents, promise } = context.config;
    const team = smallTeam(context);
    const both = samePerson(incidents?.coordinator, incidents?.responder);
    for (const [name, what] of Object.entries(ANSWERS)) {
      const path = `incidents.${name}`;
      const answer = incidents?.[name as keyof typeof ANSWERS];
      if (!saysSomething(answer)) context.fail("config", path, `The config does not say ${what}.`);
      else if (name !== "responder" || !both) context.pass("config", path);
      else if (team.counts) context.pass("config", path, team.says);
      else context.fail("config", path, unlessSmallTeam(`${answer} leads and repairs at once.`, team));
    }
    if (!context.from("production")) return;
    const path = "promise.customers";
    if (saysSomething(promise?.customers)) context.pass("config", path);
    else context.fail("config", path, "The config does not say how customers are told of an incident.");
  },
});
