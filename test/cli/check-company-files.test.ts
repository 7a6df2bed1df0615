import { join } from "node:path";
import { foundationConfig } from "../foundation/support";
import { folderWith } from "../support/folder";
import { pilotConfig } from "../support/pilot";
import { asYaml, type Changes, pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";

/** A day on which the POC still lives. */
const TODAY = "2026-12-16";

const subscriptions = {
  base: { monthlyBudget: 50 },
  sandbox: { monthlyBudget: 100 },
  "orders-customers": { monthlyBudget: 500 },
};
const foundation = (changes: Changes = {}) =>
  asYaml({
    ...foundationConfig({
      subscriptions,
      environments: [
        { stage: "poc", subscription: "sandbox" },
        { stage: "pilot", subscription: "orders-customers" },
      ],
    }),
    ...changes,
  });
const pilot = (changes: Changes = {}) => asYaml({ ...pilotConfig(), ...changes });
const COMPANY = {
  "orders.foundation.yaml": foundation(),
  "orders.poc.yaml": asYaml(pocConfig()),
  "orders.pilot.yaml": pilot(),
};

/** `gatewright check`, over a company whose files are these; the folder's own path left out of what it says. */
async function check(changes: Readonly<Record<string, string | undefined>>, ...argv: readonly string[]) {
  const files = Object.entries({ ...COMPANY, ...changes }).filter(
    (file): file is [string, string] => file[1] !== undefined,
  );
  const folder = folderWith(Object.fromEntries(files));
  const { code, out, err } = await runCli("check", "--environments", folder, "--today", TODAY, ...argv);
  const relative = (text: string) => text.replaceAll(`${folder}/`, "");
  return { code, out: relative(out), err: relative(err) };
}

const refused = (err: string) => ({ code: 2, out: "", err });

describe("a foundation", () => {
  test.each([[[]], [["foundation"]], [["orders-foundation"]]])(
    "in two files is refused like two files of one environment: check %j",
    async (names) => {
      expect(await check({ "orders.foundation.yml": foundation() }, ...names)).toEqual(
        refused(
          "orders.foundation.yaml and orders.foundation.yml both hold orders-foundation\n    Keep one of the two.\n",
        ),
      );
    },
  );

  test.each([
    [["--gate", "production"], "--gate"],
    [["--plan", "plan.json"], "--plan"],
    [["--dir", "/nonexistent"], "--dir"],
    [["--gate", "pilot", "--dir", "cdktf.out"], "--gate and --dir"],
  ])("is not judged like an environment: %j", async (argv, given) => {
    const says = (named: string) =>
      refused(
        `${given} says how environments are judged, but ${named} names a foundation\n    A foundation has a check of its own: gatewright check ${named}.\n`,
      );
    expect(await check({}, "foundation", ...argv)).toEqual(says("foundation"));
    expect(await check({}, "orders-foundation", "pilot", ...argv, "--format", "json")).toEqual(
      says("orders-foundation"),
    );
  });

  test("that holds nothing says what a foundation starts with", async () => {
    for (const [text, what] of [
      ["", "is empty"],
      ["# later\n", "holds only comments"],
    ] as const)
      expect(await check({ "orders.foundation.yaml": text }, "foundation")).toEqual(
        refused(`orders.foundation.yaml ${what}\n    Start with workload, location, owner and repository.\n`),
      );
  });

  test("does not share what another one has", async () => {
    const shop = foundation({ workload: "shop", environments: [], subscriptions: { base: { monthlyBudget: 50 } } });
    const { code, err } = await check({ "shop.foundation.yaml": shop }, "foundation");
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(
        /^shop\.foundation\.yaml:\d+:\d+ {2}subscriptions\.base is also a subscription of orders\.foundation\.yaml\n/,
      ),
    ]);
  });
});

describe("a foundation that is not there is named, with where it comes from", () => {
  test("a POC needs none", async () => {
    const { code } = await check({ "orders.foundation.yaml": undefined, "orders.pilot.yaml": undefined });
    expect(code).toBe(0);
  });
});

describe("an environment is held against the foundation that lists it", () => {
  test.each([
    ["pilot", ["pilot"]],
    ["poc", ["poc"]],
  ])("by where it is: %s", async (stage, names) => {
    const says = new RegExp(
      `^orders\\.${stage}\\.yaml:3:1 {2}location must be one of westeurope, northeurope, which orders\\.foundation\\.yaml allows, got swedencentral\\n {4}The policy of the subscription would refuse every resource: .* \\(DAT-01\\)\\n$`,
    );
    const elsewhere = { location: "swedencentral" };
    const changes = {
      "orders.poc.yaml": asYaml(pocConfig(stage === "poc" ? elsewhere : {})),
      "orders.pilot.yaml": pilot(stage === "pilot" ? { ...elsewhere, residency: ["swedencentral"] } : {}),
    };
    for (const given of [names, []]) {
      const { code, err } = await check(changes, ...given);
      expect([code, err]).toEqual([2, expect.stringMatching(says)]);
    }
  });

  test("by its subscription, before that subscription's budget", async () => {
    const { code, err } = await check({ "orders.pilot.yaml": pilot({ subscription: "sandbox" }) });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(
        /^orders\.pilot\.yaml:\d+:1 {2}subscription must be orders-customers, which orders\.foundation\.yaml gives orders-pilot, got sandbox\n.*\(FND-02\)\n$/,
      ),
    ]);
  });

  test("by the budget of its subscription, a POC too", async () => {
    const poor = { ...subscriptions, sandbox: { monthlyBudget: 50 } };
    const { code, err } = await check({ "orders.foundation.yaml": foundation({ subscriptions: poor }) });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(
        /^orders\.foundation\.yaml:\d+:\d+ {2}subscriptions\.sandbox\.monthlyBudget must be at least 80, what orders-poc may spend, got 50\n/,
      ),
    ]);
  });
});

