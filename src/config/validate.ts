import { BadInput, type Position, type Problem } from "../errors";
import { isStage, STAGES } from "../stages/stage";
import { CHECKS } from "./checks";
import { mapping } from "./checks/draft";
import { problemsFrom, show } from "./issues";
import type { Path } from "./path";
import { type EnvironmentConfig, isSupported, SCHEMAS } from "./schema";
import { didYouMean } from "./suggest";

/** Tells where in a file a path stands; absent for a config written in TypeScript. */
export type PositionOf = (path: Path) => Position;

/**
 * Checks a config, written in YAML or TypeScript, and returns it typed.
 *
 * @param input  what was written
 * @param positionOf  where it was written; problems carry it
 * @throws BadInput with every problem of the config, in the order of the file
 */
export function validateConfig(input: unknown, positionOf?: PositionOf): EnvironmentConfig {
  const located = (place: Path, problem: Problem): Problem => ({ ...problem, at: positionOf?.(place) });
  const fail = (place: Path, path: string, says: string, fix: string) =>
    new BadInput([located(place, { path, says, fix })]);

  if (input === null || typeof input !== "object" || Array.isArray(input))
    throw fail(
      [],
      "",
      `an environment config must be a mapping, got ${show(input)}`,
      "Start with workload, stage, location and owner.",
    );
  const { stage } = mapping(input);
  if (!isStage(stage)) {
    const says =
      stage === undefined
        ? "stage is required"
        : `stage must be ${STAGES.join(", ")}, got ${show(stage)}${didYouMean(String(stage), STAGES)}`;
    throw fail(["stage"], "stage", says, "The stage decides what else the file must say.");
  }
  if (!isSupported(stage))
    throw fail(
      ["stage"],
      "stage",
      `stage ${stage} cannot be synthesized by this version`,
      `Supported: ${Object.keys(SCHEMAS).join(", ")}.`,
    );

  const schema = SCHEMAS[stage];
  const parsed = schema.safeParse(input);
  const fromSchema = parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemsFrom(issue, schema, input));
  const fromChecks = CHECKS.flatMap((check) => check(mapping(input))).map((found) => ({
    ...found,
    path: found.place.join("."),
  }));
  const problems = distinct([...fromChecks, ...fromSchema]).map(({ place, ...problem }) => located(place, problem));
  if (!parsed.success || problems.length > 0) throw new BadInput(inFileOrder(problems));
  return parsed.data;
}

/** A place that a check has already judged is not judged again by the schema. */
function distinct<T extends { readonly place: Path; readonly says: string }>(problems: readonly T[]): T[] {
  const seen = new Set<string>();
  return problems.filter(({ place, says }) => {
    const key = JSON.stringify([place, says]);
    return !seen.has(key) && seen.add(key);
  });
}

function inFileOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0),
  );
}
