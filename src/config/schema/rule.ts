import { z } from "zod";

/** What a broken rule contributes to a problem's sentence: `<path> must be <mustBe>, got <value>`. */
export interface RuleParams {
  readonly mustBe: string;
  readonly fix?: string;
  readonly control?: string;
  /** True where the value may be a secret and must not be repeated. */
  readonly hidden?: boolean;
  /** What a misspelt value probably meant. */
  readonly suggest?: (value: string) => string | undefined;
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

/** What a recommended answer may depend on. */
export interface Situation {
  /** The config that is promoted. */
  readonly from: Readonly<Record<string, unknown>>;
  /** Where the answer will stand, for example `["services", "web", "image"]`. */
  readonly place: readonly (string | number)[];
  /** The day of the decision, year-month-day. */
  readonly decided: string;
  /** What is answered already, as a part of the next config. */
  readonly answered?: Readonly<Record<string, unknown>>;
  /** What the next environment costs a month when nobody uses it; absent where it is not known. */
  readonly floor?: number;
  /** The part of it that is its second region's, with what is written and not applied yet; absent where there is none. */
  readonly floorOfSecond?: number;
  /** Networks and VPN pools of other environments of the workload. */
  readonly ranges?: readonly string[];
}

/** How a question of a later gate is asked; kept with the field it asks for. */
export type QuestionMeta = {
  /** The question in one sentence. Absent: the field is never asked for. */
  readonly ask?: string;
  /** The answer to suggest, or a function of the {@link Situation}; absent or undefined where only the company can know. */
  readonly recommend?: unknown;
  /** An answer as it could look, or a function of the situation; shown where there is nothing to recommend. */
  readonly example?: unknown;
  /** When an answer needs a reason. @default when it is not the recommended one */
  readonly departs?: (answer: unknown, recommended: unknown, situation: Situation) => boolean;
  /** True where the answer of the gate before does not serve; a function where that depends on what else is answered. */
  readonly anew?: boolean | ((situation: Situation) => boolean);
  /** When a field that may be absent is asked for. @default where the config that is promoted has it */
  readonly asked?: (situation: Situation) => boolean;
  /** An answer that costs more than before needs a reason. */
  readonly changesMoney?: boolean;
};
