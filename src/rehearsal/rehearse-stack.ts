import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandResult, runCommand } from "./command";
import { errorsIn, formatTerraformError, trimmed } from "./diagnostics";
import { mockFile } from "./mock-file";
import { lockedProviders, providerCache } from "./provider-cache";
import { copyStack, holdsTerraform, type StackSource } from "./stack-copy";
import { type Tool, toolEnvironment } from "./tool";
import { type RehearsedRun, Transcript } from "./transcript";

export type RehearsalOutcome = "rehearsed" | "failed" | "not-rehearsed";

export interface StackRehearsal {
  readonly stack: string;
  readonly outcome: RehearsalOutcome;
  /** Why not, with the command and Terraform's own words, trimmed. Absent when rehearsed. */
  readonly reason?: string;
  readonly runs: readonly RehearsedRun[];
  /** What the mocks had no form for, see `MockFile.gaps`. */
  readonly gaps: readonly string[];
  /** Resources whose `prevent_destroy` was lifted in the copy that was rehearsed. */
  readonly lifted: readonly string[];
  /** Version of every provider that took part, by source address: `{ "registry.terraform.io/hashicorp/azurerm": "4.55.0" }`. */
  readonly providers: { readonly [source: string]: string };
  readonly durationMs: number;
}

/** What is the same for every stack of a rehearsal. */
export interface StackOptions {
  readonly variables?: { readonly [name: string]: unknown };
  readonly timeoutMs?: number;
}

const testFile = "gatewright-rehearsal.tftest.hcl";

/** Rehearse one stack in `folder`, which is made for it; `scratch` is what the stacks of one rehearsal share. */
export async function rehearseStack(
  source: StackSource,
  tool: Tool,
  options: StackOptions,
  folder: string,
  scratch: string,
): Promise<StackRehearsal> {
  const started = Date.now();
  const copy = copyStack(source, folder);
  const { hcl, gaps } = mockFile(copy.files, {
    variables: declared(copy.files, options.variables),
    alsoUsed: copy.alsoUsed,
  });
  const end = (outcome: RehearsalOutcome, runs: readonly RehearsedRun[], reason?: string): StackRehearsal => ({
    stack: copy.name,
    outcome,
    ...(reason ? { reason } : {}),
    runs,
    gaps,
    lifted: copy.lifted,
    providers: lockedProviders(folder),
    durationMs: Date.now() - started,
  });
  if (!holdsTerraform(copy, folder)) return end("not-rehearsed", [], "the folder holds no Terraform configuration");
  writeFileSync(join(folder, testFile), hcl);

  const settings = {
    cwd: folder,
    env: toolEnvironment(providerCache(scratch)),
    timeoutMs: options.timeoutMs ?? 600_000,
  };
  const run = (args: readonly string[], onLine?: (line: string) => void): Promise<CommandResult> =>
    runCommand(tool.bin, args, { ...settings, ...(onLine ? { onLine } : {}) });
  const said = (args: readonly string[], words: string): string => `\`${tool.name} ${args.join(" ")}\`: ${words}`;

  const init = ["init", "-backend=false", "-input=false", "-no-color"];
  const initialised = await run(init);
  if (initialised.code !== 0) {
    const words = ending(initialised) ?? trimmed(initialised.stderr || initialised.stdout);
    return end(isConfigurationError(initialised) ? "failed" : "not-rehearsed", [], said(init, words));
  }

  const validate = ["validate", "-json"];
  const validated = await run(validate);
  const verdict = parseVerdict(validated.stdout);
  if (!verdict) {
    return end("not-rehearsed", [], said(validate, ending(validated) ?? trimmed(validated.stderr || validated.stdout)));
  }
  const errors = errorsIn(verdict.diagnostics);
  const validation: RehearsedRun = { name: "validate", status: verdict.valid ? "passed" : "failed", errors };
  if (!verdict.valid) return end("failed", [validation], said(validate, errors.map(formatTerraformError).join("\n")));

  const test = ["test", `-filter=${testFile}`, "-json", "-verbose"];
  const transcript = new Transcript();
  const tested = await run(test, transcript.hear);
  const runs = [validation, ...transcript.runs()];
  const strange = ending(tested) ?? (transcript.finished ? undefined : `no verdict, exit code ${tested.code}`);
  if (strange) {
    const words = [strange, trimmed([...transcript.strange, tested.stderr].join("\n"))].filter(Boolean).join("\n");
    return end("not-rehearsed", runs, said(test, words));
  }
  const wrong = runs.filter((one) => one.status !== "passed");
  if (wrong.length === 0 && tested.code === 0) return end("rehearsed", runs);
  return end("failed", runs, said(test, explain(wrong) || `exit code ${tested.code}`) + suspects(gaps));
}

/** The first failure only: what follows from it, such as resources that the destroy leaves behind, is in the runs. */
function explain(wrong: readonly RehearsedRun[]): string {
  const first = wrong.find((one) => one.status === "failed");
  if (!first) return "";
  if (first.changes?.length) return `a second plan is not empty: ${first.changes.join(", ")}`;
  return [...new Set(first.errors.map(formatTerraformError))].join("\n") || `the run "${first.name}" failed`;
}

/** A random string in the place of an id is no fault of the configuration: say where one may have been. */
function suspects(gaps: readonly string[]): string {
  return gaps.length === 0 ? "" : `\n(the mocks have no form for ${gaps.join(", ")}: the fault may be theirs)`;
}

/** Ends that say nothing about the configuration. */
function ending(result: CommandResult): string | undefined {
  if (result.notStarted) return `cannot be started (${result.notStarted})`;
  if (result.timedOut) return "took too long and was stopped";
  return result.signal ? `ended by ${result.signal}` : undefined;
}

/** What `init` refuses because of the configuration itself, not because a tool or provider cannot be had. */
export function isConfigurationError({ stdout, stderr }: CommandResult): boolean {
  return /Terraform encountered problems during initiali[sz]ation|encountered problems during initiali[sz]ation|Invalid JSON|Unsupported argument|Unsupported block type|Invalid reference|Duplicate (resource|variable|provider)|Extraneous JSON/.test(
    stdout + stderr,
  );
}

function parseVerdict(stdout: string): { valid: boolean; diagnostics: unknown } | undefined {
  try {
    const { valid, diagnostics } = JSON.parse(stdout);
    return typeof valid === "boolean" ? { valid, diagnostics } : undefined;
  } catch {
    return undefined;
  }
}

function declared(
  files: readonly { readonly [key: string]: unknown }[],
  given: StackOptions["variables"] = {},
): typeof given {
  const names = new Set(files.flatMap((file) => Object.keys((file["variable"] as object) ?? {})));
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name)));
}
