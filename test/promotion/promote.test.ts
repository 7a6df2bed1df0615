import { parseYaml } from "../../src/config/parse";
import type { PilotConfig, PocConfig } from "../../src/config/schema";
import { renderAnswersFile } from "../../src/promotion/answers-file";
import { forecastConfig } from "../../src/promotion/forecast";
import { gateAbove } from "../../src/promotion/gate";
import { OpenQuestions } from "../../src/promotion/open-questions";
import { openQuestions, type Promotion, promote, withAnswers } from "../../src/promotion/promote";
import type { Sitting, Sittings } from "../../src/promotion/sitting";
import { writeYaml } from "../../src/promotion/write-yaml";
import { STAGES } from "../../src/stages/stage";
import { pocConfig } from "../support/poc-config";
import { ANSWERS_YAML, answersFor, DIGESTS_YAML, digest, poc, sitting, sittingOf, TODAY } from "./support";

const contract = () => [sitting(ANSWERS_YAML), sitting(DIGESTS_YAML)] as const;

describe("the questions of the Pilot", () => {
  test("come from the schema, and seven are left to the company", () => {
    expect(gateAbove("poc")?.questions.map(({ pattern }) => pattern.join("."))).toEqual([
      "monthlyBudget",
      "services.*.image",
      "stores.*.migrations",
      "stores.*.data",
      "subscription",
      "residency",
      "network",
      "operatorsFrom",
      "support",
      "privacy",
      "previous",
      "foundation",
      "reviewBy",
      "releases",
    ]);
    const open = openQuestions(poc(), [], { ...TODAY, cost: { before: 26, after: 310 } });
    expect(open.map(({ path }) => path)).toEqual([
      "services.*.image",
      "stores.*.data",
      "subscription",
      "operatorsFrom",
      "support",
      "privacy",
      "previous",
      "why.monthlyBudget",
    ]);
    expect(open.length).toBeLessThanOrEqual(10);
  });

  test("are the gate above, and there is none above Scale", () => {
    const above = STAGES.map((stage) => gateAbove(stage)?.to);
    expect(above).toEqual(["pilot", "pre-production", "production", "scale", undefined]);
  });

  test("name the services that still need a digest", () => {
    const open = openQuestions(poc(), [sitting(ANSWERS_YAML)], TODAY);
    expect(open).toEqual([
      {
        path: "services.*.image",
        ask: "Which digest of the image runs?",
        missing: [
          "services.api.image",
          "services.cleanup.image",
          "services.mailer.image",
          "stores.database.migrations",
        ],
      },
    ]);
  });

  test("are not asked where the POC has the answer already", () => {
    const config = pocConfig({ services: { web: { image: `orders/web@${digest("7")}`, port: 3000 } } });
    expect(openQuestions(config, [], TODAY).map(({ path }) => path)).not.toContain("services.*.image");
  });

  test("take nothing, an empty text and a question mark for open", () => {
    for (const blank of ["", '""', '"?"', "null"]) {
      const text = ANSWERS_YAML.replace("orders-customers", blank).replace("[203.0.113.7/32]", blank);
      expect(openQuestions(poc(), [sitting(text), sitting(DIGESTS_YAML)], TODAY).map(({ path }) => path)).toEqual([
        "subscription",
        "operatorsFrom",
      ]);
    }
    const partly = ANSWERS_YAML.replace("purpose: bookkeeping", "purpose:").replace(
      "hours: weekdays 9-17 CET",
      "hours:",
    );
    expect(openQuestions(poc(), [sitting(partly), sitting(DIGESTS_YAML)], TODAY)).toEqual([
      expect.objectContaining({ path: "stores.*.data", missing: ["stores.files.data.purpose"] }),
      expect.objectContaining({ path: "support", missing: ["support.hours"] }),
    ]);
  });
});

