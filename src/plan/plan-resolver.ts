import { type Mention, mention, soleMention, template } from "./expression";
import type { PlanGraph, Resolver } from "./graph";
import { asList, asObject, isObject, type Json, type JsonObject } from "./json";
import { plainText } from "./plain-text";
import type { PlanModules } from "./plan-modules";
import type { Reference } from "./reference";
import type { Part, Resource } from "./resource";

const DEPTH = 12;

/** Where an expression stands: a module instance, and the resource whose `each` and `count` it may use. */
interface Site {
  readonly module: string;
  readonly key?: string | number;
  readonly repetition?: JsonObject;
}

/** Resolves references of a plan: known ids by ARM id, unknown ones through the configuration's `references`. */
export class PlanResolver implements Resolver {
  private readonly instances = new Map<string, Resource[]>();

  constructor(
    private readonly graph: PlanGraph,
    private readonly modules: PlanModules,
    resources: readonly Resource[],
  ) {
    for (const one of resources) {
      const kind = one.mode === "data" ? "data." : "";
      const base = `${one.module === "" ? "" : `${one.module}.`}${kind}${one.type}.${one.name}`;
      const list = this.instances.get(base);
      if (list) list.push(one);
      else this.instances.set(base, [one]);
    }
  }

  resolve(_resource: Resource, raw: Json | undefined): Json | undefined {
    if (typeof raw === "string") return plainText(raw);
    return Array.isArray(raw) && raw.every((one) => typeof one === "string") ? plainText(raw) : raw;
  }

  references(part: Part, name: string): Reference[] {
    const resource = part.resource;
    const values = asList(part.attributes[name]).filter((one) => one !== "");
    const unknown = part.written.unknown?.[name];
    const elements = Array.isArray(unknown) ? unknown : unknown === true ? [true] : [];
    const open = elements.includes(true) || values.includes(null);
    if (values.length === 0 && !open) return [];
    if (!open) {
      const joined = values.map((one) => this.graph.literal(`${one}`));
      if (joined.every((one) => one.kind === "resource")) return joined;
      const written = this.written(part, name, resource);
      const better = written.filter((one) => one.kind === "resource" || one.kind === "external");
      return joined.length === 1 && better.length === 1 ? better : joined;
    }
    const found = this.written(part, name, resource);
    const list = Array.isArray(unknown) || Array.isArray(part.attributes[name]) || /s$/.test(name);
    if (found.length === 0 || (!list && found.length > 1)) return [{ kind: "unknown", text: name }];
    return found;
  }

  private written(part: Part, name: string, resource: Resource): Reference[] {
    const expression = part.written.expressions?.[name];
    const { module, key, repetition } = resource;
    return this.follow(expression, { module, key, repetition }, 0);
  }

  private follow(expression: Json | undefined, site: Site, depth: number): Reference[] {
    if (!isObject(expression) || depth > DEPTH) return [];
    const constant = expression["constant_value"];
    if (constant !== undefined)
      return asList(constant).flatMap((one) => this.constant(`${one as string}`, site, depth + 1));
    const texts = asList(expression["references"]).filter((one): one is string => typeof one === "string");
    const whole = texts.filter(
      (one) => !texts.some((other) => other !== one && /^[.[]/.test(other.slice(one.length)) && other.startsWith(one)),
    );
    const found = whole.flatMap((one) => this.one(mention(one), site, depth + 1));
    return [
      ...new Map(found.map((one) => [one.kind === "resource" ? one.resource : JSON.stringify(one), one])).values(),
    ];
  }

  /** A constant; in plans of JSON configuration, cdktf's among them, interpolations stand here unevaluated. */
  private constant(text: string, site: Site, depth: number): Reference[] {
    if (!text.includes("${") || /^\/subscriptions\/\$\{[^}]*\}\//i.test(text)) return [this.graph.literal(text)];
    const [head, ...rest] = template(text);
    const found = head?.expression === undefined ? undefined : soleMention(head.expression);
    if (!found || rest.some((one) => one.expression !== undefined)) return [{ kind: "unknown", text }];
    const below = rest.map((one) => one.text).join("");
    return this.one(found, site, depth).map((one) => (one.kind === "resource" && below ? { ...one, below } : one));
  }

  private one(found: Mention, site: Site, depth: number): Reference[] {
    switch (found.kind) {
      case "resource":
      case "data":
        return this.instance(found, site);
      case "variable":
        return this.variable(found.target.slice("var.".length), site, depth);
      case "module":
        return this.output(found, site, depth);
      case "each":
        if (found.target === "each.key") return [];
        return this.follow(site.repetition, { module: site.module, key: site.key }, depth);
      case "count":
      case "other":
        return [];
      default:
        return [{ kind: "unknown", text: found.target }];
    }
  }

  private instance({ target, key, attribute }: Mention, site: Site): Reference[] {
    const all = this.instances.get(site.module === "" ? target : `${site.module}.${target}`) ?? [];
    const wanted = key ?? site.key;
    const exact = all.find((one) => one.key === wanted) ?? (all.length === 1 && key === undefined ? all[0] : undefined);
    if (exact) return [{ kind: "resource", resource: exact, attribute: attribute || "id" }];
    return [{ kind: "unknown", text: target }];
  }

  private variable(name: string, site: Site, depth: number): Reference[] {
    const scope = this.modules.scope(site.module);
    if (scope?.parent === undefined) return [{ kind: "external", variable: name }];
    const expression = asObject(scope.call?.["expressions"])[name];
    if (expression === undefined) return [{ kind: "unknown", text: `var.${name}` }];
    const repetition = asObject(scope.call?.["for_each_expression"] ?? scope.call?.["count_expression"]);
    return this.follow(expression, { module: scope.parent, key: scope.key ?? site.key, repetition }, depth);
  }

  private output({ target, key, attribute }: Mention, site: Site, depth: number): Reference[] {
    const instance = key === undefined ? site.key : key;
    const plain = site.module === "" ? target : `${site.module}.${target}`;
    const keyed = typeof instance === "number" ? `${plain}[${instance}]` : `${plain}["${instance}"]`;
    const called = asObject(this.modules.scope(plain)?.call);
    const repeated = called["for_each_expression"] !== undefined || called["count_expression"] !== undefined;
    const module = repeated ? keyed : plain;
    const output = /^([\w-]+)(?:\[(?:"([^"]*)"|(\d+))\]|\.([\w-]+))?/.exec(attribute);
    const scope = this.modules.scope(module);
    const declared = asObject(asObject(scope?.configuration["outputs"])[output?.[1] ?? ""]);
    const picked = output?.[2] ?? (output?.[3] === undefined ? output?.[4] : Number(output[3]));
    return this.follow(
      asObject(declared["expression"]),
      { module, ...(picked !== undefined && { key: picked }) },
      depth,
    );
  }
}
