import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isObject } from "../plan/json";
import { type Json, objects, readConfiguration } from "./configuration";

/** One stack to rehearse: its synthesized JSON, or the folder of any Terraform configuration. */
export type StackSource =
  | { readonly name: string; readonly json: Json }
  | { readonly name?: string; readonly dir: string };

export interface StackCopy {
  readonly name: string;
  /** The root module's files in JSON syntax. */
  readonly files: readonly Json[];
  /** Types that appear in HCL files or in modules below: `azurerm_subnet`, `data.azurerm_subnet`. */
  readonly alsoUsed: readonly string[];
  /** Resources whose `prevent_destroy` was lifted in the copy: the destroy of a rehearsal destroys nothing real. */
  readonly lifted: readonly string[];
}

const left = /^(\.terraform|\.git|node_modules|.*\.tfstate(\..*)?|.*\.tftest\.(hcl|json))$/s;

/** Copy a stack into an empty folder, without state, plugins and tests, and read what mocks need to know of it. */
export function copyStack(source: StackSource, folder: string): StackCopy {
  mkdirSync(folder, { recursive: true });
  if ("json" in source) {
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(source.json));
    return { name: source.name, files: [source.json], alsoUsed: [], lifted: liftPreventDestroy(folder) };
  }
  cpSync(source.dir, folder, { recursive: true, filter: (path) => path === source.dir || !left.test(basename(path)) });
  const names = readdirSync(folder);
  const files = names.filter((name) => name.endsWith(".tf.json")).map((name) => readJson(join(folder, name)));
  return {
    name: source.name ?? basename(source.dir),
    files,
    alsoUsed: typesBelow(folder, true),
    lifted: liftPreventDestroy(folder),
  };
}

/**
 * `terraform test` destroys what it created and is refused by `prevent_destroy`, so the copy does without it. JSON is
 * rewritten block by block and the resources are named; in HCL the file is.
 */
function liftPreventDestroy(folder: string): string[] {
  const lifted: string[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!/\.tf(\.json)?$/.test(name)) continue;
    const text = readFileSync(path, "utf8");
    if (!text.includes("prevent_destroy")) continue;
    if (name.endsWith(".json")) {
      const json: unknown = JSON.parse(text);
      lifted.push(...(isObject(json) ? liftInJson(json) : []));
      writeFileSync(path, JSON.stringify(json));
    } else {
      writeFileSync(path, text.replaceAll(/(prevent_destroy\s*=\s*)true/g, "$1false"));
      lifted.push(name);
    }
  }
  return lifted.sort();
}

function liftInJson(json: Json): string[] {
  const blocks = readConfiguration([json]).blocks.filter((block) =>
    objects(block.body["lifecycle"]).some((one) => one["prevent_destroy"]),
  );
  for (const block of blocks) {
    for (const lifecycle of objects(block.body["lifecycle"]))
      delete (lifecycle as { prevent_destroy?: unknown }).prevent_destroy;
  }
  return blocks.map((block) => block.address);
}

/** A folder that holds no Terraform at all is a mistake of the caller, not an empty stack. */
export function holdsTerraform(copy: StackCopy, folder: string): boolean {
  return copy.files.length > 0 || readdirSync(folder).some((name) => name.endsWith(".tf"));
}

function readJson(path: string): Json {
  const value: unknown = JSON.parse(readFileSync(path, "utf8"));
  return isObject(value) ? value : {};
}

function typesBelow(folder: string, root: boolean): string[] {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) for (const type of typesBelow(path, false)) found.add(type);
    if (!entry.isFile()) continue;
    if (entry.name.endsWith(".tf")) {
      for (const [, mode, type] of readFileSync(path, "utf8").matchAll(/^[ \t]*(resource|data)[ \t]+"(\w+)"/gm)) {
        found.add(mode === "data" ? `data.${type}` : `${type}`);
      }
    }
    if (!root && entry.name.endsWith(".tf.json")) {
      const json = readJson(path);
      for (const type of Object.keys(isObject(json["resource"]) ? json["resource"] : {})) found.add(type);
      for (const type of Object.keys(isObject(json["data"]) ? json["data"] : {})) found.add(`data.${type}`);
    }
  }
  return [...found].sort();
}
