import { expressionsIn } from "../plan/expression";
import { isObject } from "../plan/json";

/** A JSON object as Terraform's JSON syntax has it. */
export type Json = { readonly [key: string]: unknown };

/** One `resource` or `data` block. */
export interface ConfiguredBlock {
  readonly mode: "resource" | "data";
  readonly type: string;
  readonly name: string;
  /** As other blocks refer to it: `azurerm_key_vault.vault`, `data.azurerm_client_config.me`. */
  readonly address: string;
  readonly body: Json;
}

/** Somebody refers to `path` (indexes left out) of the block at `address`. */
export interface Reference {
  readonly address: string;
  readonly path: readonly string[];
}

/** What a rehearsal needs to know of one Terraform configuration. */
export interface Configuration {
  readonly blocks: readonly ConfiguredBlock[];
  readonly variables: Json;
  readonly locals: Json;
  /** Local provider names with their aliases; the unaliased one is "". */
  readonly providers: ReadonlyMap<string, readonly string[]>;
  readonly references: readonly Reference[];
}

/** Terraform JSON allows an object or a list of objects wherever a block may repeat. */
export function objects(value: unknown): readonly Json[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/**
 * Read Terraform JSON: one file's content, or several that make one module. Files of the same module are simply given
 * together; which came first does not matter.
 */
export function readConfiguration(files: readonly Json[]): Configuration {
  const blocks = files.flatMap((file) => [...blocksOf(file, "resource"), ...blocksOf(file, "data")]);
  return {
    blocks,
    variables: merge(files, "variable"),
    locals: merge(files, "locals"),
    providers: providersOf(files, blocks),
    references: files.flatMap((file) =>
      Object.entries(file).flatMap(([key, v]) => (key === "output" ? [] : referencesIn(v))),
    ),
  };
}

function blocksOf(file: Json, mode: ConfiguredBlock["mode"]): ConfiguredBlock[] {
  return objects(file[mode]).flatMap((types) =>
    Object.entries(types).flatMap(([type, named]) =>
      objects(named).flatMap((byName) =>
        Object.entries(byName).flatMap(([name, bodies]) =>
          objects(bodies).map((body) => ({
            mode,
            type,
            name,
            address: mode === "data" ? `data.${type}.${name}` : `${type}.${name}`,
            body,
          })),
        ),
      ),
    ),
  );
}

function merge(files: readonly Json[], key: string): Json {
  return Object.assign({}, ...files.flatMap((file) => objects(file[key])));
}

function providersOf(files: readonly Json[], blocks: readonly ConfiguredBlock[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  const add = (name: string, alias: unknown): void => {
    const aliases = found.get(name) ?? new Set([""]);
    if (typeof alias === "string") aliases.add(alias);
    found.set(name, aliases);
  };
  for (const file of files) {
    for (const terraform of objects(file["terraform"])) {
      for (const required of objects(terraform["required_providers"]))
        for (const name of Object.keys(required)) add(name, undefined);
    }
    for (const provider of objects(file["provider"])) {
      for (const [name, configured] of Object.entries(provider))
        for (const one of objects(configured)) add(name, one["alias"]);
    }
  }
  for (const block of blocks) add(block.type.split("_", 1)[0] ?? block.type, undefined);
  return new Map([...found].sort().map(([name, aliases]) => [name, [...aliases].sort()]));
}

const reference =
  /\b((?:data\.)?[a-z][a-z0-9]*_\w+\.[A-Za-z_][\w-]*)((?:\[[^\]]*(?:\]|$)|\.[A-Za-z_]\w*|\.\d+|\.\*)+)/g;

/** Every reference to an attribute of a block inside the interpolations of a value. */
export function referencesIn(value: unknown): Reference[] {
  if (typeof value === "string") {
    return [...expressionsIn(value).join(" ").matchAll(reference)].map(([, address = "", rest = ""]) => ({
      address,
      path: [...rest.replaceAll(/\[[^\]]*(?:\]|$)/g, "").matchAll(/\.([A-Za-z_]\w*)/g)].map(([, step = ""]) => step),
    }));
  }
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return isObject(value) ? Object.values(value).flatMap(referencesIn) : [];
}
