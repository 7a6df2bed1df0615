import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { strayFiles } from "../../src/config/folder";
import { folderWith } from "../support/folder";

const FORMS =
  "Stages are poc, pilot, pre-production, production, scale; read are <workload>.<stage>.yaml, <workload>.<stage>.answers.yaml, <workload>.foundation.yaml and evidence.yaml, in lower case. Rename the file, or keep it elsewhere.";

/** What is said of the files of a folder, the folder's own path left out. */
function said(...names: readonly string[]): string[] {
  const folder = folderWith(Object.fromEntries(names.map((name) => [name, "a: 1\n"])));
  return strayFiles(folder).map(({ says, fix }) => {
    expect(fix).toBe(FORMS);
    return says.replaceAll(`${folder}/`, "");
  });
}

test.each([
  "orders.poc.yaml",
  "orders.pre-production.yml",
  "orders.scale.yaml",
  "orders.production.answers.yaml",
  "orders.pilot.answers.yml",
  "orders.foundation.yaml",
  "orders.foundation.yml",
  "evidence.yaml",
  "README.md",
  "orders.pilot.yaml.bak",
  ".hidden.yaml",
])("%s is none of the files that are read by mistake", (name) => {
  expect(said(name)).toEqual([]);
});

test.each([
  ["orders.prod.yaml", "orders.production.yaml"],
  ["orders.preprod.yaml", "orders.pre-production.yaml"],
  ["orders.producton.yaml", "orders.production.yaml"],
  ["Orders.Production.yaml", "orders.production.yaml"],
  ["orders.pilot.YAML", "orders.pilot.yaml"],
  ["orders.foundtion.yaml", "orders.foundation.yaml"],
  ["evidence.yml", "evidence.yaml"],
])("%s was meant to be %s", (name, meant) => {
  expect(said(name)).toEqual([`${name} is none of the files that are read here; did you mean ${meant}?`]);
});

test.each(["orders.staging.yaml", "orders.yaml", "foundation.yaml", "a.b.c.yaml"])("%s is told", (name) => {
  expect(said(name)).toEqual([`${name} is none of the files that are read here`]);
});

test("a folder and a folder that is not there hold no stray file", () => {
  const folder = folderWith();
  mkdirSync(join(folder, "old.yaml"));
  expect(strayFiles(folder)).toEqual([]);
  expect(strayFiles(join(folder, "nowhere"))).toEqual([]);
});
