import { execFile, spawnSync } from "node:child_process";
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
  const done = spawnSync(command, args, { cwd, encoding: "utf8", env: environmentIn(cwd) });
  if (done.error) throw done.error;
  return { code: done.status, out: `${done.stdout}${done.stderr}` };
}

/** The same, while this process goes on answering; a line for the shell. */
export function runBeside(cwd: string, line: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((ended) => {
    const options = { cwd, env: { ...environmentIn(cwd), ...env }, maxBuffer: 1e8 };
    const child = execFile("sh", ["-c", line], options, (_, out, err) =>
      ended({ code: child.exitCode, out: `${out}${err}` }),
    );
  });
}

function environmentIn(cwd: string): NodeJS.ProcessEnv {
  const {
    CDKTF_OUTDIR: _out,
    TS_NODE_PROJECT: _project,
    NODE_OPTIONS: _options,
    JEST_WORKER_ID: _id,
    ...env
  } = process.env;
  // A person's machine: in CI Jest writes no first snapshot.
  return { ...env, PATH: `${join(cwd, "node_modules/.bin")}:${env["PATH"]}`, NO_COLOR: "1", CI: "false" };
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
