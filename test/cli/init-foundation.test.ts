import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadFoundation } from "../../src/foundation/load";
import { POC_YAML } from "../promotion/support";
import { contentOf, folderWith } from "../support/folder";
import { refusal } from "../support/problems";
import { runCli } from "../support/run-cli";

const EXAMPLE = join(__dirname, "../../examples/full-ladder/environments");
const GUID = (digit: number) => `4f1c2a70-0d7e-4a53-9a53-6f0c1f6b7a0${digit}`;

/** The lines of a file that are still to be filled in, and what belongs there. */
const ANSWERS: readonly (readonly [line: RegExp, value: string])[] = [
  [/^repository: "\?"/m, "repository: orders-example/orders"],
  [/owners: "\?"/, `owners: ${GUID(1)}`],
  [/operators: "\?"/, `operators: ${GUID(2)}`],
  [/readers: "\?"/, `readers: ${GUID(3)}`],
  [/breakGlass: "\?"/, `breakGlass: ${GUID(4)}`],
  [/name: "\?"/, "name: orders.example"],
  [/website: "\?"/, "website: https://www.orders.example"],
  [/, "\?"\]/, ", grace@orders.example]"],
  [/evidence: ""/, "evidence: The folder Evidence."],
];

function foundation(folder: string, ...argv: readonly string[]) {
  return runCli("init", "foundation", "--folder", folder, "--today", "2026-12-01", ...argv);
}

describe("gatewright init foundation", () => {
  test("writes a file for the POC that is there and the Pilot that comes, which says itself what is left", async () => {
    const folder = folderWith({ "environments/orders.poc.yaml": POC_YAML });
    const { code, out } = await foundation(folder);
    const file = join(folder, "environments/orders.foundation.yaml");
    expect([code, out]).toEqual([0, expect.stringContaining(`${file} written, to be filled in.\n`)]);
    const left = refusal(() => loadFoundation(file)).match(/^\S+:\d+:\d+ {2}\S+/gm) ?? [];
    expect(left.map((line) => line.split("  ")[1])).toEqual([
      "repository",
      "groups.owners",
      "groups.operators",
      "groups.readers",
      "groups.breakGlass",
      "company.domain.name",
      "company.website",
      "company.admins[1]",
      "company.evidence",
    ]);
  });

  test("filled in, it is admitted before its first apply", async () => {
    const folder = folderWith({ "environments/orders.poc.yaml": POC_YAML });
    await foundation(folder);
    const environments = join(folder, "environments");
    const file = join(environments, "orders.foundation.yaml");
    const text = ANSWERS.reduce((all, [line, value]) => all.replace(line, value), readFileSync(file, "utf8"));
    const filled = folderWith({ "orders.foundation.yaml": text });
    const { config } = loadFoundation(join(filled, "orders.foundation.yaml"));
    expect(config).toMatchObject({
      workload: "orders",
      location: "westeurope",
      owner: "ada@orders.example",
      created: "2026-12-01",
      state: "local",
      subscriptions: {
        "orders-foundation": { monthlyBudget: 50 },
        "orders-poc": { monthlyBudget: 80 },
        "orders-pilot": { monthlyBudget: 500 },
      },
      environments: [
        { stage: "poc", subscription: "orders-poc" },
        { stage: "pilot", subscription: "orders-pilot" },
      ],
    });
    const checked = await runCli("check", "foundation", "--environments", filled, "--today", "2026-12-02");
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining("It may be until 2026-12-15.")]);
  });

  test("takes region and owner where they are given, and what environments say of their subscription", async () => {
    const text = (stage: string) => readFileSync(join(EXAMPLE, `orders.${stage}.yaml`), "utf8");
    const folder = folderWith({
      "environments/orders.pilot.yaml": text("pilot"),
      "environments/orders.poc.yaml": text("poc"),
    });
    await foundation(folder, "--location", "northeurope", "--owner", "grace+azure@orders.example");
    const written = readFileSync(join(folder, "environments/orders.foundation.yaml"), "utf8");
    expect(written).toContain("\nlocation: northeurope\nowner: grace+azure@orders.example #");
    expect(written).toContain("\n  orders-customers: { monthlyBudget: 350 }\n");
    expect(written).toContain(
      "\n  - { stage: poc, subscription: orders-poc }\n  - { stage: pilot, subscription: orders-customers }\ngroups:",
    );
  });

  test.each([
    ["a foundation that is there", { "environments/acme.foundation.yml": "" }, "acme.foundation.yml is there already"],
    ["no environment", { "environments/orders.poc.yaml": undefined }, "there is no folder "],
  ])("refuses %s, and writes nothing", async (_, files, says) => {
    const all = { "environments/orders.poc.yaml": POC_YAML, ...files };
    const given = Object.entries(all).flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]));
    const folder = folderWith(Object.fromEntries(given));
    const before = contentOf(folder);
    const { code, err } = await foundation(folder);
    expect([code, err, contentOf(folder)]).toEqual([2, expect.stringContaining(says), before]);
  });

  test("refuses what the config's own rules refuse", async () => {
    const { code, err } = await foundation(folderWith(), "--location", "moon", "--owner", "ada");
    expect(code).toBe(2);
    expect(err).toMatch(/location must be[\s\S]+owner must be|owner must be[\s\S]+location must be/);
  });
});

describe("a command in a folder of a project", () => {
  const here = process.cwd();
  afterEach(() => process.chdir(here));

  const inFolder = (folder: string, ...argv: readonly string[]) => {
    process.chdir(folder);
    return runCli(...argv);
  };

  test("finds its environments, and writes where the project keeps its output", async () => {
    const folder = folderWith({ "environments/orders.poc.yaml": POC_YAML, "app/src/index.ts": "" });
    const checked = await inFolder(join(folder, "app/src"), "check", "--today", "2026-11-21");
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining("orders-poc  POC  ADMITTED")]);
    const synthesized = await inFolder(join(folder, "environments"), "synth");
    expect(synthesized.code).toBe(0);
    expect(Object.keys(contentOf(join(folder, "cdktf.out")))).toContain("stacks/orders-poc-platform/cdk.tf.json");
    expect((await inFolder(join(folder, "app"), "init", "foundation")).code).toBe(0);
    expect(Object.keys(contentOf(join(folder, "environments")))).toContain("orders.foundation.yaml");
  });

  test("takes its own environments before those above, and says where it looked", async () => {
    const folder = folderWith({ "environments/orders.poc.yaml": POC_YAML });
    mkdirSync(join(folder, "other/environments"), { recursive: true });
    const { code, err } = await inFolder(join(folder, "other"), "check");
    expect([code, err]).toEqual([2, expect.stringContaining("environments holds no environment file")]);
    const broken = folderWith({ "environments/orders.poc.yaml": `${POC_YAML}extra: 1\n`, "app/x": "" });
    expect((await inFolder(join(broken, "app"), "check")).err).toMatch(/^\.\.\/environments\/orders\.poc\.yaml:\d+:1 /);
  });

  test("is not led to a folder above that only has the name", async () => {
    const folder = folderWith({ "environments/readme.txt": "", "app/x": "" });
    const { code, err } = await inFolder(join(folder, "app"), "check");
    expect([code, err]).toEqual([2, expect.stringContaining("there is no folder environments here")]);
  });
});
