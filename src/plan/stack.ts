import type { JsonObject } from "./json";

/** Who a stack says it is, from its `//` metadata. */
export interface StackIdentity {
  readonly workload?: string;
  readonly stage?: string;
  readonly generation?: number;
  readonly stack?: string;
}

/** A decision that the stack wrote down beside the resources, for example why a change is ignored. */
export interface Recorded {
  readonly address: string;
  readonly what: string;
  readonly why: string;
}

/** One provider block. */
export interface ProviderBlock {
  /** `azurerm`, `random`. */
  readonly name: string;
  readonly alias?: string;
  /** Literal settings; in a plan only those that are constants. */
  readonly settings: JsonObject;
  /** Version constraint, where the input shows one. */
  readonly version?: string;
}

/** One synthesized stack or one plan: everything beside its resources. */
export interface Stack {
  readonly name: string;
  /** What a verdict about it rests on. */
  readonly basis: "static" | "plan";
  readonly identity: StackIdentity;
  readonly recorded: readonly Recorded[];
  readonly providers: readonly ProviderBlock[];
  /** Major version of azurerm whose names and defaults hold; the one of the bindings where the input shows none. */
  readonly azurermMajor: number;
  /** Declared variables by name. */
  readonly variables: JsonObject;
  readonly locals: JsonObject;
  /** Backend by kind, for example `{ azurerm: {…} }`; a plan does not show it. */
  readonly backend: JsonObject | undefined;
  /** `required_version`; a plan does not show it. */
  readonly terraformVersion: string | undefined;
  /** Modules with their source and version constraint. */
  readonly modules: readonly { readonly name: string; readonly source: string; readonly version?: string }[];
  /** The whole input, for rules that look for text anywhere. */
  readonly json: JsonObject;
}

/** The major version that a constraint of azurerm lets in first; 4 where it says none. */
export function azurermMajor(providers: readonly ProviderBlock[]): number {
  const constraint = providers.find(({ name, version }) => name === "azurerm" && version !== undefined)?.version;
  const major = /^(?:=|~>|>=)?\s*v?(\d{1,4})(?:\.|\s|,|$)/.exec(constraint?.trim() ?? "")?.[1];
  return major === undefined ? 4 : Number(major);
}
