import { isObject } from "../plan/json";
import { type Json, objects } from "./configuration";
import { errorsIn, type TerraformError } from "./diagnostics";
import { createRun, secondRun } from "./mock-file";

export type RunName = "validate" | "create" | "no changes" | "destroy";

export interface RehearsedRun {
  readonly name: RunName;
  readonly status: "passed" | "failed" | "skipped";
  readonly errors: readonly TerraformError[];
  /** For `no changes`: what the second plan would still do, such as `update azurerm_key_vault.vault`. */
  readonly changes?: readonly string[];
}

/**
 * Listens to `terraform test -json -verbose`, line by line, and tells what became of each run. States and the schemas
 * inside plans are megabytes long; lines that hold only those are not even parsed.
 *
 * @see https://developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
export class Transcript {
  /** Whether Terraform came to a verdict: without one nothing was proved or refuted. */
  finished = false;
  /** What was written that is no message of Terraform's. */
  readonly strange: string[] = [];
  private readonly status = new Map<string, string>();
  private readonly errors = new Map<RunName, TerraformError[]>();
  private changes: string[] | undefined;
  private tearingDown = false;

  readonly hear = (line: string): void => {
    if (line.trim() === "" || line.slice(0, 200).includes("printing state")) return;
    const message = parse(line);
    if (!message) {
      this.strange.push(line);
      return;
    }
    const run = runOf(message["@testrun"]);
    const type = message["type"];
    if (type === "test_run") this.hearRun(message["test_run"]);
    else if (type === "test_file") this.hearFile(message["test_file"]);
    else if (type === "test_plan" && run === "no changes") this.changes = changesIn(message["test_plan"]);
    else if (type === "test_cleanup") this.add("destroy", leftovers(message["test_cleanup"]));
    else if (type === "diagnostic")
      this.add(this.tearingDown ? "destroy" : (run ?? "create"), errorsIn(message["diagnostic"]));
    else if (type === "test_summary") this.finished = true;
  };

  /** The runs in their order. */
  runs(): RehearsedRun[] {
    const create = this.run("create", this.status.get(createRun));
    const second = this.run("no changes", this.status.get(secondRun));
    const destroy = this.run("destroy", this.tearingDown ? "pass" : undefined);
    if (second.status === "skipped" || second.status === "failed") return [create, second, destroy];
    const seen = this.changes ?? ["the second plan was not shown"];
    return [create, { ...second, status: seen.length === 0 ? "passed" : "failed", changes: seen }, destroy];
  }

  private hearFile(file: unknown): void {
    if (isObject(file) && file["progress"] === "teardown") this.tearingDown = true;
  }

  private hearRun(run: unknown): void {
    if (!isObject(run)) return;
    if (run["progress"] === "teardown") this.tearingDown = true;
    if (typeof run["status"] === "string") this.status.set(String(run["run"]), run["status"]);
  }

  private add(name: RunName, errors: readonly TerraformError[]): void {
    this.errors.set(name, [...(this.errors.get(name) ?? []), ...errors]);
  }

  private run(name: RunName, said: string | undefined): RehearsedRun {
    const errors = this.errors.get(name) ?? [];
    const passed = said === "pass" && errors.length === 0;
    const skipped = errors.length === 0 && (said === undefined || said === "skip" || said === "pending");
    return { name, status: passed ? "passed" : skipped ? "skipped" : "failed", errors };
  }
}

function parse(line: string): Json | undefined {
  try {
    const message: unknown = JSON.parse(line);
    return isObject(message) ? message : undefined;
  } catch {
    return undefined;
  }
}

function runOf(name: unknown): RunName | undefined {
  if (name === createRun) return "create";
  return name === secondRun ? "no changes" : undefined;
}

function changesIn(plan: unknown): string[] {
  if (!isObject(plan)) return [];
  const resources = objects(plan["resource_changes"]).flatMap((one) => planned(one, String(one["address"])));
  const outputs = isObject(plan["output_changes"]) ? Object.entries(plan["output_changes"]) : [];
  return [...resources, ...outputs.flatMap(([name, change]) => planned({ change }, `output ${name}`))];
}

function planned(one: Json, address: string): string[] {
  const actions = isObject(one["change"]) ? one["change"]["actions"] : [];
  const real = (Array.isArray(actions) ? actions : []).filter((action) => action !== "no-op" && action !== "read");
  return real.length === 0 ? [] : [`${real.join(" and ")} ${address}`];
}

function leftovers(cleanup: unknown): TerraformError[] {
  if (!isObject(cleanup)) return [];
  const left = objects(cleanup["failed_resources"]).map((one) => String(one["instance"]));
  const named = left.length > 3 ? [...left.slice(0, 3), `${left.length - 3} more`] : left;
  return left.length === 0 ? [] : [{ summary: "the destroy leaves resources behind", detail: named.join(", ") }];
}
