import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadEnvironments } from "../../src/config/load";
import { type EnvironmentConfig, SCHEMAS } from "../../src/config/schema";
import { validateConfig } from "../../src/config/validate";
import { rehearse } from "../../src/rehearsal/rehearse";
import type { StackRehearsal } from "../../src/rehearsal/rehearse-stack";
import type { StackSource } from "../../src/rehearsal/stack-copy";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { createEnvironment } from "../../stacks/create";
import { ALL, everyText } from "../support/every-text";
import { runClaims } from "./claims";

/**
 * Every example environment and every fixture with the real Terraform and the real azurerm provider, one line a stack, against
 * mocks; then two generations of the example's POC and Pilot against the emulated Azure, one line an environment.
 * Arguments are folders to take instead, against mocks alone: a stack (`*.tf.json` in it) or an output folder
 * (`stacks/*` in it).
 * Where Terraform or the provider cannot be had: `not run: <reason>` and exit code 0, but nothing counts as passed.
 */
const root = resolve(__dirname, "../..");

function holdsStack(folder: string): boolean {
  return readdirSync(folder).some((name) => /\.tf(\.json)?$/.test(name));
}

function stacksIn(folder: string): StackSource[] {
  if (holdsStack(folder)) return [{ dir: folder }];
  const parent = existsSync(join(folder, "stacks")) ? join(folder, "stacks") : folder;
  const below = readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return below
    .map((entry) => join(parent, entry.name))
    .filter(holdsStack)
    .map((dir) => ({ dir }));
}

function fixtures(): StackSource[] {
  const folder = join(root, "test/rehearsal/fixtures");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tf.json"))
    .map((name) => ({ name: `fixture ${name.replace(".tf.json", "")}`, json: require(join(folder, name)) }));
}

/** Every stage with text in it that Terraform would act upon, in every field that takes text. */
function hostileTexts(): StackSource[] {
  const examples = ["full-ladder", "scale"].flatMap((one) =>
    loadEnvironments([], join(root, "examples", one, "environments")),
  );
  return examples.flatMap((loaded) => {
    const { config } = everyText<EnvironmentConfig>(SCHEMAS[loaded.config.stage], loaded.config, ALL, validateConfig);
    const environment = createEnvironment(new GatewrightApp(), { ...loaded, config });
    return synthesizeInMemory(environment).map(({ name, json }) => ({
      name: `${name} of hostile text${config.stage === "scale" ? ", at Scale" : ""}`,
      json: json as Record<string, unknown>,
    }));
  });
}

/** Synthesize every example into `out`; an example that does not synthesize is a failure, not a stack less. */
function examples(out: string): { stacks: StackSource[]; broken: string[] } {
  const stacks: StackSource[] = [];
  const broken: string[] = [];
  const folder = join(root, "examples");
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const cwd = join(folder, name);
    if (!existsSync(join(cwd, "environments"))) continue;
    const target = join(out, name);
    const cli = ["-r", "ts-node/register", join(root, "src/cli/bin.ts"), "synth", "--out", target];
    const env = { ...process.env, TS_NODE_PROJECT: join(root, "tsconfig.json") };
    const done = spawnSync(process.execPath, cli, { cwd, env, encoding: "utf8" });
    if (done.status === 0) stacks.push(...stacksIn(target));
    else broken.push(`examples/${name}: synth ended with ${done.status}\n${(done.stderr || done.stdout).trim()}`);
  }
  return { stacks, broken };
}

/** What is emulated here as well; `npm run test:emulated -- --claims` takes everything. */
const EMULATED = ["--count", "0", "--only", "full-ladder orders-(poc|pilot)$", "--together", "2"];

function line(one: StackRehearsal): string {
  const gaps = one.gaps.length > 0 ? `, without a form: ${one.gaps.join(", ")}` : "";
  const provider = Object.entries(one.providers).map(([source, version]) => `${source.split("/").at(-1)} ${version}`);
  const word = { rehearsed: "passed", failed: "FAILED", "not-rehearsed": "not run" }[one.outcome];
  const reason = one.reason ? `\n    ${one.reason.replaceAll("\n", "\n    ")}` : "";
  return `${word}  ${one.stack}  ${(one.durationMs / 1000).toFixed(1)} s  ${provider.join(", ")}${gaps}${reason}`;
}

async function main(): Promise<number> {
  const out = mkdtempSync(join(tmpdir(), "gatewright-examples-"));
  process.on("exit", () => rmSync(out, { recursive: true, force: true }));
  const given = process.argv.slice(2);
  const { stacks, broken } =
    given.length > 0 ? { stacks: given.flatMap((one) => stacksIn(resolve(one))), broken: [] } : examples(out);
  const all = given.length > 0 ? stacks : [...stacks, ...fixtures(), ...hostileTexts()];
  for (const one of broken) console.log(`FAILED  ${one}`);
  const result = await rehearse({ stacks: all, onStack: (one) => console.log(line(one)) });
  const count = (outcome: StackRehearsal["outcome"]): number =>
    result.stacks.filter((one) => one.outcome === outcome).length;
  const failed = count("failed") + broken.length;
  const skipped = count("not-rehearsed");
  if (result.outcome === "not-rehearsed") console.log(`not run: ${result.reason}`);
  if (result.tool) console.log(`${result.tool.name} ${result.tool.version}`);
  console.log(`${count("rehearsed")} passed, ${failed} failed${skipped > 0 ? `, ${skipped} not run` : ""}`);
  const contradictions = given.length > 0 ? 0 : await runClaims(EMULATED);
  return failed + contradictions > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(2);
  },
);
