import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadEnvironment } from "../../src/config/load";
import { GatewrightApp } from "../../src/synth/app";
import { holdsControl, passesGate } from "../../src/testing/gates";
import { createEnvironment } from "../../stacks/create";
import { foundationConfig } from "../foundation/support";
import { contentOf, folderWith } from "../support/folder";
import { pilotConfig } from "../support/pilot";
import { asYaml, type Changes, pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";

/** A day on which the POC still lives and the Pilot is decided. */
const TODAY = "2026-12-16";

const foundation = (changes: Changes = {}) =>
  asYaml({
    ...foundationConfig({
      subscriptions: {
        base: { monthlyBudget: 50 },
        sandbox: { monthlyBudget: 100 },
        "orders-customers": { monthlyBudget: 500 },
      },
      environments: [
        { stage: "poc", subscription: "sandbox" },
        { stage: "pilot", subscription: "orders-customers" },
      ],
    }),
    ...changes,
  });
const pilot = (changes: Changes = {}) => asYaml({ ...pilotConfig(), ...changes });

interface Case {
  /** What the Pilot's `foundation` names. */
  readonly named?: string;
  /** The Pilot's other answers. */
  readonly pilot?: Changes;
  /** Text of the foundation's file; none when there is no such file. */
  readonly text?: string;
  /** What it is in place of a file. */
  readonly make?: (path: string) => void;
}

/** A Pilot and its foundation in a folder; what is said leaves out the folder's own path. */
function company({ named = "orders.foundation.yaml", pilot: changes = {}, text, make }: Case) {
  const folder = folderWith({ "environments/orders.pilot.yaml": pilot({ foundation: named, ...changes }) });
  const environments = join(folder, "environments");
  const path = join(environments, named);
  mkdirSync(dirname(path), { recursive: true });
  if (text !== undefined) writeFileSync(path, text);
  make?.(path);
  const run = async (command: string, ...argv: string[]) => {
    const day = command === "check" ? ["--today", TODAY] : [];
    const { code, out, err } = await runCli(command, ...argv, ...day, "--environments", environments);
    return { code, out: out.replaceAll(`${environments}/`, ""), err: err.replaceAll(`${environments}/`, "") };
  };
  return { folder, environments, run, synth: () => run("synth", "pilot", "--out", join(folder, "cdktf.out")) };
}

const LOOKED = (path: string) =>
  `It is looked for beside the environment's file. Write ${path}, or name the foundation that keeps the state of orders-pilot.`;
const LIST = "List it there and apply the foundation first: it makes the state container and the deploy identity.";
const got = (named: string, path: string, says = "does not exist") =>
  `foundation must be a file that is there, got ${named}: ${path} ${says}`;

/** What is not there yet: the gate holds. */
const HELD: readonly [what: string, given: Case, says: string, fix: string][] = [
  ["no file", {}, got("orders.foundation.yaml", "orders.foundation.yaml"), LOOKED("orders.foundation.yaml")],
  [
    "no file by another name",
    { named: "nowhere.foundation.yaml" },
    got("nowhere.foundation.yaml", "nowhere.foundation.yaml"),
    LOOKED("nowhere.foundation.yaml"),
  ],
  [
    "no file in another folder",
    { named: "./base/orders.foundation.yaml" },
    got("./base/orders.foundation.yaml", "base/orders.foundation.yaml"),
    LOOKED("base/orders.foundation.yaml"),
  ],
  [
    "a foundation that does not list it",
    { text: foundation({ environments: [{ stage: "poc", subscription: "sandbox" }] }) },
    "orders-pilot is not an environment of orders.foundation.yaml; did you mean orders-poc?",
    LIST,
  ],
  [
    "a foundation of another product that does not list it",
    {
      named: "shop.foundation.yaml",
      text: foundation({ workload: "shop", environments: [{ stage: "pilot", subscription: "orders-customers" }] }),
    },
    "orders-pilot is not an environment of shop.foundation.yaml",
    LIST,
  ],
];

describe("a Pilot whose foundation keeps no place for its state is held", () => {
  test.each(HELD)("%s: check, by name and as a whole, in every format", async (_, given, says, fix) => {
    const { run } = company(given);
    for (const names of [["pilot"], []]) {
      const { code, out, err } = await run("check", ...names);
      expect([code, err]).toEqual([1, ""]);
      expect(out).toContain("orders-pilot  PILOT  HELD  ");
      expect(out).toContain(`  orders.pilot.yaml:7:1  ${says} (REC-07)\n      ${fix}\n`);
    }
    const formatted = async (format: string) => (await run("check", "pilot", "--format", format)).out;
    const json = JSON.parse(await formatted("json"));
    expect(json.outcome).toBe("held");
    const sarif = JSON.parse(await formatted("sarif"));
    const results = sarif.runs[0].results as { ruleId: string; level: string; message: { text: string } }[];
    expect(results.filter(({ ruleId }) => ruleId === "REC-07")).toMatchObject([
      { level: "error", message: { text: expect.stringContaining(says) } },
    ]);
    const markdown = await formatted("markdown");
    expect(markdown).toContain("REC-07");
    expect(markdown).toMatch(/held/i);
  });

  test.each(HELD)("%s: synth writes nothing", async (_, given, says, fix) => {
    const { folder, synth } = company(given);
    const before = contentOf(folder);
    const { code, out, err } = await synth();
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(`orders.pilot.yaml:7:1  ${says}\n    ${fix}   (REC-07)\n`);
    expect(contentOf(folder)).toEqual(before);
  });

  test("a waiver cannot make a place for its state", async () => {
    const waiver = {
      control: "REC-07",
      resource: "config",
      by: "ada@orders.example",
      why: "later",
      until: "2026-12-31",
    };
    const { run, synth } = company({ pilot: { waivers: [waiver] } });
    expect((await run("check", "pilot")).out).toContain("HELD");
    expect((await synth()).code).toBe(1);
  });

  test("a program and a test of the project are held alike", () => {
    const { folder, environments } = company({});
    const app = new GatewrightApp({ outdir: join(folder, "cdktf.out") });
    const loaded = loadEnvironment(join(environments, "orders.pilot.yaml"));
    const environment = createEnvironment(app, loaded);
    expect(() => app.synth()).toThrow("foundation must be a file that is there");
    expect(existsSync(join(folder, "cdktf.out"))).toBe(false);
    for (const subject of [environment, loaded]) {
      expect(passesGate(subject, "pilot", { today: TODAY }).pass).toBe(false);
      expect(holdsControl(subject, "REC-07").pass).toBe(false);
    }
  });

  test("so is a plan of it that is judged with its config, and not one that is judged alone", async () => {
    const { folder, environments, run, synth } = company({ text: foundation() });
    expect(await synth()).toMatchObject({ code: 0, err: "" });
    const out = join(folder, "cdktf.out");
    const rec07 = async () =>
      (await run("check", "pilot", "--dir", out)).out.includes(
        "got nowhere.foundation.yaml: nowhere.foundation.yaml does not exist (REC-07)",
      );
    expect(await rec07()).toBe(false);
    writeFileSync(join(environments, "orders.pilot.yaml"), pilot({ foundation: "nowhere.foundation.yaml" }));
    expect(await rec07()).toBe(true);
    expect((await runCli("check", "--dir", out, "--today", TODAY)).out).not.toContain("REC-07");
  });
});

describe("what was synthesized keeps its state where the foundation does, or it is held", () => {
  test.each(["storage_account_name", "container_name"])("%s of somebody else", async (setting) => {
    const { folder, environments, run, synth } = company({ text: foundation() });
    expect(await synth()).toMatchObject({ code: 0, err: "" });
    const out = join(folder, "cdktf.out");
    const dir = () => run("check", "pilot", "--dir", out);
    expect((await dir()).out).not.toContain("REC-07");
    const file = join(out, "stacks", "orders-pilot-platform", "cdk.tf.json");
    const stack = JSON.parse(readFileSync(file, "utf8"));
    const { [setting]: kept } = stack.terraform.backend.azurerm;
    stack.terraform.backend.azurerm[setting] = "evilstate";
    writeFileSync(file, JSON.stringify(stack));
    const { code, out: said } = await dir();
    expect(code).toBe(1);
    const what = setting === "container_name" ? "container" : "account";
    expect(said).toContain(`State is kept in the ${what} evilstate; the foundation keeps it in ${kept} (REC-07)`);
    const subject = loadEnvironment(join(environments, "orders.pilot.yaml"));
    expect(holdsControl(subject, "REC-07").pass).toBe(true);
  });
});

/** What is there and wrong: nothing can be judged before it is mended. */
const WRONG: readonly [what: string, given: Case, says: RegExp][] = [
  ["empty", { text: "" }, /^orders\.foundation\.yaml is empty\n/],
  ["only comments", { text: "# later\n" }, /^orders\.foundation\.yaml holds only comments\n/],
  ["not YAML", { text: "workload: [orders\n" }, /^orders\.foundation\.yaml:\d+:\d+ {2}the file is not valid YAML: /],
  ["wrong", { text: foundation({ groups: undefined }) }, /^orders\.foundation\.yaml:1:1 {2}groups is required\n/],
  [
    "that of another product by its content",
    { text: foundation({ workload: "shop" }) },
    /^orders\.foundation\.yaml:1:1 {2}the file is named orders\.foundation\.yaml but holds the foundation of shop\n/,
  ],
  ["a folder", { make: (path) => mkdirSync(path) }, /^orders\.foundation\.yaml is a folder, not a file\n/],
  [
    "a link that leads nowhere",
    { make: (path) => symlinkSync("gone.foundation.yaml", path) },
    /^orders\.foundation\.yaml is a link that leads nowhere\n {4}Name a foundation file, such as environments\/orders\.foundation\.yaml\.\n$/,
  ],
  [
    "a link to itself",
    { make: (path) => symlinkSync("orders.foundation.yaml", path) },
    /^orders\.foundation\.yaml is a link that leads back to itself\n {4}Name a foundation file, such as environments\/orders\.foundation\.yaml\.\n$/,
  ],
  [
    "saying another subscription",
    { text: foundation(), pilot: { subscription: "sandbox" } },
    /^orders\.pilot\.yaml:\d+:1 {2}subscription must be orders-customers, which orders\.foundation\.yaml gives orders-pilot, got sandbox\n/,
  ],
];

describe("a foundation that is there and cannot be used is bad input", () => {
  test.each(WRONG)("%s", async (_, given, says) => {
    const { folder, run, synth } = company(given);
    for (const { code, out, err } of [await run("check", "pilot"), await run("check"), await synth()]) {
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(says);
    }
    expect(readdirSync(folder)).toEqual(["environments"]);
  });
});

describe("what holds", () => {
  test("a foundation that lists it: account and container stand in every backend", async () => {
    const { folder, run, synth } = company({ text: foundation() });
    expect(await run("check", "pilot")).toMatchObject({ code: 0, err: "" });
    expect(await synth()).toMatchObject({ code: 0, err: "" });
    for (const stack of ["platform", "services", "domains"]) {
      const file = join(folder, `cdktf.out/stacks/orders-pilot-${stack}/cdk.tf.json`);
      const { azurerm } = JSON.parse(readFileSync(file, "utf8")).terraform.backend;
      expect(azurerm).toMatchObject({
        container_name: "orders-pilot",
        storage_account_name: expect.stringMatching(/^st/),
      });
    }
  });

  test("a foundation outside the folder of the environments", async () => {
    const { run } = company({ named: "../company/orders.foundation.yaml", text: foundation() });
    expect(await run("check", "pilot")).toMatchObject({ code: 0, err: "" });
  });

  test("a POC without any", async () => {
    const folder = folderWith({ "environments/orders.poc.yaml": asYaml(pocConfig()) });
    const { code } = await runCli("check", "--today", TODAY, "--environments", join(folder, "environments"));
    expect(code).toBe(0);
  });
});
