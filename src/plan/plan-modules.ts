import { asList, asObject, type JsonObject } from "./json";

/** One module instance of a plan and the place of its call. */
export interface ModuleScope {
  readonly configuration: JsonObject;
  /** The call in the parent, absent at the root. */
  readonly call?: JsonObject;
  readonly parent?: string;
  readonly key?: string | number;
}

const STEP = /module\.([\w-]+)(?:\[(?:"((?:[^"\\]|\\.)*)"|(\d+))\])?/g;

/** The `configuration` of a plan by module address: what was written, before evaluation. */
export class PlanModules {
  private readonly scopes = new Map<string, ModuleScope | undefined>();
  private readonly resources = new Map<JsonObject, Map<string, JsonObject>>();
  private readonly root: JsonObject;

  constructor(plan: JsonObject) {
    this.root = asObject(asObject(plan["configuration"])["root_module"]);
  }

  /** The module instance at an address such as `module.net["a"].module.dns`; the empty address is the root. */
  scope(address: string): ModuleScope | undefined {
    if (!this.scopes.has(address)) this.scopes.set(address, this.find(address));
    return this.scopes.get(address);
  }

  /** What was written for a resource; `address` may end in an instance key. */
  resource(module: string, address: string): JsonObject | undefined {
    const configuration = this.scope(module)?.configuration;
    if (!configuration) return undefined;
    let index = this.resources.get(configuration);
    if (!index) {
      index = new Map();
      for (const one of asList(configuration["resources"]).map(asObject)) index.set(`${one["address"]}`, one);
      this.resources.set(configuration, index);
    }
    const local = module === "" ? address : address.slice(module.length + 1);
    return index.get(local) ?? index.get(local.endsWith("]") ? local.slice(0, local.indexOf("[")) : local);
  }

  private find(address: string): ModuleScope | undefined {
    if (address === "") return { configuration: this.root };
    const steps = [...address.matchAll(STEP)];
    const last = steps.at(-1);
    if (!last) return undefined;
    const parent = address.slice(0, last.index).replace(/\.$/, "");
    const call = asObject(asObject(this.scope(parent)?.configuration["module_calls"])[last[1] ?? ""]);
    const key = last[2] ?? (last[3] === undefined ? undefined : Number(last[3]));
    return { configuration: asObject(call["module"]), call, parent, ...(key !== undefined && { key }) };
  }
}
