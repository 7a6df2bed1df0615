import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { installPackage, type Ran, run } from "../package/installed";
import { contentOf, folderWith } from "../support/folder";

const CREATED = "2026-11-21";
let folder: string;
let started: Ran;

beforeAll(() => {
  folder = folderWith();
  installPackage(folder, { types: false });
  started = run(folder, "gatewright", "init", "orders", "--today", CREATED);
}, 60_000);

/** What is in the output, without cdktf's own record of where it was. */
const outputOf = (path: string) => contentOf(join(folder, path));

test("the installed command starts a project beside its node_modules", () => {
  expect(started).toEqual({ code: 0, out: expect.stringContaining("Started orders in .") });
});

test("the project's own tests pass", () => {
  const { code, out } = run(folder, "npm", "test", "--", "--ci=false");
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("3 passed, 3 total") });
  expect(existsSync(join(folder, "test/__snapshots__/gates.test.ts.snap"))).toBe(true);
}, 60_000);

test("its program writes what the command writes, under ts-node and as cdktf's app", () => {
  expect(run(folder, "gatewright", "synth", "--out", "by-command").code).toBe(0);
  expect(run(folder, process.execPath, "-r", "ts-node/register", "main.ts")).toEqual({ code: 0, out: "" });
  const byProgram = outputOf("cdktf.out");
  const { app } = JSON.parse(readFileSync(join(folder, "cdktf.json"), "utf8")) as { app: string };
  expect(run(folder, "sh", "-c", `CDKTF_OUTDIR=by-cdktf ${app}`)).toEqual({ code: 0, out: "" });
  expect(Object.keys(byProgram)).toContain("stacks/orders-poc-platform/cdk.tf.json");
  expect(byProgram).toEqual(outputOf("by-command"));
  expect(byProgram).toEqual(outputOf("by-cdktf"));
}, 60_000);

test("the POC passes its gate on the day it was made", () => {
  const { code, out } = run(folder, "gatewright", "check", "--today", CREATED);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/admitted/i) });
});
