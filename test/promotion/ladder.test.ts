import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { contentOf, folderWith } from "../support/folder";
import { runCli } from "../support/run-cli";

const EXAMPLE = join(__dirname, "../../examples/full-ladder/environments");
const GIVEN = [
  "orders.poc.yaml",
  ...["pilot", "pre-production", "production"].map((to) => `orders.${to}.answers.yaml`),
];
/** What a Production must have before it is added to, and what a Scale's file is compared with. */
const [CERTIFICATE, SCALE] = ["full-ladder/recreation/orders-production.g1.json", "scale/environments"].map((path) =>
  join(__dirname, "../../examples", path),
) as [string, string];
const GATES = [
  ["poc", "pilot", "2026-12-15"],
  ["pilot", "pre-production", "2027-03-01"],
  ["pre-production", "production", "2027-06-01"],
] as const;

/** The line with which a promotion records the monthly floors, which move with prices and with the stacks. */
const COST = /^ {2}cost: \{ (.*) \}\n/m;

const read = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");

/** The example's POC and answers, and as much of the rest as is named. */
function copy(...more: readonly string[]): string {
  const folder = join(folderWith(), "environments");
  for (const file of [...GIVEN, ...more]) cpSync(join(EXAMPLE, file), join(folder, file));
  return folder;
}

async function promote(folder: string, from: string, today: string) {
  const { code, out, err } = await runCli("promote", from, "--today", today, "--environments", folder);
  return { code, out, err: err.replaceAll(`${folder}/`, "") };
}

describe("the ladder of the example", () => {
  const folder = copy();

  test.each(GATES)(
    "from %s to %s is what its answers lead to, byte for byte, the cost aside",
    async (from, to, today) => {
      expect(await promote(folder, from, today)).toMatchObject({ code: 0, err: "" });
      expect(read(folder, `orders.${to}.yaml`).replace(COST, "")).toBe(
        read(EXAMPLE, `orders.${to}.yaml`).replace(COST, ""),
      );
    },
  );

  test("records the cost that the stacks have today; where it differs, the example is to be promoted again", () => {
    const recorded = (where: string) =>
      GATES.map(([, to]) => `${to}: ${COST.exec(read(where, `orders.${to}.yaml`))?.[1]}`);
    expect(recorded(EXAMPLE)).toEqual(recorded(folder));
  });

  test("needs nothing but the POC and the answers, and changes none of them", () => {
    const made = GATES.map(([, to]) => `orders.${to}.yaml`);
    expect(Object.keys(contentOf(folder))).toEqual([...GIVEN, ...made].sort());
    for (const file of GIVEN) expect(read(folder, file)).toBe(read(EXAMPLE, file));
  });

  test("stands as it is when every gate is gone through again, later", async () => {
    const before = contentOf(folder);
    for (const [from, to] of GATES)
      expect((await promote(folder, from, "2027-12-01")).out).toContain(
        `orders.${to}.yaml is there already and says the same; nothing was written.`,
      );
    expect(contentOf(folder)).toEqual(before);
  });

  test("goes on in place at Scale, byte for byte, once the Production has its evidence and certificate", async () => {
    const before = Object.keys(contentOf(folder));
    const beside = ["evidence.yaml", "orders.foundation.yaml", "orders.scale.answers.yaml"];
    for (const file of beside) cpSync(join(EXAMPLE, file), join(folder, file));
    cpSync(CERTIFICATE, join(folder, "../recreation", basename(CERTIFICATE)));
    expect(await promote(folder, "production", "2027-09-01")).toMatchObject({ code: 0, err: "" });
    expect(read(folder, "orders.scale.yaml")).toBe(read(SCALE, "orders.scale.yaml"));
    const expected = [...before.filter((file) => file !== "orders.production.yaml"), ...beside, "orders.scale.yaml"];
    expect(Object.keys(contentOf(folder)).sort()).toEqual(expected.sort());
  });
});

test("the Scale of the example stands on the foundation of the ladder", () => {
  expect(read(SCALE, "orders.foundation.yaml")).toBe(read(EXAMPLE, "orders.foundation.yaml"));
});

test.each([
  [
    "pre-production",
    ["orders.pilot.yaml"],
    "writers: eligible",
    "writers: always",
    'access.writers must be eligible or standing, got "always"',
  ],
  [
    "production",
    ["orders.pilot.yaml", "orders.pre-production.yaml"],
    "rto: 8 hours",
    "rto: 8h",
    'promise.rto must be a time such as "8 hours", got "8h"',
  ],
])(
  "a wrong answer at the gate of %s ends with 2, at its place, and nothing is written",
  async (to, below, right, wrong, says) => {
    const folder = copy(...below);
    const answers = `orders.${to}.answers.yaml`;
    const text = read(folder, answers).replace(right, wrong);
    writeFileSync(join(folder, answers), text);
    const before = contentOf(folder);
    const [from, , today] = GATES.find(([, gate]) => gate === to)!;
    const { code, out, err } = await promote(folder, from, today);
    const line = text.split("\n").findIndex((one) => one.includes(wrong)) + 1;
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(new RegExp(`^${answers.replaceAll(".", "\\.")}:${line}:\\d+ {2}`));
    expect(err).toContain(`  ${says}\n    `);
    expect(contentOf(folder)).toEqual(before);
  },
);

test("an open answer at the gate of Production ends with 1, and no Production is written", async () => {
  const folder = copy("orders.pilot.yaml", "orders.pre-production.yaml");
  const file = join(folder, "orders.production.answers.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/ {4}rpo:.*\n/, ""));
  const before = contentOf(folder);
  const { code, out } = await promote(folder, "pre-production", "2027-06-01");
  expect(code).toBe(1);
  expect(out).toMatch(/^1 question open:\n {2}promise {2}What are customers promised\?\n {6}promise\.rpo\n/);
  expect(contentOf(folder)).toEqual(before);
});
