import { foundationConfig } from "../foundation/support";
import { folderWith } from "../support/folder";
import { pilotConfig } from "../support/pilot";
import { asYaml, type Changes, pocConfig } from "../support/poc-config";
import { preProductionConfig } from "../support/pre-production";
import { runCli } from "../support/run-cli";

/** A day on which the Pilot has replaced nothing yet: the POC lives until 2026-12-19. */
const TODAY = "2026-12-16";

const subscriptions = {
  base: { monthlyBudget: 50 },
  sandbox: { monthlyBudget: 100 },
  "orders-customers": { monthlyBudget: 500 },
};
const environments = [
  { stage: "poc", subscription: "sandbox" },
  { stage: "pilot", subscription: "orders-customers" },
] as const;

const base = (changes: Changes = {}) => ({
  "orders.foundation.yaml": asYaml({
    ...foundationConfig({ subscriptions, environments: [...environments] }),
    ...changes,
  }),
});
const poc = (changes: Changes = {}) => ({ "orders.poc.yaml": asYaml(pocConfig(changes)) });
const pilot = (changes: Changes = {}, workload = "orders") => ({
  [`${workload}.pilot.yaml`]: asYaml({ ...pilotConfig(), workload, ...changes }),
});
const COMPANY = { ...base(), ...poc(), ...pilot() };

/** `gatewright check` without arguments, over a company's folder. */
async function check(files: Readonly<Record<string, string>>, today = TODAY, ...argv: readonly string[]) {
  const folder = folderWith(files);
  const { code, out, err } = await runCli("check", ...argv, "--environments", folder, "--today", today);
  const relative = (text: string) => text.replaceAll(`${folder}/`, "");
  return { code, out: relative(out), err: relative(err) };
}

/** The first line of each environment. */
const headlines = (out: string) => out.match(/^\S+ {2}(?:COMPANY READY|POC|PILOT) {2}\w+/gm);

describe("a company", () => {
  test("is admitted as a whole: its foundation first, then every environment", async () => {
    const { code, out, err } = await check(COMPANY);
    expect({ code, err, heads: headlines(out) }).toEqual({
      code: 0,
      err: "",
      heads: [
        "orders-foundation  COMPANY READY  ADMITTED",
        "orders-pilot  PILOT  ADMITTED",
        "orders-poc  POC  ADMITTED",
      ],
    });
  });

  test("is looked at also when one environment is named: what its neighbours have is not free", async () => {
    const { code, out } = await check(
      { "orders.pre-production.yaml": asYaml(preProductionConfig()), ...pilot({ network: "10.30.0.0/22" }) },
      "2027-03-15",
      "pre-production",
    );
    expect(code).toBe(1);
    expect(out).toContain("10.30.0.0/22 overlaps 10.30.0.0/22 of orders-pilot (NET-11)");
  });

  test("is held when two environments share a subscription, although each is in order", async () => {
    const shared = environments.map((one) => ({ ...one, subscription: "orders-customers" }));
    const { code, out } = await check({ ...COMPANY, ...base({ environments: shared }) });
    expect([code, headlines(out)]).toEqual([
      1,
      ["orders-foundation  COMPANY READY  HELD", "orders-pilot  PILOT  ADMITTED", "orders-poc  POC  ADMITTED"],
    ]);
    expect(out).toContain(
      "  orders-poc and orders-pilot share the subscription orders-customers: each one's deploy identity is Contributor of the other (FND-02)\n      From Pilot on, give each environment a subscription of its own.\n",
    );
  });
});

describe("an environment that was promoted", () => {
  /** Promoted from the Pilot on 2027-03-01; the Pilot goes by 2027-04-15. */
  const next = { "orders.pre-production.yaml": asYaml(preProductionConfig()) };

  test("lives until the day on which it is to be destroyed", async () => {
    const { code, out } = await check({ ...base(), ...pilot(), ...next }, "2027-04-15", "pilot");
    expect([code, headlines(out)]).toEqual([0, ["orders-pilot  PILOT  ADMITTED"]]);
  });

  test("is held on the day after, at its own stage, by what the next one says of it", async () => {
    const { code, out } = await check({ ...base(), ...pilot(), ...next }, "2027-04-16", "pilot");
    expect([code, headlines(out)]).toEqual([1, ["orders-pilot  PILOT  HELD"]]);
    expect(out).toMatch(
      /\n {2}orders\.pilot\.yaml:2:1 {2}It was to be destroyed by 2027-04-15, as orders-pre-production says \(GOV-03\)\n {6}Destroy it \(its FIRST-APPLY\.md says how\) and remove its file, or decide on another day in the config that names it\.\n/,
    );
  });
});

