import type { z } from "zod";
import { formatPath, type Path } from "../../src/config/path";
import { BadInput } from "../../src/errors";

type AnySchema = z.core.$ZodType;
type Definition = Record<string, unknown> & { readonly type: string };

/** Pieces of text that Terraform, cdktf or JSON would act upon. */
export const PIECES: readonly string[] = [
  ..."${ %{ $${ %%{ $$${ #{ ${~ ~} } { $ % # \" ' \\ é 日本 ${1+1} \\${x} a".split(" "),
  ...['${file("/etc/passwd")}', "${var.subscription_id}", "${azurerm_key_vault.vault.id}", "$${var.subscription_id}"],
  ...["${TfToken[TOKEN.0]}", "#{TfToken[TOKEN.0]}", "%{ if true }", "%{ endif }", "\n", "\t", " "],
];
export const ALL = PIECES.join("");
/** What a field may want its text to begin with: nothing, a path, an address. */
export const STARTS = ["", "/", "https://"];
export const marked = (text: string) => `@@(${text})@@`;

/** A config with one text in every field that takes it, and those fields: `*` for a label, `(key)` for a label that took it. */
export interface EveryText<T> {
  readonly config: T;
  readonly fields: readonly string[];
}

/**
 * Puts a text into every place of a config whose schema takes it: values, labels, items of lists, and optional fields that
 * the config leaves out. What the checks of the whole config then refuse is put back.
 */
export function everyText<T>(schema: z.ZodType, base: T, text: string, validate: (config: T) => unknown): EveryText<T> {
  const refused = new Set<string>();
  for (let round = 0; round < 20; round++) {
    const fields = new Set<string>();
    const config = new Filler(text, refused, fields).fill(schema, base, [], []) as T;
    try {
      validate(config);
      return { config, fields: [...fields].sort() };
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      const before = refused.size;
      for (const { path } of error.problems) refused.add(path);
      if (refused.size === before) throw error;
    }
  }
  throw new Error("no config with the text in every field passes");
}

class Filler {
  constructor(
    private readonly text: string,
    private readonly refused: ReadonlySet<string>,
    private readonly fields: Set<string>,
  ) {}

  /** @param general  the place with `*` for labels and numbers */
  fill(schema: AnySchema, value: unknown, place: Path, general: readonly string[]): unknown {
    if (this.refused.has(formatPath(place))) return value;
    const definition = schema._zod.def as unknown as Definition;
    if (definition["innerType"]) return this.fill(definition["innerType"] as AnySchema, value, place, general);
    if (definition.type === "string") return this.take(schema, general) ? this.text : value;
    if (definition.type === "union") return this.union(schema, definition, value, place, general);
    const filled = this.below(definition, value, place, general);
    if (filled === undefined) return value;
    return value !== undefined || accepts(schema, filled) ? filled : undefined;
  }

  private below(definition: Definition, value: unknown, place: Path, general: readonly string[]): unknown {
    const own = (value ?? {}) as Readonly<Record<string, unknown>>;
    const inside = (key: string | number, inner: AnySchema, one: unknown, label: string) =>
      this.fill(inner, one, [...place, key], [...general, label]);
    switch (definition.type) {
      case "object":
        return defined(
          Object.entries(definition["shape"] as Record<string, AnySchema>).map(([key, inner]) => [
            key,
            inside(key, inner, own[key], key),
          ]),
        );
      case "record": {
        const inner = definition["valueType"] as AnySchema;
        const labels = value === undefined ? ["example"] : Object.keys(own);
        const filled = labels.map((key) => [key, inside(key, inner, own[key], "*")] as const);
        const here = [...general, "(key)"];
        const [first] = filled;
        const free = first?.[1] !== undefined && !this.refused.has(formatPath([...place, this.text]));
        return defined(
          free && this.take(definition["keyType"] as AnySchema, here) ? [...filled, [this.text, first[1]]] : filled,
        );
      }
      case "array": {
        const items = (value as readonly unknown[] | undefined) ?? [undefined];
        const filled = items.map((one, i) => inside(i, definition["element"] as AnySchema, one, "*"));
        return filled.every((one) => one === undefined) ? undefined : filled;
      }
      default:
        return undefined;
    }
  }

  private union(schema: AnySchema, definition: Definition, value: unknown, place: Path, general: readonly string[]) {
    if (value === undefined || typeof value !== "object") return this.take(schema, general) ? this.text : value;
    const own = (definition["options"] as readonly AnySchema[]).find((option) => accepts(option, value));
    return own ? this.fill(own, value, place, general) : value;
  }

  private take(schema: AnySchema, general: readonly string[]): boolean {
    if (!accepts(schema, this.text)) return false;
    this.fields.add(general.join("."));
    return true;
  }
}

function defined(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> | undefined {
  const given = entries.filter(([, one]) => one !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

function accepts(schema: AnySchema, value: unknown): boolean {
  return (schema as z.ZodType).safeParse(value).success;
}
