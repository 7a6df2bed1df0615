/** One step of a first apply or a recreation. */
export interface Step {
  /** Stable name, for example `seed-secrets`. */
  readonly id: string;
  readonly title: string;
  /** Why it is needed, and why here. */
  readonly why: string;
  /** The stack that the step applies. */
  readonly stack?: string;
  /** Shell commands, run in the output folder, the one that holds `stacks`. */
  readonly commands: readonly string[];
}
