import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatTerraformError, trimmed } from "../../src/rehearsal/diagnostics";
import { type Rehearsal, rehearse } from "../../src/rehearsal/rehearse";

const stack = {
  name: "orders",
  json: { resource: { azurerm_resource_group: { rg: { name: "rg", lifecycle: { prevent_destroy: true } } } } },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fake-terraform-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that answers like Terraform, as far as the commands given here go, and notes how it was called. */
function fake(commands: { [command: string]: string }, version = "Terraform v1.11.4"): string {
  const bin = join(folder, "terraform");
  const script = [
    "#!/bin/sh",
    `echo "$PWD $*" >> ${folder}/calls`,
    'case "$1" in',
    `version) echo "${version}" ;;`,
    ...Object.entries(commands).map(([command, body]) => `${command})\n${body}\n;;`),
    "esac",
  ].join("\n");
  writeFileSync(bin, script);
  chmodSync(bin, 0o755);
  return bin;
}

const say = (...messages: object[]): string => messages.map((one) => `echo '${JSON.stringify(one)}'`).join("\n");
const ran = (run: string, status: string) => ({
  type: "test_run",
  "@testrun": run,
  test_run: { run, status, progress: "complete" },
});
const plan = (...actions: string[]) => ({
  type: "test_plan",
  "@testrun": "no_changes",
  test_plan: { resource_changes: [{ address: "azurerm_resource_group.rg", change: { actions } }] },
});
const teardown = { type: "test_file", test_file: { progress: "teardown" } };
const summary = { type: "test_summary", test_summary: {} };
const valid = say({ valid: true, diagnostics: [] });

function calls(): string[] {
  return readFileSync(join(folder, "calls"), "utf8").trim().split("\n");
}

async function one(commands: { [command: string]: string }, timeoutMs?: number): Promise<Rehearsal["stacks"][number]> {
  const result = await rehearse({ stacks: [stack], bin: fake(commands), ...(timeoutMs ? { timeoutMs } : {}) });
  return result.stacks[0]!;
}

describe("a rehearsal", () => {
  it("passes when everything validates, applies, plans nothing more and is destroyed", async () => {
    const test = say(ran("create", "pass"), ran("no_changes", "pass"), plan("no-op"), teardown, summary);
    const result = await rehearse({ stacks: [stack], bin: fake({ validate: valid, test }) });
    expect(result).toMatchObject({ outcome: "rehearsed", tool: { name: "terraform", version: "1.11.4" } });
    expect(result.stacks[0]?.runs.map((run) => `${run.name} ${run.status}`)).toEqual([
      "validate passed",
      "create passed",
      "no changes passed",
      "destroy passed",
    ]);
    expect(result.stacks[0]?.lifted).toEqual(["azurerm_resource_group.rg"]);
    expect(calls().map((call) => call.split(" ").slice(1).join(" "))).toEqual([
      "version",
      "init -backend=false -input=false -no-color",
      "validate -json",
      "test -filter=gatewright-rehearsal.tftest.hcl -json -verbose",
    ]);
  });

  it("fails when a second plan still has something to do, and names it", async () => {
    const test = say(ran("create", "pass"), ran("no_changes", "pass"), plan("update"), teardown, summary);
    const { outcome, reason } = await one({ validate: valid, test });
    expect(outcome).toBe("failed");
    expect(reason).toContain("a second plan is not empty: update azurerm_resource_group.rg");
  });

  it("fails when the second plan was never shown", async () => {
    const test = say(ran("create", "pass"), ran("no_changes", "pass"), teardown, summary);
    expect((await one({ validate: valid, test })).outcome).toBe("failed");
  });

  it("fails with the provider's words, the command and the address when validation does", async () => {
    const error = {
      severity: "error",
      summary: "bad tenant",
      detail: "expected a UUID",
      address: "azurerm_key_vault.v",
    };
    const { outcome, reason } = await one({ validate: say({ valid: false, diagnostics: [error] }) });
    expect(outcome).toBe("failed");
    expect(reason).toBe("`terraform validate -json`: bad tenant: expected a UUID (azurerm_key_vault.v)");
  });

  it("is not rehearsed when the provider cannot be had", async () => {
    const init = 'echo "│ Error: Failed to query available provider packages" >&2; exit 1';
    const { outcome, reason } = await one({ init });
    expect(outcome).toBe("not-rehearsed");
    expect(reason).toContain("`: Error: Failed to query available provider packages");
  });

  it("is not rehearsed when Terraform ends strangely or never ends", async () => {
    expect(await one({ validate: valid, test: "echo boom; exit 139" })).toMatchObject({
      outcome: "not-rehearsed",
      reason: expect.stringContaining("no verdict, exit code 139\nboom"),
    });
    expect(await one({ init: "sleep 30" }, 300)).toMatchObject({
      outcome: "not-rehearsed",
      reason: expect.stringContaining("took too long"),
    });
  });

  it("is not rehearsed without a tool, with an old one, with another program, or without a stack", async () => {
    const old = fake({}, "Terraform v1.5.7");
    expect((await rehearse({ stacks: [stack], bin: join(folder, "absent") })).reason).toMatch(/cannot be started$/);
    expect((await rehearse({ stacks: [stack], bin: old })).reason).toBe(
      "terraform 1.5.7 is too old: mocks for providers came with 1.7.0",
    );
    expect((await rehearse({ stacks: [stack], bin: fake({}, "hello") })).outcome).toBe("not-rehearsed");
    const result = await rehearse({ stacks: [], bin: fake({}, "OpenTofu v1.9.0") });
    expect(result).toMatchObject({ outcome: "not-rehearsed", reason: "there is no stack", tool: { name: "tofu" } });
  });

  it("leaves the folder it was given alone and its own temporary folder nowhere", async () => {
    const dir = join(folder, "stack");
    mkdirSync(dir);
    writeFileSync(join(dir, "cdk.tf.json"), JSON.stringify(stack.json));
    const bin = fake({ validate: valid, test: say(summary) });
    await rehearse({ stacks: [{ dir }], bin });
    expect(readFileSync(join(dir, "cdk.tf.json"), "utf8")).toBe(JSON.stringify(stack.json));
    const scratch = calls()[1]?.split(" ")[0] ?? "";
    expect(scratch).not.toContain(dir);
    expect(() => readFileSync(join(scratch, "cdk.tf.json"))).toThrow("ENOENT");
  });
});

it("an interrupted rehearsal ends what it started and leaves nothing behind", async () => {
  const bin = fake({ init: "sleep 60" });
  const root = join(__dirname, "../..");
  const work = `require(${JSON.stringify(join(root, "src/rehearsal/rehearse"))}).rehearse(${JSON.stringify({ stacks: [stack], bin })})`;
  const child = spawn(process.execPath, ["-r", "ts-node/register", "-e", work], { cwd: root, stdio: "ignore" });
  const ended = new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)));
  const initialising = (): string | undefined =>
    existsSync(join(folder, "calls")) ? calls().find((call) => call.includes(" init ")) : undefined;
  while (!initialising() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50));
  const scratch = initialising()?.split(" ")[0] ?? "";
  expect(existsSync(scratch)).toBe(true);
  child.kill("SIGTERM");
  expect(await ended).toBe("SIGTERM");
  expect(existsSync(scratch)).toBe(false);
}, 30_000);

describe("Terraform's words", () => {
  it("lose colours, frames and empty lines, and stop after some lines", () => {
    const text = `\u001b[31m╷\u001b[0m\n│ Error: no\n│ \n${Array.from({ length: 20 }, (_, n) => `│ ${n}`).join("\n")}`;
    expect(trimmed(text, 3)).toBe("Error: no\n0\n1\n… 18 more lines");
  });

  it("end with the address", () => {
    expect(formatTerraformError({ summary: "a", detail: "b\nc", address: "x.y" })).toBe("a: b c (x.y)");
  });
});
