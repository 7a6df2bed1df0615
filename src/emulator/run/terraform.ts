import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandResult, runCommand } from "../../rehearsal/command";
import { errorsIn, formatTerraformError, type TerraformError, trimmed } from "../../rehearsal/diagnostics";
import { lockedProviders } from "../../rehearsal/provider-cache";
import { isConfigurationError } from "../../rehearsal/rehearse-stack";
import { copyStack, type StackCopy, type StackSource } from "../../rehearsal/stack-copy";
import { type Tool, toolEnvironment } from "../../rehearsal/tool";
import { variableValues } from "../../rehearsal/variables";
import { type Json, object, objects, text } from "../json";
import { type Settings, settingsOf } from "./settings";

/** What became of one command. */
export interface Outcome {
  readonly errors: readonly TerraformError[];
  /** What a plan would still do: `update azurerm_key_vault.vault`. */
  readonly changes: readonly string[];
  readonly seconds: number;
  /** For `init`: true where the configuration itself is refused, and not a provider that cannot be had. */
  readonly isConfiguration?: boolean;
}

export interface TerraformOptions {
  readonly tool: Tool;
  /** Variables that lead the providers to the emulated Azure. */
  readonly azure: Readonly<Record<string, string>>;
  /** Values of input variables; a stack takes those that it declares. */
  readonly variables: () => Readonly<Record<string, unknown>>;
  /** For each command. */
  readonly timeoutMs: number;
  /** How much Terraform does at once: what takes time here are the provider's own waits. @default 40 */
  readonly parallelism?: number;
}

/** A stack that is applied, planned and destroyed in a folder of its own, with state in that folder. */
export class TerraformFolder {
  private constructor(
    readonly copy: StackCopy,
    readonly settings: Settings,
    private readonly folder: string,
    private readonly options: TerraformOptions,
  ) {}

  /** Copy a stack into a folder, with local state in the place of its backend, and nothing of the user's changed. */
  static make(source: StackSource, folder: string, options: TerraformOptions): TerraformFolder {
    const copy = copyStack(source, folder);
    const settings = settingsOf(folder);
    const backend = { terraform: { backend: { local: { path: "terraform.tfstate" } } } };
    writeFileSync(join(folder, "gatewright_emulated_override.tf.json"), JSON.stringify(backend));
    return new TerraformFolder(copy, settings, folder, options);
  }

  /** Load the providers: not through the emulator, which leads nowhere else. */
  async init(extra: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const started = Date.now();
    const result = await this.run(["init", "-input=false", "-no-color"], toolEnvironment(extra));
    if (result.code === 0) return ended(started, []);
    return {
      ...ended(started, [{ summary: "init", detail: words(result, this.options.timeoutMs) }]),
      isConfiguration: isConfigurationError(result),
    };
  }

  apply(): Promise<Outcome> {
    return this.change(["apply", "-auto-approve"]);
  }

  destroy(): Promise<Outcome> {
    return this.change(["apply", "-destroy", "-auto-approve"]);
  }

  /** Destroy some resources and nothing else. */
  destroyOnly(addresses: readonly string[]): Promise<Outcome> {
    return this.change(["apply", "-destroy", "-auto-approve", ...addresses.map((one) => `-target=${one}`)]);
  }

  /** Go on with the state of another folder, as if its stack had been changed. */
  takeOver(before: TerraformFolder): void {
    copyFileSync(join(before.folder, "terraform.tfstate"), join(this.folder, "terraform.tfstate"));
  }

  /** Addresses of a type that the state holds, and their ARM ids. */
  heldOf(type: string): readonly { readonly address: string; readonly id: string }[] {
    return objects(this.state()["resources"])
      .filter((one) => one["mode"] === "managed" && one["type"] === type)
      .flatMap((one) =>
        objects(one["instances"]).map((instance) => ({
          address: `${type}.${text(one["name"])}`,
          id: text(object(instance["attributes"])["id"]),
        })),
      );
  }

  /** What is left to do; nothing, where what Azure answers is what the configuration asks for. */
  plan(): Promise<Outcome> {
    return this.change(["plan"]);
  }

  output(): Json {
    const state = this.state();
    return Object.fromEntries(
      Object.entries(object(state["outputs"])).map(([name, one]) => [name, object(one)["value"]]),
    );
  }

