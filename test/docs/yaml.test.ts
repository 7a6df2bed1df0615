import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { jsonSchema } from "../../scripts/json-schema";
import { loadEnvironment } from "../../src/config/load";
import { ROOT } from "../package/installed";
import { folderWith } from "../support/folder";
import { refusal } from "../support/problems";
import { BLOCKS, blocksIn, pathOf } from "./blocks";

/** What a file says before the part that a block shows. */
const HEAD = `# yaml-language-server: $schema=../node_modules/gatewright/schemas/poc.schema.json
workload: orders
stage: poc
location: westeurope
owner: ada@orders.example
created: 2026-11-21
expires: 2026-12-19
monthlyBudget: 80
decisions: { platform: "Container Apps, until Pre-Production" }
logging: { personalData: never }
`;
const SERVICES = 'services:\n  web: { image: "orders/web:0.3.1" }\n';
const REFUSED = "# refused\n";

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(jsonSchema("poc"));
const isWhole = (text: string) => /^workload:/m.test(text);
/** A part of a file of the example, which is named. */
const PART = /^# part of (\S+)\n/;
const shown = blocksIn("yaml").filter(([, { text }]) => !text.startsWith(REFUSED) && !PART.test(text));
const parts = blocksIn("yaml").filter(([, { text }]) => PART.test(text));
const refused = blocksIn("yaml").filter(([, { text }]) => text.startsWith(REFUSED));

function whole(text: string): string {
  if (isWhole(text)) return text;
  return HEAD + (/^services:/m.test(text) ? "" : SERVICES) + text;
}

test("there is something to check", () => {
  expect([shown.length, refused.length]).toEqual([expect.any(Number), 1]);
  expect(shown.length).toBeGreaterThan(4);
});

test.each(shown)("%s is a valid config, for the loader and for editors", (_title, block) => {
  const text = whole(block.text);
  const folder = folderWith({ "orders.poc.yaml": text });
  expect(refusal(() => loadEnvironment(join(folder, "orders.poc.yaml")))).toBe("");
  validate(parse(text));
  expect(validate.errors).toBeNull();
});

test.each(parts)("%s is in the example's file that it names", (_title, { document, text }) => {
  const example = document === "docs/scale.md" ? "examples/scale" : "examples/full-ladder";
  const file = join(ROOT, example, PART.exec(text)![1]!);
  const [whole, part] = [parse(readFileSync(file, "utf8")), parse(text)];
  if (Array.isArray(part)) expect(whole).toEqual(expect.arrayContaining(part));
  else expect(whole).toMatchObject(part);
});

test.each(refused)("%s is refused with the words that follow it", (_title, block) => {
  const name = "environments/orders.poc.yaml";
  const folder = folderWith({ [name]: whole(block.text.slice(REFUSED.length)) });
  const said = refusal(() => loadEnvironment(join(folder, name))).replaceAll(`${folder}/`, "");
  const next = BLOCKS[BLOCKS.indexOf(block) + 1]!;
  expect([next.language, next.text]).toEqual(["text", `${said}\n`]);
});

test("whole files say where they belong and name their schema", () => {
  for (const [, block] of shown.filter(([, { text }]) => isWhole(text))) {
    expect(pathOf(block)).toBe("environments/orders.poc.yaml");
    expect(block.text.split("\n")[1]).toBe(HEAD.split("\n")[0]);
  }
});
