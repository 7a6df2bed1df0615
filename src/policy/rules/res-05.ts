import { asDay, daysBetween } from "../../config/day";
import type { ConfigView } from "../../config/view";
import { saysSomething } from "../../config/visible-text";
import { type RuleContext, rule } from "../rule";

type Trigger = NonNullable<NonNullable<ConfigView["scale"]>["trigger"]>;

const PATH = "scale.trigger";
const MAX_AGE_DAYS = 365;
const WATCHED = ["usage", "expectation", "supportLoad"] as const;

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** Numbers, and the words that say what they count. */
function judgeNumbers(
  context: RuleContext,
  name: (typeof WATCHED)[number] | "unitCost",
  given: object,
  needed: readonly string[],
): boolean {
  const values = given as Readonly<Record<string, unknown>>;
  const missing = needed.filter((one) => !isNumber(values[one]));
  if (!saysSomething(values["measure"])) missing.unshift("measure");
  for (const one of missing) {
    const path = `${PATH}.${name}.${one}`;
    const says =
      one === "measure" ? `${name} does not say what it counts.` : `${name} does not say ${one} as a number.`;
    context.fail("config", path, says);
  }
  return missing.length === 0;
}

function judgeMark(
  context: RuleContext,
  name: (typeof WATCHED)[number],
  { measure, now, mark }: NonNullable<Trigger["expectation"]>,
): boolean {
  if (!judgeNumbers(context, name, { measure, now, mark }, ["now", "mark"])) return false;
  if (Number(mark) > 0) return Number(now) >= Number(mark);
  context.fail("config", `${PATH}.${name}.mark`, `The mark of ${name} is ${mark}, which it reached before it began.`);
  return false;
}

function judgeReached(context: RuleContext, trigger: Trigger): void {
  const given = WATCHED.filter((name) => trigger[name] !== undefined);
  const reached = given.filter((name) => judgeMark(context, name, trigger[name] ?? {}));
  const said = (name: (typeof WATCHED)[number]) => {
    const { measure, now, mark } = trigger[name] ?? {};
    return `${measure}: ${now}, mark ${mark}`;
  };
  if (reached.length > 0) context.pass("config", PATH, `Reached: ${reached.map(said).join("; ")}.`);
  else
    context.fail(
      "config",
      PATH,
      `Nothing that asks for a second region has reached its mark: ${given.join(", ") || "nothing is counted"}.`,
    );
}

function judgeUnitCost(context: RuleContext, trigger: Trigger): void {
  const path = `${PATH}.unitCost`;
  const { unitCost } = trigger;
  if (unitCost === undefined) {
    context.fail("config", path, "What one unit costs with a second region is not recorded.");
    return;
  }
  if (!judgeNumbers(context, "unitCost", unitCost, ["now", "after", "carries"])) return;
  const { measure, after = 0, carries = 0 } = unitCost;
  if (after <= carries) context.pass("config", path, `One ${measure} costs ${after} and carries ${carries}.`);
  else
    context.fail("config", `${path}.after`, `One ${measure} would cost ${after} and carries ${carries}.`, {
      fix: "Choose a mode that costs less, or stay in one region until the unit carries it.",
    });
}

function judgeDay(context: RuleContext, measured: unknown): void {
  const path = `${PATH}.measured`;
  const day = asDay(measured);
  if (!day) context.fail("config", path, "It is not recorded on which day the numbers were measured.");
  else if (!context.knows("today")) context.pass("config", path);
  else {
    const age = daysBetween(day, context.today);
    const fix = { fix: "Measure again, and record the day." };
    if (age < 0) context.fail("config", path, `The numbers are dated ${day}, after the day of the check.`, fix);
    else if (age > MAX_AGE_DAYS)
      context.fail("config", path, `The numbers are ${age} days old; ${MAX_AGE_DAYS} are allowed.`, fix);
    else context.pass("config", path);
  }
}

export const res05 = rule({
  control: "RES-05",
  title: "The trigger that justifies a second region is recorded, with numbers",
  why: "Redundancy hides unclear expectations behind a bill.",
  fix: "Record the usage, the customers' expectation or the support load that asks for it, each with now and mark, and what a unit costs and carries.",
  severity: "medium",
  since: "scale",
  types: [],
  needs: ["config"],
  check(context) {
    const trigger = context.config.scale?.trigger;
    if (trigger === undefined) {
      context.fail("config", PATH, "Nothing is recorded that asks for a second region.");
      return;
    }
    judgeReached(context, trigger);
    judgeUnitCost(context, trigger);
    judgeDay(context, trigger.measured);
    if (saysSomething(trigger.by)) context.pass("config", `${PATH}.by`);
    else context.fail("config", `${PATH}.by`, "Nobody answers for the numbers.");
  },
});
