import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gateTest } from "../../src/cli/templates/program";
import { TEST_IMPORTS } from "../../src/cli/templates/promoted-test";
import { foundationConfig } from "../foundation/support";
import { ANSWERS_YAML, DIGESTS_YAML, POC_YAML } from "../promotion/support";
import { contentOf, folderWith } from "../support/folder";
import { asYaml } from "../support/poc-config";
import { runCli } from "../support/run-cli";

const BEGUN = gateTest({
  product: "orders",
  created: "2026-11-21",
  expires: "2026-12-19",
  owner: "a@b.example",
  location: "westeurope",
});
const MANIFEST = JSON.stringify({ dependencies: { gatewright: "file:vendor/gatewright-0.1.0.tgz" } });
const FOUNDATION = foundationConfig({
  subscriptions: { base: { monthlyBudget: 50 }, "orders-customers": { monthlyBudget: 500 } },
  environments: [{ stage: "pilot", subscription: "orders-customers" }],
});
const CONFIGS = {
  "environments/orders.foundation.yaml": asYaml(FOUNDATION),
  "environments/orders.poc.yaml": POC_YAML,
  "environments/orders.pilot.answers.yaml": `${ANSWERS_YAML}---\n${DIGESTS_YAML}`,
};
const WORKFLOWS = [".github/workflows/deploy-orders-pilot.yml", ".github/workflows/expiry-orders-poc.yml"];

const project = (files: Readonly<Record<string, string>> = {}) =>
  folderWith({ ...CONFIGS, "package.json": MANIFEST, "test/gates.test.ts": BEGUN, ...files });

async function promote(folder: string, ...argv: readonly string[]) {
  const environments = join(folder, "environments");
  const said = await runCli("promote", "poc", ...argv, "--today", "2026-12-20", "--environments", environments);
  return { ...said, out: said.out.replaceAll(`${folder}/`, "") };
}
const filesIn = (folder: string) => Object.keys(contentOf(folder)).filter((path) => !path.endsWith("/"));
const read = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");

describe("in a project of ours, a promotion", () => {
  test("writes the workflows, adds tests below those that are there, and says what comes before the commit", async () => {
    const folder = project();
    const before = filesIn(folder);
    const { code, out } = await promote(folder);
    expect(code).toBe(0);
    const made = filesIn(folder).filter((path) => !before.includes(path));
    expect(made).toEqual([...WORKFLOWS, "environments/orders.pilot.yaml"]);
    expect(out).toMatch(
      /\nThe project:\n {2}written {3}\S+deploy-orders-pilot\.yml {2}plans pull requests, applies after an approval\n {2}written {3}\S+expiry-orders-poc\.yml +says every week what is left of it once it expired\n {2}extended {2}test\/gates\.test\.ts +holds what holds today\n/,
    );
    expect(out).toMatch(
      /\nBefore you commit: npm test writes the snapshot of orders-pilot, and gatewright prove orders-pilot its certificate\.\n$/,
    );
    const tests = read(folder, "test/gates.test.ts");
    expect(tests.startsWith(BEGUN)).toBe(true);
    expect([...tests.slice(BEGUN.length).matchAll(/^test\("(.*)",/gm)].map(([, title]) => title)).toEqual([
      "orders-pilot passes its gate",
      "only web of orders-pilot can be called from the Internet",
      "data of orders-pilot stays in westeurope",
      "what matters of orders-pilot changes only on purpose",
    ]);
    expect(tests).toContain('loadEnvironment("environments/orders.pilot.yaml")');
    expect(tests).toContain('toPassGate("pilot", { today: "2026-12-20" })');
  });

  test("finds all of it the second time, and changes nothing", async () => {
    const folder = project();
    await promote(folder);
    const before = contentOf(folder);
    const { out } = await promote(folder);
    expect(out).not.toContain("The project:");
    expect(contentOf(folder)).toEqual(before);
  });

  test("writes over nothing of the team's: it says what is kept, and what to add", async () => {
    const folder = project({ "test/gates.test.ts": `// ours\n${BEGUN}`, [WORKFLOWS[0]!]: "name: ours\n" });
    const { code, out } = await promote(folder);
    expect(code).toBe(0);
    expect(read(folder, "test/gates.test.ts")).toBe(`// ours\n${BEGUN}`);
    expect(read(folder, WORKFLOWS[0]!)).toBe("name: ours\n");
    expect(out).toMatch(/\n {2}kept {6}\S+deploy-orders-pilot\.yml {2}is yours, and left as it is\n/);
    expect(out).toMatch(/\n {2}kept {6}test\/gates\.test\.ts +is yours, and left as it is\n/);
    expect(out).toContain(`\nAdd to test/gates.test.ts:\n\n${TEST_IMPORTS}\nconst ordersPilot = createEnvironment(`);
  });

  test("names a folder that is in the way", async () => {
    const { code, err } = await promote(project({ ".github": "" }));
    expect(code).toBe(2);
    expect(err).toContain(".github is a file, not a folder\n    Name a folder.\n");
  });

  test("says it in JSON too", async () => {
    const { out } = await promote(project(), "--json");
    expect(JSON.parse(out).project.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      "written",
      "written",
      "extended",
    ]);
  });
});

test.each([
  ["no package.json", {}],
  ["one that depends on something else", { "package.json": "{}" }],
  ["one that cannot be read", { "package.json": "{" }],
])("with %s a promotion writes the config and nothing else", async (_, files) => {
  const folder = folderWith({ ...CONFIGS, ...files });
  const before = filesIn(folder);
  const { code, out } = await promote(folder);
  expect([code, out]).toEqual([0, expect.not.stringContaining("The project:")]);
  expect(filesIn(folder).filter((path) => !before.includes(path))).toEqual(["environments/orders.pilot.yaml"]);
});

test("tests that are not there are printed whole", async () => {
  const folder = project();
  writeFileSync(join(folder, "test/gates.test.ts"), "");
  expect((await promote(folder)).out).toContain(`Add to test/gates.test.ts:\n\n${TEST_IMPORTS}`);
});
