import { z } from "zod";
import { REGIONS } from "../src/config/regions";
import { SCHEMAS, type SupportedStage } from "../src/config/schema";
import { cidr, date, image, location } from "../src/config/schema/primitives";
import { CPU_STEPS, cpu } from "../src/config/schema/service";
import { STAGE_TITLES } from "../src/stages/stage";

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
const OURS = ["ask", "recommend", "example", "departs", "changesMoney"];

/** The JSON Schema (draft 7, which editors read) of a stage's environment file. */
export function stageJsonSchema(stage: SupportedStage): JsonSchema {
  const { $schema, description, ...rest } = z.toJSONSchema(SCHEMAS[stage], {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      for (const key of OURS) delete jsonSchema[key];
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      for (const [schema, hint] of HINTS) if (isFrom(zodSchema, schema)) Object.assign(jsonSchema, hint);
    },
  });
  return {
    $schema,
    $id: `urn:gatewright:schema:${stage}`,
    title: `Gatewright ${STAGE_TITLES[stage]} environment`,
    description,
    ...rest,
  };
}

/** True when a schema is another one, perhaps with a description of its own. */
function isFrom(schema: z.core.$ZodType, origin: z.core.$ZodType): boolean {
  return schema === origin || (schema._zod.parent !== undefined && isFrom(schema._zod.parent, origin));
}
