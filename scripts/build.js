#!/usr/bin/env node
// Compiles src, constructs and stacks to declarations and to one file of JavaScript, without tests and examples. To find
// and read six hundred small files would be a tenth of the processor's time of a command.
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
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} = require("node:fs");
const { basename, dirname, join, relative, resolve } = require("node:path");
const { parseArgs } = require("node:util");
const esbuild = require("esbuild");
const ts = require("typescript");
const { exports: entries } = require("../package.json");

const root = resolve(__dirname, "..");
const FOLDERS = ["src", "constructs", "stacks"];
/** Where data lies that is read when it is asked for. */
const SCHEMA = "src/azure/schema";
/** All modules; each runs when it is first asked for. */
const PACK = "gatewright.js";
/** What runs before anything else is loaded, as files of their own. */
const PROCESS = "src/recreation/process";
const BEFORE = ["src/cli/bin", "src/cli/short-run", "src/cli/load-later", `${PROCESS}/worker`, `${PROCESS}/conditions`];
/** What users import by name. */
const FACE = Object.values(entries).flatMap(({ default: file = "" }) => /^\.\/dist\/(.*)\.js$/.exec(file)?.[1] ?? []);
/** What those before ask for by its path, the bench, and the tests of the package. */
const BY_PATH = [
  "src/cli/start",
  "src/cli/main",
  "src/environment/synthesizer",
  "src/errors",
  "src/recreation/certificate",
  "src/azure/index",
  `${SCHEMA}/index`,
];

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
build();

async function build() {
  if (!values["js-only"]) declare();
  await pack();
  for (const file of readdirSync(join(root, SCHEMA)).filter((name) => name.endsWith(".json")))
    copyFileSync(join(root, SCHEMA, file), join(staging, SCHEMA, file));
  chmodSync(join(staging, "src/cli/bin.js"), 0o755);
  chmodSync(staging, 0o755);
  if (existsSync(out)) renameSync(out, previous);
  renameSync(staging, out);
}

/** Types and declarations; ends the process when a type is wrong. */
function declare() {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  // What a type check remembers between runs is of no use to a build.
  const { incremental, tsBuildInfoFile, ...compilerOptions } = config.compilerOptions;
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { ...config, compilerOptions, include: FOLDERS },
    ts.sys,
    root,
    { outDir: staging, rootDir: root, noEmitOnError: true, emitDeclarationOnly: true },
  );
  const program = ts.createProgram(fileNames, options);
  const { diagnostics } = program.emit();
  const problems = ts.sortAndDeduplicateDiagnostics([...ts.getPreEmitDiagnostics(program), ...diagnostics]);
  if (problems.length === 0) return;
  const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => "\n" };
  process.stderr.write(ts.formatDiagnostics(problems, host));
  process.exit(1);
}

/** JavaScript: the pack, what runs before it, and a file in the place of every module that is asked for by its path. */
async function pack() {
  const paths = [...FACE, ...BY_PATH];
  const options = {
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "warning",
    // As the compiler does it in CommonJS: what is imported late is required.
    supported: { "dynamic-import": false },
  };
  await esbuild.build({
    ...options,
    entryPoints: BEFORE.map((path) => join(root, `${path}.ts`)),
    outbase: root,
    outdir: staging,
  });
  await esbuild.build({
    ...options,
    stdin: {
      contents: paths.map((path) => `exports[${JSON.stringify(path)}] = () => require("./${path}");`).join("\n"),
      resolveDir: root,
    },
    outfile: join(staging, PACK),
    bundle: true,
    packages: "external",
    plugins: [{ name: "places", setup: keepPlaces }],
  });
  for (const path of paths) {
    const file = join(staging, `${path}.js`);
    mkdirSync(dirname(file), { recursive: true });
    const way = relative(dirname(file), join(staging, PACK)).replaceAll("\\", "/");
    const names = FACE.includes(path) ? await namesOf(path) : "";
    writeFileSync(file, `module.exports = require("${way}")["${path}"]();\n${names}`);
  }
}

/** A module in the pack that asks where it stands is told where it would stand without. */
function keepPlaces({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, ({ path }) => {
    const text = readFileSync(path, "utf8");
    const place = (of) => `require("node:path").join(__dirname, ${JSON.stringify(relative(root, of))})`;
    const contents = text
      .replace(/\b__dirname\b/g, () => place(dirname(path)))
      .replace(/\b__filename\b/g, () => place(path.replace(/ts$/, "js")));
    return { contents, loader: "ts" };
  });
}

/** A line that nobody runs: Node reads there which names an ES module can import. */
async function namesOf(path) {
  const { metafile } = await esbuild.build({
    entryPoints: [join(root, `${path}.ts`)],
    bundle: true,
    format: "esm",
    packages: "external",
    platform: "node",
    metafile: true,
    write: false,
    logLevel: "error",
  });
  const [{ exports: names }] = Object.values(metafile.outputs);
  return `0 && (module.exports = { ${names.filter((name) => name !== "default").join(", ")} });\n`;
}
