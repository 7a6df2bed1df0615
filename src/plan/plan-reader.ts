import type { PlanGraph, Source } from "./graph";
import { asList, asObject, isObject, type Json, type JsonObject } from "./json";
import { PlanModules } from "./plan-modules";
import { PlanResolver } from "./plan-resolver";
import { Resource } from "./resource";
import { azurermMajor, type ProviderBlock, type Stack } from "./stack";

interface Instance {
  readonly address: string;
  readonly module: string;
  readonly body: JsonObject;
  readonly values: JsonObject;
}

function* valuesOf(module: JsonObject): Generator<Instance> {
  for (const one of asList(module["resources"])) {
    const body = asObject(one);
    yield {
      address: `${body["address"]}`,
      module: `${module["address"] ?? ""}`,
      body,
      values: asObject(body["values"]),
    };
  }
  for (const child of asList(module["child_modules"])) yield* valuesOf(asObject(child));
}

function* changesOf(plan: JsonObject): Generator<Instance> {
  for (const one of asList(plan["resource_changes"])) {
    const body = asObject(one);
    const after = asObject(body["change"])["after"];
    if (isObject(after))
      yield { address: `${body["address"]}`, module: `${body["module_address"] ?? ""}`, body, values: after };
  }
}

/** Every instance that exists after the plan: planned values, data sources read before, or what only changes show. */
function instances(plan: JsonObject): Instance[] {
  const found = new Map<string, Instance>();
  const add = (one: Instance) => found.has(one.address) || found.set(one.address, one);
  for (const one of valuesOf(asObject(asObject(plan["planned_values"])["root_module"]))) add(one);
  for (const one of valuesOf(asObject(asObject(asObject(plan["prior_state"])["values"])["root_module"])))
    if (one.body["mode"] === "data") add(one);
  if (plan["planned_values"] === undefined) for (const one of changesOf(plan)) add(one);
  return [...found.values()];
}

/** The addresses of a plan. */
export function planAddresses(plan: JsonObject): string[] {
  return instances(plan).map((one) => one.address);
}

function constants(expressions: JsonObject): JsonObject {
  const settings: Record<string, Json> = {};
  for (const [key, value] of Object.entries(expressions)) {
    if (Array.isArray(value)) settings[key] = value.map((one) => constants(asObject(one)));
    else if (isObject(value) && value["constant_value"] !== undefined) settings[key] = value["constant_value"];
    else if (isObject(value)) settings[key] = `\${${asList(value["references"])[0] ?? ""}}`;
  }
  return settings;
}

function providers(configuration: JsonObject): ProviderBlock[] {
  return Object.values(asObject(configuration["provider_config"])).map((value) => {
    const { name, alias, version_constraint: version, expressions } = asObject(value);
    return {
      name: `${name ?? ""}`,
      settings: constants(asObject(expressions)),
      ...(typeof alias === "string" && { alias }),
      ...(typeof version === "string" && { version }),
    };
  });
}

function stackOf(name: string, plan: JsonObject): Stack {
  const configuration = asObject(plan["configuration"]);
  const root = asObject(configuration["root_module"]);
  return {
    name,
    basis: "plan",
    identity: {},
    recorded: [],
    providers: providers(configuration),
    azurermMajor: azurermMajor(providers(configuration)),
    variables: asObject(root["variables"]),
    locals: {},
    backend: undefined,
    terraformVersion: undefined,
    modules: Object.entries(asObject(root["module_calls"])).map(([call, body]) => {
      const { source, version_constraint: version } = asObject(body);
      return { name: call, source: `${source ?? ""}`, ...(typeof version === "string" && { version }) };
    }),
    json: plan,
  };
}

/** Reads one `terraform show -json` plan. Destroyed resources and those of other providers take no part in rules. */
export function readPlanJson(
  graph: PlanGraph,
  name: string,
  plan: JsonObject,
  qualify: (stack: string, address: string) => string,
): Source {
  const stack = stackOf(name, plan);
  const unknowns = new Map<string, JsonObject>();
  for (const one of asList(plan["resource_changes"]).map(asObject))
    unknowns.set(`${one["address"]}`, asObject(asObject(one["change"])["after_unknown"]));
  const modules = new PlanModules(plan);
  const resources = instances(plan).map(({ address, module, body, values }) => {
    const written = modules.resource(module, address);
    const unknown = unknowns.get(address);
    const index = body["index"];
    return new Resource(
      graph,
      stack,
      body["mode"] === "data" ? "data" : "managed",
      `${body["type"]}`,
      `${body["name"]}`,
      module,
      typeof index === "string" || typeof index === "number" ? index : undefined,
      qualify(name, address),
      values,
      { ...(written && { expressions: asObject(written["expressions"]) }), ...(unknown && { unknown }) },
      undefined,
      written && asObject(written["for_each_expression"] ?? written["count_expression"]),
    );
  });
  return { stack, resources, resolver: new PlanResolver(graph, modules, resources) };
}
