import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { GENERATED } from "../../scripts/generate";
import { jsonSchema, SCHEMA_NAMES } from "../../scripts/json-schema";
import { SCHEMAS } from "../../src/config/schema";
import { STAGES } from "../../src/stages/stage";
import { pocConfig } from "../support/poc-config";

const root = join(__dirname, "../..");
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
const validators = Object.fromEntries(SCHEMA_NAMES.map((name) => [name, ajv.compile(jsonSchema(name))]));

/** Where and by which keyword a file's content is refused; empty when it is accepted. */
function refusals(name: string, content: unknown): string[] {
  const validate = validators[name]!;
  validate(content);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath || "/"} ${keyword}`);
}

test.each(GENERATED.map((one) => [one.path, one] as const))("%s is what npm run generate writes", (path, { text }) => {
  expect(readFileSync(join(root, path), "utf8")).toBe(text());
});

test("there is a schema for every stage that can be configured, for the foundation and for evidence", () => {
  const names = [...STAGES.filter((stage) => stage in SCHEMAS), "foundation", "evidence"];
  expect(SCHEMA_NAMES).toEqual(names);
  expect(readdirSync(join(root, "schemas")).sort()).toEqual(names.map((name) => `${name}.schema.json`).sort());
});

test.each(SCHEMA_NAMES)("the schema of %s has a name of its own, and a title and a description for editors", (name) => {
  const { $id, title, description } = jsonSchema(name);
  expect([$id, title, description]).toEqual([`urn:gatewright:schema:${name}`, expect.any(String), expect.any(String)]);
});

/** `orders.poc.yaml` is checked by `poc`, `evidence.yaml` by `evidence`; answers have no schema. */
const schemaOf = (file: string) => basename(file).split(".").at(-2)!;
const examples = ["full-ladder", "scale"].flatMap((example) =>
  readdirSync(join(root, "examples", example, "environments"))
    .filter((file) => file.endsWith(".yaml") && SCHEMA_NAMES.includes(schemaOf(file)))
    .map((file) => `${example}/environments/${file}`),
);

test.each(examples)("the example %s is accepted, and its first line names its schema", (file) => {
  const text = readFileSync(join(root, "examples", file), "utf8");
  expect(refusals(schemaOf(file), parse(text))).toEqual([]);
  expect(text.split("\n")[0]).toBe(`# yaml-language-server: $schema=../../../schemas/${schemaOf(file)}.schema.json`);
});

test.each<readonly [what: string, changes: Record<string, unknown>, refusal: string]>([
  ["an unknown key", { servces: {} }, "/ additionalProperties"],
  ["a missing owner", { owner: undefined }, "/ required"],
  ["a region that does not exist", { location: "westeurop" }, "/location enum"],
  ["a date in another order", { expires: "19.12.2026" }, "/expires pattern"],
  ["an unpinned image", { services: { web: { image: "orders/web" } } }, "/services/web/image pattern"],
  ["the tag latest", { services: { web: { image: "orders/web:latest" } } }, "/services/web/image not"],
  ["an odd number of cores", { services: { web: { image: "a/b:1", cpu: 0.3 } } }, "/services/web/cpu enum"],
  ["an unknown exposure", { services: { web: { image: "a/b:1", exposure: "open" } } }, "/services/web/exposure enum"],
  ["an unknown kind of store", { stores: { cache: { type: "redis" } } }, "/stores/cache oneOf"],
  ["a later stage", { stage: "pilot" }, "/stage const"],
])("an editor marks %s", (_what, changes, refusal) => {
  expect(refusals("poc", pocConfig())).toEqual([]);
  expect(refusals("poc", pocConfig(changes))).toContain(refusal);
});
