import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(__dirname, "../..");

/** How a command ended, and what it said. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
}

/** Runs a command to its end, without the settings that a run of our own may have put into the environment. */
export function run(cwd: string, command: string, ...args: readonly string[]): Ran {
  const {
    CDKTF_OUTDIR: _out,
    TS_NODE_PROJECT: _project,
    NODE_OPTIONS: _options,
    JEST_WORKER_ID: _id,
    ...env
  } = process.env;
  const path = `${join(cwd, "node_modules/.bin")}:${env["PATH"]}`;
  // A person's machine: in CI Jest writes no first snapshot.
  const settings = { ...env, PATH: path, NO_COLOR: "1", CI: "false" };
  const done = spawnSync(command, args, { cwd, encoding: "utf8", env: settings });
  if (done.error) throw done.error;
  return { code: done.status, out: `${done.stdout}${done.stderr}` };
}

/**
 * Puts the package into a folder's `node_modules` as npm would: compiled, with links to the packages that it and the
 * project need.
 *
 * @param types  also makes the declarations, which takes longer
 */
export function installPackage(folder: string, { types }: { readonly types: boolean }): void {
  const modules = join(folder, "node_modules");
  const target = join(modules, "gatewright");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  for (const name of readdirSync(join(ROOT, "node_modules")))
    if (!name.startsWith(".") && name !== "gatewright") link(`node_modules/${name}`, join(modules, name));
  for (const name of readdirSync(join(ROOT, "node_modules/.bin")))
    link(`node_modules/.bin/${name}`, join(modules, ".bin", name));
  const flags = types ? [] : ["--js-only"];
  const built = run(ROOT, process.execPath, "scripts/build.js", "--out", join(target, "dist"), ...flags);
  if (built.code !== 0) throw new Error(built.out);
  copyFileSync(join(ROOT, "package.json"), join(target, "package.json"));
  cpSync(join(ROOT, "schemas"), join(target, "schemas"), { recursive: true });
  symlinkSync(join(target, "dist/src/cli/bin.js"), join(modules, ".bin/gatewright"));
}

function link(from: string, to: string): void {
  symlinkSync(join(ROOT, from), to);
}
