import { existenceOf } from "./existence";
import type { PlanGraph, Source } from "./graph";
import { asList, asObject, isObject, type Json, type JsonObject } from "./json";
import { Resource } from "./resource";
import { azurermMajor, type ProviderBlock, type Recorded, type Stack } from "./stack";
import { SynthResolver } from "./synth-resolver";

/** Arguments that belong to Terraform, not to the resource. */
const META = new Set(["lifecycle", "depends_on", "provider", "connection", "provisioner", "for_each", "count", "//"]);

/** The addresses that a synthesized stack declares. */
export function synthAddresses(json: JsonObject): string[] {
  return [...declared(json, "resource")].map(([type, name]) => `${type}.${name}`);
}

function* declared(json: JsonObject, section: string): Generator<[string, string, JsonObject]> {
  for (const [type, named] of Object.entries(asObject(json[section])))
    for (const [name, body] of Object.entries(asObject(named))) {
      const one = asList(body)[0];
      if (isObject(one)) yield [type, name, one];
    }
}

function providers(json: JsonObject): ProviderBlock[] {
  const terraform = asObject(asList(json["terraform"])[0]);
  const required = asObject(asList(terraform["required_providers"])[0]);
  const blocks: ProviderBlock[] = [];
  for (const [name, written] of Object.entries(asObject(json["provider"])))
    for (const settings of asList(written)) {
      const constraint = required[name];
      const version = isObject(constraint) ? constraint["version"] : constraint;
      const alias = asObject(settings)["alias"];
      blocks.push({
        name,
        settings: asObject(settings),
        ...(typeof alias === "string" && { alias }),
        ...(typeof version === "string" && { version }),
      });
    }
  return blocks;
}

function recorded(value: Json | undefined): Recorded[] {
  return asList(value)
    .map(asObject)
    .map((one) => ({ address: `${one["address"] ?? ""}`, what: `${one["what"] ?? ""}`, why: `${one["why"] ?? ""}` }));
}

function modules(json: JsonObject) {
  return Object.entries(asObject(json["module"])).map(([name, body]) => {
    const { source, version } = asObject(asList(body)[0]);
    return { name, source: `${source ?? ""}`, ...(typeof version === "string" && { version }) };
  });
}

function stackOf(name: string, json: JsonObject): Stack {
  const terraform = asObject(asList(json["terraform"])[0]);
  const own = asObject(asObject(json["//"])["gatewright"]);
  const backend = asList(terraform["backend"])[0];
  const text = (key: string) => (typeof own[key] === "string" ? { [key]: own[key] } : {});
  return {
    name,
    basis: "static",
    identity: {
      ...text("workload"),
      ...text("stage"),
      ...text("stack"),
      ...(typeof own["generation"] === "number" && { generation: own["generation"] }),
    },
    recorded: recorded(own["recorded"]),
    providers: providers(json),
    azurermMajor: azurermMajor(providers(json)),
    variables: asObject(json["variable"]),
    locals: asObject(asList(json["locals"])[0]),
    backend: isObject(backend) ? backend : undefined,
    terraformVersion: typeof terraform["required_version"] === "string" ? terraform["required_version"] : undefined,
    modules: modules(json),
    json,
  };
}

/** Reads one synthesized stack. A resource with `count = 0`, or for each of nothing, does not exist. */
export function readSynth(
  graph: PlanGraph,
  name: string,
  json: JsonObject,
  qualify: (stack: string, address: string) => string,
  absent: ReadonlySet<string>,
): Source {
  const stack = stackOf(name, json);
  const locals = new SynthResolver(graph, stack, new Map());
  const resources: Resource[] = [];
  const byAddress = new Map<string, Resource>();
  for (const section of ["resource", "data"] as const)
    for (const [type, id, body] of declared(json, section)) {
      const local = section === "data" ? `data.${type}.${id}` : `${type}.${id}`;
      const { exists, perhaps } = existenceOf(body, (raw) => locals.value(raw));
      if (!exists || absent.has(qualify(name, local))) continue;
      const attributes: Record<string, Json> = {};
      for (const [key, value] of Object.entries(body))
        if (!META.has(key) && value !== undefined) attributes[key] = value;
      const mode = section === "data" ? "data" : "managed";
      const lifecycle = asList(body["lifecycle"])[0];
      const resource = new Resource(
        graph,
        stack,
        mode,
        type,
        id,
        "",
        undefined,
        qualify(name, local),
        attributes,
        {},
        isObject(lifecycle) ? lifecycle : undefined,
        undefined,
        perhaps,
      );
      resources.push(resource);
      byAddress.set(local, resource);
    }
  return { stack, resources, resolver: new SynthResolver(graph, stack, byAddress) };
}
