import { show } from "../config/issues";
import { environmentName } from "../config/names";
import type { PositionOf } from "../config/path";
import { formatPath, type Path, valueAt } from "../config/path";
import { isUnanswered, withoutUnanswered } from "../config/placeholder";
import type { EnvironmentConfig } from "../config/schema";
import { childrenOf, schemaAt } from "../config/schema-walk";
import { didYouMean } from "../config/suggest";
import type { Problem } from "../errors";
import { STAGE_TITLES } from "../stages/stage";
import type { PromotionGate } from "./gate";
import { LEFT_BEHIND } from "./inherited";
import { matches } from "./questions";
import { WRITTEN } from "./sitting";

/** The answers of one sitting that may stand, and what is wrong with the others. */
export interface AdmittedAnswers {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/**
 * Lets through what a gate asks for, and what its stage has and the one before it had not, without what is still open. A
 * path that is carried, or that neither stage knows, is a problem, with or without an answer.
 */
export function admitAnswers(
  answers: unknown,
  gate: PromotionGate,
  config: EnvironmentConfig,
  positionOf: PositionOf | undefined,
): AdmittedAnswers {
  const problems: Problem[] = [];
  const refuse = (path: Path, says: string, fix: string) => {
    problems.push({ path: formatPath(path), says, fix, at: positionOf?.(["answers", ...path]) });
    return undefined;
  };

  const isKnown = (path: Path) => schemaAt(gate.schema, path, config) !== undefined;
  const closed = (value: unknown, path: Path) => withoutUnanswered(value, isKnown, path);

  const judge = (value: unknown, path: Path): unknown => {
    const leading = gate.questions.filter(({ pattern }) => matches(pattern, path.slice(0, pattern.length)));
    if (leading.some(({ pattern }) => pattern.length <= path.length)) return closed(value, path);
    if (leading.length === 0) return judgeOther(value, path);
    if (isUnanswered(value)) return undefined;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return refuse(path, `${formatPath(path)} must be a mapping, got ${show(value)}`, "Write one line a name.");
    const names = leading.some(({ pattern }) => pattern[path.length] === "*")
      ? Object.keys((valueAt(config, path) as object | undefined) ?? {})
      : undefined;
    return inside(value, path, (key) => {
      if (names === undefined || names.includes(key)) return true;
      const [group = ""] = path;
      const says = `unknown answer ${formatPath([...path, key])}: ${environmentName(config)} has no such name under ${group}`;
      refuse([...path, key], `${says}${didYouMean(key, names)}`, `Known: ${names.join(", ") || "none"}.`);
      return false;
    });
  };

  const inside = (value: object, path: Path, admit: (key: string) => boolean): Record<string, unknown> | undefined => {
    const kept = Object.entries(value).flatMap(([key, inner]) => {
      const judged = admit(key) ? judge(inner, [...path, key]) : undefined;
      return judged === undefined ? [] : [[key, judged] as const];
    });
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  };

  const judgeOther = (value: unknown, path: Path): unknown => {
    const name = formatPath(path);
    const title = STAGE_TITLES[gate.to];
    if (path.length === 1 && (WRITTEN as readonly unknown[]).includes(path[0]))
      return refuse(path, `${name} is written by the promotion itself`, "Remove the answer.");
    if (!gate.inPlace && path.length === 1 && LEFT_BEHIND.includes(String(path[0])))
      return refuse(
        path,
        `${name} of ${environmentName(config)} end with it, and new ones are no answer`,
        `Add them to the ${title}'s own file after the promotion.`,
      );
    const before = schemaAt(gate.before, path, config) !== undefined;
    const after = isKnown(path);
    if (after && !before) return closed(value, path);
    if (after)
      return refuse(
        path,
        `${name} is carried from ${environmentName(config)}, so it cannot be answered`,
        `Change it there before the promotion, or in the ${title}'s own file after it.`,
      );
    if (before)
      return refuse(path, `${name} ends with ${environmentName(config)}: a ${title} has none`, "Remove the answer.");
    const known = answerable(gate, config, path.slice(0, -1));
    const parent = path.length > 1 ? ` in ${formatPath(path.slice(0, -1))}` : "";
    const says = `unknown answer "${path.at(-1)}"${parent}${didYouMean(String(path.at(-1)), known)}`;
    return refuse(path, says, `This gate asks for: ${known.join(", ")}.`);
  };

  const isMapping = typeof answers === "object" && answers !== null && !Array.isArray(answers);
  return { answers: (isMapping && inside(answers, [], () => true)) || {}, problems };
}

/** The keys below a path that may be answered. */
function answerable(gate: PromotionGate, config: EnvironmentConfig, path: Path): string[] {
  const asked = gate.questions
    .filter(({ pattern }) => matches(pattern, path))
    .flatMap(({ pattern }) => pattern[path.length] ?? []);
  const here = schemaAt(gate.schema, path, config);
  const fresh = (here ? childrenOf(here) : [])
    .map(([key]) => key)
    .filter((key) => key !== "*" && schemaAt(gate.before, [...path, key], config) === undefined);
  const written: readonly string[] = path.length === 0 ? WRITTEN : [];
  return [...new Set([...asked, ...fresh])].filter((key) => !written.includes(key)).sort();
}
