import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EnvironmentConfig, GatewrightApp, Held, loadEnvironment } from "../../src";
import "../../src/testing/jest"; // in your project: "gatewright/jest"
import { createEnvironment } from "../../stacks";
import { runCli } from "../../test/support/run-cli";
import { acme01 } from "./rules";

const today = "2026-11-21";
const environments = join(__dirname, "environments");
const poc = loadEnvironment(join(environments, "acme.poc.yaml"));
const output = mkdtempSync(join(tmpdir(), "gatewright-custom-rule-"));
afterAll(() => rmSync(output, { recursive: true, force: true }));

const elsewhere = { ...poc, config: { ...poc.config, location: "eastus" } as EnvironmentConfig };

test("the POC passes the product's gate and the company's rule", () => {
  expect(poc).toPassGate("poc", { today, rules: [acme01] });
  expect(poc).toHoldControl("ACME-01", { rules: [acme01] });
});

test("a POC elsewhere passes the product's gate, but not the company's rule", () => {
  expect(elsewhere).toPassGate("poc", { today });
  expect(elsewhere).not.toPassGate("poc", { today, rules: [acme01] });
});

test("nothing is written for it", () => {
  const app = new GatewrightApp({ outdir: join(output, "cdktf.out"), rules: [acme01] });
  createEnvironment(app, elsewhere);
  expect(() => app.synth()).toThrow(Held);
  expect(readdirSync(output)).toEqual([]);
});

test("the command line takes the same file", async () => {
  const rules = ["--rules", join(__dirname, "rules.ts"), "--environments", environments, "--today", today];
  expect(await runCli("check", ...rules)).toMatchObject({ code: 0, out: expect.stringContaining("ADMITTED") });
  expect((await runCli("check", ...rules, "--explain", "ACME-01")).out).toContain("support contract");
});
