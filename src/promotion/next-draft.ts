import type { PositionOf } from "../config/path";
import type { EnvironmentConfig } from "../config/schema";
import { validateConfig } from "../config/validate";
import { BadInput, type Problem } from "../errors";
import type { AnsweredConfig, AnsweredQuestion, AskedIn } from "./answered";
import { sharedBeside } from "./beside";
import { misdated } from "./days";
import type { PromotionGate } from "./gate";
import { withUsedNotSecret } from "./inherited";
import { withInheritedPool } from "./inherited-pool";
import { layOver, nest } from "./merge";
import { answerTo, missingAt, refusedIn } from "./question-state";
import type { Place } from "./questions";

/** What the next config is laid together from. */
export interface Layers {
  readonly gate: PromotionGate;
  /** The config that is promoted. */
  readonly config: EnvironmentConfig;
  /** What the next config has of it unasked. */
  readonly inherited: unknown;
  readonly asked: readonly Place[];
  /** The answers and what else is known. */
  readonly situation: AskedIn;
  /** What the promotion writes itself. */
  readonly written: Readonly<Record<string, unknown>>;
  readonly others: readonly EnvironmentConfig[];
  readonly locate: PositionOf;
}

/** The next config, as far as it is known, and what is wrong with it. */
export interface NextDraft extends Pick<AnsweredConfig, "places" | "draft" | "config"> {
  readonly wrong: readonly Problem[];
}

/** Config, answers and recommendations laid together; a recommendation that was refused is an open question. */
export function nextDraft(layers: Layers): NextDraft {
  const first = layTogether(layers, []);
  const refused = refusedIn(first);
  return refused.length === 0 ? first : layTogether(layers, refused);
}

function layTogether(layers: Layers, refused: readonly string[]): NextDraft {
  const { config, asked, situation, written, locate } = layers;
  const values = asked.map((place) => answerTo(place, config, { ...situation, place: place.path }, refused));
  const draft = { ...withUsedNotSecret(filledIn(layers, values)), ...written };
  const checked = check(draft, locate);
  const places = values.map((place) => ({ ...place, missing: missingAt(place, draft, checked.problems) }));
  return { places, draft, config: checked.config, wrong: wrongWith(draft, places, checked.problems, layers) };
}

/** What is inherited, below what is recommended, below what is answered. */
function filledIn({ inherited, situation }: Layers, values: readonly (Place & { readonly value: unknown })[]) {
  const known = values.flatMap(({ path, value }) => (value === undefined ? [] : [[path, value] as const]));
  return layOver(layOver(inherited, nest(known)), situation.answered) as AnsweredConfig["draft"];
}

function wrongWith(
  draft: AnsweredConfig["draft"],
  places: readonly AnsweredQuestion[],
  invalid: readonly Problem[],
  { gate, config, situation, others, locate }: Layers,
): Problem[] {
  const open = new Set(places.flatMap(({ missing }) => missing));
  return [
    ...withInheritedPool(invalid, draft, config, gate, locate).filter(
      ({ path, says }) => !open.has(path) || !says.startsWith(`${path} is required`),
    ),
    ...sharedBeside(gate.inPlace ? broughtAnew(draft) : draft, config, gate.to, others, locate),
    ...misdated(draft, situation.decided, gate, locate),
  ];
}

/** What an environment that goes on has not had before: the rest stands beside the others already. */
function broughtAnew({ workload, scale }: AnsweredConfig["draft"]): AnsweredConfig["draft"] {
  return { workload, scale };
}

function check(draft: unknown, locate: PositionOf) {
  try {
    return { config: validateConfig(draft, locate), problems: [] };
  } catch (error) {
    if (error instanceof BadInput) return { config: undefined, problems: error.problems };
    throw error;
  }
}
