import { z } from "zod";

/** What a broken rule contributes to a problem's sentence: `<path> must be <mustBe>, got <value>`. */
export interface RuleParams {
  readonly mustBe: string;
  readonly fix?: string;
  readonly control?: string;
  /** True where the value may be a secret and must not be repeated. */
  readonly hidden?: boolean;
}

/**
 * Narrows a schema by a predicate, with the words that the problem will use. `mustBe` continues "must be".
 */
export function rule<S extends z.ZodType>(schema: S, test: (value: z.output<S>) => boolean, params: RuleParams): S {
  return schema.refine(test, { params }) as S;
}

/** A string with a pattern that goes into the JSON Schema as well, so that editors know it too. */
export function patterned(pattern: RegExp, mustBe: string, fix?: string): z.ZodString {
  return z.string().regex(pattern, { error: JSON.stringify({ mustBe, fix } satisfies RuleParams) });
}

/** How a question of a later gate is asked; kept with the field it asks for. */
export interface QuestionMeta {
  /** The question in one sentence. Absent: the field is never asked for. */
  readonly ask?: string;
  /** The answer to suggest, as it would be written in YAML; absent where only the company can know. */
  readonly recommend?: unknown;
  readonly changesMoney?: boolean;
}