describe("the Pilot of the contract", () => {
  const { config, ledger, hardened, warnings } = promote(poc(), contract(), TODAY);

  test("has the carried parts, the answers, what is recommended, and where it came from", () => {
    const { services, stores, promotion, ...rest } = config;
    expect(rest).toEqual({
      workload: "orders",
      stage: "pilot",
      location: "westeurope",
      owner: "ada@orders.example",
      created: "2026-12-16",
      generation: 1,
      monthlyBudget: 350,
      decisions: { platform: "Container Apps, until Pre-Production" },
      logging: { personalData: "never" },
      subscription: "orders-customers",
      residency: ["westeurope"],
      network: "10.20.0.0/22",
      operatorsFrom: ["203.0.113.7/32"],
      support: { contact: "help@orders.example", hours: "weekdays 9-17 CET" },
      privacy: { role: "processor", contact: "privacy@orders.example" },
      previous: { data: "drop", destroyBy: "2026-12-31" },
      foundation: "orders.foundation.yaml",
      reviewBy: "2027-03-16",
      releases: { revisions: "single", rollback: "apply the previous digests again" },
    });
    expect(services["api"]).toEqual({ ...poc().services["api"], image: `orders/api@${digest("2")}` });
    expect(Object.keys(stores ?? {})).toEqual(["database", "files", "mail"]);
    expect(promotion).toEqual({
      from: "orders-poc",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      answers: "orders.pilot.answers.yaml",
      by: "grace@orders.example",
      decided: "2026-12-16",
      why: { monthlyBudget: "replicas stay up, own network and registry" },
    });
  });

  test("is accounted for, setting by setting", () => {
    const line = (path: string) => ledger.find((entry) => entry.path === path);
    expect(line("stage")).toEqual({
      path: "stage",
      disposition: "harden",
      from: "poc",
      to: "pilot",
      why: "through the Pilot's gate",
    });
    expect(line("location")).toMatchObject({ disposition: "carry", from: "westeurope", to: "westeurope" });
    expect(line("expires")).toEqual({
      path: "expires",
      disposition: "drop",
      from: "2026-12-19",
      why: "a Pilot has no such setting",
    });
    expect(line("monthlyBudget")).toEqual({
      path: "monthlyBudget",
      disposition: "harden",
      from: 80,
      to: 350,
      why: "replicas stay up, own network and registry",
    });
    expect(line("created")).toMatchObject({ disposition: "recreate", from: "2026-11-21", to: "2026-12-16" });
    expect(line("stores.files.data.keep")).toEqual({
      path: "stores.files.data.keep",
      disposition: "harden",
      to: "10 years",
      why: "answered",
    });
    expect(line("reviewBy")).toMatchObject({ disposition: "harden", why: "as recommended" });
    expect(line("services.api.uses[0]")).toMatchObject({ disposition: "carry", to: "database" });
  });

  test("comes with what the stance demands beyond it", () => {
    expect(hardened.map(({ subject, before, after }) => `${subject}: ${before} → ${after}`)).toEqual(
      expect.arrayContaining([
        "logs are kept: 30 days → 90 days",
        "point-in-time restore of the database: 7 days → 14 days",
        "purge protection of the vault: off → on",
        "replicas that stay up: 0 → 1",
      ]),
    );
  });

  test("warns of a POC that has expired, and records one that had when it was decided", () => {
    expect(warnings).toEqual(["orders-poc expired on 2026-12-19: promote it or destroy it."]);
    expect(promote(poc(), contract(), { today: "2026-12-16" }).warnings).toEqual([]);
    expect(config.promotion.expired).toBeUndefined();
    const previous = { data: "drop", destroyBy: "2027-02-09" };
    const late = contract().map((one) => ({ ...one, decided: "2027-01-10", answers: { ...one.answers, previous } }));
    const after = promote(poc(), late as unknown as Sittings<PocConfig>, { today: "2027-01-10" });
    expect(after.config.promotion.expired).toBe("2026-12-19");
  });

  test("is not made while nobody has said what becomes of the data, whatever else of it was answered", () => {
    const saying = (previous: unknown) =>
      contract().map((one) => ({ ...one, answers: { ...one.answers, previous } })) as unknown as Sittings<PocConfig>;
    const open = (previous: unknown) => openQuestions(poc(), saying(previous), TODAY).flatMap(({ missing }) => missing);
    expect(open(undefined)).toEqual(["previous"]);
    expect(open({ destroyBy: "2026-12-31" })).toEqual(["previous.data"]);
    expect(open({ data: "drop" })).toEqual(["previous.destroyBy"]);
    expect(open({ data: "\u200b", destroyBy: "2026-12-31" })).toEqual(["previous.data"]);
    expect(() => promote(poc(), saying(undefined), TODAY)).toThrow(OpenQuestions);
  });
});

