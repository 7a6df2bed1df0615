import { badInput } from "../errors";
import { buildGraph, type GraphInput } from "./build";
import type { PlanGraph } from "./graph";
import { isObject, type JsonObject } from "./json";
import { inOneForm } from "./one-form";
import { repeatedKey } from "./repeated-key";

/** A whole file as one input of the graph. */
export interface ReadPlan extends GraphInput {
  readonly file: string;
}

const HOW = "Give it what `terraform show -json plan.tfplan` prints, or a stack's cdk.tf.json.";

/**
 * Parses a JSON object of which every key is written once.
 *
 * @throws BadInput that says what is wrong with it
 */
export function parseObject(text: string, file: string): JsonObject {
  const trimmed = text.trim();
  if (trimmed === "") throw badInput(`${file} is empty.`, HOW);
  let json: unknown;
  try {
    json = JSON.parse(trimmed);
  } catch {
    const open = /^[[{]/.test(trimmed) && !/[\]}]$/.test(trimmed);
    if (open) throw badInput(`${file} ends in the middle: it is not complete JSON.`, "Write the file again.");
    throw badInput(`${file} is not JSON.`, HOW);
  }
  if (!isObject(json)) throw badInput(`${file} is neither synthesized Terraform JSON nor a Terraform plan.`, HOW);
  const twice = repeatedKey(text);
  if (twice)
    throw badInput(
      `${JSON.stringify(twice.key)} stands twice in one object, which Terraform merges`,
      "Write every key once, as a synth does.",
      { file, line: twice.line, column: twice.column },
    );
  return json;
}

function kindOf(json: JsonObject, file: string): "synth" | "plan" {
  const version = json["format_version"] ?? json["plan_format_version"];
  const planned = isObject(json["planned_values"]) || Array.isArray(json["resource_changes"]);
  if (version !== undefined && planned) {
    if (typeof version === "string" && /^1\.\d+$/.test(version)) return "plan";
    const says = `${file} is a plan in format version ${JSON.stringify(version)}; versions 1.x are understood.`;
    throw badInput(says, "Print the plan with Terraform 1.x.");
  }
  if (isObject(json["resource"]) || isObject(json["terraform"]) || isObject(json["//"])) return "synth";
  if (version !== undefined && json["values"] !== undefined)
    throw badInput(`${file} is a Terraform state, not a plan.`, HOW);
  throw badInput(`${file} is neither synthesized Terraform JSON nor a Terraform plan.`, HOW);
}

/**
 * Reads one file: synthesized JSON of a stack, or a plan.
 *
 * @throws BadInput for anything else: not JSON, truncated, a key twice in one object, a state, a plan in an unknown format version
 */
export function readPlan(text: string, file: string): ReadPlan {
  const json = parseObject(text, file);
  const steps = file.split(/[\\/]/);
  const last = steps.at(-1) ?? file;
  const name = last === "cdk.tf.json" ? (steps.at(-2) ?? last) : last.replace(/(\.tf)?\.json$/, "");
  const kind = kindOf(json, file);
  return { kind, name, json: kind === "synth" ? inOneForm(json, file) : json, file };
}

/**
 * The graph of the files of one environment.
 *
 * @throws BadInput when none of them declares a resource of the azurerm provider: there is nothing to judge
 */
export function readEnvironment(inputs: readonly ReadPlan[]): PlanGraph {
  const graph = buildGraph(inputs);
  if (graph.managed().length === 0) {
    const files = inputs.map((one) => one.file).join(", ");
    throw badInput(
      `${files} has no azurerm resources, so there is nothing to judge.`,
      "Check that it is the right plan.",
    );
  }
  return graph;
}
