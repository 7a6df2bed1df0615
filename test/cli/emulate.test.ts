import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contentOf, folderWith } from "../support/folder";
import { runCli } from "../support/run-cli";

jest.setTimeout(120_000);

const ROOT = join(__dirname, "../..");
const MAIN = `terraform {
  backend "azurerm" {
    key = "orders.tfstate"
  }
}
`;

/** A folder of Terraform, and a program in Terraform's place that does something when it applies. */
function project(apply: string, version = "Terraform v1.11.4") {
  const folder = folderWith({ "orders/main.tf": MAIN, "orders/terraform.tfstate": "{}" });
  const bin = join(folder, "terraform");
  const lock = `provider "registry.terraform.io/hashicorp/azurerm" {\\n  version = "4.55.0"\\n}\\n`;
  writeFileSync(
    bin,
    `#!/bin/sh
case "$1" in
version) echo "${version}" ;;
init) printf '${lock}' > .terraform.lock.hcl ;;
apply) ${apply} ;;
esac`,
  );
  chmodSync(bin, 0o755);
  return { folder, dir: join(folder, "orders"), bin };
}

test("a run is told phase by phase, with what the copy has instead of the backend", async () => {
  const { dir, bin } = project(":");
  const before = contentOf(dir);
  const { code, out } = await runCli("emulate", dir, "--bin", bin);
  expect(code).toBe(0);
  expect(out.replaceAll(/ +\d+ s$/gm, "").split("\n")).toEqual([
    "orders  emulated  (terraform 1.11.4, azurerm 4.55.0)",
    "  apply                passed",
    "  no changes           passed",
    "  successor beside it  not run",
    "  destroy              passed",
    "  successor unchanged  not run",
    "  successor destroyed  not run",
    "  nothing left         passed",
    "  apply again          passed",
    "  run with local state in the place of the backend azurerm: orders",
    "",
  ]);
  expect(contentOf(dir)).toEqual(before);
});

test("Ctrl-C ends what was started, removes the temporary folder and leaves the user's files alone", async () => {
  const { folder, dir, bin } = project('sleep 300 & echo "$$ $!" > "$PIDS"; wait');
  const pids = join(folder, "pids");
  const scratch = join(folder, "tmp");
  mkdirSync(scratch);
  const before = contentOf(dir);
  const child = spawn(
    process.execPath,
    ["-r", "ts-node/register/transpile-only", join(ROOT, "src/cli/bin.ts"), "emulate", dir, "--bin", bin],
    { cwd: ROOT, env: { ...process.env, TMPDIR: scratch, PIDS: pids }, stdio: "ignore" },
  );
  const ended = new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)));
  while (!(existsSync(pids) && readFileSync(pids, "utf8").endsWith("\n"))) await pause();
  const started = readFileSync(pids, "utf8").trim().split(" ").map(Number);
  expect(started.map(runs)).toEqual([true, true]);
  expect(ours(scratch)).toHaveLength(1);
  child.kill("SIGINT");
  expect(await ended).toBe("SIGINT");
  for (let tries = 0; started.some(runs) && tries < 50; tries++) await pause();
  expect(started.map(runs)).toEqual([false, false]);
  expect(ours(scratch)).toEqual([]);
  expect(contentOf(dir)).toEqual(before);
});

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

/** What this program made in a folder; Node keeps compiled code there as well. */
const ours = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("gatewright-"));

/** Whether a process runs; one that has ended and that nobody has asked for its code does not. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, "utf8"));
  } catch {
    return false;
  }
}

test.each([
  ["no Terraform in it", "nothing", /^.*nothing holds neither Terraform nor the output of a synth\n/],
  ["no folder", "none", /^.*none holds neither Terraform nor the output of a synth\n/],
])("a folder with %s is refused", async (_, name, says) => {
  const folder = folderWith({ "nothing/README.md": "What it is.\n" });
  const { code, err } = await runCli("emulate", join(folder, name));
  expect([code, err]).toEqual([2, expect.stringMatching(says)]);
});

test.each([
  [["--step-limit", "soon"], '--step-limit must be a number of minutes up to 1440, got "soon"\n    Write it like 30'],
  [["--step-limit", "0"], '--step-limit must be a number of minutes up to 1440, got "0"\n'],
  [["--step-limit", "5000"], '--step-limit must be a number of minutes up to 1440, got "5000"\n'],
  [
    ["--endpoint", "192.0.2.1:443"],
    "--endpoint 192.0.2.1:443 is not on this machine: 192.0.2.1 is no loopback address",
  ],
  [
    ["--endpoint", "http://localhost:1"],
    '--endpoint must be the metadata host of an emulator, got "http://localhost:1"',
  ],
])("%j is refused", async (flags, says) => {
  const { dir, bin } = project(":");
  const { code, err } = await runCli("emulate", dir, "--bin", bin, ...flags);
  expect([code, err]).toEqual([2, expect.stringContaining(says)]);
});

test("a step has the minutes that are given", async () => {
  const { dir, bin } = project("sleep 60");
  const { code, out } = await runCli("emulate", dir, "--bin", bin, "--step-limit", "0.02");
  expect(code).toBe(1);
  expect(out).toContain("apply: stopped at the limit of 0.02 minutes that each step has (--step-limit)");
});

test.each([
  ["an old version", "Terraform v0.14.0", "terraform 0.14.0 is too old: an apply that tells as JSON"],
  ["another program", "hello", "version` does not answer as Terraform or OpenTofu does"],
])("with %s it is not emulated, which is not passed", async (_, version, says) => {
  const { dir, bin } = project(":", version);
  const { code, out } = await runCli("emulate", dir, "--bin", bin);
  expect([code, out]).toEqual([1, expect.stringContaining(says)]);
});

test("an emulator that does not answer is told apart from a run that failed", async () => {
  const { dir, bin } = project(":");
  const { code, out } = await runCli("emulate", dir, "--bin", bin, "--endpoint", "127.0.0.1:1");
  expect([code, out]).toEqual([1, "orders  not emulated: 127.0.0.1:1 does not answer\n"]);
});
