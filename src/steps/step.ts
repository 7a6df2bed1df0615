/** One step of a first apply or a recreation. */
export interface Step {
  /** Stable name, for example `seed-secrets`. */
  readonly id: string;
  readonly title: string;
  /** Why it is needed, and why here. */
  readonly why: string;
  /** The stack that the step applies. */
  readonly stack?: string;
  /**
   * What the step does beside making the environment: `names` leads the company's names to it, `once` is for its first
   * generation only, `later` is about living with it. @default it makes the environment
   */
  readonly purpose?: "names" | "once" | "later";
  /** Lines that set what the commands need: with them the step stands on its own in a new terminal. */
  readonly needs?: readonly string[];
  /** Lines for bash 3.2 and later, run in the output folder, the one that holds `stacks`. */
  readonly commands: readonly string[];
}
