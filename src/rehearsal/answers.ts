import { template } from "../plan/expression";
import { type Configuration, type ConfiguredBlock, objects } from "./configuration";
import { base64, guid, hex32, privateIp, publicIp, rehearsalSubscription, rehearsalTenant } from "./forms";
import { dataForm, type MockForm, resourceForm } from "./table";
import type { IdTemplate, MockAttributes, MockValue } from "./table/entry";

/** The names that are a resource's own when its configuration does not tell: of a type in general, or of a block. */
interface Subject {
  readonly seed: string;
  readonly name: string;
  readonly body: ConfiguredBlock["body"];
}

/**
 * What Azure would answer: well-formed ids and computed attributes, built from what the configuration says. Follows
 * literals, variables, locals and attributes of other blocks; anything else (functions, `each`, modules) counts as not
 * told and gets a stable name of its own.
 */
export class Answers {
  private readonly blocks: ReadonlyMap<string, ConfiguredBlock>;
  private readonly following = new Set<string>();

  constructor(
    private readonly configuration: Configuration,
    private readonly variables: { readonly [name: string]: unknown },
  ) {
    this.blocks = new Map(configuration.blocks.map((block) => [block.address, block]));
  }

  /** The id and attributes of one block, extended with `more` attributes; undefined when its type is a gap. */
  ofBlock(block: ConfiguredBlock, more: MockAttributes = {}): MockAttributes | undefined {
    const form = formOf(block);
    const subject = { seed: block.address, name: block.name, body: block.body };
    return form && this.answer(subject, form, more);
  }

  /** The same for a type in general: for blocks inside modules, whose arguments are out of sight. */
  ofType(mode: ConfiguredBlock["mode"], type: string, more: MockAttributes = {}): MockAttributes | undefined {
    const form = mode === "data" ? dataForm(type) : resourceForm(type);
    return form && this.answer(anyOf(type), form, more);
  }

  private answer(subject: Subject, form: MockForm, more: MockAttributes): MockAttributes {
    const id = this.id(subject, form.ids);
    const fill = (value: MockValue, purpose: string): MockValue => {
      if (typeof value === "string") return this.expand(value, subject, purpose, id);
      if (Array.isArray(value)) return value.map((one) => fill(one, purpose));
      if (typeof value !== "object") return value;
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, `${purpose}.${key}`)]));
    };
    const filled = Object.entries({ ...form.attributes, ...more }).map(
      ([key, value]) => [key, fill(value, key)] as const,
    );
    return { id, ...Object.fromEntries(filled) };
  }

  private id(subject: Subject, templates: readonly IdTemplate[]): string {
    const told = templates.find((template) =>
      [...template.matchAll(/\{(\w+_(?:id|name))[:}]/g)].every(([, argument = ""]) => subject.body[argument] != null),
    );
    return this.expand(told ?? templates[0] ?? "", subject, "id");
  }

  private expand(template: string, subject: Subject, purpose: string, id = ""): string {
    return template.replaceAll(/\{(\w+)(?::(\w+)((?:\.\w+)*))?\}/g, (_, key: string, type?: string, steps?: string) => {
      const { seed } = subject;
      if (key === "id") return id;
      if (key === "subscription") return rehearsalSubscription;
      if (key === "tenant") return rehearsalTenant;
      if (key === "sub") return `/subscriptions/${rehearsalSubscription}/providers`;
      if (key === "rg") {
        return `/subscriptions/${rehearsalSubscription}/resourceGroups/${this.argument(subject, "resource_group_name")}/providers`;
      }
      if (key === "guid") return guid(`${seed} ${type ?? purpose}`);
      if (key === "hex") return hex32(seed);
      if (key === "base64") return base64(`${seed} ${purpose}`);
      if (key === "public_ip") return publicIp(seed);
      if (key === "private_ip") return privateIp(seed);
      return (steps ?? "")
        .split(".")
        .filter(Boolean)
        .reduce(step, this.argument(subject, key, type));
    });
  }

  private argument(subject: Subject, key: string, type?: string): string {
    const told = this.resolve(subject.body[key]);
    if (told) return told;
    if (type) return this.idOfType(`azurerm_${type}`);
    return key === "name" ? plain(subject.name) : "rehearsal";
  }

  private idOfType(type: string): string {
    if (type === "azurerm_subscription") return `/subscriptions/${rehearsalSubscription}`;
    return this.id(anyOf(type), resourceForm(type)?.ids ?? []);
  }

  /** The text that an expression stands for, as far as it can be told without Terraform. */
  private resolve(value: unknown): string | undefined {
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (typeof value !== "string") return undefined;
    const parts = template(value).map(({ text, expression }) =>
      expression === undefined ? text : this.follow(expression.trim()),
    );
    return parts.includes(undefined) ? undefined : parts.join("");
  }

  private follow(expression: string): string | undefined {
    if (this.following.has(expression)) return undefined;
    this.following.add(expression);
    try {
      const [scope, name = "", ...rest] = expression.split(".");
      if (scope === "var" && rest.length === 0) return this.resolve(this.variables[name]);
      if (scope === "local" && rest.length === 0) return this.resolve(this.configuration.locals[name]);
      const match = /^((?:data\.)?\w+\.[\w-]+)(?:\[[^\]]*\])?\.(\w+)$/.exec(expression);
      const block = this.blocks.get(match?.[1] ?? "");
      if (!block || !match?.[2]) return undefined;
      if (block.body[match[2]] != null) return this.resolve(block.body[match[2]]);
      const computed = this.ofBlock(block)?.[match[2]];
      return typeof computed === "string" ? computed : undefined;
    } finally {
      this.following.delete(expression);
    }
  }
}

function formOf(block: ConfiguredBlock): MockForm | undefined {
  return block.mode === "data" ? dataForm(block.type) : resourceForm(block.type);
}

function anyOf(type: string): Subject {
  return { seed: type, name: "rehearsal", body: {} };
}

/** A construct's name as an Azure name: lower-case letters and digits, at most 24, the end being what differs. */
function plain(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, "")
      .slice(-24) || "rehearsal"
  );
}

function step(id: string, kind: string): string {
  const segments = id.split("/");
  return kind === "parent" ? segments.slice(0, -2).join("/") : (segments.at(-1) ?? id);
}

/** Whether a block of the configuration sets this attribute inside its nested block `head`. */
export function setsNested(block: ConfiguredBlock, head: string, attribute: string): boolean {
  return objects(block.body[head]).some((nested) => nested[attribute] != null);
}
