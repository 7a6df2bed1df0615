import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startAzure } from "../../src/emulator/start";
import { folderWith } from "../support/folder";
import { asYaml, pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";

jest.setTimeout(60_000);

const CERTIFICATE = "recreation/orders-poc.g1.json";

/** `gatewright prove --emulate` over a new project, with a program in Terraform's place; `apply` is what it does then. */
async function prove(apply: string, bin?: string, ...flags: readonly string[]) {
  const folder = folderWith({ "environments/orders.poc.yaml": asYaml(pocConfig()) });
  const fake = join(folder, "terraform");
  const lock = `provider "registry.terraform.io/hashicorp/azurerm" {\\n  version = "4.55.0"\\n}\\n`;
  writeFileSync(
    fake,
    `#!/bin/sh
case "$1" in
version) echo "Terraform v1.11.4" ;;
init) printf '${lock}' > .terraform.lock.hcl ;;
apply) ${apply} ;;
esac`,
  );
  chmodSync(fake, 0o755);
  const again = (...more: string[]) => runCli("prove", "--environments", join(folder, "environments"), ...more);
  const { code, out } = await again("--emulate", "--bin", bin ?? fake, ...flags);
  const file = join(folder, CERTIFICATE);
  const certificate = () => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);
  const lines = out.split("\n").filter((line) => line.startsWith("  ") && !/^ {2}(holds|certificate)/.test(line));
  return { code, lines: lines.map((line) => line.replace(/ +\d+ s$/, "")), again, certificate };
}

test("each phase has its line, and the certificate says what was emulated", async () => {
  const { code, lines, again, certificate } = await prove(":");
  expect(code).toBe(0);
  expect(lines).toEqual([
    "  not rehearsed: not asked for: add --rehearse",
    "  emulation:  emulated  (terraform 1.11.4, azurerm 4.55.0)",
    "    apply                passed",
    "    no changes           passed",
    "    successor beside it  passed",
    "    destroy              passed",
    "    successor unchanged  passed",
    "    successor destroyed  passed",
    "    nothing left         passed",
    "    apply again          passed",
  ]);
  const emulation = {
    outcome: "emulated",
    tool: { name: "terraform", version: "1.11.4" },
    providers: { azurerm: "4.55.0" },
    passed: lines.slice(2).map((line) => line.replace("passed", "").trim()),
    echoed: [],
    kept: [],
  };
  expect(certificate()).toMatchObject({ schemaVersion: 1, rehearsal: { outcome: "not-rehearsed" }, emulation });
  const { out } = await again();
  expect(out).toContain("  emulated before: apply, no changes, successor beside it, destroy,");
  expect(certificate()).toMatchObject({ emulation });
});

test("a run against another emulator is told from one against ours, in the certificate as well", async () => {
  const other = await startAzure();
  const before = process.env["SSL_CERT_FILE"];
  process.env["SSL_CERT_FILE"] = other.env["SSL_CERT_FILE"];
  const { host } = new URL(other.origin);
  const { code, lines, again, certificate } = await prove(":", undefined, "--endpoint", host);
  if (before === undefined) delete process.env["SSL_CERT_FILE"];
  else process.env["SSL_CERT_FILE"] = before;
  await other.close();
  expect(code).toBe(0);
  expect(lines[1]).toBe(`  emulation:  emulated  (terraform 1.11.4, azurerm 4.55.0, at ${host})`);
  expect(lines.at(-1)).toBe("    not known: which other names than those of vaults stay taken");
  expect(certificate().emulation).toMatchObject({ outcome: "emulated", by: "another emulator" });
  expect((await again()).out).toContain("(terraform 1.11.4, azurerm 4.55.0, by another emulator)");
});

test("what Terraform refuses is not proved, in its own words, and nothing is certified", async () => {
  const diagnostic = {
    severity: "error",
    summary: "refused",
    detail: "the name is taken",
    address: "azurerm_thing.one",
  };
  const { code, lines, certificate } = await prove(
    `echo '${JSON.stringify({ type: "diagnostic", diagnostic })}'; exit 1`,
  );
  expect(code).toBe(1);
  expect(lines.slice(1, 4)).toEqual([
    "  emulation:  FAILED  (terraform 1.11.4, azurerm 4.55.0)",
    "    apply                failed",
    "        orders-poc-platform: refused: the name is taken (azurerm_thing.one)",
  ]);
  expect(certificate()).toBeUndefined();
});

test("without Terraform it is not emulated, said why, and never passed", async () => {
  const { code, lines, certificate } = await prove(":", "/nowhere/terraform");
  expect(code).toBe(1);
  expect(lines[1]).toBe("  emulation:  not emulated: /nowhere/terraform cannot be started");
  expect(certificate()).not.toHaveProperty("emulation");
});

test.each([
  [["--endpoint", "localhost:1"], "--endpoint is about an emulation"],
  [["--step-limit", "30"], "--step-limit is about an emulation"],
  [["--emulate", "--endpoint", "192.0.2.1"], "--endpoint 192.0.2.1 is not on this machine"],
  [["--emulate", "--step-limit", "-1"], "--step-limit must be a number of minutes"],
])("%j is refused", async (flags, says) => {
  const { code, err } = await runCli("prove", ...flags);
  expect([code, err]).toEqual([2, expect.stringContaining(says)]);
});

test.each([
  [["--verify"], "--verify reads a certificate and --emulate makes one"],
  [["--drill"], "--drill only prints the steps of a drill"],
])("--emulate with %s is refused", async (more, says) => {
  const { code, err } = await runCli("prove", "--emulate", ...more);
  expect([code, err]).toEqual([2, expect.stringContaining(says)]);
});
