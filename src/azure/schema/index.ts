import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Attribute, decodeType, type SchemaVersion, VERSIONS } from "./encoding";

export type { Attribute, SchemaVersion } from "./encoding";
export { VERSIONS } from "./encoding";

/** What azurerm says of one resource type. */
export type TypeSchema = ReadonlyMap<string, Attribute>;

/** The version whose schema stands for a major. */
const OF_MAJOR: Readonly<Record<number, SchemaVersion>> = { 4: "4.55.0", 5: "5.2.0" };
const [CURRENT, NEXT] = VERSIONS;

const files = new Map<SchemaVersion, Readonly<Record<string, string>>>();
const decoded = new Map<string, TypeSchema | undefined>();

/** Types without their prefix, each with its encoded schema; read when it is first asked for. */
function typesOf(version: SchemaVersion): Readonly<Record<string, string>> {
  const known = files.get(version);
  if (known) return known;
  const text = readFileSync(join(__dirname, `azurerm-${version}.json`), "utf8");
  const { types } = JSON.parse(text) as { readonly types: Readonly<Record<string, string>> };
  files.set(version, types);
  return types;
}

function decodedType(version: SchemaVersion, type: string): TypeSchema | undefined {
  const key = `${version} ${type}`;
  if (!decoded.has(key)) {
    const types = typesOf(version);
    const name = type.replace(/^azurerm_/, "");
    decoded.set(key, Object.hasOwn(types, name) ? decodeType(types[name] ?? "") : undefined);
  }
  return decoded.get(key);
}

/**
 * The arguments and attributes of a resource type, those of blocks by their path. A type that came after the version behind
 * the bindings has the schema of the next major.
 *
 * @param type with the prefix, for example `azurerm_storage_account`
 * @param major of azurerm. @default 4
 * @returns `undefined` for a type that azurerm did not have when the data was made
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/.release/provider-schema.json
 */
export function schemaOf(type: string, major = 4): TypeSchema | undefined {
  const version = OF_MAJOR[major] ?? NEXT;
  return decodedType(version, type) ?? decodedType(version === CURRENT ? NEXT : CURRENT, type);
}

/** True for a major whose names and defaults are known here. */
export const knowsMajor = (major: number): boolean => Object.hasOwn(OF_MAJOR, major);

/** Every resource type of azurerm that is known here, with its prefix, sorted. */
export function azurermTypes(...versions: readonly SchemaVersion[]): readonly string[] {
  const asked = versions.length > 0 ? versions : VERSIONS;
  return [...new Set(asked.flatMap((version) => Object.keys(typesOf(version))))]
    .sort()
    .map((name) => `azurerm_${name}`);
}

/** One argument of a type. */
export function attribute(type: string, path: string, major = 4): Attribute | undefined {
  return schemaOf(type, major)?.get(path);
}

/** True when resources of the type take tags. */
export function isTaggable(type: string): boolean {
  const tags = attribute(type, "tags");
  return tags !== undefined && (tags.optional || tags.required);
}