describe("a file that nothing reads", () => {
  test("is told by a check of everything, beside what is wrong in the others", async () => {
    const { code, out, err } = await check({
      "orders.prod.yaml": "stage: production\n",
      "orders.pilot.yaml": pilot({ owner: "ada" }),
    });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.match(/^orders\S.*$/gm)).toEqual([
      "orders.prod.yaml is none of the files that are read here; did you mean orders.production.yaml?",
      expect.stringMatching(/^orders\.pilot\.yaml:\d+:1 {2}owner must be an e-mail address/),
    ]);
  });

  test("does not hold the check of one environment", async () => {
    expect((await check({ "orders.staging.yaml": "a: 1\n" }, "pilot")).code).toBe(0);
  });
});

test("a synth of everything is told of stray files and forbidden regions too", async () => {
  const folder = folderWith({
    ...COMPANY,
    "orders.prod.yaml": "a: 1\n",
    "orders.poc.yaml": asYaml(pocConfig({ location: "swedencentral" })),
  });
  const { code, err } = await runCli("synth", "--environments", folder, "--out", `${folder}/out`);
  expect([code, err.replaceAll(`${folder}/`, "").match(/^orders\S+(?: +\S+){5}/gm)]).toEqual([
    2,
    ["orders.prod.yaml is none of the files", "orders.poc.yaml:3:1  location must be one of"],
  ]);
});

describe("a POC", () => {
  /** The Pilot says that the POC goes before the day on which it expires by itself. */
  const early = { "orders.pilot.yaml": pilot({ previous: { data: "drop", destroyBy: "2026-12-15" } }) };

  test("that outlives the day on which its Pilot ends it is held", async () => {
    const { code, out } = await check(early, "poc", "pilot");
    expect(code).toBe(1);
    expect(out).toMatch(/^orders-pilot {2}PILOT {2}ADMITTED/m);
    expect(out).toMatch(/^orders-poc {2}POC {2}HELD/m);
    expect(out).toMatch(
      /\n {2}orders\.poc\.yaml:\d+:1 {2}It was to be destroyed by 2026-12-15, as orders-pilot says \(REC-02\)\n {6}Destroy it/,
    );
  });

  test("is admitted until that day", async () => {
    expect((await check(early, "poc", "--today", "2026-12-15")).code).toBe(0);
  });
});

describe("evidence", () => {
  const entry = {
    fact: "small-team",
    by: "ada@orders.example",
    date: "2026-12-01",
    link: "https://wiki.orders.example",
  };
  const evidence = (...env: readonly string[]) => ({
    "evidence.yaml": asYaml(env.map((one) => ({ ...entry, env: one }))),
  });

  test("of an environment that there is not is told, and holds nothing", async () => {
    const { code, err } = await check(evidence("orders-pilot", "orders-pilott"), "pilot");
    expect({ code, err }).toEqual({
      code: 0,
      err: 'evidence.yaml:10:3  [1].env names "orders-pilott", which is not an environment here and counts for none; did you mean "orders-pilot"?\n',
    });
  });

  test("of those that there are is taken without a word", async () => {
    expect(await check(evidence("orders-pilot", "orders-poc"), "pilot")).toMatchObject({ code: 0, err: "" });
  });

  test("in an empty file says how an entry starts", async () => {
    expect(await check({ "evidence.yaml": "" }, "pilot")).toEqual(
      refused("evidence.yaml is empty\n    Start each entry with `- fact:`, or remove the file.\n"),
    );
  });
});

describe("the output of a synth with the foundation in it", () => {
  const judged = async (...names: readonly string[]) => {
    const folder = folderWith(COMPANY);
    const out = join(folder, "out");
    expect((await runCli("synth", ...names, "--environments", folder, "--out", out)).code).toBe(0);
    const { code, out: text, err } = await runCli("check", "--dir", out, "--today", TODAY);
    return {
      code,
      says: text.split("\n").filter((line) => line.startsWith("orders-")),
      err: err.replaceAll(out, "out"),
    };
  };

  test("is judged without it: it has no stage", async () => {
    const { says, err } = await judged();
    expect([says.map((line) => line.split(" ")[0]), err]).toEqual([["orders-pilot", "orders-poc"], ""]);
  });

  test("alone is no environment to judge", async () => {
    expect(await judged("foundation")).toEqual({
      code: 2,
      says: [],
      err: "out holds a foundation only\n    Its check is one of its config: gatewright check foundation.\n",
    });
  });
});