describe("settings of the POC", () => {
  const through = (changes: Record<string, unknown>): Promotion<PocConfig> => {
    const config = pocConfig(changes);
    return promote(config, [sittingOf(answersFor(config))], TODAY);
  };
  const entry = ({ ledger }: Promotion, path: string) => ledger.find((one) => one.path === path);

  test("below what the Pilot demands are raised to it, and not lowered when they are above", () => {
    const promotion = through({
      logging: { personalData: "never", retentionDays: 30 },
      services: {
        web: { image: "orders/web:1", port: 80, scale: { min: 0, max: 2 } },
        api: { image: "orders/api:1", port: 80, scale: { min: 2, max: 3 } },
      },
      stores: {
        database: { type: "postgresql", migrations: "orders/migrate:1", backupDays: 7 },
        files: { type: "blobs", softDeleteDays: 90 },
      },
    });
    expect(entry(promotion, "logging.retentionDays")).toEqual({
      path: "logging.retentionDays",
      disposition: "harden",
      from: 30,
      to: 90,
      why: "a Pilot keeps logs for 90 days or more",
    });
    expect(entry(promotion, "stores.database.backupDays")).toMatchObject({ disposition: "harden", from: 7, to: 14 });
    expect(entry(promotion, "services.web.scale.min")).toMatchObject({ disposition: "harden", from: 0, to: 1 });
    expect(entry(promotion, "services.api.scale.min")).toMatchObject({ disposition: "carry", to: 2 });
    expect(entry(promotion, "stores.files.softDeleteDays")).toMatchObject({ disposition: "carry", to: 90 });
  });

  test("that were its own end with it", () => {
    const promotion = through({
      data: "synthetic",
      generation: 4,
      waivers: [
        {
          control: "NET-01",
          resource: "config",
          by: "ada@orders.example",
          why: "a demonstration",
          until: "2026-12-01",
        },
      ],
      externals: { build: { kind: "registry", owner: "ada@orders.example", why: "images are built there" } },
      extend: "./orders.extra.ts",
      azurerm: "4.60.0",
    });
    expect(entry(promotion, "data")).toMatchObject({ disposition: "drop", from: "synthetic" });
    expect(entry(promotion, "waivers[0].control")).toMatchObject({
      disposition: "drop",
      why: "waivers were given to the POC",
    });
    expect(entry(promotion, "generation")).toMatchObject({ disposition: "recreate", from: 4, to: 1 });
    for (const path of ["externals.build.kind", "extend", "azurerm"])
      expect(entry(promotion, path)).toMatchObject({ disposition: "carry" });
  });

  test("lift a suspicion only while there is one", () => {
    const random = "aB3dE5fG7hJ9kL2mN4pQ6rS8tU";
    const promotion = through({
      services: { web: { image: "orders/web:1", port: 80, env: { BUILD: random } } },
      notSecret: [{ path: "services.web.env.BUILD", why: "the build's number" }],
      waivers: undefined,
    });
    expect(entry(promotion, "notSecret[0].path")).toMatchObject({ disposition: "carry" });
  });

  test("of a store migrate where somebody decided so", () => {
    const config = poc();
    const answers = contract().map((one) => ({ ...one, answers: { ...one.answers } }));
    Object.assign(answers[0]!.answers, { previous: { data: "migrate", destroyBy: "2026-12-31" } });
    Object.assign(answers[0]!, { why: { monthlyBudget: "more", previous: "customers took part in the POC" } });
    const { ledger } = promote(config, answers as unknown as Sittings<PocConfig>, TODAY);
    expect(ledger.filter(({ disposition }) => disposition === "migrate").map(({ path }) => path)).toEqual([
      "stores.database.type",
      "stores.files.type",
      "stores.mail.type",
    ]);
  });
});

