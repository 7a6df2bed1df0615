/** What an assertion found: `message` says what is wrong, or for a negated assertion what should not be. */
export interface Outcome {
  readonly pass: boolean;
  readonly message: string;
}

/** An outcome out of what is wrong: nothing wrong passes. */
export function outcome(wrong: readonly string[], expected: string, negated: string): Outcome {
  if (wrong.length === 0) return { pass: true, message: negated };
  return { pass: false, message: [expected, ...wrong.map((one) => `  ${one}`)].join("\n") };
}
