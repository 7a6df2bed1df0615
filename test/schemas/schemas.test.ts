import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { GENERATED } from "../../scripts/generate";
import { stageJsonSchema } from "../../scripts/json-schema";
import { SCHEMAS, type SupportedStage } from "../../src/config/schema";
import { STAGES } from "../../src/stages/stage";
import { pocConfig } from "../support/poc-config";

const root = join(__dirname, "../..");
const stages = Object.keys(SCHEMAS) as SupportedStage[];
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
const validators = Object.fromEntries(stages.map((stage) => [stage, ajv.compile(stageJsonSchema(stage))]));

/** Where and by which keyword a config is refused; empty when it is accepted. */
function refusals(stage: SupportedStage, config: unknown): string[] {
  const validate = validators[stage]!;
  validate(config);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath || "/"} ${keyword}`);
}

test.each(GENERATED.map((one) => [one.path, one] as const))("%s is what npm run generate writes", (path, { text }) => {
  expect(readFileSync(join(root, path), "utf8")).toBe(text());
});

test("there is a schema for every stage that can be configured, and no other", () => {
  expect(readdirSync(join(root, "schemas")).sort()).toEqual(stages.map((stage) => `${stage}.schema.json`).sort());
});

test("schemas have a name of their own, and a title and a description for editors", () => {
  for (const stage of stages) {
    const { $id, title, description } = stageJsonSchema(stage);
    expect([$id, title, description]).toEqual([
      `urn:gatewright:schema:${stage}`,
      expect.any(String),
      expect.any(String),
    ]);
  }
});

const folder = join(root, "examples/full-ladder/environments");
const examples = readdirSync(folder).filter((name) => stages.some((stage) => name.endsWith(`.${stage}.yaml`)));

test.each(examples)("the example %s is accepted, and its first line names its schema", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const config = parse(text) as { stage: SupportedStage };
  expect(refusals(config.stage, config)).toEqual([]);
  expect(text.split("\n")[0]).toBe(`# yaml-language-server: $schema=../../../schemas/${config.stage}.schema.json`);
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

test("no stage is left out by mistake", () => {
  expect(STAGES.filter((stage) => stage in SCHEMAS)).toEqual(stages);
});
