import { plain } from "../display/inert";
import type { Problem } from "../errors";
import type { PlaceOf } from "../policy/place";
import { holding, type Verdict } from "../policy/verdict";
import { isAtLeast, STAGE_TITLES } from "../stages/stage";
import { count, sentenceOf } from "./sentence";
import { unreadOnce } from "./unread";

/**
 * Why gates hold, as problems: a headline an environment, then each finding with its fix and its control.
 *
 * @param placeOf  where a finding about the config stands, for an environment by name
 * @param left  what the output folder is left with
 */
export function heldProblems(
  verdicts: readonly Verdict[],
  placeOf?: (env: string) => PlaceOf | undefined,
  left = "nothing was written",
): Problem[] {
  return verdicts.flatMap((verdict) => {
    const findings = holding(verdict, isAtLeast(verdict.gate, "pre-production"));
    const controls = new Set(findings.map((one) => one.control)).size;
    const says = `${verdict.env} is held at the ${STAGE_TITLES[verdict.gate]} gate by ${count(controls, "control")}; ${left}.`;
    const { read, unread } = unreadOnce(findings);
    return [
      { path: "", says },
      ...read.map((one) => ({
        path: one.resource === "config" ? one.path : "",
        says: plain(sentenceOf(one)),
        fix: plain(one.fix),
        control: one.control,
        at: one.resource === "config" ? placeOf?.(verdict.env)?.(one) : undefined,
      })),
      ...unread.map((one) => ({ path: "", says: plain(one.says), fix: plain(one.fix), control: one.controls })),
    ];
  });
}
