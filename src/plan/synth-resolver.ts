import { isTemplate, type Mention, mentions, soleMention, template } from "./expression";
import type { PlanGraph, Resolver } from "./graph";
import { asList, isObject, type Json } from "./json";
import { plainText, shownText } from "./plain-text";
import type { Reference } from "./reference";
import type { Part, Resource } from "./resource";
import type { Stack } from "./stack";

const DEPTH = 12;
const LEADS_ON = /(_id|_ids|^scope)$/;

/** Follows the `${…}` interpolations of synthesized JSON through locals and attributes of other resources. */
export class SynthResolver implements Resolver {
  private depth = 0;

  constructor(
    private readonly graph: PlanGraph,
    private readonly stack: Stack,
    private readonly resources: ReadonlyMap<string, Resource>,
  ) {}

  resolve(_resource: Resource, raw: Json | undefined): Json | undefined {
    return this.follow(raw);
  }

  /** What is written in no resource: an argument of Terraform's own. */
  value(raw: Json): Json | undefined {
    return this.follow(raw);
  }

  references(part: Part, name: string): Reference[] {
    const raw = part.attributes[name];
    if (part.isUnknown(name)) return [{ kind: "unknown", text: name }];
    return this.leads(raw);
  }

  private follow(raw: Json | undefined): Json | undefined {
    if (typeof raw === "string") return isTemplate(raw) ? this.text(raw) : raw;
    if (Array.isArray(raw) && raw.some((one) => typeof one === "string" && isTemplate(one)))
      return raw.flatMap((one) => (typeof one === "string" ? asList(this.follow(one)) : [one]));
    return raw;
  }

  private text(raw: string): Json | undefined {
    const parts = template(raw);
    if (parts.length === 1 && parts[0]?.expression !== undefined) {
      const value = this.evaluate(parts[0].expression);
      return value === undefined ? raw : value;
    }
    return parts
      .map(({ text, expression }) => {
        if (expression === undefined) return plainText(text ?? "");
        const value = this.evaluate(expression);
        return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
          ? `${value}`
          : `\${${expression}}`;
      })
      .join("");
  }

  /** The value of an expression, `undefined` when it cannot be followed. */
  private evaluate(expression: string): Json | undefined {
    const found = soleMention(expression);
    if (!found || this.depth >= DEPTH) return undefined;
    this.depth++;
    try {
      if (found.kind === "local") return this.local(found);
      if (found.kind === "resource") return this.attribute(found);
      return undefined;
    } finally {
      this.depth--;
    }
  }

  private local({ target, attribute, key }: Mention): Json | undefined {
    let value = this.follow(this.stack.locals[target.slice("local.".length)]);
    const steps = [...(key === undefined ? [] : [`${key}`]), ...attribute.split(/[.[\]]+/).filter(Boolean)];
    for (const step of steps) {
      const name = step.replace(/^"|"$/g, "");
      if (Array.isArray(value)) value = this.follow(value[Number(name)]);
      else if (isObject(value)) value = this.follow(value[name]);
      else return undefined;
    }
    return value;
  }

  private attribute({ target, attribute }: Mention): Json | undefined {
    const resource = this.resources.get(target);
    if (!resource || attribute === "" || attribute === "id") return undefined;
    const plain = /^([\w-]+)(?:\[(\d+)\])?$/.exec(attribute);
    if (!plain?.[1]) return undefined;
    const read = resource.read(plain[1]);
    if (read.state !== "known") return undefined;
    return plain[2] === undefined ? (read.value as Json) : asList(read.value as Json)[Number(plain[2])];
  }

  private leads(raw: Json | undefined): Reference[] {
    if (Array.isArray(raw)) return raw.flatMap((one) => this.leads(one));
    if (typeof raw !== "string" || raw === "") return [];
    if (!isTemplate(raw)) return [this.graph.literal(raw)];
    const parts = template(raw);
    if (parts.length === 1 && parts[0]?.expression !== undefined) return this.expression(parts[0].expression);
    const text = this.text(raw);
    if (typeof text === "string") {
      if (/^\/subscriptions\//i.test(text)) return [this.armId(text)];
      if (!isTemplate(text)) return [this.graph.literal(shownText(text))];
    }
    const [head, ...rest] = parts;
    if (head?.expression !== undefined && rest.every((one) => one.expression === undefined)) {
      const [reference] = this.expression(head.expression);
      if (reference?.kind === "resource") return [{ ...reference, below: rest.map((one) => one.text).join("") }];
    }
    return [this.only(mentions(parts.map((one) => one.expression ?? "").join(" ")), raw)];
  }

  private armId(text: string): Reference {
    if (/^\/subscriptions\/\$\{var\.([\w-]+)\}\/?$/.test(text))
      return { kind: "external", variable: /var\.([\w-]+)/.exec(text)?.[1] ?? "" };
    const tail = text.replace(/^\/subscriptions\/(\$\{[^}]*\}|[^/]+)/, "");
    return isTemplate(tail) ? this.only(mentions(tail), text) : this.graph.literal(shownText(text));
  }

  private expression(expression: string): Reference[] {
    const found = soleMention(expression);
    if (!found || this.depth >= DEPTH) {
      const conditional = expression.includes("?");
      return [conditional ? { kind: "unknown", text: expression } : this.only(mentions(expression), expression)];
    }
    this.depth++;
    try {
      if (found.kind === "local") {
        const value = this.local(found);
        return value === undefined ? [{ kind: "unknown", text: expression }] : this.leads(value);
      }
      const target = this.resources.get(found.target);
      if (target && LEADS_ON.test(found.attribute) && target.attributes[found.attribute] !== undefined)
        return target.refs(found.attribute);
      return [this.one(found, expression)];
    } finally {
      this.depth--;
    }
  }

  private only(all: readonly Mention[], text: string): Reference {
    const targets = new Map(all.filter((one) => one.kind !== "other").map((one) => [one.target, one]));
    const variables = [...targets.values()].filter((one) => one.kind === "variable");
    const others = [...targets.values()].filter((one) => one.kind !== "variable");
    if (others.length === 1) return this.one(others[0]!, text);
    if (others.length === 0 && variables.length > 0) return this.one(variables[variables.length - 1]!, text);
    return { kind: "unknown", text };
  }

  private one(found: Mention, text: string): Reference {
    if (found.kind === "variable") return { kind: "external", variable: found.target.slice("var.".length) };
    const resource = this.resources.get(found.target);
    return resource ? { kind: "resource", resource, attribute: found.attribute } : { kind: "unknown", text };
  }
}
