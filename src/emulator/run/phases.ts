import type { TerraformError } from "../../rehearsal/diagnostics";
import type { Exchange } from "../start";

/** What is run before the others where stacks go on with what lives. */
const IN_PLACE_PHASES = ["made before", "changed in place"] as const;

/** What is run, in this order. */
export const PHASES = [
  "apply",
  "no changes",
  "successor beside it",
  "destroy",
  "successor unchanged",
  "successor destroyed",
  "nothing left",
  "apply again",
] as const;
export type Phase = (typeof IN_PLACE_PHASES)[number] | (typeof PHASES)[number];

/** What became of a phase. */
export interface PhaseResult {
  readonly phase: Phase;
  readonly outcome: "passed" | "failed" | "not run" | "not judged";
  readonly seconds: number;
  /** Why it was not run or not judged, where that is not plain. */
  readonly why?: readonly string[];
  /** The stack that failed. */
  readonly stack?: string;
  /** Terraform's own errors, each with its resource. */
  readonly errors: readonly TerraformError[];
  /** What is wrong in a line each: errors, changes that a second plan still has, what is left. */
  readonly says: readonly string[];
  /** What Azure refused during the phase. */
  readonly refusals: readonly Exchange[];
}

export function notRun(phase: Phase, why: readonly string[] = []): PhaseResult {
  return { phase, outcome: "not run", seconds: 0, ...(why.length > 0 && { why }), errors: [], says: [], refusals: [] };
}

/** What became of the work of a phase. */
export interface Step {
  readonly stack?: string;
  readonly errors: readonly TerraformError[];
  readonly says: readonly string[];
  /** Why nothing can be said of it. */
  readonly notJudged?: string;
}

export const FINE: Step = { errors: [], says: [] };
