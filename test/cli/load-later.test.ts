import { execFileSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** Runs a script with the stand-ins in place; it gives back a value. */
function run(script: string): unknown {
  const head = `
    const { loadLater } = require("./src/cli/load-later");
    loadLater();
    const RARELY = ["archiver/index.js", "semver/index.js", "json-stable-stringify/index.js", "locales/de.cjs"];
    const loaded = () => RARELY.filter((name) =>
      Object.values(require.cache).some(({ filename }) => filename?.endsWith("/" + name)));
    const tell = (value) => console.log(JSON.stringify(value));`;
  const printed = execFileSync(process.execPath, ["-r", "ts-node/register", "-e", `${head}\n${script}`], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, TS_NODE_PROJECT: join(ROOT, "tsconfig.json") },
  });
  return JSON.parse(printed);
}

test("cdktf and zod start without what they rarely need, and what is needed is loaded when it is", () => {
  const script = `
    const { Manifest } = require("cdktf");
    const { ValidateBinaryVersion } = require("cdktf/lib/validations");
    const { z } = require("zod");
    const parsed = z.string().safeParse(1).error.issues[0].message;
    const before = loaded();
    const judged = new ValidateBinaryVersion("node", ">=4", "node --version").validate();
    const refused = new ValidateBinaryVersion("node", ">=4000", "node --version", "Wait.").validate();
    const folder = require("node:fs").mkdtempSync(require("node:os").tmpdir() + "/gatewright-test-");
    new Manifest("1", folder, false).writeToFile();
    const manifest = JSON.parse(require("node:fs").readFileSync(folder + "/manifest.json", "utf8"));
    require("node:fs").rmSync(folder, { recursive: true });
    const german = z.locales.de().localeError({ code: "invalid_type", expected: "string", input: 1 });
    tell({ parsed, before, judged, refused: refused.length, manifest, german, locales: Object.keys(z.locales).includes("fr"), has: "de" in z.locales, after: loaded() });`;
  expect(run(script)).toEqual({
    parsed: "Invalid input: expected string, received number",
    before: [],
    judged: [],
    refused: 1,
    manifest: { stacks: {}, version: "1" },
    german: "Ungültige Eingabe: erwartet string, erhalten Zahl",
    locales: true,
    has: true,
    after: ["semver/index.js", "json-stable-stringify/index.js", "locales/de.cjs"],
  });
});

test("what was loaded before stays as it is", () => {
  const script = `
    const semver = require.resolve("semver", { paths: [require.resolve("cdktf")] });
    delete require.cache[semver];
    const real = require(semver);
    loadLater();
    tell(require(semver) === real);`;
  expect(run(script)).toBe(true);
});

test("cdktf writes with our copy of its own version", () => {
  const own = require.resolve("json-stable-stringify/package.json", { paths: [require.resolve("cdktf")] });
  expect(require("json-stable-stringify/package.json").version).toBe(require(own).version);
});