describe("bad input, told before anything is built", () => {
  const FIX = "the warning of the whole must not come before that of a part";

  test.each<[what: string, files: Readonly<Record<string, string>>, says: RegExp]>([
    [
      "networks that overlap",
      {
        ...base(),
        ...pilot(),
        "orders.pre-production.yaml": asYaml({ ...preProductionConfig(), network: "10.20.2.0/23" }),
      },
      /^orders\.pre-production\.yaml:\d+:1 {2}network must not overlap the network of orders-pilot \(10\.20\.0\.0\/22\), got 10\.20\.2\.0\/23\n {4}Give each environment a range of its own\. {3}\(NET-11\)\n$/,
    ],
    [
      "more than a subscription may spend",
      { ...COMPANY, ...pilot({ monthlyBudget: 501 }) },
      new RegExp(
        `^orders\\.foundation\\.yaml:\\d+:\\d+ {2}subscriptions\\.orders-customers\\.monthlyBudget must be at least 501, what orders-pilot may spend, got 500\\n {4}Raise it, or lower a budget in the subscription: ${FIX}\\. {3}\\(CST-01\\)\\n$`,
      ),
    ],
    [
      "two foundations for one product",
      {
        ...COMPANY,
        "orders.pre-production.yaml": asYaml({ ...preProductionConfig(), foundation: "new.foundation.yaml" }),
      },
      /^orders\.pre-production\.yaml:\d+:1 {2}foundation must be orders\.foundation\.yaml, on which orders-pilot stands, got new\.foundation\.yaml\n {4}One foundation keeps .* \(REC-07\)\n$/,
    ],
    [
      "a gate that was skipped",
      {
        ...COMPANY,
        "orders.pre-production.yaml": asYaml({
          ...preProductionConfig(),
          promotion: { ...preProductionConfig().promotion, from: "orders-poc" },
        }),
      },
      /^orders\.pre-production\.yaml:\d+:3 {2}promotion\.from must be an environment at pilot, the stage below, got orders-poc\n {4}Each gate opens the next stage: promote one at a time\. {3}\(GOV-03\)\n$/,
    ],
    [
      "another subscription than the foundation's",
      {
        ...COMPANY,
        ...pilot({ subscription: "sandbox" }),
      },
      /^orders\.pilot\.yaml:\d+:1 {2}subscription must be orders-customers, which orders\.foundation\.yaml gives orders-pilot, got sandbox\n {4}Make both say the same: the deploy identity has rights in the foundation's answer only\. {3}\(FND-02\)\n$/,
    ],
    [
      "an environment without the foundation that keeps its state",
      { ...COMPANY, ...pilot({ foundation: undefined }) },
      /^orders\.pilot\.yaml:1:1 {2}foundation is required\n {4}The foundation that keeps its state and identities\.\n$/,
    ],
    [
      "a foundation that lacks what environments take from it",
      { ...COMPANY, ...base({ groups: undefined, subscription: undefined }) },
      /^orders\.foundation\.yaml:1:1 {2}subscription is required\n {4}.*\norders\.foundation\.yaml:1:1 {2}groups is required\n {4}.*\n$/,
    ],
    [
      "a foundation that is empty",
      { ...COMPANY, "orders.foundation.yaml": "" },
      /^orders\.foundation\.yaml is empty\n/,
    ],
    [
      "two files of one environment",
      { ...COMPANY, "orders.pilot.yml": asYaml(pilotConfig()) },
      /^orders\.pilot\.yaml and orders\.pilot\.yml both hold orders-pilot\n {4}Keep one of the two\.\n$/,
    ],
  ])("%s", async (_, files, says) => {
    const { code, out, err } = await check(files);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(says);
  });

  test("an environment checked by name is not held by the budget of the whole", async () => {
    const { code, out } = await check({ ...COMPANY, ...pilot({ monthlyBudget: 501 }) }, TODAY, "pilot");
    expect([code, headlines(out)]).toEqual([0, ["orders-pilot  PILOT  ADMITTED"]]);
  });
});
