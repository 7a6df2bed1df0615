import fc from "fast-check";
import { saysSomething } from "../../src/config/visible-text";
import { type Stage, withText } from "../support/hostile-text";

/** Characters that show nothing, of every kind that there is. */
const BLANK = [
  ...[" ", "\n", "\t", "\u00a0", "\u2003", "\u3000", "\u2028", "\u1680"],
  ...["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u2066", "\u{e0041}", "\u180e"],
  ...["\0", "\u0007", "\u001b", "\u009b", "\ud800", "\ue000", "\uffff", "\u{10ffff}", "\u0378"],
  ...["\ufe0f", "\u{e0100}", "\u115f", "\u1160", "\u3164", "\uffa0", "\u17b4", "\u034f"],
  ...["\u2800", "\u0301", "\ufffc", "\u{1d159}"],
];

describe("text that says something", () => {
  test.each(["a", ".", "0", "é", "e\u0301", "日", "ا", "🙂", "\u200bx", "नि"])("is %j", (text) => {
    expect(saysSomething(text)).toBe(true);
  });

  test.each([...BLANK, "", undefined, null, 7, ["a"]])("is not %j", (text) => {
    expect(saysSomething(text)).toBe(false);
  });

  test("is not any mixture of characters that show nothing, and is one of them with a letter", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...BLANK)), fc.nat(20), (blanks, at) => {
        expect(saysSomething(blanks.join(""))).toBe(false);
        expect(saysSomething(blanks.toSpliced(at, 0, "x").join(""))).toBe(true);
      }),
    );
  });
});

describe("a field that takes a text of one character that is not shown", () => {
  const CARRIED = ["services.*.args.*", "services.*.command.*", "services.*.env.*"];
  const stages: readonly Stage[] = ["poc", "pilot", "pre-production", "production"];

  test.each(stages)("is one that is handed to a container, in a %s", (stage) => {
    for (const text of ["\u200b", "\u00a0", "\u3164"]) expect(withText(stage, text).fields).toEqual(CARRIED);
  });
});
