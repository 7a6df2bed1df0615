import { mapping } from "../config/checks/draft";
import { problemsFrom, show } from "../config/issues";
import type { PositionOf } from "../config/path";
import { formatPath, type Path } from "../config/path";
import { type FoundationConfig, foundationSchema } from "../config/schema/foundation";
import { BadInput, type Problem } from "../errors";
import { FOUNDATION_CHECKS } from "./checks";

/**
 * Checks a foundation's config, written in YAML or TypeScript, and returns it typed.
 *
 * @param positionOf  where it was written; problems carry it
 * @throws BadInput with every problem of the config, in the order of the file
 */
export function validateFoundation(input: unknown, positionOf?: PositionOf): FoundationConfig {
  if (input === null || typeof input !== "object" || Array.isArray(input))
    throw new BadInput([
      {
        path: "",
        says: `a foundation config must be a mapping, got ${show(input)}`,
        fix: "Start with workload, location, owner and repository.",
        at: positionOf?.([]),
      },
    ]);
  const parsed = foundationSchema.safeParse(input);
  const fromSchema = parsed.error?.issues.flatMap((issue) => problemsFrom(issue, foundationSchema, input)) ?? [];
  const fromChecks = FOUNDATION_CHECKS.flatMap((check) => check(mapping(input))).map((found) => ({
    ...found,
    path: formatPath(found.place),
  }));
  const problems = distinct([...fromChecks, ...fromSchema]);
  if (!parsed.success || problems.length > 0) throw new BadInput(inFileOrder(problems, positionOf));
  return parsed.data;
}

/** A place that a check has already judged in the same words is not judged again by the schema. */
function distinct<T extends { readonly place: Path; readonly says: string }>(problems: readonly T[]): T[] {
  const seen = new Set<string>();
  return problems.filter(({ place, says }) => {
    const key = JSON.stringify([place, says]);
    return !seen.has(key) && seen.add(key);
  });
}

function inFileOrder(problems: readonly (Problem & { place: Path })[], positionOf?: PositionOf): Problem[] {
  return problems
    .map(({ place, ...problem }) => ({ ...problem, at: positionOf?.(place) }))
    .sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
}