  /** Addresses of what the state still holds. */
  held(): string[] {
    const resources = (this.state()["resources"] ?? []) as Json[];
    return resources
      .filter((one) => one["mode"] === "managed" && ((one["instances"] ?? []) as unknown[]).length > 0)
      .map((one) => `${one["type"]}.${one["name"]}`);
  }

  /** ARM ids of what the state holds. */
  ids(): string[] {
    const resources = objects(this.state()["resources"]).filter((one) => one["mode"] === "managed");
    return resources
      .flatMap((one) => objects(one["instances"]))
      .flatMap((one) => text(object(one["attributes"])["id"]) || []);
  }

  /** Version of every provider, once initialised. */
  providers(): { [source: string]: string } {
    return lockedProviders(this.folder);
  }

  private writeVariables(): void {
    const declared: Json = Object.assign({}, ...this.copy.files.map((file) => object(file["variable"])));
    const { values } = variableValues(declared, this.options.variables());
    writeFileSync(join(this.folder, "gatewright.auto.tfvars.json"), JSON.stringify(values));
  }

  private state(): Json {
    const path = join(this.folder, "terraform.tfstate");
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Json) : {};
  }

  private async change(command: readonly string[]): Promise<Outcome> {
    const started = Date.now();
    this.writeVariables();
    const errors: TerraformError[] = [];
    const changes: string[] = [];
    const strange: string[] = [];
    const atWork = new Set<string>();
    const hear = (line: string): void => {
      const message = parse(line);
      if (!message) {
        if (line.trim()) strange.push(line);
        return;
      }
      if (message["type"] === "diagnostic") errors.push(...errorsIn(message["diagnostic"]));
      if (message["type"] === "planned_change") changes.push(changeIn(object(message["change"])));
      const { resource } = object(message["hook"]);
      if (message["type"] === "apply_start") atWork.add(text(object(resource)["addr"]));
      if (/^apply_(complete|errored)$/.test(text(message["type"]))) atWork.delete(text(object(resource)["addr"]));
    };
    const parallelism = `-parallelism=${this.options.parallelism ?? 40}`;
    const args = [...command, "-json", "-input=false", parallelism];
    const result = await this.run(args, toolEnvironment(this.options.azure), hear);
    if (result.timedOut) errors.push({ summary: wordFor(command), detail: stopped(this.options.timeoutMs, atWork) });
    else if (result.code !== 0 && errors.length === 0)
      errors.push({ summary: wordFor(command), detail: trimmed([...strange, result.stderr].join("\n")) });
    return { ...ended(started, errors), changes };
  }

  private run(
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    onLine?: (line: string) => void,
  ): Promise<CommandResult> {
    const { tool, timeoutMs } = this.options;
    return runCommand(tool.bin, args, { cwd: this.folder, env, timeoutMs, ...(onLine ? { onLine } : {}) });
  }
}

/** Every error once, in a line each. */
export function errorLines(outcome: Outcome): string[] {
  return [...new Set(outcome.errors.map(formatTerraformError))];
}

function ended(started: number, errors: readonly TerraformError[]): Outcome {
  return { errors, changes: [], seconds: (Date.now() - started) / 1000 };
}

function words(result: CommandResult, timeoutMs: number): string {
  if (result.notStarted) return `cannot be started (${result.notStarted})`;
  return result.timedOut ? stopped(timeoutMs) : trimmed(result.stderr || result.stdout);
}

function wordFor(command: readonly string[]): string {
  return command.includes("-destroy") ? "destroy" : (command[0] ?? "");
}

/** What is said of a command that reached its limit, and what it was still waiting for. */
function stopped(timeoutMs: number, atWork: ReadonlySet<string> = new Set()): string {
  const limit = `stopped at the limit of ${Number((timeoutMs / 60_000).toFixed(2))} minutes that each step has (--step-limit)`;
  return atWork.size === 0 ? limit : `${limit}, while these were not done: ${[...atWork].join(", ")}`;
}

function parse(line: string): Json | undefined {
  try {
    return object(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function changeIn(change: Json): string {
  const resource = object(change["resource"]);
  return `${String(change["action"])} ${String(resource["addr"])}`;
}
