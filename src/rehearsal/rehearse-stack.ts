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

/** How one step of a rehearsal went; the next one follows unless it is an end. */
interface Step {
  readonly runs: readonly RehearsedRun[];
  readonly end?: { readonly outcome: RehearsalOutcome; readonly reason?: string };
}

type Run = (args: readonly string[], onLine?: (line: string) => void) => Promise<CommandResult>;

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
  const { runs, end } = holdsTerraform(copy, folder)
    ? await rehearseMocked(tool, options, folder, scratch, hcl, gaps)
    : notRehearsed("the folder holds no Terraform configuration");
  return {
    stack: copy.name,
    outcome: end?.outcome ?? "rehearsed",
    ...(end?.reason ? { reason: end.reason } : {}),
    runs,
    gaps,
    lifted: copy.lifted,
    providers: lockedProviders(folder),
    durationMs: Date.now() - started,
  };
}

/** Initialises, validates and tests a copy of a stack, as far as it goes. */
async function rehearseMocked(
  tool: Tool,
  { timeoutMs = 600_000 }: StackOptions,
  folder: string,
  scratch: string,
  mocks: string,
  gaps: readonly string[],
): Promise<Step> {
  writeFileSync(join(folder, testFile), mocks);
  const settings = { cwd: folder, env: toolEnvironment(providerCache(scratch)), timeoutMs };
  const run: Run = (args, onLine) => runCommand(tool.bin, args, { ...settings, ...(onLine ? { onLine } : {}) });
  const initialised = await initialise(tool, run);
  if (initialised.end) return initialised;
  const validated = await validate(tool, run);
  if (validated.end) return validated;
  return testWithMocks(tool, run, validated.runs, gaps);
}

async function initialise(tool: Tool, run: Run): Promise<Step> {
  const args = ["init", "-backend=false", "-input=false", "-no-color"];
  const result = await run(args);
  if (result.code === 0) return { runs: [] };
  const reason = ofCommand(tool, args, ending(result) ?? trimmed(result.stderr || result.stdout));
  return isConfigurationError(result) ? failed(reason) : notRehearsed(reason);
}

async function validate(tool: Tool, run: Run): Promise<Step> {
  const args = ["validate", "-json"];
  const result = await run(args);
  const verdict = parseVerdict(result.stdout);
  if (!verdict) return notRehearsed(ofCommand(tool, args, ending(result) ?? trimmed(result.stderr || result.stdout)));
  const errors = errorsIn(verdict.diagnostics);
  const runs: RehearsedRun[] = [{ name: "validate", status: verdict.valid ? "passed" : "failed", errors }];
  return verdict.valid ? { runs } : failed(ofCommand(tool, args, errors.map(formatTerraformError).join("\n")), runs);
}

async function testWithMocks(
  tool: Tool,
  run: Run,
  before: readonly RehearsedRun[],
  gaps: readonly string[],
): Promise<Step> {
  const args = ["test", `-filter=${testFile}`, "-json", "-verbose"];
  const transcript = new Transcript();
  const result = await run(args, transcript.hear);
  const runs = [...before, ...transcript.runs()];
  const strange = ending(result) ?? (transcript.finished ? undefined : `no verdict, exit code ${result.code}`);
  if (strange) {
    const words = [strange, trimmed([...transcript.strange, result.stderr].join("\n"))].filter(Boolean).join("\n");
    return notRehearsed(ofCommand(tool, args, words), runs);
  }
  const wrong = runs.filter((one) => one.status !== "passed");
  if (wrong.length === 0 && result.code === 0) return { runs };
  return failed(ofCommand(tool, args, explain(wrong) || `exit code ${result.code}`) + suspects(gaps), runs);
}

const failed = (reason: string, runs: readonly RehearsedRun[] = []): Step => ({
  runs,
  end: { outcome: "failed", reason },
});

/** Nothing is known about the configuration. */
const notRehearsed = (reason: string, runs: readonly RehearsedRun[] = []): Step => ({
  runs,
  end: { outcome: "not-rehearsed", reason },
});

/** A command, and what came of it. */
function ofCommand(tool: Tool, args: readonly string[], words: string): string {
  return `\`${tool.name} ${args.join(" ")}\`: ${words}`;
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
