import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { encodeType, type PublishedAttribute, VERSIONS } from "../src/azure/schema/encoding";

/**
 * Writes `src/azure/schema/azurerm-<version>.json`, for each version that is read here, from
 *
 * - the schema that the provider publishes of itself: `.release/provider-schema.json` in its repository, at the version's tag;
 * - what only Terraform tells, which attributes are sensitive or deprecated: `terraform providers schema -json` in a folder
 *   that requires that version. Without it, or for a type that it lacks, both are said not to be read.
 *
 *   npm run generate:azure -- 4.55.0=<published> 4.55.0:terraform=<providers schema> 5.2.0=<published>
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/.release/provider-schema.json
 */
interface Published {
  readonly providerName: string;
  readonly providerSchema: { readonly resources: Readonly<Record<string, { readonly schema: Attributes }>> };
}
type Attributes = Readonly<Record<string, PublishedAttribute>>;

interface Told {
  readonly provider_schemas: Readonly<
    Record<string, { readonly resource_schemas: Readonly<Record<string, { readonly block: Block }>> }>
  >;
}
interface Flags {
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
}
interface Block {
  readonly attributes?: Readonly<Record<string, Flags>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

const folder = resolve(__dirname, "../src/azure/schema");
const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** A published schema with what Terraform tells of each attribute. */
function flagged(schema: Attributes, block: Block): Attributes {
  return Object.fromEntries(
    Object.entries(schema).map(([name, one]): [string, PublishedAttribute] => {
      const { sensitive = false, deprecated = false } = block.attributes?.[name] ?? {};
      const inner = typeof one.elem === "object" ? one.elem.schema : undefined;
      const elem = inner ? { elem: { schema: flagged(inner, block.block_types?.[name]?.block ?? {}) } } : {};
      return [name, { ...one, ...elem, sensitive, deprecated }];
    }),
  );
}

function generate(version: string, published: string, told: string | undefined): void {
  const { providerName, providerSchema } = read(published) as Published;
  if (providerName !== "azurerm") throw new Error(`${published} must be the schema of azurerm, got ${providerName}`);
  const blocks =
    told === undefined ? {} : (Object.values((read(told) as Told).provider_schemas)[0]?.resource_schemas ?? {});
  const types = Object.entries(providerSchema.resources)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, { schema }]) => {
      const block = blocks[type]?.block;
      const text = block ? encodeType(flagged(schema, block), true) : encodeType(schema, false);
      return [type.replace(/^azurerm_/, ""), text];
    });
  const text = JSON.stringify({ version, types: Object.fromEntries(types) }, null, 1);
  writeFileSync(join(folder, `azurerm-${version}.json`), `${text}\n`);
}

const given = new Map(process.argv.slice(2).map((one) => one.split("=", 2) as [string, string]));
const missing = VERSIONS.filter((version) => !given.has(version));
if (missing.length > 0) {
  process.stderr.write(
    `Name the published schema of each version: ${missing.map((one) => `${one}=<file>`).join(" ")}\n`,
  );
  process.exit(2);
}
for (const version of VERSIONS) generate(version, given.get(version) ?? "", given.get(`${version}:terraform`));
