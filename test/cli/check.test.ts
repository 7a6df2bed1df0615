import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { Held } from "../../src/errors";
import { PocEnvironment } from "../../stacks/1-poc";
import { contentOf, folderWith } from "../support/folder";
import { asYaml, type Changes, pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";

const TODAY = ["--today", "2026-11-21"];
const PLAN = join(__dirname, "../policy/fixtures/vaults.plan.json");

/** A folder with one POC; more files beside it. */
function poc(changes: Changes = {}, files: Readonly<Record<string, string>> = {}): string {
  return folderWith({ "orders.poc.yaml": asYaml(pocConfig(changes)), ...files });
}

/** `gatewright check` over a folder of environments; the folder's own path is left out of what it says. */
async function check(folder: string, ...argv: readonly string[]) {
  const { code, out, err } = await runCli("check", "--environments", folder, ...TODAY, ...argv);
  const relative = (text: string) => text.replaceAll(`${folder}/`, "");
  return { code, out: relative(out), err: relative(err) };
}

describe("an environment of ours", () => {
  test("is admitted in two lines, and nothing is written", async () => {
    const folder = poc();
    const before = contentOf(folder);
    const cwd = process.cwd();
    process.chdir(folder);
    expect(await check(folder)).toEqual({
      code: 0,
      err: "",
      out: expect.stringMatching(
        /^orders-poc {2}POC {2}ADMITTED {2}\d+ of \d+ controls hold(, \d+ do(es)? not apply)? {3}\(static\)\n {2}public https:\/\/web {3}expires 2026-12-19, 28 days {3}monthly floor ~\d+, budget 80 {3}nothing blocks deletion\n$/,
      ),
    });
    process.chdir(cwd);
    expect(contentOf(folder)).toEqual(before);
  });

  test("that has expired is held, at the line that says so", async () => {
    const { code, out } = await check(poc(), "--today", "2026-12-20");
    expect(code).toBe(1);
    expect(out).toContain("expired on 2026-12-19, 1 day ago");
    expect(out).toContain("orders.poc.yaml:6:1  The environment expired on 2026-12-19 (REC-02)\n      Set expires");
  });

  test("that an extension weakens is held, with sentence, control and fix", async () => {
    const folder = poc(
      { extend: "./weaker.js" },
      {
        "weaker.js": `exports.default = (poc) => { for (const one of poc.node.findAll()) if (one.terraformResourceType === "azurerm_container_registry") one.addOverride("admin_enabled", true); };`,
      },
    );
    const { code, out } = await check(folder);
    expect(code).toBe(1);
    expect(out).toContain("orders-poc  POC  HELD  ");
    expect(out).toMatch(/\n {2}azurerm_container_registry\.registry[^\n]+ \(SEC-02\)\n {6}\S/);
  });

  test("asked about a later gate says what stands between, by who can bring it", async () => {
    const { code, out } = await check(poc(), "poc", "--gate", "pilot");
    expect(code).toBe(1);
    const [first = ""] = out.split("\n");
    const numbers = first.match(
      /^Between this POC and a Pilot: (\d+) controls\. (\d+) need an answer, (\d+) the Pilot's stacks bring\.$/,
    );
    expect(numbers).not.toBeNull();
    const [all, answers, stacks] = (numbers ?? []).slice(1).map(Number);
    expect(all).toBe((answers ?? 0) + (stacks ?? 0));
    const listed = out.split("\n").filter((line) => /^ {4}\S.*\([A-Z]+-\d\d\)$/.test(line));
    expect(listed).toHaveLength(all ?? 0);
    expect(out).toMatch(
      /need an answer\n(.*\n)*.*residency \(DAT-01\)\n(.*\n)* {2}the Pilot's stacks bring\n(.*\n)*.*\(NET-03\)/,
    );
  });

  test("asked about Pre-Production lists the evidence too", async () => {
    const { out } = await check(poc(), "--gate", "pre-production");
    expect(out).toMatch(
      /^Between this POC and Pre-Production: \d+ controls\. \d+ need an answer, \d+ need evidence, \d+ Pre-Production's stacks bring\./,
    );
    expect(out).toMatch(/ {2}need evidence\n(.*\n)*.*\(SUP-05\)\n(.*\n)* {2}Pre-Production's stacks bring/);
    expect(out).toContain("    Every image that runs has a bill of materials: services.web.image (SUP-05)");
    expect(out).toContain(
      "    The environment has been rehearsed, as it is now and in this generation: recreation.certificate (REC-09)",
    );
  });

  test("the day is today's when none is given", async () => {
    jest.useFakeTimers({
      now: new Date("2026-12-25T23:30:00Z"),
      doNotFake: ["nextTick", "setImmediate", "performance"],
    });
    try {
      const folder = poc();
      const { code, out } = await runCli("check", "--environments", folder);
      expect([code, out.includes("expired on 2026-12-19, 6 days ago")]).toEqual([1, true]);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe("evidence", () => {
  const entry = {
    fact: "small-team",
    env: "orders-poc",
    by: "ada@orders.example",
    date: "2026-11-20",
    link: "https://wiki.example/1",
    until: "2026-12-01",
  };

  test("is read from evidence.yaml beside the environments", async () => {
    const { code, out } = await check(poc({}, { "evidence.yaml": asYaml([entry]) }));
    expect(code).toBe(0);
    expect(out).toContain("small team, until 2026-12-01");
  });

  test("of a wrong shape is bad input, with every problem at its place", async () => {
    const bad = [{ ...entry, fact: "restore-drild", env: undefined, date: "2026-02-30", note: 1 }];
    const { code, err } = await check(poc({}, { "evidence.yaml": asYaml(bad) }));
    expect(code).toBe(2);
    expect(err).toMatch(/evidence\.yaml:1:\d+ {2}.*fact must be/);
    expect(err).toContain("restore-drilled");
    expect(err).toMatch(/env is required/);
    expect(err).toMatch(/date must be a date that exists/);
    expect(err).toMatch(/unknown key "note"/);
  });

  test("that is no list is bad input", async () => {
    expect(await check(poc({}, { "evidence.yaml": "fact: small-team\n" }))).toMatchObject({
      code: 2,
      err: "evidence.yaml:1:1  evidence must be a list\n    Start each entry with `- fact:`.\n",
    });
  });
});

describe("waivers", () => {
  const waiver = {
    control: "SEC-02",
    resource: "azurerm_container_registry.registry",
    by: "ada@orders.example",
    why: "the old pipeline",
    until: "2026-12-01",
  };
  const files = {
    "weaker.js": `exports.default = (poc) => { for (const one of poc.node.findAll()) if (one.terraformResourceType === "azurerm_container_registry") one.addOverride("admin_enabled", true); };`,
  };

  test("cover what they name, and are always shown", async () => {
    const { code, out } = await check(poc({ extend: "./weaker.js", waivers: [waiver] }, files));
    expect(code).toBe(0);
    expect(out).toContain("1 waived");
    expect(out).toMatch(
      /waived until 2026-12-01 by ada@orders\.example: azurerm_container_registry\.registry.*\(SEC-02\)/,
    );
  });

  test("that have expired do not", async () => {
    const { code, out } = await check(
      poc({ extend: "./weaker.js", waivers: [waiver] }, files),
      "--today",
      "2026-12-02",
    );
    expect(code).toBe(1);
    expect(out).toMatch(/orders\.poc\.yaml:\d+:\d+ {2}The waiver of SEC-02 .* expired on 2026-12-01 \(GOV-04\)/);
  });

  test("that cover nothing are a warning", async () => {
    const { code, out } = await check(poc({ waivers: [waiver] }));
    expect(code).toBe(0);
    expect(out).toContain("warning: The waiver of SEC-02 on azurerm_container_registry.registry covers nothing.");
  });

  test("of an unknown control are bad input, at their line", async () => {
    const { code, err } = await check(poc({ waivers: [{ ...waiver, control: "SEC-99" }] }));
    expect(code).toBe(2);
    expect(err).toMatch(/^orders\.poc\.yaml:\d+:\d+ {2}waivers\.0\.control must be a known control, got "SEC-99"\./);
  });
});

describe("Terraform that you already have", () => {
  test("is judged on what the plan shows; the rest is listed apart", async () => {
    const { code, out } = await check(folderWith(), "--plan", PLAN, "--gate", "pre-production");
    expect(code).toBe(1);
    expect(out).toMatch(/^vaults\.plan {2}PRE-PRODUCTION {2}HELD {2}.*\(plan\)\n/);
    expect(out).toMatch(/not judged, for want of config: \d+ controls \(.*CHG-01/);
  });

  test("does not say which gate, so that one must be named", async () => {
    expect(await check(folderWith(), "--plan", PLAN)).toEqual({
      code: 2,
      out: "",
      err: "vaults.plan does not say which stage it is for\n    Name the gate: --gate poc | pilot | pre-production | production | scale.\n",
    });
  });

  test("is judged with a config when one is named", async () => {
    const { out } = await check(poc(), "poc", "--plan", PLAN, "--gate", "pilot");
    expect(out).not.toContain("for want of config");
  });
});

describe("the output of a synth", () => {
  test("is judged as it stands, whoever wrote it and however", async () => {
    const folder = poc();
    const out = join(folder, "cdktf.out");
    const app = new App({ outdir: out, skipValidation: true });
    const environment = new PocEnvironment(app, pocConfig());
    app.synth();
    const file = join(out, "stacks/orders-poc-platform/cdk.tf.json");
    expect((await check(folder, "--dir", out)).code).toBe(0);
    writeFileSync(file, readFileSync(file, "utf8").replace('"admin_enabled": false', '"admin_enabled": true'));
    const { code, out: text } = await check(folder, "--dir", out);
    expect(code).toBe(1);
    expect(text).toContain("(SEC-02)");
    expect(text).toContain("for want of config");
    expect((await check(folder, "poc", "--dir", out)).out).not.toContain("for want of config");
    expect(environment.stacks).toHaveLength(2);
  });

  test("of a program that went around the synth gate is held all the same", async () => {
    const folder = poc();
    const app = new App({ outdir: join(folder, "cdktf.out"), skipValidation: true });
    const environment = new PocEnvironment(app, pocConfig());
    for (const stack of environment.stacks)
      Object.defineProperty(stack.synthesizer, "synthesize", {
        value: ({ outdir, manifest }: { outdir: string; manifest: App["manifest"] }) => {
          const json = JSON.stringify(stack.toTerraform(), null, 2).replace(
            '"admin_enabled": false',
            '"admin_enabled": true',
          );
          manifest.forStack(stack);
          mkdirSync(join(outdir, "stacks", stack.node.id), { recursive: true });
          writeFileSync(join(outdir, "stacks", stack.node.id, "cdk.tf.json"), json);
        },
      });
    expect(() => app.synth()).not.toThrow(Held);
    expect((await check(folder, "--dir", join(folder, "cdktf.out"))).code).toBe(1);
  });

  test.each([
    ["is missing", "cdktf.out", {}, "cdktf.out does not exist"],
    ["is a file", "a.json", { "a.json": "{}" }, "a.json is a file, not a folder"],
    ["holds no stack", "out", { "out/readme.md": "x" }, "out holds no synthesized stacks"],
    ["holds HCL", "out", { "out/stacks/a/cdk.tf": "x" }, "out/stacks/a holds HCL, which is not judged"],
    [
      "ends in the middle",
      "out",
      { "out/stacks/a/cdk.tf.json": '{"resource": {' },
      "out/stacks/a/cdk.tf.json ends in the middle",
    ],
  ])("that %s is bad input", async (_, name, files, says) => {
    const folder = folderWith(files);
    const { code, err } = await check(folder, "--dir", join(folder, name));
    expect([code, err.split("\n")[0]]).toEqual([2, expect.stringContaining(says)]);
  });
});

describe("bad input", () => {
  const PLANS: Readonly<Record<string, readonly [text: string, says: string]>> = {
    "neither synthesized JSON nor a plan": [
      '{"hello": 1}',
      "is neither synthesized Terraform JSON nor a Terraform plan.",
    ],
    "a list": ["[1, 2]", "is neither synthesized Terraform JSON nor a Terraform plan."],
    "no JSON": ["hello", "is not JSON."],
    empty: ["", "is empty."],
    truncated: ['{"format_version": "1.2", "planned_values": {', "ends in the middle: it is not complete JSON."],
    "of an unknown version": [
      '{"format_version": "2.0", "planned_values": {}}',
      'is a plan in format version "2.0"; versions 1.x are understood.',
    ],
    "without azurerm resources": [
      '{"format_version": "1.2", "planned_values": {"root_module": {}}}',
      "has no azurerm resources, so there is nothing to judge.",
    ],
    "a state": ['{"format_version": "1.0", "values": {"root_module": {}}}', "is a Terraform state, not a plan."],
  };
  for (const [what, [text, says]] of Object.entries(PLANS))
    test(`a plan that is ${what}`, async () => {
      const folder = folderWith({ "plan.json": text });
      const { code, out, err } = await check(folder, "--plan", join(folder, "plan.json"), "--gate", "pilot");
      expect({ code, out, first: err.split("\n")[0] }).toEqual({ code: 2, out: "", first: `plan.json ${says}` });
    });

  test.each([
    [["--today", "2026-02-30"], 'today must be a day as YYYY-MM-DD, got "2026-02-30".'],
    [["--today", "tomorrow"], 'today must be a day as YYYY-MM-DD, got "tomorrow".'],
    [["--today", ""], 'today must be a day as YYYY-MM-DD, got "".'],
    [
      ["--gate", "pilto"],
      '--gate must be poc, pilot, pre-production, production, scale, got "pilto"; did you mean "pilot"?',
    ],
    [
      ["--format", "markdwon"],
      '--format must be text, json, markdown, sarif, got "markdwon"; did you mean "markdown"?',
    ],
    [["--explain", "NET-4"], 'there is no control "NET-4"; did you mean "NET-04"?'],
    [["--plan", "missing.json", "--gate", "poc"], "missing.json does not exist"],
    [["--plan", "src", "--gate", "poc"], "src is a folder, not a file"],
    [["--plan", "a", "--dir", "b"], "--plan and --dir name two things to judge"],
    [["--rules", "missing.ts"], "--rules names missing.ts, which does not exist"],
    [["--rules", "src"], "--rules names src, which is a folder"],
    [["--out", "src"], "--out src is a folder, not a file"],
    [["pilot"], 'no environment "pilot"'],
    [["nowhere/orders.poc.yaml"], "nowhere/orders.poc.yaml does not exist"],
  ])("%j", async (argv, says) => {
    const { code, out, err } = await check(poc(), ...argv);
    expect({ code, out, first: err.split("\n")[0] }).toEqual({
      code: 2,
      out: "",
      first: expect.stringContaining(says),
    });
    expect(err).not.toMatch(/\n\s+at /);
  });

  test("a folder without environments says how to start", async () => {
    expect(await check(folderWith())).toMatchObject({
      code: 2,
      err: expect.stringContaining("holds no environment file"),
    });
  });
});

describe("a company's own rules", () => {
  const rules = (body: string) => `
    exports.acme01 = {
      control: "ACME-01", title: "Vaults are few", why: "Vaults cost attention.", fix: "Share one.", severity: "low",
      since: "poc", types: ["azurerm_key_vault"], needs: ["plan"],
      check(context) { ${body} },
    };`;

  test("hold like the product's, and can be explained", async () => {
    const folder = poc(
      {},
      { "rules.js": rules('for (const one of context.resources()) context.fail(one, "name", "It is one too many.");') },
    );
    const { code, out } = await check(folder, "--rules", join(folder, "rules.js"));
    expect(code).toBe(1);
    expect(out).toContain("  azurerm_key_vault.vault is one too many (ACME-01)\n      Share one.\n");
    expect((await check(folder, "--rules", join(folder, "rules.js"), "--explain", "acme-01")).out).toContain(
      "Vaults are few",
    );
  });

  test("that throw fail by themselves; the others still run", async () => {
    const folder = poc({}, { "rules.js": rules('throw new Error("no such attribute");') });
    const { code, out } = await check(folder, "--rules", join(folder, "rules.js"));
    expect(code).toBe(1);
    expect(out).toContain("The rule ACME-01 stopped with an error: no such attribute (ACME-01)");
    expect(out).toMatch(/\b1 fail\b/);
  });

  test.each([
    ["that cannot be loaded", "throw new Error('broken here')", "could not be loaded: broken here"],
    ["without a rule", "exports.hello = 1;", "exports no rule"],
    ["with an id of the product", rules("").replaceAll("ACME-01", "NET-04"), "NET-04 is a control of the product"],
  ])("a file %s is bad input", async (_, text, says) => {
    const folder = poc({}, { "rules.js": text });
    const { code, err } = await check(folder, "--rules", join(folder, "rules.js"));
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });
});

describe("output", () => {
  test("goes to a file when asked, with a line for people", async () => {
    const folder = poc();
    const file = join(folder, "reports/gate.json");
    const { code, out } = await check(folder, "--format", "json", "--out", file);
    expect(code).toBe(0);
    expect(out).toMatch(/^orders-poc {2}POC {2}ADMITTED .*\nThe report is in reports\/gate\.json\.\n$/);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      version: 1,
      outcome: "admitted",
      today: "2026-11-21",
    });
  });

  test("explains every control", async () => {
    const { code, out } = await check(poc(), "--explain");
    const ids = out
      .trim()
      .split("\n")
      .map((line) => line.slice(0, 6));
    expect([code, ids.length > 40, ids.includes("NET-04")]).toEqual([0, true, true]);
    const one = await check(poc(), "--explain", "net-04");
    expect(one.out).toMatch(
      /^Platform services .*\n\n {2}Why .*\n {2}Fix .*\n {2}Gates {2}from Pilot;.*\n(.*\n)* {2}Id {5}NET-04\n$/,
    );
  });
});
