import { asDay, type Day, daysBetween } from "../../config/day";
import { environmentName } from "../../config/names";
import { beginningOf } from "../../evidence/days";
import { standingOf } from "../../evidence/facts";
import { isStage } from "../../stages/stage";
import type { RuleContext } from "../rule";

const FACT = "recreation-drilled";
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 31 };

/** The most days that a period such as `3 months` has. */
function daysIn(period: string): number | undefined {
  const [, amount, unit = ""] = /^(\d+) (day|week|month)s?$/.exec(period) ?? [];
  const days = DAYS[unit];
  return days === undefined ? undefined : Number(amount) * days;
}

/** Days on which it was made: in Azure as evidence says, in a rehearsal as its certificate says, and the first time. */
function* recreations({ config, evidence, today, recreation }: RuleContext): Generator<readonly [Day, string]> {
  const { workload, stage } = config;
  if (workload === undefined || !isStage(stage)) return;
  const env = environmentName({ workload, stage });
  for (const entry of evidence) {
    if (entry.fact !== FACT || entry.env !== env) continue;
    const { state } = standingOf(FACT, entry, today, {});
    const day = asDay(entry.date);
    if (day && (state === "present" || state === "too-old")) yield [day, "recreated in Azure"];
  }
  const rehearsed = asDay(recreation.day);
  if (rehearsed && rehearsed <= today && recreation.rehearsed && recreation.mismatches.length === 0)
    yield [rehearsed, "rehearsed"];
  const made = beginningOf("made", config);
  if (made) yield [made.day, "made"];
}

/** Holds `recovery.recreateEvery` against the last time that the environment was made. */
export function judgeRecreateEvery(context: RuleContext): void {
  const every = context.config.recovery?.recreateEvery;
  const allowed = every === undefined ? undefined : daysIn(every);
  if (allowed === undefined || !context.knows("today") || !context.knows("evidence")) return;
  const path = "recovery.recreateEvery";
  const [last] = [...recreations(context)].sort(([a], [b]) => (a < b ? 1 : -1));
  if (!last) {
    context.unknown("config", path, "Nothing says when it was made or recreated.");
    return;
  }
  const [day, what] = last;
  const age = daysBetween(day, context.today);
  if (age <= allowed) context.pass("config", path, `It was last ${what} on ${day}.`);
  else
    context.fail(
      "config",
      path,
      `It was last ${what} on ${day}, ${age} days ago; it is to be recreated every ${every}.`,
      {
        fix: `Recreate it and record ${FACT} evidence, or rehearse it: gatewright prove <env> --rehearse --today <day>.`,
      },
    );
}
