import type { EnvironmentConfig, Situation } from "../config/schema";
import type { PromotionGate } from "./gate";
import type { Raised } from "./inherited";
import type { Place } from "./questions";

/** Where the value at a question's place comes from. */
export type Origin = "answer" | "recommendation" | "carried" | "open";

/** A question's place, and how it stands. */
export interface AnsweredQuestion extends Place {
  readonly origin: Origin;
  readonly recommended: unknown;
  /** What is missing at this place, as messages name it; empty when it is answered. */
  readonly missing: readonly string[];
}

/** What is known when a question is asked, wherever its place is. */
export type AskedIn = Omit<Situation, "place">;

/** Config and answers, laid together and judged. */
export interface AnsweredConfig {
  readonly gate: PromotionGate;
  readonly places: readonly AnsweredQuestion[];
  /** The next config, as far as it is known; complete when nothing is open. */
  readonly draft: Readonly<Record<string, unknown>>;
  /** The next config, checked; absent while a question is open. */
  readonly config?: EnvironmentConfig;
  readonly raised: Raised;
  readonly why: Readonly<Record<string, string>>;
  /** Reasons that are still to be given, by path. */
  readonly reasonsOpen: readonly string[];
  readonly situation: AskedIn;
}
