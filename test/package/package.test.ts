import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { blocksIn, write } from "../docs/blocks";
import { contentOf, folderWith } from "../support/folder";
import { installPackage, ROOT, run, runBeside } from "./installed";
import { localRegistry } from "./registry";

interface Manifest {
  readonly bin: Record<string, string>;
  readonly exports: Record<string, string | { readonly types: string; readonly default: string }>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly files: readonly string[];
}

const manifest = require("../../package.json") as Manifest;
const folder = folderWith();
const installed = join(folder, "node_modules/gatewright");

beforeAll(() => {
  installPackage(folder, { types: true });
}, 120_000);

const entries = Object.values(manifest.exports).filter((entry) => typeof entry === "object");

test("every entry of the exports map exists", () => {
  expect(entries.filter((entry) => !existsSync(join(installed, entry.default)))).toEqual([]);
  expect(readdirSync(join(installed, "schemas"))).toContain("poc.schema.json");
});

test("every entry loads by its name, without a TypeScript compiler or a test runner on the way", () => {
  const script = `
    for (const entry of ["gatewright", "gatewright/constructs", "gatewright/stacks", "gatewright/package.json"]) require(entry);
    const loaded = Object.keys(require.cache).filter((file) => /node_modules.(ts-node|@swc|typescript|jest|expect)./.test(file));
    console.log(JSON.stringify(loaded));`;
  expect(run(folder, process.execPath, "-e", script)).toEqual({ code: 0, out: "[]\n" });
});

test("an ES module imports every name that the entries export", () => {
  const script = `
    import { createRequire } from "node:module";
    const require = createRequire(import.meta.url);
    for (const entry of ["gatewright", "gatewright/constructs", "gatewright/stacks", "gatewright/testing"]) {
      const { default: _, ...named } = await import(entry);
      console.log(entry, JSON.stringify(Object.keys(named).sort()) === JSON.stringify(Object.keys(require(entry)).sort()));
    }`;
  writeFileSync(join(folder, "import.mjs"), script);
  expect(run(folder, process.execPath, "import.mjs")).toEqual({
    code: 0,
    out: "gatewright true\ngatewright/constructs true\ngatewright/stacks true\ngatewright/testing true\n",
  });
});

test("all modules are in one file, and few others are beside it", () => {
  const scripts = Object.keys(contentOf(join(installed, "dist"))).filter((path) => path.endsWith(".js"));
  expect(scripts).toContain("gatewright.js");
  expect(scripts.length).toBeLessThan(20);
});

test("the command is compiled JavaScript that can be executed, and starts without a compiler", () => {
  const bin = join(installed, manifest.bin["gatewright"]!);
  expect(statSync(bin).mode & 0o111).toBe(0o111);
  const preload = `process.on("exit", () => { if (Object.keys(require.cache).some((f) => /ts-node|@swc/.test(f))) console.log("COMPILER"); })`;
  writeFileSync(join(folder, "spy.js"), preload);
  const { code, out } = run(folder, process.execPath, "-r", "./spy.js", bin, "--help");
  expect([code, out]).toEqual([0, expect.stringContaining("Usage: gatewright")]);
  expect(out).not.toContain("COMPILER");
});

test("neither tests nor examples are built", () => {
  const built = Object.keys(contentOf(join(installed, "dist"))).filter((path) => path.endsWith("/"));
  expect([...new Set(built.map((path) => path.split("/")[0]))].sort()).toEqual(["constructs", "src", "stacks"]);
});

test("what npm would publish is what is meant to be, with nothing of the tests, examples or sources", () => {
  const { code, out } = run(ROOT, "npm", "pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=error");
  expect(code).toBe(0);
  const [pack] = JSON.parse(out.slice(out.indexOf("["))) as [{ files: { path: string }[] }];
  const top = [...new Set(pack.files.map(({ path }) => path.split("/")[0]!))];
  const allowed = ["CHANGELOG.md", "DECISIONS.md", "LICENSE", "README.md", "dist", "docs", "package.json", "schemas"];
  expect(top.filter((name) => !allowed.includes(name))).toEqual([]);
});

test("neither a new project nor the examples of the documents have type errors against the declarations", () => {
  expect(entries.filter(({ types }) => !existsSync(join(installed, types)))).toEqual([]);
  for (const project of ["fresh", "documented"])
    expect(run(folder, "gatewright", "init", "orders", "--folder", project, "--today", "2026-11-21").code).toBe(0);
  for (const [, block] of blocksIn("ts")) write(block, join(folder, "documented"));
  // Both in one run: most of the time goes into the declarations of the providers.
  const { include } = JSON.parse(readFileSync(join(folder, "fresh/tsconfig.json"), "utf8")) as { include: string[] };
  const both = include.flatMap((path) => [`fresh/${path}`, `documented/${path}`]);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "./fresh/tsconfig.json", compilerOptions: { rootDir: "." }, include: both }),
  );
  expect(run(folder, "tsc", "-p", ".")).toEqual({ code: 0, out: "" });
}, 120_000);

test("every version is exact", () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

/** A line that ended well, or what it said. */
async function ended(line: string, cwd: string, env: Readonly<Record<string, string>>) {
  const { code, out } = await runBeside(cwd, line, env);
  return code === 0 ? { line, code } : { line, code, out };
}

test("a new project installs from what it holds, on a machine that has never seen this one, and does what its workflow does", async () => {
  expect(run(folder, "gatewright", "init", "orders", "--folder", "made", "--today", "2026-11-21").code).toBe(0);
  const registry = await localRegistry();
  const npm = (cache: string) => ({
    npm_config_registry: registry.url,
    npm_config_cache: join(folder, cache),
    npm_config_userconfig: join(folder, "none"),
    npm_config_audit: "false",
  });
  try {
    const project = join(folder, "made");
    const commit = 'git init -q && git add . && git -c user.name=a -c user.email=a@b.example commit -qm "Start"';
    for (const line of ["npm install --package-lock-only", "../node_modules/.bin/jest", commit])
      expect(await ended(line, project, npm("cache"))).toEqual({ line, code: 0 });
    // Elsewhere: in a folder below, Node would find the packages of this one.
    const clone = join(folderWith(), "clone");
    expect(run(folder, "git", "clone", "-q", project, clone).code).toBe(0);
    const { jobs } = parse(readFileSync(join(clone, ".github/workflows/gates.yml"), "utf8")) as {
      jobs: { gates: { steps: readonly { run?: string }[] } };
    };
    const lines = jobs.gates.steps.flatMap(({ run }) => run ?? []);
    expect(lines).toEqual(["npm ci", "npx tsc", "npm test", "npx gatewright check"]);
    for (const line of lines) {
      const onItsDay = line.endsWith("check") ? `${line} --today 2026-11-21` : line;
      expect(await ended(onItsDay, clone, { ...npm("fresh"), CI: "true" })).toEqual({ line: onItsDay, code: 0 });
    }
  } finally {
    registry.close();
  }
}, 300_000);
