import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { findEnvironments, loadEnvironment } from "../config/load";
import type { LoadedEnvironment } from "../config/loaded";
import { environmentName } from "../config/names";
import type { EnvironmentConfig } from "../config/schema";
import { didYouMean } from "../config/suggest";
import { BadInput, badInput } from "../errors";
import { gateAbove, isPromotable, type Promotable, type PromotionGate } from "../promotion/gate";
import { isStage, next, STAGE_TITLES, STAGES } from "../stages/stage";

/** What is to be promoted, through which gate, and the files around it. */
export interface PromotionSource {
  readonly loaded: LoadedEnvironment & { readonly config: Promotable };
  readonly gate: PromotionGate;
  readonly answersFile: string;
  /** The file of the next environment. */
  readonly target: string;
  /** The other environments of the folder, as far as they can be read. */
  readonly others: readonly EnvironmentConfig[];
}

/**
 * Finds the environment to promote.
 *
 * @param name  as in every command; without one, the only environment of the folder that can be promoted
 * @param to  the stage to promote to @default the next
 */
export function promotionSource(name: string | undefined, to: string | undefined, folder: string): PromotionSource {
  const file = chosen(name, folder);
  const loaded = loadEnvironment(file);
  const { config } = loaded;
  const gate = gateTo(config, to);
  if (!isPromotable(config)) throw notYet(config);
  const beside = (name: string) => {
    const [written, short] = ["yaml", "yml"].map((end) =>
      join(dirname(file), `${config.workload}.${gate.to}${name}.${end}`),
    );
    return existsSync(short!) ? short! : written!;
  };
  return {
    loaded: { ...loaded, config },
    gate,
    answersFile: beside(".answers"),
    target: beside(""),
    others: othersBeside(file),
  };
}

function chosen(name: string | undefined, folder: string): string {
  const found = findEnvironments(name === undefined ? [] : [name], folder);
  const files = found.length > 1 ? found.filter(canRise) : found;
  if (files.length === 1) return files[0]!;
  const known = (files.length > 0 ? files : found).map((file) =>
    basename(file)
      .replace(/\.ya?ml$/, "")
      .replace(".", "-"),
  );
  if (files.length === 0) throw badInput(`nothing in ${folder} can be promoted`, `It holds ${known.join(", ")}.`);
  throw badInput("promote takes one environment at a time", `Name one: ${known.join(", ")}.`);
}

/** AdmittedAnswers by the file's name, which says what is in it. */
function canRise(file: string): boolean {
  const stage = basename(file).split(".")[1];
  return isStage(stage) && gateAbove(stage) !== undefined;
}

function gateTo(config: EnvironmentConfig, to: string | undefined): PromotionGate {
  const after = next(config.stage);
  if (to !== undefined && to !== after) {
    const name = environmentName(config);
    if (!isStage(to))
      throw badInput(`--to must be a stage, got "${to}"${didYouMean(to, STAGES)}`, `Stages: ${STAGES.join(", ")}.`);
    throw badInput(
      `${name} cannot be promoted to ${to}: the next stage after ${config.stage} is ${after ?? "none"}`,
      "One gate at a time: each asks what the one before it could not.",
    );
  }
  const gate = gateAbove(config.stage);
  if (!gate) throw notYet(config);
  return gate;
}

function notYet(config: EnvironmentConfig): BadInput {
  const after = next(config.stage);
  return badInput(
    `${environmentName(config)} cannot be promoted by this version`,
    after === undefined
      ? `${STAGE_TITLES[config.stage]} is the last stage.`
      : `The gate of ${STAGE_TITLES[after]} is not in it.`,
  );
}

/** What cannot be read is left to `check`, which says why. */
function othersBeside(file: string): EnvironmentConfig[] {
  return findEnvironments([], dirname(file))
    .filter((other) => other !== file)
    .flatMap((other) => {
      try {
        return [loadEnvironment(other).config];
      } catch (error) {
        if (error instanceof BadInput) return [];
        throw error;
      }
    });
}
