/** Both values of another argument of the same resource. */
export type Other = (argument: string) => readonly [before: unknown, after: unknown];

/** Which changes of an argument replace its resource; values are as written, `undefined` where the argument is absent. */
export interface Change {
  /** `"perhaps"` where that hangs on something that no configuration says. */
  readonly when: (before: unknown, after: unknown, other: Other) => boolean | "perhaps";
  /** Which changes those are, in words. */
  readonly only: string;
}

export const textOf = (value: unknown): string => String(value ?? "").toLowerCase();
/** True for what says something: neither absent, nor empty, nor zero, nor off. */
export const isGiven = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : ![undefined, null, "", 0, false, "false"].includes(value as never);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : isGiven(value) ? [value] : []);
const isAmong = (value: unknown, texts: readonly string[]) => texts.some((one) => textOf(one) === textOf(value));

/** A text, number, list or block that was given and no longer is. */
export const REMOVED: Change = { when: (before, after) => isGiven(before) && !isGiven(after), only: "removed" };
export const ADDED_OR_REMOVED: Change = {
  when: (before, after) => isGiven(before) !== isGiven(after),
  only: "added or removed",
};
export const GIVEN_LATER: Change = {
  when: (before, after) => !isGiven(before) && isGiven(after),
  only: "given after it was made",
};
export const ONCE_SET: Change = { when: (before) => isGiven(before), only: "once it is set" };
export const SWITCHED_OFF: Change = { ...REMOVED, only: "off again" };

/** From a larger number to a smaller one; absent on a side, the provider keeps what there is. */
export const smaller = (only: string): Change => ({
  when: (before, after) => before !== undefined && after !== undefined && Number(before) > Number(after),
  only,
});

/** Down a ladder, from which there is a way up only; absent on a side, the provider keeps what there is. */
export const down = (...ladder: readonly string[]): Change => ({
  when: (before, after) => {
    const [from, to] = [before, after].map((value) => ladder.indexOf(textOf(value)));
    return isGiven(before) && isGiven(after) && from! > to!;
  },
  only: "to a smaller one",
});

/** Away from a value that is for ever. */
export const leaving = (value: string, only: string): Change => ({
  when: (before, after) => isAmong(before, [value]) && !isAmong(after, [value]),
  only,
});

/** From one of some values to one of others. */
export const between = (from: readonly string[], to: readonly string[], only: string): Change => ({
  when: (before, after) => isAmong(before, from) && isAmong(after, to),
  only,
});

/** Across a line that some values are on one side of. */
export const across = (isBeyond: (value: unknown) => boolean, only: string): Change => ({
  when: (before, after) => isBeyond(before) !== isBeyond(after),
  only,
});

/** A list, or a list of blocks with names, of which something is taken away. */
export const SOME_REMOVED: Change = {
  when: (before, after) => listOf(before).some((one) => !listOf(after).some((other) => textOf(other) === textOf(one))),
  only: "one taken away",
};
export const FEWER: Change = {
  when: (before, after) => listOf(before).length > listOf(after).length,
  only: "fewer of them",
};

/** Something that no configuration says decides. */
export const perhaps = (only: string): Change => ({ when: () => "perhaps", only });
