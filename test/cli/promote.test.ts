import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ANSWERS_YAML, DIGESTS_YAML, digest, POC_YAML } from "../promotion/support";
import { contentOf, folderWith } from "../support/folder";
import { runCli } from "../support/run-cli";

const EXAMPLE = join(__dirname, "../../examples/full-ladder/environments");
const HEADER = "# yaml-language-server: $schema=../schemas/poc.schema.json\n";

/** `gatewright promote` over a folder of environments; the folder's own path is left out of what it says. */
async function promote(folder: string, ...argv: readonly string[]) {
  const today = argv.includes("--today") ? [] : ["--today", "2026-12-20"];
  const { code, out, err } = await runCli("promote", ...argv, ...today, "--environments", folder);
  const relative = (text: string) => text.replaceAll(`${folder}/`, "");
  return { code, out: relative(out), err: relative(err) };
}

const ANSWERED = {
  "orders.poc.yaml": HEADER + POC_YAML,
  "orders.pilot.answers.yaml": `${ANSWERS_YAML}---\n${DIGESTS_YAML}`,
};
const read = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");

describe("the first run", () => {
  test("writes the questions with what it will cost, and ends with 1", async () => {
    const folder = folderWith({ "orders.poc.yaml": POC_YAML });
    const { code, out, err } = await promote(folder, "poc");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toMatch(/^orders\.pilot\.answers\.yaml written: what a Pilot needs to know\.\n\n8 questions open:\n/);
    expect(out).toMatch(/\nMonthly floor: ~\d+ → ~\d+, in US dollars, an estimate from list prices\.\nNext: /);
    expect(Object.keys(contentOf(folder))).toEqual(["orders.pilot.answers.yaml", "orders.poc.yaml"]);
    expect(read(folder, "orders.pilot.answers.yaml")).toContain("\ndecided: 2026-12-20\n");
  });

  test("finds the one environment that can be promoted, and asks again without touching the answers", async () => {
    const folder = folderWith({ "orders.poc.yaml": POC_YAML });
    await promote(folder);
    const before = contentOf(folder);
    const { code, out } = await promote(folder, "orders-poc", "--to", "pilot");
    expect(code).toBe(1);
    expect(out).toMatch(/^8 questions open:\n/);
    expect(contentOf(folder)).toEqual(before);
  });
});

describe("with every answer", () => {
  test("the Pilot is written, with the schema's line, the ledger and the cost, and ends with 0", async () => {
    const folder = folderWith(ANSWERED);
    const { code, out, err } = await promote(folder, "poc");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^Note: orders-poc expired on 2026-12-19: promote it or destroy it\.\norders\.pilot\.yaml written\.\n/,
    );
    expect(out).toMatch(/\nSettings: \d+ carried, \d+ hardened, 2 made anew, 1 dropped\n/);
    expect(out).toContain("logs are kept: 30 days → 90 days");
    expect(out).toMatch(/Budget: 80 → 350\.\nNext: gatewright check pilot\n$/);
    expect(read(folder, "orders.pilot.yaml")).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/schemas\/pilot\.schema\.json\nworkload: orders\nstage: pilot\n/,
    );
    expect(read(folder, "orders.pilot.yaml")).toMatch(/\n {2}cost: \{ before: \d+, after: \d+ \}\n$/);
  });

  test("a second run finds the same and writes nothing", async () => {
    const folder = folderWith(ANSWERED);
    await promote(folder, "poc");
    const before = contentOf(folder);
    const { code, out } = await promote(folder, "poc", "--today", "2027-01-15");
    expect(code).toBe(0);
    expect(out).toContain("orders.pilot.yaml is there already and says the same; nothing was written.");
    expect(contentOf(folder)).toEqual(before);
    rmSync(join(folder, "orders.pilot.yaml"));
    await promote(folder, "poc", "--today", "2027-01-15");
    expect(contentOf(folder)).toEqual(before);
  });

  test("a Pilot that somebody changed is left alone, and what differs is told where it stands", async () => {
    const folder = folderWith(ANSWERED);
    await promote(folder, "poc");
    const changed = read(folder, "orders.pilot.yaml").replace("network: 10.20.0.0/22", "network: 10.50.0.0/22");
    writeFileSync(join(folder, "orders.pilot.yaml"), changed);
    const { code, out, err } = await promote(folder, "poc");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe(
      'orders.pilot.yaml:13:1  orders.pilot.yaml is there already and differs: network is "10.50.0.0/22", the answers lead to "10.20.0.0/22"\n    It is left as it is. Move it away to have it written again, or change it by hand from now on.\n',
    );
    expect(read(folder, "orders.pilot.yaml")).toBe(changed);
  });

  test("the outcome is also JSON", async () => {
    const { out } = await promote(folderWith(ANSWERED), "poc", "--json");
    expect(JSON.parse(out)).toMatchObject({
      environment: "orders-poc",
      gate: "pilot",
      outcome: "written",
      open: [],
      cost: { before: expect.any(Number), after: expect.any(Number) },
      ledger: expect.arrayContaining([
        { path: "stage", disposition: "harden", from: "poc", to: "pilot", why: expect.any(String) },
      ]),
    });
  });
});

