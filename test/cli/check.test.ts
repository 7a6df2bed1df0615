import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentOf } from "../support/folder";
import { asYaml } from "../support/poc-config";
import { runCli } from "../support/run-cli";
import { check, poc } from "./checked";

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
      "    The environment has been rehearsed, as it is now and in this generation, and is recreated as often as it says: recreation.certificate (REC-09)",
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
