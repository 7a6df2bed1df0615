import { z } from "zod";
import { REGIONS } from "../src/azure/regions";
import { evidenceSchema } from "../src/cli/evidence-file";
import { isSupported, SCHEMAS } from "../src/config/schema";
import { foundationSchema } from "../src/config/schema/foundation";
import { cidr, date, image, location } from "../src/config/schema/primitives";
import { CPU_STEPS, cpu } from "../src/config/schema/service";
import { STAGE_TITLES, STAGES } from "../src/stages/stage";

/** A JSON Schema, as far as it is read here. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What an editor can know of rules that are code: a pattern or a list that is never narrower than the rule. */
const HINTS: readonly (readonly [schema: z.ZodType, hint: JsonSchema])[] = [
  [date, { pattern: "^\\d{4}-\\d{2}-\\d{2}$" }],
  [location, { enum: REGIONS.map(({ name }) => name) }],
  [cidr, { pattern: "^\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?$" }],
  [image, { pattern: "^[^\\s@]+(:[\\w.-]+|@sha256:[0-9a-f]{64})$", not: { pattern: ":latest$" } }],
  [cpu, { enum: CPU_STEPS }],
];

/** Keys that editors do not know: the metadata of a gate's questions. */
const OURS = ["ask", "recommend", "example", "departs", "anew", "asked", "changesMoney"];

/** What a file of this language is called, and the schema that it is checked with. */
const FILES: Readonly<Record<string, { readonly title: string; readonly schema: z.ZodType }>> = {
  ...Object.fromEntries(
    STAGES.filter(isSupported).map((stage) => [
      stage,
      { title: `Gatewright ${STAGE_TITLES[stage]} environment`, schema: SCHEMAS[stage] },
    ]),
  ),
  foundation: { title: "Gatewright foundation", schema: foundationSchema },
  evidence: { title: "Gatewright evidence", schema: evidenceSchema.describe("What was done, for gates to rely on.") },
};

/** The names of the JSON Schemas: one a stage, lowest first, then the foundation and evidence. */
export const SCHEMA_NAMES = Object.keys(FILES);

/** The JSON Schema (draft 7, which editors read) of a kind of file. */
export function jsonSchema(name: string): JsonSchema {
  const { title, schema } = FILES[name]!;
  const { $schema, description, ...rest } = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema: json }) => {
      for (const key of OURS) delete json[key];
      if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
      for (const [origin, hint] of HINTS) if (isFrom(zodSchema, origin)) Object.assign(json, hint);
    },
  });
  return { $schema, $id: `urn:gatewright:schema:${name}`, title, description, ...rest };
}

/** True when a schema is another one, perhaps with a description of its own. */
function isFrom(schema: z.core.$ZodType, origin: z.core.$ZodType): boolean {
  return schema === origin || (schema._zod.parent !== undefined && isFrom(schema._zod.parent, origin));
}
