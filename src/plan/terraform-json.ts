import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Terraform JSON as cdktf writes it, as far as it is read here. */
export interface TerraformJson {
  readonly "//"?: { readonly metadata?: unknown; readonly gatewright?: StackIdentity };
  readonly terraform?: Readonly<Record<string, unknown>>;
  readonly provider?: Readonly<Record<string, unknown>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly variable?: Readonly<Record<string, unknown>>;
  readonly output?: Readonly<Record<string, unknown>>;
}

/** Arguments of a resource, as written. */
export type Attributes = Readonly<Record<string, unknown>>;

/** What a stack of ours says of itself. */
export interface StackIdentity {
  readonly workload: string;
  readonly stage: string;
  readonly generation: number;
  readonly stack: string;
  readonly recorded: readonly { readonly address: string; readonly what: string; readonly why: string }[];
}

/** A stack by name, with its Terraform JSON. */
export interface SynthesizedStack {
  /** For example `orders-poc-platform`. */
  readonly name: string;
  readonly json: TerraformJson;
}

/** One resource of a stack. */
export interface SynthesizedResource {
  readonly address: string;
  readonly type: string;
  readonly attributes: Attributes;
}

/** The managed resources of a stack, sorted by address. */
export function resourcesOf(json: TerraformJson): SynthesizedResource[] {
  return Object.entries(json.resource ?? {})
    .flatMap(([type, named]) =>
      Object.entries(named).map(([name, attributes]) => ({ address: `${type}.${name}`, type, attributes })),
    )
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Reads the stacks of an output folder. */
export function readStacks(output: string, names: readonly string[]): SynthesizedStack[] {
  return names.map((name) => ({
    name,
    json: JSON.parse(readFileSync(join(output, "stacks", name, "cdk.tf.json"), "utf8")) as TerraformJson,
  }));
}
