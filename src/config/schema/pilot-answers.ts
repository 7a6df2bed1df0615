import { parseImage } from "../../azure/image";
import { addDays, daysBetween, isDate } from "../dates";
import { valueAt } from "../path";
import type { Situation } from "./rule";

/** Days after which a Pilot is reviewed when nobody names another day. */
const REVIEW_DAYS = 90;
/** Days within which an old environment should be gone. */
const GOODBYE_DAYS = 30;
/** Room above the floor, which is what the environment costs while nobody uses it. */
const BUDGET_MARGIN = 1.25;

/** Data stays where the environment is. */
export function residencyOf({ from }: Situation): readonly unknown[] {
  return [from["location"]];
}

/** One foundation a company, named after the workload unless told otherwise. */
export function foundationOf({ from }: Situation): string {
  return `${from["workload"]}.foundation.yaml`;
}

export function reviewOf({ decided }: Situation): string {
  return addDays(decided, REVIEW_DAYS);
}

/** An earlier review needs no reason, and a week or two more does not either. */
export function reviewDeparts(answer: unknown, _recommended: unknown, { decided }: Situation): boolean {
  return typeof answer !== "string" || daysBetween(decided, answer) > REVIEW_DAYS + GOODBYE_DAYS;
}

/** A quarter above the floor, rounded up to tens; never below what was allowed before. */
export function budgetOf({ from, floor }: Situation): number | undefined {
  if (floor === undefined) return undefined;
  return Math.max(Math.ceil((floor * BUDGET_MARGIN) / 10) * 10, Number(from["monthlyBudget"]) || 0);
}

/**
 * How the answer could look. It is not recommended: what loses data is answered by a person, also where it should be
 * synthetic. The POC ends on the day that it names, unless that day has passed.
 */
export function previousExample({ from, decided }: Situation): { data: string; destroyBy: string } {
  const { expires } = from;
  const days = typeof expires === "string" && isDate(expires) ? daysBetween(decided, expires) : -1;
  return { data: "drop", destroyBy: days >= 0 && days <= 90 ? String(expires) : addDays(decided, GOODBYE_DAYS) };
}

/** The image that runs today, with the place where its digest goes. */
export function digestExample({ from, place }: Situation): string {
  const image = valueAt(from, place);
  const { host, repository = "orders/web" } = (typeof image === "string" ? parseImage(image) : undefined) ?? {};
  return `${host === undefined ? "" : `${host}/`}${repository}@sha256:${"0".repeat(64)}`;
}
