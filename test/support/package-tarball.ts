import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tarball } from "../../src/cli/vendor/tarball";
import { folderWith } from "./folder";

/** A tarball of a package that holds nothing but its manifest, for projects that are never installed. */
export function packageTarball(version = "0.1.0", name = "gatewright"): string {
  const file = join(folderWith(), `${name}-${version}.tgz`);
  writeFileSync(file, tarball([{ path: "package.json", content: Buffer.from(JSON.stringify({ name, version })) }]));
  return file;
}
