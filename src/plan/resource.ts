import { factOf, type Renamed } from "../azure";
import { defaultWithoutBlock, providerDefault } from "../azure/defaults";
import { dynamicBlocks } from "./dynamic";
import { isTemplate, readable } from "./expression";
import type { PlanGraph } from "./graph";
import { asList, isObject, type Json, type JsonObject } from "./json";
import { readNewer } from "./newer-names";
import { shownText } from "./plain-text";
import { type Read, type Reference, UNKNOWN } from "./reference";
import type { Stack } from "./stack";

/** The place that a part has in the plan's configuration: what was written, before evaluation. */
export interface Written {
  /** `configuration` expressions at this place; absent for synthesized JSON, where attributes hold the expressions. */
  readonly expressions?: JsonObject;
  /** `after_unknown` at this place. */
  readonly unknown?: JsonObject;
}

/** Blocks that Azure fills in: a plan lists them as unknown although nobody wrote them, which means "none". */
const SERVER_SET = new Set(["network_acls", "network_rules", "network_rule_set", "security_rule", "route", "subnet"]);

/** A text, or a list of texts, as people see them. */
function shown(value: Json | undefined): unknown {
  if (typeof value === "string") return shownText(value);
  return Array.isArray(value) ? value.map((one) => (typeof one === "string" ? shownText(one) : one)) : value;
}

/** A resource, or a block inside one: reads attributes, nested blocks and references below its place. */
export class Part {
  constructor(
    readonly graph: PlanGraph,
    private readonly home: Resource | undefined,
    /** Attributes as they stand in the JSON. */
    readonly attributes: JsonObject,
    readonly written: Written,
    /** Dotted path from the resource, empty for the resource itself: `ingress`, `secret[payment-key]`. */
    readonly path: string,
    private readonly kindPath: string,
    /** True below a `dynamic` block of which it is not known whether it makes any. */
    readonly uncertain = false,
  ) {}

  /** The resource that this is, or is in. */
  get resource(): Resource {
    return this.home ?? (this as unknown as Resource);
  }

  /** The path of an attribute below this part, from the resource. */
  at(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }

  /** What an attribute holds; dots go through blocks of which there is one. Says where the provider's default speaks. */
  read(name: string): Read {
    const dot = name.indexOf(".");
    if (dot < 0) return this.readHere(name);
    const head = name.slice(0, dot);
    const [first] = this.blocks(head);
    if (first && first.uncertain === this.uncertain) return first.read(name.slice(dot + 1));
    if (this.isUnknown(head)) return { state: "unknown", text: head };
    return this.fallback(name, defaultWithoutBlock);
  }

  /** Like `read`, as a bare value: `undefined` when absent, `UNKNOWN` when not known before apply. */
  value(name: string): unknown {
    const read = this.read(name);
    if (read.state === "known") return read.value;
    return read.state === "unknown" ? UNKNOWN : undefined;
  }

  /** The value when it is a string that is known, else `undefined`. */
  text(name: string): string | undefined {
    const value = this.value(name);
    return typeof value === "string" ? value : undefined;
  }

  /** The known strings of a list. */
  texts(name: string): string[] {
    const read = this.read(name);
    if (read.state !== "known") return [];
    return asList(read.value as Json).filter((one): one is string => typeof one === "string");
  }

  /** A map of strings such as `tags`; values that are not known before apply are `UNKNOWN`. */
  entries(name: string): Map<string, unknown> {
    const read = this.read(name);
    const found = new Map<string, unknown>();
    if (read.state !== "known" || !isObject(read.value)) return found;
    for (const [key, raw] of Object.entries(read.value)) {
      const value = this.graph.resolve(this.resource, raw);
      if (value !== undefined && value !== null)
        found.set(
          this.resource.stack.basis === "static" ? readable(key) : key,
          typeof value === "string" ? (isTemplate(value) ? UNKNOWN : shownText(value)) : value,
        );
    }
    return found;
  }

  /**
   * Nested blocks of one kind; cdktf may write one block as an object, a plan always as a list. Those that a `dynamic`
   * block makes are among them.
   */
  blocks(name: string): Part[] {
    const made = dynamicBlocks(this.attributes, name);
    const own = asList(this.graph.resolve(this.resource, this.attributes[name]));
    const raw = [...own, ...made.map(({ content }) => content)];
    const unknown = asList(this.written.unknown?.[name]);
    const expressions = asList(this.written.expressions?.[name]);
    const parts: Part[] = [];
    for (const [i, one] of raw.entries()) {
      if (!isObject(one)) continue;
      const label = typeof one["name"] === "string" ? one["name"] : undefined;
      const place = label !== undefined ? `[${label}]` : raw.length > 1 ? `[${i}]` : "";
      const named = expressions.find(
        (e) => isObject(e) && isObject(e["name"]) && label !== undefined && e["name"]["constant_value"] === label,
      );
      const expression = named ?? expressions[i];
      const written: Written = {
        ...(isObject(expression) && { expressions: expression }),
        ...(isObject(unknown[i]) && { unknown: unknown[i] }),
      };
      const kind = this.kindPath === "" ? name : `${this.kindPath}.${name}`;
      const uncertain = this.uncertain || made[i - own.length]?.certain === false;
      parts.push(new Part(this.graph, this.resource, one, written, this.at(name) + place, kind, uncertain));
    }
    return parts;
  }

