import type { z } from "zod";
import type { Path } from "./path";

type AnySchema = z.core.$ZodType;
type Definition = { readonly type: string } & Record<string, unknown>;

/** A schema without its optional and default wrappers. */
export function unwrap(schema: AnySchema): AnySchema {
  const definition = schema._zod.def as unknown as Definition;
  const inner = definition["innerType"] as AnySchema | undefined;
  return inner && ["optional", "default", "nullable", "readonly"].includes(definition.type) ? unwrap(inner) : schema;
}

/** The fields of an object schema, else `undefined`. */
export function shapeOf(schema: AnySchema): Record<string, AnySchema> | undefined {
  return (unwrap(schema)._zod.def as unknown as Definition)["shape"] as Record<string, AnySchema> | undefined;
}

/** What a schema holds, by key: fields of an object, `*` for the values of a record, and the fields of every variant of a union. */
export function childrenOf(schema: AnySchema): readonly (readonly [key: string, schema: AnySchema])[] {
  const inside = unwrap(schema);
  const definition = inside._zod.def as unknown as Definition;
  if (definition.type === "record") return [["*", definition["valueType"] as AnySchema]];
  if (definition.type === "union") return (definition["options"] as readonly AnySchema[]).flatMap(childrenOf);
  return Object.entries(shapeOf(inside) ?? {});
}

/** The schema at a place; `input` chooses between the variants of a union by their literal fields. */
export function schemaAt(schema: AnySchema, path: Path, input: unknown): AnySchema | undefined {
  const here = variantFor(unwrap(schema), input);
  const [part, ...rest] = path;
  if (part === undefined) return here;
  const definition = here._zod.def as unknown as Definition;
  const inside =
    input !== null && typeof input === "object" ? (input as Record<string | number, unknown>)[part] : undefined;
  const next =
    definition.type === "record"
      ? (definition["valueType"] as AnySchema)
      : definition.type === "array"
        ? (definition["element"] as AnySchema)
        : shapeOf(here)?.[part];
  return next && schemaAt(next, rest, inside);
}

/** Chooses a union's variant whose literal fields agree with the input; the union itself when none does. */
function variantFor(schema: AnySchema, input: unknown): AnySchema {
  const definition = schema._zod.def as unknown as Definition;
  if (definition.type !== "union" || input === null || typeof input !== "object") return schema;
  const agrees = (option: AnySchema) =>
    Object.entries(shapeOf(option) ?? {}).every(([key, field]) => {
      const { type, values } = unwrap(field)._zod.def as unknown as Definition;
      return type !== "literal" || (values as readonly unknown[]).includes((input as Record<string, unknown>)[key]);
    });
  return (
    (definition["options"] as readonly AnySchema[]).map(unwrap).find((option) => shapeOf(option) && agrees(option)) ??
    schema
  );
}

/** The literal values that a union's variants have under a key. */
export function literalsOf(schema: AnySchema, key: string): readonly string[] {
  const options = (unwrap(schema)._zod.def as unknown as Definition)["options"] as readonly AnySchema[] | undefined;
  return (options ?? []).flatMap((option) => {
    const field = shapeOf(option)?.[key];
    const { type, values } = (field && unwrap(field)._zod.def) as unknown as Definition;
    return type === "literal" ? (values as readonly unknown[]).map(String) : [];
  });
}
