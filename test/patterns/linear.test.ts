import { slowOn } from "../support/linear";
import { patternsIn } from "../support/patterns";
import { attacksOn } from "../support/regex-attacks";
import { CountingMatcher } from "../support/regex-steps";

const written = ["src", "constructs", "stacks"].map(patternsIn);
const patterns = [...new Map(written.flatMap((one) => one.patterns).map((one) => [String(one.literal), one])).values()];

describe("every pattern of the sources takes time that grows as the text does", () => {
  test("however the text is made of the pattern's own parts", () => {
    const slow = patterns.flatMap(({ file, literal }) => {
      const attack = slowOn(literal);
      return attack ? [`${file}: ${literal} on ${JSON.stringify(attack)}`] : [];
    });
    expect(slow).toEqual([]);
    expect(patterns.length).toBeGreaterThan(300);
  });

  test("patterns that are made of texts stand in these files, with names escaped or written by us", () => {
    expect([...new Set(written.flatMap(({ made }) => made))]).toEqual([
      "src/config/cidr.ts",
      "src/config/folder.ts",
      "src/diff/side.ts",
      "src/foundation/rules/reading.ts",
      "src/policy/rules/rec-05.ts",
      "src/promise/uses.ts",
      "src/reach/hosts.ts",
      "src/recreation/claims/no-ghosts.ts",
      "src/recreation/claims/pinned.ts",
      "src/rehearsal/variables.ts",
      "src/steps/functions.ts",
      "src/steps/standalone.ts",
      "src/steps/tools.ts",
    ]);
  });

  const decimal = "(?:0|[1-9]\\d{0,9})";
  test.each([
    [/(?:^|[^A-Za-z0-9-])st-orders\./i],
    [/provider "[^"]*\/azurerm" \{\s+version\s+= "([^"]+)"/],
    [/(^|[^a-z0-9])g12([^0-9]|$)/],
    [new RegExp(`^${decimal}\\.${decimal}\\.${decimal}\\.${decimal}(?:/${decimal})?$`)],
  ])("and so does one that is made: %s", (literal) => {
    expect(slowOn(literal)).toBeUndefined();
  });
});

describe("the count", () => {
  test.each([
    ["a scheme that starts at every letter", /[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@${}]{3,}@/i],
    ["a run that must end the text", /-+$/],
    ["the rest of a text, from every place", /\[\d+\].*$/],
    ["spaces before a line", /\s*\n\s*/g],
    ["a bracket that is never closed", /\[[^\]]*\]/g],
    ["a quote that is never closed", /"(?:[^"\\]|\\.)*"/g],
    ["a name without what must follow", /[A-Za-z_][\w-]*(?:\.\w+)+/g],
    ["two runs of the same letters", /^[\da-f:]*:[\da-f:]*\/(\d+)$/i],
    ["a word boundary within a run", /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/],
    ["lines that begin anywhere", /^\s*(resource|data)\s+"(\w+)"/gm],
    ["nested repetition", /^(?:a+)+$/],
    ["alternatives that are the same", /^(?:a|\w)*$/],
    ["a look-ahead that runs to the end", /a(?=[^b]*b)/],
    ["a look-behind that runs to the beginning", /(?<=a.*)b/],
  ])("finds %s: %s", (_, literal) => {
    expect(slowOn(literal)).toBeDefined();
  });

  test.each([
    [/(?<!-)-+$/],
    [/[a-z][0-9+.-]*:\/\/[^\s/:@]*:[^\s/@${}]{3,}@/i],
    [/\.(?<=eyJ[\w-]{8,}\.)eyJ[\w-]{8,}\./],
    [/\[[^\]]*(?:\]|$)/g],
    [/[A-Za-z0-9]{40}=/],
  ])("takes %s for linear", (literal) => {
    expect(slowOn(literal)).toBeUndefined();
  });

  test("is of a matcher that matches as the engine does", () => {
    const differ = patterns.flatMap(({ literal }) => {
      const engine = new RegExp(literal.source, literal.flags.replace(/[gy]/g, ""));
      const counting = new CountingMatcher(literal);
      return attacksOn(literal)
        .map(({ before, pump, after }) => `${before}${pump}${pump}${after}`)
        .filter((text, at) => at % 60 === 0 && engine.test(text) !== counting.matches(text))
        .map((text) => `${literal} on ${JSON.stringify(text)}`);
    });
    expect(differ).toEqual([]);
  });
});
