import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { main } from "../../src/cli/main";
import { loadEnvironment } from "../../src/config/load";
import { contentOf, folderWith } from "../support/folder";
import { packageTarball } from "../support/package-tarball";
import { runCli } from "../support/run-cli";

const { version } = require("../../package.json") as { version: string };
const FILES = [
  ".github/workflows/gates.yml",
  ".gitignore",
  "README.md",
  "cdktf.json",
  "environments/orders.poc.yaml",
  "main.ts",
  "package.json",
  "test/gates.test.ts",
  "tsconfig.json",
  `vendor/gatewright-${version}.tgz`,
];

const filesOf = (folder: string) => Object.keys(contentOf(folder)).filter((path) => !path.endsWith("/"));

async function init(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const spies = (["out", "err"] as const).map((key) =>
    jest.spyOn(process[`std${key}`], "write").mockImplementation((text) => {
      said[key] += String(text);
      return true;
    }),
  );
  try {
    // A test runs from source, where there is no package to pack.
    const given = argv.includes("--package") ? [] : ["--package", packageTarball()];
    return { code: await main(["init", ...argv, ...given]), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe("gatewright init", () => {
  test("writes a project into a folder that it makes, and says what comes next", async () => {
    const folder = join(folderWith(), "new/place");
    const { code, out } = await init("orders", "--folder", folder, "--today", "2026-11-21");
    expect(code).toBe(0);
    expect(filesOf(folder).sort()).toEqual(FILES);
    expect(out).toContain(`cd ${folder}\n  npm install\n  npm test\n  npx gatewright check\n  npx gatewright synth`);
    expect(out).toContain("The owner is you@orders.example, which nobody reads");
    expect(out).toContain("Commit package-lock.json, vendor/ and test/__snapshots__ too");
  });

  test("puts region and owner into the POC, in the words that YAML reads back", async () => {
    for (const owner of [
      "ada+poc@orders.example",
      "'t.hooft@orders.example",
      "-x@orders.example",
      "%@orders.example",
    ]) {
      const folder = folderWith();
      const { code, out } = await init("orders", "--folder", folder, "--location", "swedencentral", `--owner=${owner}`);
      expect([code, out]).toEqual([0, expect.not.stringContaining("nobody reads")]);
      const { config } = loadEnvironment(join(folder, "environments/orders.poc.yaml"));
      expect(config).toMatchObject({ location: "swedencentral", owner });
    }
  });

  test("keeps the package in vendor/, byte for byte, and depends on that", async () => {
    const folder = folderWith();
    const given = packageTarball("9.8.7");
    expect((await init("orders", "--folder", folder, "--package", given)).code).toBe(0);
    const vendored = join(folder, "vendor/gatewright-9.8.7.tgz");
    expect(readFileSync(vendored).equals(readFileSync(given))).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).dependencies).toEqual({
      gatewright: "file:vendor/gatewright-9.8.7.tgz",
    });
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toContain("\n!vendor/*.tgz\n");
  });

  test("writes a POC that is valid, begins today, ends in 28 days and is about 25 lines long", async () => {
    const folder = folderWith();
    await init("orders", "--folder", folder, "--today", "2026-11-21");
    const file = join(folder, "environments/orders.poc.yaml");
    const { config } = loadEnvironment(file);
    expect(config).toMatchObject({ workload: "orders", created: "2026-11-21", expires: "2026-12-19" });
    const text = readFileSync(file, "utf8");
    expect(text.split("\n").length).toBeLessThanOrEqual(26);
    expect(text).toContain("# yaml-language-server: $schema=../node_modules/gatewright/schemas/poc.schema.json");
  });

  test("takes the current day when none is given", async () => {
    const folder = folderWith();
    const before = new Date().toISOString().slice(0, 10);
    await init("orders", "--folder", folder);
    const after = new Date().toISOString().slice(0, 10);
    expect([before, after]).toContain(loadEnvironment(join(folder, "environments/orders.poc.yaml")).config.created);
  });

  test("pins every dependency to the version that this package is tested with", async () => {
    const folder = folderWith();
    await init("orders", "--folder", folder);
    const own = require("../../package.json") as { devDependencies: Record<string, string> };
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    expect(dependencies).toEqual({ gatewright: `file:vendor/gatewright-${version}.tgz` });
    expect(own.devDependencies).toMatchObject(devDependencies);
  });

  test("pins the workflow's actions by commit, with their version beside it, and gives it no more than reading", async () => {
    const folder = folderWith();
    await init("orders", "--folder", folder);
    const text = readFileSync(join(folder, ".github/workflows/gates.yml"), "utf8");
    const uses = text.split("\n").filter((line) => line.includes("uses:"));
    expect(uses).toHaveLength(2);
    for (const line of uses) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    expect(parse(text)).toMatchObject({
      permissions: {},
      on: { schedule: [{}] },
      jobs: { gates: { permissions: { contents: "read" } } },
    });
  });
});

describe("what init refuses", () => {
  test.each([
    ["Orders", 'workload must be lower-case letters, digits and single hyphens, starting with a letter, got "Orders"'],
    ["x--y", 'workload must be lower-case letters, digits and single hyphens, starting with a letter, got "x--y"'],
    ["a", 'workload must be 2 to 20 characters long, got "a"'],
    ["../up", 'workload must be lower-case letters, digits and single hyphens, starting with a letter, got "../up"'],
    ["shop-prod", 'workload: a name must not contain the stage "prod", got "shop-prod"'],
    ["", 'workload must be 2 to 20 characters long, got ""'],
  ])("the product %j, in the words of the config", async (product, says) => {
    const folder = folderWith();
    const { code, err } = await init(product, "--folder", folder);
    expect([code, readdirSync(folder)]).toEqual([2, []]);
    expect(err).toContain(says);
  });

  test.each(["2026-02-30", "tomorrow", ""])("the day %j", async (today) => {
    const folder = folderWith();
    const { code, err } = await init("orders", "--folder", folder, "--today", today);
    expect([code, readdirSync(folder)]).toEqual([2, []]);
    expect(err).toContain(`today must be a day as YYYY-MM-DD, got ${JSON.stringify(today)}`);
  });

  test.each([
    [
      "--location",
      "westeurop",
      'location must be the name of an Azure region, got "westeurop"; did you mean "westeurope"?',
    ],
    ["--owner", "ada", 'owner must be an e-mail address that somebody reads, got "ada"'],
  ])("%s %s", async (option, value, says) => {
    const folder = folderWith();
    const { code, err } = await init("orders", "--folder", folder, option, value);
    expect([code, readdirSync(folder)]).toEqual([2, []]);
    expect(err).toContain(says);
  });

  test("to start from source, where there is no package, and a package that is none", async () => {
    const folder = folderWith({ "some.tgz": "not one" });
    const target = join(folder, "new");
    const some = join(folder, "some.tgz");
    const other = packageTarball("1.0.0", "other");
    const says = async (...given: string[]) => (await runCli("init", "orders", "--folder", target, ...given)).err;
    expect(await says()).toBe(
      "init runs from source, so that there is no package for the new project\n" +
        "    Make one with npm pack, and name it: --package gatewright-0.1.0.tgz.\n",
    );
    const none = "\n    npm pack makes one, in a clone.\n";
    expect(await says("--package", some)).toBe(`--package must be a tarball of gatewright, got ${some}${none}`);
    expect(await says("--package", other)).toBe(`--package must be a tarball of gatewright, got ${other}${none}`);
    expect(await says("--package", folder)).toContain(`--package names ${folder}, which is not a file`);
    expect(await says("--package", `${some}x`)).toContain(`--package names ${some}x, which does not exist`);
    expect(existsSync(target)).toBe(false);
  });

  test("a wrong name and a wrong day at once", async () => {
    const { err } = await init("Orders", "--folder", folderWith(), "--today", "soon");
    expect(err).toMatch(/workload must be[\s\S]+today must be/);
  });

  test("to write over anything, naming all that is in the way, and writes nothing", async () => {
    const folder = folderWith({ "main.ts": "mine", "README.md": "mine too" });
    symlinkSync(join(folder, "nowhere"), join(folder, "tsconfig.json"));
    const before = readdirSync(folder);
    const { code, err } = await init("orders", "--folder", folder);
    expect(code).toBe(2);
    expect(err.replaceAll(`${folder}/`, "")).toBe(
      "main.ts already exists\ntsconfig.json already exists\nREADME.md already exists\n" +
        "    Nothing was written. Move it away, or start in another place: --folder <dir>.\n",
    );
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(join(folder, "main.ts"), "utf8")).toBe("mine");
  });

  test("a folder that is a file, and a file where a folder must be", async () => {
    const folder = folderWith({ file: "", ".github": "" });
    const { code, err } = await init("orders", "--folder", join(folder, "file"));
    expect([code, err]).toEqual([2, expect.stringContaining(`${join(folder, "file")} is not a folder`)]);
    expect((await init("orders", "--folder", folder)).err).toContain(`${join(folder, ".github")} is not a folder`);
    expect(existsSync(join(folder, "main.ts"))).toBe(false);
  });

  test("a folder that it cannot write to, without leaving a part of a project", async () => {
    const folder = folderWith();
    writeFileSync(join(folder, "environments"), "");
    const { code } = await init("orders", "--folder", folder);
    expect([code, readdirSync(folder)]).toEqual([2, ["environments"]]);
  });
});
