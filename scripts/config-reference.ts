import type { JsonSchema } from "./json-schema";

/** One field of the config language. */
interface Field {
  readonly path: string;
  readonly required: boolean;
  readonly type: string;
  readonly says: string;
}

/** A field and the stages whose files have it so. */
interface Row {
  readonly field: Field;
  readonly stages: readonly string[];
}

/**
 * The config language as Markdown tables, one line a field: what every file says, then services, then stores. A field
 * that differs between stages has a line for each.
 *
 * @param schemas  JSON Schemas by stage, lowest first
 */
export function configReference(schemas: Readonly<Record<string, JsonSchema>>): string {
  const stages = Object.keys(schemas);
  const rows = rowsOf(schemas);
  const isBelow = (key: string) => (row: Row) => row.field.path === key || row.field.path.startsWith(`${key}.`);
  const section = (title: string, some: readonly Row[]) => {
    const lines = some.map(({ field, stages: of }) => {
      const where = of.length === stages.length ? "every" : of.join(", ");
      return [`\`${field.path}\``, field.type, field.required ? "yes" : "", where, cell(field.says)];
    });
    return `### ${title}\n\n${table(["field", "type", "required", "stage", "meaning"], lines)}`;
  };
  const others = rows.filter((row) => !isBelow("services")(row) && !isBelow("stores")(row));
  return [
    section("Environment", others),
    section("Services", rows.filter(isBelow("services"))),
    section("Stores", rows.filter(isBelow("stores"))),
  ].join("\n\n");
}

/** The fields of one schema as a table: of a file that has no stages. */
export function fieldTable(schema: JsonSchema): string {
  const rows = merged(fieldsOf(schema)).map(({ path, type, required, says }) => [
    `\`${path}\``,
    type,
    required ? "yes" : "",
    cell(says),
  ]);
  return table(["field", "type", "required", "meaning"], rows);
}

function rowsOf(schemas: Readonly<Record<string, JsonSchema>>): readonly Row[] {
  const rows = new Map<string, { readonly field: Field; readonly stages: string[] }>();
  for (const [stage, schema] of Object.entries(schemas))
    for (const field of merged(fieldsOf(schema))) {
      const key = JSON.stringify(field);
      const known = rows.get(key);
      if (known) known.stages.push(stage);
      else rows.set(key, { field, stages: [stage] });
    }
  const order = [...new Set([...rows.values()].map(({ field }) => field.path))];
  return [...rows.values()].sort((a, b) => order.indexOf(a.field.path) - order.indexOf(b.field.path));
}

/** Every field of a schema with its path, parents first: `services.<name>.scale.min`. */
function fieldsOf(schema: JsonSchema, path = ""): Field[] {
  const own = alike(schema).flatMap(({ key, field, required }) => {
    const here = path === "" ? key : `${path}.${key}`;
    return [{ path: here, required, type: typeOf(field), says: field.description ?? "" }, ...fieldsOf(field, here)];
  });
  const item = itemOf(schema);
  const below = item ? fieldsOf(item, schema.items ? `${path}[]` : `${path}.<name>`) : [];
  return [...own, ...below, ...variantsOf(schema).flatMap((variant) => fieldsOf(variant, path))];
}

/** The properties of a schema; neighbours that hold the same mapping come as one: `liveness/readiness/startup`. */
function alike(schema: JsonSchema): { readonly key: string; readonly field: JsonSchema; readonly required: boolean }[] {
  const groups = new Map<string, { keys: string[]; field: JsonSchema; required: boolean }>();
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    const field = value as JsonSchema;
    const same = field.properties ? JSON.stringify(field) : key;
    const group = groups.get(same) ?? { keys: [], field, required: schema.required?.includes(key) ?? false };
    group.keys.push(key);
    groups.set(same, group);
  }
  return [...groups.values()].map(({ keys, ...rest }) => ({ key: keys.join("/"), ...rest }));
}

/** The variants of a union as one field each: types joined, required only where every variant requires it. */
function merged(fields: readonly Field[]): Field[] {
  const byPath = new Map<string, Field>();
  for (const field of fields) {
    const known = byPath.get(field.path);
    if (!known) byPath.set(field.path, field);
    else
      byPath.set(field.path, {
        path: field.path,
        type: known.type.includes(field.type) ? known.type : `${known.type}, ${field.type}`,
        says: known.says || field.says,
        required: known.required && field.required,
      });
  }
  return [...byPath.values()];
}

function itemOf(schema: JsonSchema): JsonSchema | undefined {
  const item = schema.items ?? schema.additionalProperties;
  return item !== null && typeof item === "object" && !Array.isArray(item) ? (item as JsonSchema) : undefined;
}

function variantsOf(schema: JsonSchema): readonly JsonSchema[] {
  return (schema.oneOf ?? schema.anyOf ?? []) as readonly JsonSchema[];
}

const LONGEST_LIST = 8;
const code = (value: unknown) => `\`${String(value)}\``;

/** A field's type in a few words. */
function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum && schema.enum.length <= LONGEST_LIST) return schema.enum.map(code).join(", ");
  const variants = variantsOf(schema);
  if (variants.length > 0) return [...new Set(variants.map(typeOf))].join(", ");
  if (schema.type === "array")
    return `list of ${typeOf(itemOf(schema) ?? {}).startsWith("mapping") ? "mappings" : "text"}`;
  if (schema.type === "object") return schema.properties ? "mapping" : "mapping by name";
  if (schema.type === "integer") return range("whole number", schema);
  if (schema.type === "number") return range("number", schema);
  if (schema.type === "boolean") return "true or false";
  return schema.type === "string" ? "text" : "text, number, true or false";
}

function range(word: string, { minimum, maximum }: JsonSchema): string {
  if (minimum === undefined) return word;
  return maximum === undefined ? `${word} from ${minimum}` : `${word} ${minimum} to ${maximum}`;
}

/** A Markdown table as the formatter would write it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column]!)].map(({ length }) => length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, column) => text.padEnd(widths[column]!)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
