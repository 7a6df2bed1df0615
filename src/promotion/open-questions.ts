import { STAGE_TITLES } from "../stages/stage";
import type { AnsweredConfig } from "./answered";
import { groupBy } from "./group-by";
import { placeName } from "./questions";

/** A question that nobody has answered yet. */
export interface OpenQuestion {
  /** As the schema has it: `subscription`, or `services.*.image` for one with a line each. Where several fields ask the same, the first. */
  readonly path: string;
  readonly ask: string;
  /** What is missing, for example `services.api.image`. */
  readonly missing: readonly string[];
}

/** Nothing is wrong, but questions are open. The CLI prints them and exits with 1. */
export class OpenQuestions extends Error {
  override readonly name = "OpenQuestions";

  constructor(readonly questions: readonly OpenQuestion[]) {
    super(renderOpen(questions));
  }
}

/** The open questions of a gate, in the order of the schema, then the reasons that are still to be given. */
export function openQuestionsOf({ places, gate, reasonsOpen, draft }: AnsweredConfig): OpenQuestion[] {
  const byAsk = groupBy(gate.questions, ({ meta }) => meta.ask);
  const asked = [...byAsk].flatMap(([ask, questions]): OpenQuestion[] => {
    const missing = places.filter(({ question }) => questions.includes(question)).flatMap((place) => place.missing);
    return missing.length === 0 ? [] : [{ path: questions[0]!.pattern.join("."), ask, missing }];
  });
  const reasons = reasonsOpen.map((path): OpenQuestion => {
    const place = places.find((one) => path === `why.${placeName(one)}`);
    const rises = place?.question.meta.changesMoney === true;
    const name = path.slice("why.".length);
    const ask = rises
      ? `What is the money for? The budget of the ${STAGE_TITLES[gate.to]} is to be ${String(draft[name])}.`
      : "What is different from the recommendation?";
    return { path, ask, missing: [path] };
  });
  return [...asked, ...reasons];
}

/** One line a question; where it has a line each, the lines that are missing. */
export function renderOpen(questions: readonly OpenQuestion[]): string {
  const lines = questions.map(({ path, ask, missing }) =>
    missing.length === 1 && missing[0] === path
      ? `  ${path}  ${ask}`
      : `  ${path}  ${ask}\n      ${missing.join(", ")}`,
  );
  const count = `${questions.length} question${questions.length === 1 ? "" : "s"} open`;
  return `${count}:\n${lines.join("\n")}`;
}
