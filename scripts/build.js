#!/usr/bin/env node
// Compiles src, constructs and stacks to JavaScript and declarations, without tests and examples.
//
//   node scripts/build.js [--out DIR] [--js-only]
//
// --out defaults to dist; --js-only leaves out types and declarations, for a build that only has to run. The output is
// written beside its place and moved there whole, so that nobody ever runs half a build.
const {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} = require("node:fs");
const { basename, dirname, join, relative, resolve } = require("node:path");
const { parseArgs } = require("node:util");
const ts = require("typescript");

const root = resolve(__dirname, "..");
const FOLDERS = ["src", "constructs", "stacks"];
/** Where data lies that is read when it is asked for. */
const SCHEMA = "src/azure/schema";

const { values } = parseArgs({
  options: { out: { type: "string", default: join(root, "dist") }, "js-only": { type: "boolean", default: false } },
});
const out = resolve(values.out);
mkdirSync(dirname(out), { recursive: true });
const staging = mkdtempSync(join(dirname(out), `.${basename(out)}-`));
const previous = `${staging}-previous`;
process.on("exit", () => {
  for (const folder of [staging, previous]) rmSync(folder, { recursive: true, force: true });
});

const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
// What a type check remembers between runs is of no use to a build.
const { incremental, tsBuildInfoFile, ...compilerOptions } = config.compilerOptions;
const { options, fileNames } = ts.parseJsonConfigFileContent(
  { ...config, compilerOptions, include: FOLDERS },
  ts.sys,
  root,
  {
    outDir: staging,
    rootDir: root,
    noEmitOnError: true,
  },
);
if (values["js-only"]) transpile();
else compile();
for (const file of readdirSync(join(root, SCHEMA)).filter((name) => name.endsWith(".json")))
  copyFileSync(join(root, SCHEMA, file), join(staging, SCHEMA, file));

chmodSync(join(staging, "src/cli/bin.js"), 0o755);
chmodSync(staging, 0o755);
if (existsSync(out)) renameSync(out, previous);
renameSync(staging, out);

/** Types, declarations and JavaScript; ends the process when a type is wrong. */
function compile() {
  const program = ts.createProgram(fileNames, options);
  const { diagnostics } = program.emit();
  const problems = ts.sortAndDeduplicateDiagnostics([...ts.getPreEmitDiagnostics(program), ...diagnostics]);
  if (problems.length === 0) return;
  const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => "\n" };
  process.stderr.write(ts.formatDiagnostics(problems, host));
  process.exit(1);
}

/** JavaScript, file by file, by the compiler that tests and `npm start` run with. */
function transpile() {
  const { transformFileSync } = require("@swc/core");
  for (const file of fileNames) {
    const target = join(staging, relative(root, file)).replace(/\.ts$/, ".js");
    mkdirSync(dirname(target), { recursive: true });
    const { code } = transformFileSync(file, {
      swcrc: false,
      module: { type: "commonjs" },
      jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    });
    writeFileSync(target, code);
  }
}
