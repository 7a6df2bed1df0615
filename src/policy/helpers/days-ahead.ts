import { asDay, type Day } from "../../config/day";
import type { ConfigView } from "../../config/view";

/** A day of the config that lies after the day of the check, on which there was then no such environment. */
export interface DayAhead {
  readonly path: string;
  readonly says: string;
  readonly fix: string;
}

/** The days of an environment's beginning that are still to come. */
export function daysAhead({ created, promotion }: ConfigView, today: Day): readonly DayAhead[] {
  return [["created", created] as const, ["promotion.decided", promotion?.decided] as const].flatMap(
    ([path, written]) => {
      const day = asDay(written);
      if (!day || day <= today) return [];
      const says = `${path} is ${day}, after the day of the check, ${today}: there is no such environment yet.`;
      return [{ path, says, fix: "Correct the day, or check on a day on which the environment is there." }];
    },
  );
}