describe("the first answers file", () => {
  const unanswered = withAnswers(poc(), [], { today: "2026-12-15", cost: { before: 26, after: 310 } });
  const head = { environment: "orders-poc", by: "ada@orders.example", decided: "2026-12-15", cost: "~26 → ~310" };
  const text = renderAnswersFile(unanswered, head);

  test("asks the same again when nothing in it is answered", () => {
    const read = sitting(text);
    expect(openQuestions(poc(), [read], { today: "2026-12-15", cost: { before: 26, after: 310 } })).toEqual(
      openQuestions(poc(), [], { today: "2026-12-15", cost: { before: 26, after: 310 } }),
    );
  });

  test("recommends what can be known, and marks the rest", () => {
    expect(text).toContain("  # What may it cost a month? Recommended:\n  monthlyBudget: 390\n");
    expect(text).toContain("  residency: [westeurope]\n");
    expect(text).toContain("\n    data: # drop, migrate, keep\n    destroyBy: # such as 2026-12-19\n");
    expect(text).toContain("  foundation: orders.foundation.yaml\n");
    expect(text).toContain("  reviewBy: 2027-03-15\n");
    expect(text).toContain(
      "  subscription: # open: Which subscription holds the environment? For example orders-customers.\n",
    );
    expect(text).toContain("    web:\n      image: # open: now orders/web:0.3.1\n");
    expect(text).toContain("  monthlyBudget: # open\n");
    expect(text).toMatch(/^# The Pilot's questions to orders-poc\. 8 open: /);
  });

  test("is answered by filling in what is open", () => {
    const filled = [sitting(text), sittingOf(answersFor(poc()).filter(([path]) => path[0] !== "monthlyBudget"))];
    const { config } = promote(poc(), filled as unknown as Sittings<PocConfig>, TODAY);
    expect(config.monthlyBudget).toBe(390);
  });

  test("does not recommend a budget while the cost is unknown", () => {
    expect(openQuestions(poc(), [], TODAY).map(({ path }) => path)).toContain("monthlyBudget");
  });
});

test("a forecast is a whole Pilot of examples, and decides nothing", () => {
  const forecast = forecastConfig(withAnswers(poc(), [], TODAY)) as PilotConfig;
  expect(forecast.services["web"]?.image).toBe(`orders/web@${digest("0")}`);
  expect(forecast.promotion.by).toBe("ada@orders.example");
});

test("what is written reads back as it was", () => {
  const { config } = promote(poc(), contract(), TODAY);
  const odd = { ...config, releases: { revisions: "single", rollback: "no: #1, 'two' \"three\" [x]\nnext line" } };
  for (const one of [config, odd]) expect(parseYaml(writeYaml(one), "x.yaml").value).toEqual(one);
  expect(writeYaml(config)).toContain("\nresidency: [westeurope]\n");
  expect(writeYaml(config)).toContain("\ncreated: 2026-12-16\n");
});

test("the types let no config through without its answers", () => {
  const config = poc();
  // @ts-expect-error a gate needs at least one sitting
  const nobody = () => promote(config, [], TODAY);
  // @ts-expect-error a Pilot cannot be promoted by this version
  const further = () => promote({} as PilotConfig, [sitting(ANSWERS_YAML)], TODAY);
  // @ts-expect-error a Pilot is more than a POC with another stage
  const relabelled: PilotConfig = { ...config, stage: "pilot" };
  // @ts-expect-error answers are a part of the Pilot's config
  const wrong: Sitting<PilotConfig>["answers"] = { subscription: 7 };
  const { config: pilot } = promote(config, contract(), TODAY);
  const subscription: string = pilot.subscription;
  expect([nobody, further, relabelled, wrong, subscription]).toHaveLength(5);
  expect(nobody).toThrow();
  expect(further).toThrow();
});
