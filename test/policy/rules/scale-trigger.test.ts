import type { ConfigView } from "../../../src/config/view";
import { nearMisses, type SaidCase } from "./said";

const measured = {
  usage: { measure: "orders a day", was: 900, now: 4200, mark: 3500 },
  expectation: { measure: "contracts that ask for 1 hour after the loss of a region", now: 3, mark: 1 },
  supportLoad: { measure: "tickets about availability a month", was: 2, now: 11, mark: 8 },
  unitCost: { measure: "order", now: 0.42, after: 0.51, carries: 3.1 },
  measured: "2027-08-30",
  by: "ada@orders.example",
};
const t = "config scale.trigger";
const rest = [`${t}.unitCost`, `${t}.measured`, `${t}.by`];
const all = [t, ...rest];
const but = (path: string) => all.filter((one) => one !== path);

/** A row about a trigger, judged on a day. */
function row(trigger: object | undefined, expected: Omit<SaidCase, "gate">, today = "2027-09-20"): SaidCase {
  const config = { workload: "orders", stage: "scale", scale: { mode: "warm-standby", trigger } } as ConfigView;
  return { gate: "scale", config, today, ...expected };
}
const none = (what: string) => `Nothing that asks for a second region has reached its mark: ${what}.`;

nearMisses("RES-05", {
  "three marks that are reached, and a unit that carries its cost": row(measured, { pass: all }),
  "one mark is enough": row(
    { ...measured, usage: { ...measured.usage, now: 3499 }, supportLoad: undefined },
    { pass: all },
  ),
  "a mark is reached where the number is the mark": row(
    { ...measured, usage: { ...measured.usage, now: 3500 }, expectation: undefined, supportLoad: undefined },
    { pass: all },
  ),
  "a number below its mark asks for nothing": row(
    { ...measured, usage: { ...measured.usage, now: 3499 }, expectation: undefined, supportLoad: undefined },
    { pass: rest, fail: { [t]: none("usage") } },
  ),
  "where nothing is counted nothing is reached": row(
    { ...measured, usage: undefined, expectation: undefined, supportLoad: undefined },
    { pass: rest, fail: { [t]: none("nothing is counted") } },
  ),
  "a mark of nothing is reached before it begins": row(
    { ...measured, usage: { ...measured.usage, mark: 0 }, expectation: undefined, supportLoad: undefined },
    {
      pass: rest,
      fail: { [`${t}.usage.mark`]: "The mark of usage is 0, which it reached before it began.", [t]: none("usage") },
    },
  ),
  "a text is no number, and a number without words counts nothing": row(
    { ...measured, usage: { measure: " ", now: "many", mark: Number.NaN } },
    {
      pass: all,
      fail: {
        [`${t}.usage.measure`]: "usage does not say what it counts.",
        [`${t}.usage.now`]: "usage does not say now as a number.",
        [`${t}.usage.mark`]: "usage does not say mark as a number.",
      },
    },
  ),
  "a unit that costs what it carries carries it": row(
    { ...measured, unitCost: { ...measured.unitCost, after: 3.1 } },
    { pass: all },
  ),
  "a unit that costs more than it carries does not": row(
    { ...measured, unitCost: { ...measured.unitCost, after: 3.11 } },
    { pass: but(`${t}.unitCost`), fail: { [`${t}.unitCost.after`]: "One order would cost 3.11 and carries 3.1." } },
  ),
  "the cost of a unit is recorded": row(
    { ...measured, unitCost: undefined },
    {
      pass: but(`${t}.unitCost`),
      fail: { [`${t}.unitCost`]: "What one unit costs with a second region is not recorded." },
    },
  ),
  "in numbers": row(
    { ...measured, unitCost: { measure: "order", now: 0.42, carries: 3.1 } },
    {
      pass: but(`${t}.unitCost`),
      fail: { [`${t}.unitCost.after`]: "unitCost does not say after as a number." },
    },
  ),
  "numbers of 365 days ago count": row(measured, { pass: all }, "2028-08-29"),
  "those of 366 days ago do not": row(
    measured,
    {
      pass: but(`${t}.measured`),
      fail: { [`${t}.measured`]: "The numbers are 366 days old; 365 are allowed." },
    },
    "2028-08-30",
  ),
  "nor do tomorrow's": row(
    measured,
    {
      pass: but(`${t}.measured`),
      fail: { [`${t}.measured`]: "The numbers are dated 2027-08-30, after the day of the check." },
    },
    "2027-08-29",
  ),
  "nor those of no day, and somebody answers for them": row(
    { ...measured, measured: "2027-02-30", by: " " },
    {
      pass: [t, `${t}.unitCost`],
      fail: {
        [`${t}.measured`]: "It is not recorded on which day the numbers were measured.",
        [`${t}.by`]: "Nobody answers for the numbers.",
      },
    },
  ),
  "without a trigger nothing asks for a second region": row(undefined, {
    fail: { [t]: "Nothing is recorded that asks for a second region." },
  }),
  "nor does the config of another stage": {
    gate: "scale",
    config: { workload: "orders", stage: "production" },
    fail: { [t]: "Nothing is recorded that asks for a second region." },
  },
});