  /** True when the attribute or the number of blocks is not known before apply. */
  isUnknown(name: string): boolean {
    const newer = this.newerName(name);
    if (newer) return this.isUnknown(newer.to);
    if (dynamicBlocks(this.attributes, name).some(({ certain }) => !certain)) return true;
    const unknown = this.written.unknown?.[name];
    const here = this.attributes[name];
    if (unknown !== true || (here !== undefined && here !== null)) return false;
    return this.wasWritten(name) || !(SERVER_SET.has(name) || this.fallback(name).state === "known");
  }

  /** Where an attribute leads; the first one of a list. */
  ref(name: string): Reference {
    return this.refs(name)[0] ?? { kind: "unknown", text: "" };
  }

  /** Where an attribute leads, one per element; empty when it is absent. */
  refs(name: string): Reference[] {
    const newer = this.newerName(name);
    if (newer) return this.refs(newer.to);
    const dot = name.indexOf(".");
    if (dot > 0) {
      const [head, rest] = [name.slice(0, dot), name.slice(dot + 1)];
      return this.blocks(head).flatMap((one): Reference[] =>
        one.uncertain === this.uncertain ? one.refs(rest) : [{ kind: "unknown", text: head }],
      );
    }
    return this.graph.references(this, name);
  }

  /** True when the configuration sets the attribute; plans list computed attributes that nobody wrote as unknown. */
  wasWritten(name: string): boolean {
    if (this.resource.stack.basis === "static") return name in this.attributes;
    return this.written.expressions === undefined || name in this.written.expressions;
  }

  /** How azurerm 5 calls an argument, where it is written so and not in the way of azurerm 4. */
  private newerName(name: string): Renamed | undefined {
    const here = this.attributes[name];
    if (here !== undefined && here !== null) return undefined;
    const newer = factOf(this.resource.type, "renamed")?.[this.kindOf(name)];
    if (!newer) return undefined;
    const to = this.kindPath === "" ? newer.to : newer.to.slice(this.kindPath.length + 1);
    const [head = to] = to.split(".");
    const there = this.attributes[head];
    const isThere = (there !== undefined && there !== null) || this.written.unknown?.[head] === true;
    return isThere ? { ...newer, to } : undefined;
  }

  private kindOf(name: string): string {
    return this.kindPath === "" ? name : `${this.kindPath}.${name}`;
  }

  private readHere(name: string): Read {
    const newer = this.newerName(name);
    if (newer) return readNewer(this, newer);
    const raw = this.attributes[name];
    if (raw === undefined || raw === null) {
      return this.isUnknown(name) ? { state: "unknown", text: name } : this.fallback(name);
    }
    const value = this.graph.resolve(this.resource, raw);
    if (value === null) return this.fallback(name);
    if (typeof value === "string" && isTemplate(value)) return { state: "unknown", text: shownText(value) };
    return { state: "known", value: shown(value), defaulted: false };
  }

  private fallback(name: string, defaultOf = providerDefault): Read {
    const value = defaultOf(this.resource.type, this.kindOf(name), this.resource.stack.azurermMajor);
    return value === undefined ? { state: "absent" } : { state: "known", value, defaulted: true };
  }
}

/** A managed resource or data source of the environment. */
export class Resource extends Part {
  constructor(
    graph: PlanGraph,
    readonly stack: Stack,
    readonly mode: "managed" | "data",
    readonly type: string,
    readonly name: string,
    /** Module path such as `module.net["a"]`; empty for the root. */
    readonly module: string,
    /** Instance key of `count` or `for_each`. */
    readonly key: string | number | undefined,
    /** Terraform address, qualified as `stack/address` where two stacks of the environment use the same one. */
    readonly address: string,
    attributes: JsonObject,
    written: Written,
    /** `lifecycle` of synthesized JSON; plans do not show it. */
    readonly lifecycle: JsonObject | undefined,
    /** `for_each` or `count` expression of a plan's configuration. */
    readonly repetition: JsonObject | undefined,
    /** The expression that decides whether it exists, where that is not known before a plan. */
    readonly perhaps?: string,
  ) {
    super(graph, undefined, attributes, written, "", "");
  }
}
