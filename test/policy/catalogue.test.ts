import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../src/policy/catalogue";
import { demanded } from "../../src/policy/engine";
import { STAGES } from "../../src/stages/stage";

const FOLDER = join(__dirname, "..", "..", "src", "policy", "rules");

test("the catalogue is the folder", () => {
  const files = readdirSync(FOLDER).map((one) => one.replace(/\.ts$/, ""));
  expect(RULES.map((one) => one.control.toLowerCase()).sort()).toEqual(files.sort());
});

test("every rule is in the file of its name and exports one rule", () => {
  for (const { control } of RULES) {
    const text = readFileSync(join(FOLDER, `${control.toLowerCase()}.ts`), "utf8");
    expect(text.match(/^export const \w+/gm)).toEqual([`export const ${control.toLowerCase().replace("-", "")}`]);
  }
});

test.each(RULES.map((one) => [one.control, one] as const))(
  "%s says what it wants, why, and what to do",
  (_id, rule) => {
    expect(rule.title.length).toBeGreaterThan(10);
    expect(rule.why.length).toBeGreaterThan(20);
    expect(rule.fix.length).toBeGreaterThan(10);
    expect([rule.since, rule.only].filter(Boolean)).toHaveLength(1);
    expect(rule.needs.length).toBeGreaterThan(0);
    expect(new Set(rule.types).size).toBe(rule.types.length);
  },
);

test("what is demanded stays demanded: the ladder only adds, but for the rules of one stage", () => {
  for (const rule of RULES.filter((one) => !one.only)) {
    const from = STAGES.findIndex((stage) => demanded(rule, stage));
    expect(STAGES.slice(from).every((stage) => demanded(rule, stage))).toBe(true);
  }
});

test("exactly these can never be waived", () => {
  const never = RULES.filter((one) => one.neverWaived).map((one) => one.control);
  expect(never).toEqual(["DAT-05", "IAM-02", "NET-02", "NET-05", "REC-02"]);
});

test("every rule has a table of near misses", () => {
  const folder = join(__dirname, "rules");
  const text = readdirSync(folder).map((one) => readFileSync(join(folder, one), "utf8"));
  const covered = text.flatMap((one) => [...one.matchAll(/^nearMisses\("([A-Z]+-\d+)"/gm)].map((match) => match[1]));
  expect([...new Set(covered)].sort()).toEqual(RULES.map((one) => one.control).sort());
});
