import { show } from "../config/issues";
import { formatPath, type Path, valueAt } from "../config/path";
import { isUnanswered } from "../config/placeholder";
import { didYouMean } from "../config/suggest";
import type { Problem } from "../errors";
import { canonicalJson } from "../synth/digest";
import type { AnsweredQuestion, AskedIn } from "./answered";
import type { PromotionGate } from "./gate";
import type { PromotionOptions } from "./options";
import { matches, placeName } from "./questions";
import type { RawSitting } from "./sitting";

/** The reasons of every sitting together. */
export interface Reasons {
  /** By path, sorted; a later sitting's reason replaces an earlier one. */
  readonly why: Readonly<Record<string, string>>;
  /** Paths that are listed and still without a reason. */
  readonly blank: readonly string[];
  readonly problems: readonly Problem[];
}

/** The name of the reason for promoting an environment that its own gate holds. */
export const GATE_REASON = "gate";

/** Collects the reasons; one for a path that the gate does not ask for is a problem. */
export function joinReasons(sittings: readonly RawSitting[], gate: PromotionGate): Reasons {
  const why = new Map<string, string>();
  const blank: string[] = [];
  const problems: Problem[] = [];
  for (const { fields, positionOf } of sittings)
    for (const [key, reason] of Object.entries((fields["why"] as object | null | undefined) ?? {})) {
      const path = key.split(".");
      const refuse = (says: string, fix: string) =>
        problems.push({ path: `why.${key}`, says, fix, at: positionOf?.(["why", key]) });
      const asked = key === GATE_REASON || gate.questions.some(({ pattern }) => agrees(pattern, path));
      if (!asked && valueAt(fields["answers"], path) === undefined) {
        const known = [...new Set(gate.questions.map(({ pattern }) => pattern[0]!))];
        refuse(
          `why names ${show(key)}, which this gate does not ask for${didYouMean(key, known)}`,
          `A reason stands under the path that it is for, for example ${known[0]}.`,
        );
      } else if (isUnanswered(reason)) blank.push(key);
      else if (typeof reason === "string") why.set(key, reason);
      else refuse(`why.${key} must be a sentence, got ${show(reason)}`, "Write it in a few words.");
    }
  const sorted = [...why].sort(([a], [b]) => (a < b ? -1 : 1));
  return { why: Object.fromEntries(sorted), blank: blank.filter((key) => !why.has(key)), problems };
}

/** True when one path leads to the other. */
function agrees(pattern: readonly string[], path: Path): boolean {
  return matches(pattern, path.slice(0, pattern.length));
}

/**
 * Where a reason is missing. It is a problem beside an answer that somebody gave, and an open question beside one that
 * was only recommended or where the line for it is there and empty.
 */
export function missingReasons(
  places: readonly AnsweredQuestion[],
  draft: unknown,
  { why, blank }: Pick<Reasons, "why" | "blank">,
  situation: AskedIn,
  sittings: readonly RawSitting[],
  cost: PromotionOptions["cost"],
): { readonly open: readonly string[]; readonly problems: readonly Problem[] } {
  const open: string[] = [];
  const problems: Problem[] = [];
  for (const place of places) {
    const need = needOf(place, draft, situation, cost);
    const name = placeName(place);
    const about = (keys: readonly string[]) =>
      keys.some((key) => key === name || key.startsWith(`${name}.`) || name.startsWith(`${key}.`));
    if (need === undefined || about(Object.keys(why))) continue;
    const author = sittings.findLast(({ fields }) => !isUnanswered(valueAt(fields["answers"], place.path)));
    if (place.origin !== "answer" || about(blank)) open.push(`why.${name}`);
    else
      problems.push({
        path: `why.${name}`,
        says: `why.${name} is missing: ${need.says}`,
        fix: need.fix,
        control: need.control,
        at: author?.positionOf?.(["answers", ...place.path]),
      });
  }
  return { open, problems };
}

function needOf(
  place: AnsweredQuestion,
  draft: unknown,
  situation: AskedIn,
  cost: PromotionOptions["cost"],
): { readonly says: string; readonly fix: string; readonly control?: string } | undefined {
  const { question, recommended, origin, missing, path } = place;
  const value = valueAt(draft, path);
  const name = placeName(place);
  if (missing.length > 0 || value === undefined) return undefined;
  const before = valueAt(situation.from, path);
  const money = {
    fix: "Say under why what the money is for: who pays should not have to guess.",
    control: "CST-03",
  };
  if (question.meta.changesMoney && typeof value === "number" && value > (Number(before) || 0))
    return { says: `${name} rises ${before === undefined ? "" : `from ${show(before)} `}to ${show(value)}`, ...money };
  if (question.meta.changesMoney && cost && cost.after > cost.before)
    return { says: `the monthly floor rises from ${cost.before} to ${cost.after}`, ...money };
  if (origin !== "answer" || recommended === undefined) return undefined;
  const departs =
    question.meta.departs?.(value, recommended, { ...situation, place: path }) ??
    canonicalJson(value) !== canonicalJson(recommended);
  if (!departs) return undefined;
  return {
    says: `${name} departs from the recommendation, ${brief(recommended)}`,
    fix: "Say under why what is different here, or take the recommendation.",
  };
}

function brief(value: unknown): string {
  if (value === null || typeof value !== "object") return String(value);
  if (Object.keys(value).length === 0) return "nothing";
  if (Array.isArray(value)) return value.map(brief).join(", ");
  return Object.entries(value)
    .map(([key, inner]) => `${formatPath([key])} ${brief(inner)}`)
    .join(", ");
}
