import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type PackedFile, tarball } from "../../src/cli/vendor/tarball";
import { ROOT } from "./installed";

/** What an npm registry says of one version of a package. */
interface Version {
  readonly folder: string;
  readonly manifest: { readonly name: string; readonly version: string; readonly bundleDependencies?: unknown };
}

/**
 * A registry that serves what lies in our own `node_modules`, so that an install with an empty cache needs no network.
 */
export async function localRegistry(): Promise<{ readonly url: string; readonly close: () => void }> {
  const packages = lockedPackages();
  const server: Server = createServer(({ url = "" }, response) => {
    const [name = "", version] = decodeURIComponent(url.slice(1)).split("/-/");
    const versions = packages.get(name) ?? [];
    const base = `http://localhost:${(server.address() as AddressInfo).port}`;
    const wanted = versions.find(({ manifest }) => `${manifest.version}.tgz` === version);
    if (versions.length === 0 || (version !== undefined && !wanted)) response.writeHead(404).end("{}");
    else if (wanted) response.end(tarball(filesOf(wanted), { level: 1 }));
    else {
      const entries = versions.map(({ manifest }) => {
        const dist = { tarball: `${base}/${name}/-/${manifest.version}.tgz` };
        return [manifest.version, { ...manifest, dist }] as const;
      });
      const latest = entries.at(-1)?.[0];
      const answer = { name, "dist-tags": { latest }, versions: Object.fromEntries(entries) };
      response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
    }
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

/** By the lock file, which also knows the packages of other platforms. */
function lockedPackages(): Map<string, Version[]> {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
    packages: Record<string, { name?: string; version: string; integrity: string; resolved: string }>;
  };
  const found = new Map<string, Version[]>();
  for (const [path, { integrity: _, resolved: __, ...entry }] of Object.entries(packages)) {
    const name = entry.name ?? /.*node_modules\/(.+)$/.exec(path)?.[1];
    if (name === undefined) continue;
    const known = found.get(name) ?? [];
    if (known.some((one) => one.manifest.version === entry.version)) continue;
    found.set(name, [...known, { folder: join(ROOT, path), manifest: { ...entry, name } }]);
  }
  return found;
}

/** The files of a package, with the packages in it where it brings them, and without what only jsii reads. */
function filesOf({ folder, manifest }: Version): PackedFile[] {
  const left = [".jsii", ...(manifest.bundleDependencies === undefined ? ["node_modules"] : [])];
  const below = (path: string): PackedFile[] =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry): PackedFile[] => {
      const inside = path === "" ? entry.name : `${path}/${entry.name}`;
      if (left.includes(entry.name)) return [];
      if (entry.isDirectory()) return below(inside);
      return [{ path: inside, content: readFileSync(join(folder, inside)) }];
    });
  return below("");
}
