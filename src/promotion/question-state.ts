import type { z } from "zod";
import { valueAt } from "../config/path";
import { isUnanswered } from "../config/placeholder";
import type { Situation } from "../config/schema";
import type { Problem } from "../errors";
import type { AnsweredQuestion } from "./answered";
import { layOver } from "./merge";
import { within } from "./problems";
import { type Place, placeName, recommended } from "./questions";

/** An answer comes first, then the recommendation, then what the config already says where that will do. */
export function answerTo(place: Place, config: unknown, situation: Situation, refused: readonly string[]) {
  const isRefused = refused.includes(placeName(place));
  const advice = isRefused ? undefined : recommended(place, situation);
  const given = valueAt(situation.answered, place.path);
  const before = valueAt(config, place.path);
  const base = { ...place, recommended: advice };
  if (given !== undefined) return { ...base, origin: "answer" as const, value: layOver(advice, given) };
  if (advice !== undefined) return { ...base, origin: "recommendation" as const, value: advice };
  const { schema, meta } = place.question;
  const anew = typeof meta.anew === "function" ? meta.anew(situation) : meta.anew;
  if (
    before !== undefined &&
    !isRefused &&
    !meta.changesMoney &&
    !anew &&
    (schema as z.ZodType).safeParse(before).success
  )
    return { ...base, origin: "carried" as const, value: before };
  return { ...base, origin: "open" as const, value: undefined };
}

/** A required value that nobody has given is not wrong, it is open. */
export function missingAt(place: Place, draft: unknown, problems: readonly Problem[]): string[] {
  const name = placeName(place);
  if (isUnanswered(valueAt(draft, place.path))) return [name];
  return problems
    .filter(({ path, says }) => path.startsWith(`${name}.`) && says === `${path} is required`)
    .map(({ path }) => path);
}

/** Recommendations that do not fit what else is known: nobody answered them, so nobody can be told to change them. */
export function refusedIn({
  places,
  wrong,
}: {
  readonly places: readonly AnsweredQuestion[];
  readonly wrong: readonly Problem[];
}) {
  return places
    .filter(({ origin }) => origin === "recommendation")
    .map(placeName)
    .filter((name) => wrong.some(({ path }) => within(path, name)));
}
