import { valueAt } from "../config/path";
import { childrenOf, unwrap } from "../config/schema-walk";
import { STAGE_TITLES } from "../stages/stage";
import type { AnsweredConfig, AnsweredQuestion } from "./answered";
import { groupBy } from "./group-by";
import { openQuestionsOf } from "./open-questions";
import { exampleOf } from "./questions";
import { inlineYaml } from "./write-yaml";

/** What the head of an answers file says. */
export interface AnswersHead {
  /** The environment that is promoted, for example `orders-poc`. */
  readonly environment: string;
  readonly by: string;
  readonly decided: string;
  /** The cost in a sentence. */
  readonly cost: string;
}

/**
 * A first sitting: every question with its recommended answer, or an empty place where only the company can know. A
 * place that stays empty keeps the question open.
 */
export function renderAnswersFile(answered: AnsweredConfig, head: AnswersHead): string {
  const { gate } = answered;
  const open = openQuestionsOf(answered).length;
  const lines = [
    `# The ${STAGE_TITLES[gate.to]}'s questions to ${head.environment}. ${open} open: fill in what is marked, change what is recommended,`,
    `# then run: gatewright promote ${gate.from}. Who answers later adds a document of their own below a line of ---.`,
    `# ${head.cost}`,
    `gate: ${gate.to}`,
    `by: ${inlineYaml(head.by)}`,
    `decided: ${head.decided}`,
    "answers:",
    ...answers(answered),
    "why: # a reason for each answer that departs from the recommendation or costs more",
    ...answered.reasonsOpen.map((path) => `  ${path.slice("why.".length)}: # open`),
  ];
  return `${lines.join("\n")}\n`;
}

function answers(answered: AnsweredConfig): string[] {
  const asked = answered.places.filter(({ origin }) => origin !== "carried");
  const simple = asked.filter(({ path }) => path.length === 1);
  const groups = groupBy(
    asked.filter(({ path }) => path.length > 1),
    ({ path }) => String(path[0]),
  );
  return [
    ...simple.flatMap((place) => line(place, place.question.meta.ask, answered)),
    ...[...groups].flatMap(([key, places]) => [
      ...new Set(places.filter(isNamed).map(({ question }) => `  # ${question.meta.ask}`)),
      `  ${key}:`,
      ...nested(places, answered),
    ]),
  ];
}

/** True for a question with a line for each name, as for each service. */
const isNamed = ({ path }: AnsweredQuestion) => path.length > 2;

/** The lines of a group: its own questions one by one, then name by name. */
function nested(places: readonly AnsweredQuestion[], answered: AnsweredConfig): string[] {
  const own = places
    .filter((place) => !isNamed(place))
    .flatMap((place) => line(place, place.question.meta.ask, answered));
  const byName = groupBy(places.filter(isNamed), ({ path }) => String(path[1]));
  const named = [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, lines]) => [`    ${name}:`, ...lines.flatMap((place) => line(place, "", answered))]);
  return [...own, ...named];
}

function line(place: AnsweredQuestion, ask: string, { situation }: AnsweredConfig): string[] {
  const indent = "  ".repeat(place.path.length);
  const key = `${indent}${String(place.path.at(-1))}:`;
  if (place.origin === "recommendation" && place.missing.length === 0)
    return [`${indent}# ${ask === "" ? "" : `${ask} `}Recommended:`, `${key} ${inlineYaml(place.recommended)}`];
  const now = valueAt(situation.from, place.path);
  const example = exampleOf(place, { ...situation, place: place.path });
  const today = now === undefined ? [] : [`now ${inlineYaml(now)}`];
  const another = now === undefined || place.question.meta.anew ? [`for example ${inlineYaml(example)}`] : [];
  const hint = [...today, ...another].join(", ");
  const fields = childrenOf(place.question.schema).filter(([name]) => name !== "*");
  const open = ["# open", ask === "" ? [] : ask, fields.length > 0 ? [] : ask ? capital(hint) : hint].flat();
  const parts = fields.map(([name, field]) => {
    const like = (example as Record<string, unknown> | undefined)?.[name];
    const choices = (unwrap(field)._zod.def as { entries?: Record<string, string> }).entries;
    const optional = field._zod.optin === "optional" ? ["optional"] : [];
    const hints = choices ? Object.values(choices) : like === undefined ? [] : [`such as ${inlineYaml(like)}`];
    const words = [...optional, ...hints].join(", ");
    return `${indent}  ${name}:${words && ` # ${words}`}`;
  });
  return [`${key} ${open[0]}${open.length > 1 ? `: ${open.slice(1).join(" ")}` : ""}`, ...parts];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
