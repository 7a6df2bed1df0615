import fc from "fast-check";
import { parse } from "yaml";
import { BadInput } from "../../src/errors";
import { raiseGeneration } from "../../src/recreation/raise";

const raise = (text: string) => raiseGeneration(text, "a subnet too small", "f.yaml").text;

it.each([
  [
    "a config with a generation",
    "workload: orders # ours\ngeneration:   3   # keep\n\nstage: 'pilot'\n",
    "workload: orders # ours\n# generation 4: a subnet too small\ngeneration:   4   # keep\n\nstage: 'pilot'\n",
  ],
  [
    "a config without one",
    "workload: orders\nstage: poc # cheap\n\n# services follow\nservices: {}\n",
    "workload: orders\nstage: poc # cheap\n# generation 2: a subnet too small\ngeneration: 2\n\n# services follow\nservices: {}\n",
  ],
  [
    "no line end at the end",
    "workload: orders\nstage: poc",
    "workload: orders\nstage: poc\n# generation 2: a subnet too small\ngeneration: 2\n",
  ],
  [
    "lines of Windows",
    "stage: poc\r\nworkload: a\r\n",
    "stage: poc\r\n# generation 2: a subnet too small\r\ngeneration: 2\r\nworkload: a\r\n",
  ],
  [
    "a mapping in braces",
    "{ stage: poc, workload: a }\n",
    "# generation 2: a subnet too small\n{ stage: poc, generation: 2, workload: a }\n",
  ],
  [
    "braces with a generation",
    '{ "stage": "poc", "generation": 1 }\n',
    '# generation 2: a subnet too small\n{ "stage": "poc", "generation": 2 }\n',
  ],
  [
    "a document marker",
    "---\nstage: poc\ngeneration: 1\n",
    "---\nstage: poc\n# generation 2: a subnet too small\ngeneration: 2\n",
  ],
  [
    "a mark at its start",
    "\uFEFFgeneration: 1\nstage: poc\n",
    "\uFEFF# generation 2: a subnet too small\ngeneration: 2\nstage: poc\n",
  ],
  [
    "an earlier recreation",
    "stage: poc\n# generation 2: drill\ngeneration: 2\n",
    "stage: poc\n# generation 2: drill\n# generation 3: a subnet too small\ngeneration: 3\n",
  ],
])("raises %s and leaves the rest", (_, before, after) => {
  expect(raise(before)).toBe(after);
  expect(parse(raise(before))).toEqual({
    ...parse(before),
    generation: ((parse(before).generation as number) ?? 1) + 1,
  });
});

it("changes nothing but the number and one comment, whatever stands around it", () => {
  const line = fc.stringMatching(/^[a-z]{2,8}: [a-z0-9 ]{0,12}[a-z]( # [a-z ]{0,10})?$/);
  const comment = fc.constantFrom("", "# a remark", "   # indented");
  fc.assert(
    fc.property(
      fc.uniqueArray(line, { maxLength: 6, selector: (one) => one.split(":")[0] }),
      comment,
      fc.nat(996),
      (lines, remark, n) => {
        fc.pre(lines.every((one) => !/^(stage|generation):/.test(one)));
        const text = [...lines, remark, `generation: ${n + 1}`, "stage: poc", ...lines.map((one) => `x${one}`)].join(
          "\n",
        );
        const added = raise(text)
          .split("\n")
          .filter((one) => !text.split("\n").includes(one));
        expect(added).toEqual([`# generation ${n + 2}: a subnet too small`, `generation: ${n + 2}`]);
      },
    ),
    { numRuns: 200 },
  );
});

it.each([
  ["a list", "- 1\n", "f.yaml is not a YAML mapping"],
  ["a word", "generation: next\nstage: poc\n", "generation in f.yaml is not a whole number"],
  ["the last one", "generation: 998\nstage: poc\n", "f.yaml is at generation 998, which is the last one"],
])("refuses %s", (_, text, says) => {
  expect(() => raise(text)).toThrow(BadInput);
  expect(() => raise(text)).toThrow(says);
});
