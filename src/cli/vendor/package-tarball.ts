import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { badInput } from "../../errors";
import { fileIn, type PackedFile, tarball } from "./tarball";

/** This package as a project keeps it until it is published: what a fresh machine installs. */
export interface VendoredPackage {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly content: Buffer;
}

interface Manifest {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly files?: readonly string[];
  readonly bin?: Readonly<Record<string, string>>;
}

/** What npm packs beside the `files` of a manifest. */
const ALWAYS = ["package.json"];

/**
 * The package that a new project depends on: the one that runs, packed again, or the tarball that is given.
 *
 * @param given  a tarball as `npm pack` makes it @default the running package
 * @throws BadInput where there is no such tarball, or what runs is not built
 */
export function vendoredPackage(given?: string): VendoredPackage {
  const content = given === undefined ? packed() : read(given);
  const { name, version } = manifestIn(content) ?? {};
  if (name !== "gatewright" || typeof version !== "string")
    throw badInput(`--package must be a tarball of gatewright, got ${given}`, "npm pack makes one, in a clone.");
  return { path: `vendor/gatewright-${version}.tgz`, content };
}

function read(file: string): Buffer {
  if (!existsSync(file))
    throw badInput(`--package names ${file}, which does not exist`, "npm pack makes it, in a clone.");
  if (!statSync(file).isFile()) throw badInput(`--package names ${file}, which is not a file`, "Name the tarball.");
  return readFileSync(file);
}

function manifestIn(content: Buffer): Manifest | undefined {
  const text = fileIn(content, "package.json")?.toString("utf8");
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
}

/** The package that runs, wherever npm has put it. A source tree is not it: what it holds may be older than what runs. */
function packed(): Buffer {
  const file = require.resolve("gatewright/package.json");
  const root = dirname(file);
  const { files = [], bin = {} } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const built = Object.values(bin).every((one) => existsSync(join(root, one)));
  if (!built || basename(__filename).endsWith(".ts"))
    throw badInput(
      "init runs from source, so that there is no package for the new project",
      "Make one with npm pack, and name it: --package gatewright-0.1.0.tgz.",
    );
  return tarball([...ALWAYS, ...files].flatMap((one) => filesBelow(root, one)));
}

function filesBelow(root: string, path: string): PackedFile[] {
  const target = join(root, path);
  if (!existsSync(target)) return [];
  if (!statSync(target).isDirectory()) return [{ path, content: readFileSync(target) }];
  return readdirSync(target).flatMap((entry) => filesBelow(root, `${path}/${entry}`));
}
