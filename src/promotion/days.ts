import { daysBetween, isDate } from "../config/dates";
import { environmentName } from "../config/names";
import type { PositionOf } from "../config/path";
import { formatPath, type Path, valueAt } from "../config/path";
import type { EnvironmentConfig } from "../config/schema";
import type { Problem } from "../errors";
import type { PromotionGate } from "./gate";

/** What a day that was answered must not be, against the day of the decision. */
type Against = "before" | "after";

/** Days of the new config that cannot be right beside the day on which it was decided. */
export function misdated(
  draft: Readonly<Record<string, unknown>>,
  decided: string,
  { inPlace }: Pick<PromotionGate, "inPlace">,
  locate: PositionOf,
): Problem[] {
  const wrong = (path: Path, against: Against, fix: string, control?: string): Problem[] => {
    const day = valueAt(draft, path);
    if (typeof day !== "string" || !isDate(day)) return [];
    const late = daysBetween(decided, day);
    if (against === "before" ? late >= 0 : late <= 0) return [];
    const name = formatPath(path);
    const says = `${name} must not be ${against} the decision (${decided}), got ${day}`;
    return [{ path: name, says, fix, control, at: locate(path) }];
  };
  const { risks } = draft;
  return [
    ...wrong(["reviewBy"], "before", "Name the day by which somebody looks at it again."),
    ...(inPlace
      ? []
      : wrong(
          ["previous", "migration", "date"],
          "before",
          "Data moves to an environment that is there, and it is made after the decision.",
          "GOV-03",
        )),
    ...wrong(["scale", "edge", "cutOver"], "before", "Host names lead to the edge once it is there."),
    ...wrong(["scale", "trigger", "measured"], "after", "What was not counted yet is no reason.", "RES-05"),
    ...measuredLongAgo(draft, decided, locate),
    ...(Array.isArray(risks) ? [...risks.keys()] : []).flatMap((index) =>
      wrong(
        ["risks", index, "accepted"],
        "after",
        "Name the day on which somebody accepted it: what nobody has accepted yet is not accepted.",
        "GOV-05",
      ),
    ),
  ];
}

/** Days after which a measurement says nothing of today. */
const MEASURED_DAYS = 365;

/** RES-05: the numbers that ask for a second region are those of today. */
function measuredLongAgo(draft: Readonly<Record<string, unknown>>, decided: string, locate: PositionOf): Problem[] {
  const path = ["scale", "trigger", "measured"];
  const day = valueAt(draft, path);
  if (typeof day !== "string" || !isDate(day) || daysBetween(day, decided) <= MEASURED_DAYS) return [];
  return [
    {
      path: formatPath(path),
      says: `${formatPath(path)} must be at most ${MEASURED_DAYS} days before the decision (${decided}), got ${day}`,
      fix: "Count again: what was true then may not ask for a second region now.",
      control: "RES-05",
      at: locate(path),
    },
  ];
}

/** GOV-03: what is promoted was there when that was decided; where nobody has decided yet, today. */
export function decidedTooEarly(
  name: "decided" | "today",
  day: string,
  from: EnvironmentConfig,
  locate: PositionOf,
): Problem[] {
  const { created } = from;
  if (!isDate(day) || daysBetween(created, day) >= 0) return [];
  return [
    {
      path: name,
      says: `${name} must not be before ${created}, the day on which ${environmentName(from)} was made, got ${day}`,
      fix: "Only an environment that is there can go through a gate.",
      control: "GOV-03",
      ...(name === "decided" && { at: locate(["promotion", "decided"]) }),
    },
  ];
}
