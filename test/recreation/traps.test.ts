import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CLAIMS } from "../../src/recreation/claim";
import { FIXTURES } from "./fixtures";

const DOC = readFileSync(join(__dirname, "../../docs/recreation.md"), "utf8");

/** The rows of the table: trap, where it shows, by what. */
const ROWS = [...DOC.matchAll(/^\| (T\d+) \| .+ \| (.+) \| (.+) \|$/gm)].map(([, trap = "", where = "", by = ""]) => ({
  trap,
  where,
  by,
}));

/** Every trap that a fixture seeds and a claim names, with those claims. The drawn name is seeded in a test of its own. */
function seeded(): Record<string, string> {
  const found: Record<string, Set<string>> = { T37: new Set(["deterministic"]) };
  for (const [claim, fixtures] of Object.entries(FIXTURES))
    for (const { finds } of fixtures)
      for (const [, trap] of finds) if (trap !== undefined) found[trap] = new Set([...(found[trap] ?? []), claim]);
  return Object.fromEntries(Object.entries(found).map(([trap, claims]) => [trap, [...claims].sort().join(", ")]));
}

test("every trap has a row", () => {
  expect(ROWS.map(({ trap }) => trap)).toEqual(Array.from({ length: 46 }, (_, index) => `T${index + 1}`));
});

test("a row says where the trap shows in one of six ways", () => {
  const ways = ["found", "listed", "elsewhere", "later", "not visible", "out of reach"];
  expect(ROWS.filter(({ where }) => !ways.includes(where))).toEqual([]);
});

test("what is said to be found is seeded, by a fixture of exactly these claims, and nothing else is", () => {
  const told = ROWS.filter(({ where }) => where === "found").map(({ trap, by }) => [trap, by]);
  expect(Object.fromEntries(told)).toEqual(seeded());
});

test("every claim is explained", () => {
  const explained = [...DOC.matchAll(/^\| ([a-z-]+) \| /gm)].map(([, name]) => name);
  expect(explained.filter((name) => name !== "claim" && name !== "trap")).toEqual(expect.arrayContaining([...CLAIMS]));
});