test.each<[what: string, files: Readonly<Record<string, string>>, argv: readonly string[], says: string]>([
  [
    "a stage that is not next",
    ANSWERED,
    ["poc", "--to", "production"],
    "orders-poc cannot be promoted to production: the next stage after poc is pilot\n    One gate at a time: each asks what the one before it could not.\n",
  ],
  [
    "a stage that does not exist",
    ANSWERED,
    ["poc", "--to", "piolt"],
    '--to must be a stage, got "piolt"; did you mean "pilot"?\n    Stages: poc, pilot, pre-production, production, scale.\n',
  ],
  [
    "answers that are wrong",
    { ...ANSWERED, "orders.pilot.answers.yaml": ANSWERS_YAML.replace("by: ada@orders.example", "by: ada") },
    ["poc"],
    'orders.pilot.answers.yaml:2:1  by must be an e-mail address that somebody reads, got "ada"\n    Write it like ada@orders.example.\n',
  ],
  [
    "a POC that is wrong",
    { ...ANSWERED, "orders.poc.yaml": POC_YAML.replace("exposure", "expose") },
    ["poc"],
    'orders.poc.yaml:11:49  unknown key "expose" in services.web; did you mean "exposure"?\n    Known keys: ',
  ],
  [
    "an answers file with nothing in it",
    { ...ANSWERED, "orders.pilot.answers.yaml": "" },
    ["poc"],
    "orders.pilot.answers.yaml is empty\n    Remove it, and promote writes a new one to start from.\n",
  ],
  [
    "an answers file with a bracket that is not closed",
    { ...ANSWERED, "orders.pilot.answers.yaml": "gate: pilot\nanswers: [\n" },
    ["poc"],
    "orders.pilot.answers.yaml:3:1  the file is not valid YAML: a bracket or brace is opened and not closed, or its content is indented too little\n    Close it, or indent what is inside.\n",
  ],
  [
    "a list of answers",
    { ...ANSWERED, "orders.pilot.answers.yaml": "- gate: pilot\n" },
    ["poc"],
    "orders.pilot.answers.yaml:1:1  a sitting must be a mapping, got a list\n    Start with gate, by, decided.\n",
  ],
  [
    "answers to another gate",
    {
      ...ANSWERED,
      "orders.pilot.answers.yaml": ANSWERED["orders.pilot.answers.yaml"].replace("gate: pilot", "gate: production"),
    },
    ["poc"],
    'orders.pilot.answers.yaml:1:1  gate must be pilot, the next one after poc, got "production"\n    One gate at a time: a POC becomes a Pilot.\n',
  ],
  [
    "a day before the POC was there",
    { "orders.poc.yaml": POC_YAML },
    ["poc", "--today", "2026-11-20"],
    "today must not be before 2026-11-21, the day on which orders-poc was made, got 2026-11-20\n    Only an environment that is there can go through a gate.   (GOV-03)\n",
  ],
  [
    "another file in the Pilot's place",
    { ...ANSWERED, "orders.pilot.yaml": "a: {\n" },
    ["poc"],
    "orders.pilot.yaml:2:1  the file is not valid YAML: ",
  ],
  [
    "more than one product",
    { ...ANSWERED, "shop.poc.yaml": POC_YAML.replace("workload: orders", "workload: shop") },
    [],
    "promote takes one environment at a time\n    Name one: orders-poc, shop-poc.\n",
  ],
  [
    "a day that does not exist",
    ANSWERED,
    ["poc", "--today", "tomorrow"],
    'today must be a day as YYYY-MM-DD, got "tomorrow".\n    For example 2026-11-21.\n',
  ],
])("%s ends with 2, and nothing is written", async (_what, files, argv, says) => {
  const folder = folderWith(files);
  const before = contentOf(folder);
  const { code, out, err } = await promote(folder, ...argv);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.slice(0, says.length)).toBe(says);
  expect(contentOf(folder)).toEqual(before);
});

test("the example's Pilot is what the command writes from its POC and its answers", async () => {
  const files = ["orders.poc.yaml", "orders.pilot.answers.yaml"];
  const folder = folderWith(Object.fromEntries(files.map((file) => [file, read(EXAMPLE, file)])));
  const { code } = await promote(folder, "poc", "--today", "2026-12-15");
  expect(code).toBe(0);
  expect(read(folder, "orders.pilot.yaml")).toBe(read(EXAMPLE, "orders.pilot.yaml"));
});

test("what a Pre-Production costs is known before anybody answers, also beside a foundation that does not list it", async () => {
  const foundation = read(EXAMPLE, "orders.foundation.yaml").replace(/^ {2}- \{ stage: pre-production.*\n/m, "");
  expect(foundation).not.toContain("stage: pre-production");
  const folder = folderWith({
    "orders.pilot.yaml": read(EXAMPLE, "orders.pilot.yaml"),
    "orders.foundation.yaml": foundation,
  });
  const { code, out } = await promote(folder, "pilot", "--today", "2027-03-01");
  expect(code).toBe(1);
  expect(out).toMatch(/\nMonthly floor: ~\d+ → ~\d+, in US dollars, an estimate from list prices\.\nNext: /);
});

test("a service without a port and an environment without stores go through the gate", async () => {
  const poc = POC_YAML.replace(/services:[\s\S]*/, 'services:\n  mailer: { image: "orders/mailer:0.3.1" }\n');
  const answers = ANSWERS_YAML.replace(
    / {2}services:[\s\S]*why:/,
    `  services: { mailer: { image: "orders/mailer@${digest("1")}" } }\nwhy:`,
  );
  const folder = folderWith({ "orders.poc.yaml": poc, "orders.pilot.answers.yaml": answers });
  expect(await promote(folder, "poc")).toMatchObject({ code: 0, err: "" });
  expect(read(folder, "orders.pilot.yaml")).not.toContain("stores:");
});
