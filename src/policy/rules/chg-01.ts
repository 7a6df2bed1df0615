import { isAtLeast, STAGE_TITLES, type Stage } from "../../stages/stage";
import { rule } from "../rule";

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/^poc$/i, "poc"],
  [/^pilot$/i, "pilot"],
  [/^pre-?production$/i, "pre-production"],
  [/^production$/i, "production"],
  [/^scale$/i, "scale"],
];

/** The stage at which a decision says that it ends: `Container Apps, until Pre-Production`. */
function endOf(decision: string): Stage | undefined {
  const word = /\buntil\s+(?:the\s+)?([a-z-]+)/i.exec(decision)?.[1] ?? "";
  return STAGES.find(([pattern]) => pattern.test(word))?.[1];
}

export const chg01 = rule({
  control: "CHG-01",
  title: "The decision for the platform is written down, and from Pre-Production decided again",
  why: "The most expensive decision is the one that nobody remembers making.",
  fix: "Write decisions.platform: what was chosen, and until when.",
  severity: "medium",
  since: "poc",
  types: [],
  needs: ["config"],
  // Whether people thought again cannot be seen; that the words are still those of an earlier stage can.
  check(context) {
    const path = "decisions.platform";
    const decision = context.config.decisions?.["platform"];
    if (typeof decision !== "string" || decision.trim() === "") {
      context.fail("config", path, "The config does not say which platform was decided on.");
      return;
    }
    const end = context.from("pre-production") ? endOf(decision) : undefined;
    if (end && isAtLeast(context.gate, end))
      context.fail("config", path, `The decision was for the time until ${STAGE_TITLES[end]}: ${decision}.`, {
        fix: "Decide again: confirm the platform, or move to another one, and write until when.",
      });
    else context.pass("config", path);
  },
});
