import { parseYaml } from "../../src/config/parse";
import { renderAnswersFile } from "../../src/promotion/answers-file";
import { gateAbove } from "../../src/promotion/gate";
import { openQuestions, promote, withAnswers } from "../../src/promotion/promote";
import type { Sitting } from "../../src/promotion/sitting";
import { pilotConfig } from "../support/pilot";
import { changed, preProductionConfig } from "../support/pre-production";
import { PRODUCTION_GATE } from "./gates";

const { today, cost } = PRODUCTION_GATE;
const sitting = (text: string) => parseYaml(text, "answers.yaml").value as Sitting<never>;
const answered = (...more: readonly string[]) =>
  [
    sitting(PRODUCTION_GATE.answers.replace("answers:\n", `answers:\n${more.map((one) => `  ${one}\n`).join("")}`)),
  ] as const;
const open = (...sittings: readonly Sitting<never>[]) =>
  openQuestions(preProductionConfig(), sittings, { today, cost });

describe("the questions of the Production", () => {
  test("come from the schema, and five are left to the company", () => {
    expect(gateAbove("pre-production")?.questions.map(({ pattern }) => pattern.join("."))).toEqual([
      "monthlyBudget",
      "subscription",
      "network",
      "previous",
      "reviewBy",
      "entry",
      "recovery",
      "promise",
      "risks",
      "services.*.image",
      "stores.*.migrations",
    ]);
    expect(open().map(({ path }) => path)).toEqual(["subscription", "entry", "promise", "risks", "why.monthlyBudget"]);
  });

  test("are at most ten also where the cost is unknown, and the budget with it", () => {
    const paths = openQuestions(preProductionConfig(), [], { today }).map(({ path }) => path);
    expect(paths).toContain("monthlyBudget");
    expect(paths.length).toBeLessThanOrEqual(10);
  });

  test("name what a promise does not say", () => {
    const partly = sitting(
      PRODUCTION_GATE.answers
        .replace(/ {4}rto:.*\n/, "")
        .replace("customers: status page https://status.orders.example", "customers:"),
    );
    expect(open(partly).map(({ path, missing }) => [path, missing])).toEqual([
      ["promise", ["promise.rto", "promise.customers"]],
    ]);
  });

  test("recommend what follows from the Pre-Production", () => {
    const unanswered = withAnswers(preProductionConfig(), [], { today, cost });
    const head = { environment: "orders-pre-production", by: "ada@orders.example", decided: today, cost: "" };
    const text = renderAnswersFile(unanswered, head);
    expect(text).toMatch(/^# The Production's questions to orders-pre-production\. 5 open: /);
    expect(text).toContain("\n  network: 10.30.4.0/22\n");
    expect(text).toContain("\n  previous: { data: keep }\n");
    expect(text).toContain(`\n  recovery: { path: ${preProductionConfig().recovery.path}, geoBackup: none }\n`);
    expect(text).toContain(" Now orders-preproduction, for example orders-production.\n");
    expect(text).toContain("\n    host: # such as app.orders.example\n");
    expect(text).toContain(", accepted: 2027-06-02}].");
    expect(open(sitting(text))).toEqual(open());
  });

  test("recommend the way back that the Pre-Production proved, also where it says more than the usual", () => {
    const own = changed((config) => Object.assign(config.recovery, { path: "run our own tool twice" }));
    expect(promote(own, answered(), { today, cost }).config.recovery.path).toBe("run our own tool twice");
  });

  test("ask for what would be recommended and is taken", () => {
    const neighbour = { ...pilotConfig(), network: "10.30.4.0/22" };
    const asked = openQuestions(preProductionConfig(), [], { today, cost, others: [neighbour] });
    expect(asked.map(({ path }) => path)).toEqual([
      "subscription",
      "network",
      "entry",
      "promise",
      "risks",
      "why.monthlyBudget",
    ]);
  });

  test("recommend copies in the paired region where residency allows them", () => {
    const both = changed((config) => Object.assign(config, { residency: ["westeurope", "northeurope"] }));
    const { config } = promote(both, answered(), { today, cost });
    expect(config.recovery.geoBackup).toBe("paired-region");
  });
});

describe("the Production of a Pre-Production", () => {
  const { config, ledger, hardened, warnings } = promote(preProductionConfig(), answered(), { today, cost });
  const paths = (disposition: string, from = ledger) =>
    from.filter((one) => one.disposition === disposition).map(({ path }) => path);
  const tops = (disposition: string) => [...new Set(paths(disposition).map((path) => path.split(/[.[]/)[0]))].sort();

  test("carries everything that was proved before it", () => {
    const { access, change, decisions, egress, externals, incidents, services, stores, supply, vpn } =
      preProductionConfig();
    expect(config).toMatchObject({
      access,
      change,
      decisions,
      egress,
      externals,
      incidents,
      services,
      stores,
      supply,
      vpn,
    });
    expect(tops("carry")).toEqual(
      [
        ...["workload", "location", "owner", "logging", "residency", "support", "privacy", "foundation", "releases"],
        ...["access", "change", "decisions", "egress", "externals", "incidents", "services", "stores", "supply", "vpn"],
        ...["entry", "recovery"],
      ].sort(),
    );
    expect(config.recovery.path).toBe(preProductionConfig().recovery.path);
  });

  test("is asked for what only it has, and hardened nowhere else", () => {
    expect(tops("harden")).toEqual(
      [
        ...["stage", "monthlyBudget", "subscription", "network", "previous", "reviewBy", "promotion"],
        ...["entry", "recovery", "promise", "risks"],
      ].sort(),
    );
    expect(paths("harden").filter((path) => /^(entry|recovery)\b/.test(path))).toEqual([
      "entry.host",
      'entry.routes."/admin"',
      "recovery.geoBackup",
    ]);
  });

  test("says why a setting that it could have is not there", () => {
    const why = (path: string) => ledger.find((one) => one.path === path)?.why;
    expect(why("previous.destroyBy")).toBe("the recommendation has none");
    expect(why('entry.routes."admin.orders.example/"')).toBe("the answer has none");
    expect(why("recovery.recreateEvery")).toBe("a Production has no such setting");
  });

  test("leaves behind how the Pilot's data came, and the schedule of recreation", () => {
    expect(paths("drop")).toEqual([
      "previous.destroyBy",
      "previous.migration.owner",
      "previous.migration.date",
      "previous.migration.runbook",
      'entry.routes."admin.orders.example/"',
      "recovery.recreateEvery",
    ]);
  });

  test("is a new environment beside the Pre-Production, which stays", () => {
    expect(config).toMatchObject({ created: "2027-06-01", generation: 1, previous: { data: "keep" } });
    expect(paths("recreate")).toEqual(["created", "generation"]);
    expect(paths("migrate")).toEqual([]);
  });

  test("comes with what the stance demands beyond the Pre-Production's", () => {
    expect(hardened.map(({ subject, before, after }) => `${subject}: ${before} → ${after}`)).toEqual(
      expect.arrayContaining([
        "replicas that stay up: 1 → 2",
        "apps over several zones: off → on",
        "standby of the database: off → on",
        "point-in-time restore of the database: 14 days → 35 days",
        "copies of stored blobs: LRS → ZRS",
        "logs are kept: 180 days → 365 days",
        "audit logs are exported to a store that outlives the environment: off → on",
      ]),
    );
    expect(warnings).toEqual([]);
  });

  test("raises what lies below its stance, and lowers nothing", () => {
    const below = changed(({ logging, services, stores }) => {
      Object.assign(logging, { retentionDays: 180 });
      Object.assign(services.web, { scale: { min: 1, max: 9 } });
      Object.assign(services.api, { scale: { min: 4, max: 9 } });
      Object.assign(stores.database, { backupDays: 14 });
      Object.assign(stores.files, { softDeleteDays: 14 });
    });
    const { ledger: lines } = promote(below, answered(), { today, cost });
    const raised = ({ path, from, to, why }: (typeof lines)[number]) => `${path}: ${from} → ${to}, ${why}`;
    const inside = /^(logging|services|stores)\b/;
    expect(lines.filter(({ path, disposition }) => inside.test(path) && disposition === "harden").map(raised)).toEqual([
      "logging.retentionDays: 180 → 365, a Production keeps logs for 365 days or more",
      "services.web.scale.min: 1 → 2, a Production keeps 2 replicas up",
      "stores.database.backupDays: 14 → 35, a Production keeps backups for 35 days or more",
      "stores.files.softDeleteDays: 14 → 30, a Production can recover deleted blobs for 30 days or more",
    ]);
    expect(lines.find(({ path }) => path === "services.api.scale.min")).toMatchObject({ disposition: "carry", to: 4 });
  });

  test("lets a new release through the gate with it", () => {
    const image = `orders/web@sha256:${"a".repeat(64)}`;
    const later = promote(preProductionConfig(), answered(`services: { web: { image: "${image}" } }`), { today, cost });
    expect(later.config.services["web"]?.image).toBe(image);
  });
});
