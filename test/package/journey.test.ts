import { readdirSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "../support/folder";
import { type Told, type Turn, takeTurns } from "./command-lines";
import { installPackage, run } from "./installed";
import {
  FOUNDATION_FILLED,
  FOUNDATION_GROWN,
  PILOT_ANSWERS,
  PRE_PRODUCTION_ANSWERS,
  PRE_PRODUCTION_EVIDENCE,
  PRODUCTION_ANSWERS,
  PRODUCTION_EVIDENCE,
} from "./journey-answers";

const command = (line: string): Turn => ({ argv: line.split(" ") });
const write = (file: string, text: string): Turn => ({ file: `environments/${file}`, text });
const edit = (file: string, replace: readonly (readonly [string, string])[]): Turn => ({
  file: `environments/${file}`,
  replace,
});

const rehearsed = (stage: string): Turn => ({ rehearsed: `recreation/parcels-${stage}.g1.json` });

/** From an empty folder to an admitted Production of a product of one's own, as far as it goes without Azure. */
const JOURNEY: readonly Turn[] = [
  command("init parcels --location swedencentral --owner eva@parcels.example --today 2026-11-20"),
  edit("parcels.poc.yaml", [["database: { type: postgresql }", 'database: { type: postgresql, migrations: "job:1" }']]),
  command("check --today 2026-11-20"),
  command("synth --json"),
  command("promote poc --today 2026-12-08"),
  write("parcels.pilot.answers.yaml", PILOT_ANSWERS),
  command("init foundation --today 2026-12-08"),
  edit("parcels.foundation.yaml", FOUNDATION_FILLED),
  command("promote poc --today 2026-12-08"),
  command("check foundation poc pilot --today 2026-12-10"),
  edit("parcels.foundation.yaml", FOUNDATION_GROWN),
  command("promote pilot --today 2027-02-15"),
  write("parcels.pre-production.answers.yaml", PRE_PRODUCTION_ANSWERS),
  command("promote pilot --today 2027-02-15"),
  write("evidence.yaml", PRE_PRODUCTION_EVIDENCE),
  command("prove pre-production --today 2027-02-16"),
  rehearsed("pre-production"),
  command("check foundation pre-production --today 2027-02-17"),
  command("promote pre-production --today 2027-05-03"),
  write("parcels.production.answers.yaml", PRODUCTION_ANSWERS),
  command("promote pre-production --today 2027-05-03"),
  write("evidence.yaml", PRODUCTION_EVIDENCE),
  command("prove production --today 2027-05-04"),
  rehearsed("production"),
  command("prove poc pilot"),
  command("prove --verify"),
  command("check foundation production --today 2027-05-15"),
  command("synth production foundation --json"),
];

let folder: string;
let told: readonly Told[];

beforeAll(() => {
  folder = folderWith();
  installPackage(folder, { types: false });
  told = takeTurns(folder, JOURNEY);
}, 180_000);

/** How a command line ended the first, or the last time that it was given. */
const first = (line: string) => told.find((one) => one.line.startsWith(line));
const last = (line: string) => told.findLast((one) => one.line.startsWith(line));

test("every command ends as it should: 1 where questions are open, 0 everywhere else, and nothing goes wrong", () => {
  const open = told.filter(({ code }) => code === 1).map(({ line }) => line);
  expect(open).toEqual([
    "promote poc --today 2026-12-08",
    "promote pilot --today 2027-02-15",
    "promote pre-production --today 2027-05-03",
  ]);
  expect(told.filter(({ code, err }) => code > 1 || err !== "")).toEqual([]);
});

test.each([
  ["check --today 2026-11-20", ["parcels-poc  POC"]],
  ["check foundation poc pilot", ["parcels-foundation  COMPANY READY", "parcels-poc  POC", "parcels-pilot  PILOT"]],
  ["check foundation pre-production", ["parcels-foundation  COMPANY READY", "parcels-pre-production  PRE-PRODUCTION"]],
  ["check foundation production", ["parcels-foundation  COMPANY READY", "parcels-production  PRODUCTION"]],
])("%s admits", (line, admitted) => {
  expect(first(line)?.out.match(/^\S.*(?:ADMITTED|HELD)/gm)).toEqual(admitted.map((one) => `${one}  ADMITTED`));
});

test("the Production is in its own region, and reached by its entry alone", () => {
  expect(last("check foundation production")?.out).toContain(
    "  public https://app.parcels.example   data stays in: swedencentral   ",
  );
  const [foundation, production] = JSON.parse(last("synth production")!.out);
  expect(foundation).toMatchObject({ environment: "parcels-foundation", public: [] });
  expect(production).toMatchObject({
    environment: "parcels-production",
    stacks: ["platform", "services", "entry", "recovery"].map((role) => `parcels-production-${role}`),
    public: ["app.parcels.example"],
  });
});

test("every certificate holds", () => {
  expect(last("prove --verify")?.out.match(/^parcels-\S+ +generation 1 {2}.*?(?: {2}|$)/gm)).toHaveLength(4);
  expect(last("prove --verify")?.out).not.toContain("DOES NOT HOLD");
});

test("the project has a workflow for each environment that is deployed, and tests of all of them, which pass", () => {
  expect(readdirSync(join(folder, ".github/workflows")).sort()).toEqual([
    "deploy-parcels-pilot.yml",
    "deploy-parcels-pre-production.yml",
    "deploy-parcels-production.yml",
    "expiry-parcels-poc.yml",
    "gates.yml",
  ]);
  const { code, out } = run(folder, "npm", "test");
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("13 passed, 13 total") });
}, 120_000);
