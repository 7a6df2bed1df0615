import { saysSomething } from "../../config/visible-text";
import { UNKNOWN } from "../../plan/reference";
import { isAtLeast, STAGE_TITLES, type Stage } from "../../stages/stage";
import { isDecided, ONE_WAY_TYPES, oneWays } from "../helpers/one-way";
import { type RuleContext, rule } from "../rule";

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

function judgePlatform(context: RuleContext): void {
  const path = "decisions.platform";
  const decision = context.config.decisions?.["platform"];
  if (!saysSomething(decision)) {
    context.fail("config", path, "The config does not say which platform was decided on.");
    return;
  }
  const end = context.from("pre-production") ? endOf(decision) : undefined;
  if (end && isAtLeast(context.gate, end))
    context.fail("config", path, `The decision was for the time until ${STAGE_TITLES[end]}: ${decision}.`, {
      fix: "Decide again: confirm the platform, or move to another one, and write until when.",
    });
  else context.pass("config", path);
}

/** Settings that nobody can take back need somebody who decided on them. At a POC REC-03 allows none. */
function judgeOneWays(context: RuleContext): void {
  for (const one of context.resources(...ONE_WAY_TYPES))
    for (const { path, topic, says } of oneWays(one)) {
      const fix = `Record why beside the resource with recordDecision, or write decisions.${topic}.`;
      if (isDecided(one, topic, context.config.decisions)) context.pass(one, path);
      else if (says === UNKNOWN) context.unknown(one, path);
      else context.fail(one, path, `It cannot be taken back: ${says}, and nobody wrote down why.`, { fix });
    }
}

export const chg01 = rule({
  control: "CHG-01",
  title:
    "Decisions that shape the platform are written down: which it is, again from Pre-Production, and what is for ever",
  why: "The most expensive decision is the one that nobody remembers making.",
  fix: "Write decisions.platform: what was chosen, and until when.",
  severity: "medium",
  since: "poc",
  types: ONE_WAY_TYPES,
  needs: ["plan", "config"],
  // Whether people thought again cannot be seen; that the words are still those of an earlier stage can.
  check(context) {
    judgePlatform(context);
    if (context.from("pilot")) judgeOneWays(context);
  },
});
