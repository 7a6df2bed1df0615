import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * Write the table of the status codes that the provider's own SDK accepts, by ARM type and method, from a checkout of
 * the provider: `npm run generate:arm -- <folder of terraform-provider-azurerm> <its version>`.
 */
const target = resolve(__dirname, "../src/emulator/arm/accepted-codes.json");
const STATUS: Readonly<Record<string, number>> = {
  OK: 200,
  Created: 201,
  Accepted: 202,
  NoContent: 204,
  NotFound: 404,
};

function goFiles(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? goFiles(path) : path.endsWith(".go") ? [path] : []));
}

/** The ARM type in the format string of an id: what follows the last `/providers/`, without the names. */
function typeOf(format: string): string | undefined {
  const last = format.split("/providers/").at(-1);
  if (!format.includes("/providers/") || !last) {
    if (/\/resourceGroups\/%s$/i.test(format)) return "Microsoft.Resources/resourceGroups";
    return undefined;
  }
  const [namespace, ...rest] = last.split("/");
  const types = rest.filter((_, index) => index % 2 === 0);
  return types.some((one) => one.includes("%")) ? undefined : [namespace, ...types].join("/");
}

/** `SubnetId` → `Microsoft.Network/virtualNetworks/subnets`. */
function idsIn(files: readonly string[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    for (const [, name, format] of text.matchAll(/func \(id (\w+)\) ID\(\) string \{\s+fmtString := "([^"]+)"/g)) {
      const type = typeOf(format ?? "");
      if (name && type) ids.set(name, type);
    }
  }
  return ids;
}

const [source, version] = process.argv.slice(2);
if (!source || !version) throw new Error("usage: generate:arm -- <folder of terraform-provider-azurerm> <version>");
const vendor = join(source, "vendor/github.com/hashicorp");
const common = idsIn(goFiles(join(vendor, "go-azure-helpers/resourcemanager/commonids")));
const found = new Map<string, Map<string, Set<number>>>();
const packages = new Map<string, string[]>();
for (const file of goFiles(join(vendor, "go-azure-sdk/resource-manager"))) {
  const folder = file.slice(0, file.lastIndexOf("/"));
  packages.set(folder, [...(packages.get(folder) ?? []), file]);
}
for (const files of packages.values()) {
  const own = idsIn(files);
  for (const file of files.filter((one) => /\/method_[^/]+\.go$/.test(one))) {
    const text = readFileSync(file, "utf8");
    const id = /ctx context\.Context, id (commonids\.)?(\w+)/.exec(text);
    const method = /HttpMethod:\s+http\.Method(\w+)/.exec(text)?.[1]?.toUpperCase();
    const suffix = /Path:\s+(?:id\.ID\(\)|fmt\.Sprintf\("%s\/([^"]+)", id\.ID\(\)\))/.exec(text);
    const type = id?.[2] && (id[1] ? common : own).get(id[2]);
    if (!type || !method || method === "GET" || !suffix) continue;
    const key = suffix[1] ? `${method} ${suffix[1]}` : method;
    const codes = [...text.matchAll(/http\.Status(\w+),/g)].map(([, word]) => STATUS[word ?? ""] ?? 0).filter(Boolean);
    const methods = found.get(type) ?? new Map<string, Set<number>>();
    const before = methods.get(key);
    const both = codes.filter((code) => !before || before.has(code));
    methods.set(key, new Set(both.length > 0 ? both : codes));
    found.set(type, methods);
  }
}
const lines = [...found]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([type, methods]) => {
    const codes = [...methods].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, set]) => [key, [...set].sort()]);
    return `    ${JSON.stringify(type)}: ${JSON.stringify(Object.fromEntries(codes))}`;
  });
const about = `hashicorp/go-azure-sdk, as terraform-provider-azurerm ${version} vendors it: the status codes that it accepts`;
writeFileSync(target, `{\n  "source": ${JSON.stringify(about)},\n  "types": {\n${lines.join(",\n")}\n  }\n}\n`);
console.log(`${found.size} types`);
