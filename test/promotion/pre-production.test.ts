import { parseYaml } from "../../src/config/parse";
import type { PilotConfig } from "../../src/config/schema";
import { renderAnswersFile } from "../../src/promotion/answers-file";
import { forecastConfig } from "../../src/promotion/forecast";
import { gateAbove } from "../../src/promotion/gate";
import { openQuestions, promote, withAnswers } from "../../src/promotion/promote";
import type { Sitting } from "../../src/promotion/sitting";
import { pilotConfig } from "../support/pilot";
import { PRE_PRODUCTION_GATE } from "./gates";

const { today, cost } = PRE_PRODUCTION_GATE;
const sitting = (text: string) => parseYaml(text, "answers.yaml").value as Sitting<never>;
const answered = () => [sitting(PRE_PRODUCTION_GATE.answers)] as const;
const open = (config = pilotConfig(), ...sittings: readonly Sitting<never>[]) =>
  openQuestions(config, sittings, { today, cost });

describe("the questions of the Pre-Production", () => {
  test("come from the schema, and eight are left to the company", () => {
    expect(gateAbove("pilot")?.questions.map(({ pattern }) => pattern.join("."))).toEqual([
      "monthlyBudget",
      "decisions",
      "externals",
      "subscription",
      "network",
      "previous",
      "reviewBy",
      "entry",
      "vpn",
      "egress",
      "access",
      "incidents",
      "change",
      "supply",
      "recovery",
      "services.*.image",
      "stores.*.migrations",
    ]);
    expect(open().map(({ path }) => path)).toEqual([
      "decisions",
      "subscription",
      "previous",
      "entry",
      "access",
      "incidents",
      "change",
      "why.monthlyBudget",
    ]);
  });

  test("are at most twelve also where the cost is unknown, and the budget with it", () => {
    const paths = openQuestions(pilotConfig(), [], { today }).map(({ path }) => path);
    expect(paths).toContain("monthlyBudget");
    expect(paths.length).toBeLessThanOrEqual(12);
  });

  const naming = (change: (config: PilotConfig) => void) => {
    const config = pilotConfig();
    change(config);
    return config;
  };
  const asked = (config: PilotConfig) => open(config).filter(({ path }) => path === "egress");

  test.each<[string, (config: PilotConfig) => void]>([
    [
      "a service names an outside host",
      ({ services }) => Object.assign(services["api"]!, { env: { SMS: "https://sms.example" } }),
    ],
    [
      "there is an external",
      (config) => Object.assign(config, { externals: { bank: { kind: "dns-zone", owner: "a@b.example", why: "w" } } }),
    ],
  ])("what may leave is left to the company where %s: nothing would deny it", (_, change) => {
    const config = naming(change);
    expect(asked(config).map(({ missing }) => missing)).toEqual([["egress.allow"]]);
    expect(open(config).length).toBeLessThanOrEqual(12);
  });

  test("what may leave is answered with nothing where nothing says that it must", () => {
    expect(asked(pilotConfig())).toEqual([]);
  });

  test("an answer to it needs no more than the list, and the file suggests the hosts", () => {
    const config = naming(({ services }) => Object.assign(services["api"]!, { env: { SMS: "https://sms.example" } }));
    expect(open(config, ...answered())).toEqual([]);
    const text = renderAnswersFile(withAnswers(config, [], { today, cost }), {
      environment: "orders-pilot",
      by: "ada@orders.example",
      decided: today,
      cost: "",
    });
    expect(text).toMatch(/^ {4}allow: # such as \{.*sms-example: *\{.*fqdns: \[.*sms\.example/m);
  });

  test("are asked anew where the Pilot had answers for itself only", () => {
    const { decisions, subscription, previous } = pilotConfig();
    expect(Object.keys({ decisions, subscription, previous })).toEqual(
      open()
        .map(({ path }) => path)
        .filter((path) => path in pilotConfig()),
    );
  });

  test("name what is missing of an answer", () => {
    const partly = sitting(
      PRE_PRODUCTION_GATE.answers
        .replace(/ {4}breakGlass:.*\n/, "")
        .replace(", why: card payments", "")
        .replace("certificate: entry-certificate", "certificate: "),
    );
    expect(open(pilotConfig(), partly).map(({ path, missing }) => [path, missing])).toEqual([
      ["entry", ["entry.certificate"]],
      ["egress", ["egress.allow.payments.why"]],
      ["access", ["access.breakGlass"]],
    ]);
  });

  test("recommend what follows from the Pilot", () => {
    const unanswered = withAnswers(pilotConfig(), [], { today, cost });
    const text = renderAnswersFile(unanswered, {
      environment: "orders-pilot",
      by: "ada@orders.example",
      decided: today,
      cost: "",
    });
    expect(text).toMatch(/^# The Pre-Production's questions to orders-pilot\. 8 open: /);
    expect(text).toContain("\n  network: 10.20.4.0/22\n");
    expect(text).toContain("\n  reviewBy: 2027-05-31\n");
    expect(text).toContain("\n  vpn: { pool: 172.20.0.0/24, audience: vpn-audience }\n");
    expect(text).toContain("\n  egress: { sku: Basic, allow: {} }\n");
    expect(text).toContain("    host: # such as app.orders.example\n");
    expect(open(pilotConfig(), sitting(text))).toEqual(open());
  });
});

test("the VPN's addresses are recommended beside the network that is answered", () => {
  const network = sitting(PRE_PRODUCTION_GATE.answers.replace("10.30.0.0/22", "172.20.0.0/22"));
  const { config } = promote(pilotConfig(), [network] as const, { today, cost });
  expect(config.vpn.pool).toBe("192.168.220.0/24");
});

test.each(["2026-12-20", "2029-01-01"])(
  "examples of a migration fit a decision on %s, so that its cost is known",
  (day) => {
    expect(() => forecastConfig(withAnswers(pilotConfig(), [], { today: day }))).not.toThrow();
  },
);

/** What became of a setting of a Pilot. */
const lineOf = (pilot: PilotConfig) => {
  const { ledger } = promote(pilot, answered(), { today, cost });
  return (path: string) => ledger.find((one) => one.path === path);
};

describe("the Pre-Production of a Pilot", () => {
  const { config, ledger, hardened, warnings } = promote(pilotConfig(), answered(), { today, cost });
  const tops = (disposition: string) =>
    [
      ...new Set(ledger.filter((one) => one.disposition === disposition).map(({ path }) => path.split(/[.[]/)[0])),
    ].sort();

  test("carries what it is, where it is and whom it is for", () => {
    const { workload, location, owner, logging, residency, support, privacy, foundation, releases } = pilotConfig();
    expect(config).toMatchObject({
      workload,
      location,
      owner,
      logging,
      residency,
      support,
      privacy,
      foundation,
      releases,
    });
    expect(tops("carry")).toEqual(
      [
        "workload",
        "location",
        "owner",
        "logging",
        "residency",
        "support",
        "privacy",
        "foundation",
        "releases",
        "services",
        "stores",
      ].sort(),
    );
  });

  test("runs what was proved, by the same digests, from its own registry", () => {
    const pilot = pilotConfig();
    for (const one of Object.values(pilot.services)) Object.assign(one, { image: `ghcr.io/${one.image}` });
    const { services } = promote(pilot, answered(), { today, cost }).config;
    for (const [name, { image }] of Object.entries(pilotConfig().services)) expect(services[name]?.image).toBe(image);
  });

  test("is a new environment, on the day of the decision", () => {
    expect(ledger.filter(({ disposition }) => disposition === "recreate").map(({ path, to }) => [path, to])).toEqual([
      ["created", "2027-03-01"],
      ["generation", 1],
    ]);
  });

  test("leaves behind what was the Pilot's way in", () => {
    expect(
      ledger.filter(({ disposition }) => disposition === "drop").map(({ path, why }) => `${path}: ${why}`),
    ).toEqual([
      "operatorsFrom[0]: a Pre-Production has no such setting",
      "operatorsFrom[1]: a Pre-Production has no such setting",
      "services.web.domain: a Pre-Production has no such setting",
    ]);
  });

  test("has its data migrated, where the answers say so", () => {
    expect(ledger.filter(({ disposition }) => disposition === "migrate").map(({ path }) => path)).toEqual([
      "stores.database.type",
      "stores.files.type",
      "stores.mail.type",
    ]);
  });

  test("comes with what the stance demands beyond the Pilot's", () => {
    expect(hardened.map(({ subject, before, after }) => `${subject}: ${before} → ${after}`)).toEqual(
      expect.arrayContaining([
        "users enter through: each public app's ingress → one application gateway",
        "outbound traffic: open → through a firewall that denies by default",
        "people reach it from: declared addresses → the VPN",
        "logs are kept: 90 days → 180 days",
        "images come from: any registry → the environment's own registry only",
      ]),
    );
    expect(warnings).toEqual([]);
  });

  test("raises what lies below its stance, and lowers nothing", () => {
    const pilot = pilotConfig();
    Object.assign(pilot, { logging: { personalData: "never", retentionDays: 90 } });
    Object.assign(pilot.services["web"]!, { allowFrom: ["203.0.113.7/32"], scale: { min: 1, max: 3 } });
    Object.assign(pilot.stores!["database"]!, { backupDays: 20 });
    const line = lineOf(pilot);
    expect(line("logging.retentionDays")).toEqual({
      path: "logging.retentionDays",
      disposition: "harden",
      from: 90,
      to: 180,
      why: "a Pre-Production keeps logs for 180 days or more",
    });
    expect(line("services.web.allowFrom[0]")).toMatchObject({ disposition: "drop" });
    expect(line("stores.database.backupDays")).toMatchObject({ disposition: "carry", to: 20 });
    expect(line("services.web.scale.min")).toMatchObject({ disposition: "carry", to: 1 });
  });

  test("ends a size of database that it does not offer", () => {
    const pilot = pilotConfig();
    Object.assign(pilot.stores!["database"]!, { sku: "B_Standard_B2s" });
    expect(lineOf(pilot)("stores.database.sku")).toEqual({
      path: "stores.database.sku",
      disposition: "drop",
      from: "B_Standard_B2s",
      why: "a Pre-Production has no B_Standard_B2s: the stage's own takes its place",
    });
  });
});
