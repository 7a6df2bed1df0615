import { resolve } from "../../src/config/resolve";
import type { Mistake } from "../support/mistakes";
import { problemsOf } from "../support/problems";
import { changed, describeMistakes, productionConfig } from "../support/production";

test("the Production of the tests is accepted as it stands", () => {
  expect(problemsOf(productionConfig())).toBe("");
});

const ELSEWHERE =
  "Nothing in it survives the loss of a datacenter. Build this stage in another region that residency allows.   (RES-01)";

describeMistakes("a region is refused", [
  [
    "that has no zones",
    (config) => Object.assign(config, { location: "westus", residency: ["westus"] }),
    `location must be a region with availability zones at this stage, got westus\n    ${ELSEWHERE}`,
  ],
  [
    "that has no zones, before anything is said of what else it lacks",
    (config) => {
      Object.assign(config, { location: "westus", residency: ["westus"] });
      Object.assign(config.recovery, { geoBackup: "paired-region" });
    },
    `location must be a region with availability zones at this stage, got westus\n    ${ELSEWHERE}`,
    "recovery.geoBackup would keep copies in eastus, which residency does not allow\n    Add eastus to residency, or answer none.   (DAT-02)",
  ],
  [
    "that does not exist, without a word about its zones",
    (config) => Object.assign(config, { location: "westeuropa" }),
    'location must be the name of an Azure region, got "westeuropa"; did you mean "westeurope"?\n    Run `az account list-locations --output table` for the names, for example westeurope.',
  ],
]);

describeMistakes("copies in the paired region are refused", [
  [
    "where residency does not allow that region",
    (config) => Object.assign(config.recovery, { geoBackup: "paired-region" }),
    "recovery.geoBackup would keep copies in northeurope, which residency does not allow\n    Add northeurope to residency, or answer none.   (DAT-02)",
  ],
  [
    "where the region has no pair",
    (config) => {
      Object.assign(config, { location: "polandcentral", residency: ["polandcentral"] });
      Object.assign(config.recovery, { geoBackup: "paired-region" });
    },
    "recovery.geoBackup must be none in polandcentral, which has no paired region, got paired-region\n    Keep copies in the zones of the region.   (DAT-02)",
  ],
  [
    "when the answer is yes",
    (config) => Object.assign(config.recovery, { geoBackup: "yes" }),
    'recovery.geoBackup must be none or paired-region, got "yes"\n    Whether copies are kept in the paired region too; residency must allow it. Cannot be changed later.',
  ],
  [
    "when nobody answered",
    (config) => Reflect.deleteProperty(config.recovery, "geoBackup"),
    "recovery.geoBackup is required\n    Write geoBackup: none or paired-region.",
  ],
]);

test("copies in the paired region are allowed where residency allows it, and not demanded", () => {
  const both = { residency: ["westeurope", "northeurope"] };
  for (const geoBackup of ["none", "paired-region"])
    expect(problemsOf(changed((config) => Object.assign(Object.assign(config, both).recovery, { geoBackup })))).toBe(
      "",
    );
});

const AS_TIME = (path: string, got: string) =>
  `promise.${path} must be a time such as "8 hours", got "${got}"\n    Write a whole number of minutes, hours or days: 90 minutes, 8 hours, 2 days.`;
const RTO = "Longest time until the service is back after a disaster.";
const RPO = "Most data, as a time, that a disaster may take.";
const COVERED = "Services: web, api, admin, reports, rates, mailer, cleanup.";

describeMistakes("a promise is refused", [
  [
    "that everything is always there",
    (config) => Object.assign(config.promise, { availability: 100 }),
    "promise.availability must be a percentage between 90 and 100, such as 99.5, got 100\n    No topology is there always: 100 is not a promise.",
  ],
  [
    "that more than everything is there",
    (config) => Object.assign(config.promise, { availability: 100.5 }),
    "promise.availability must be a percentage between 90 and 100, such as 99.5, got 100.5\n    No topology is there always: 100 is not a promise.",
  ],
  [
    "whose percentage is text",
    (config) => Object.assign(config.promise, { availability: "99.9 %" }),
    'promise.availability must be a number, got "99.9 %"\n    Percent of a month that the service answers, planned downtime apart.',
  ],
  [
    "of a recovery time in words that nobody can count",
    (config) => Object.assign(config.promise, { rto: "soon" }),
    AS_TIME("rto", "soon"),
  ],
  [
    "of no recovery time at all",
    (config) => Object.assign(config.promise, { rto: "0 hours" }),
    AS_TIME("rto", "0 hours"),
  ],
  [
    "of a recovery point of a week",
    (config) => Object.assign(config.promise, { rpo: "1 week" }),
    AS_TIME("rpo", "1 week"),
  ],
  [
    "that covers a service which is misspelt",
    (config) => Object.assign(config.promise, { covers: ["web", "apii"] }),
    `promise.covers[1] names "apii", which is not a service; did you mean "api"?\n    ${COVERED}`,
  ],
  [
    "that covers what only a program knows",
    (config) => Object.assign(config.promise, { covers: ["constructor"] }),
    `promise.covers[0] names "constructor", which is not a service\n    ${COVERED}`,
  ],
  [
    "that covers nothing",
    (config) => Object.assign(config.promise, { covers: [] }),
    "promise.covers must be a list of at least 1, got an empty list\n    Services that it speaks of. Default: every public service.",
  ],
  ...["1 week", "0.5 hours", "1h"].map(
    (rto): Mistake => [
      `of a recovery time in a unit that it does not count in: ${rto}`,
      (config) => Object.assign(config.promise, { rto }),
      AS_TIME("rto", rto),
    ],
  ),
  [
    "that covers or survives one thing twice",
    (config) => Object.assign(config.promise, { covers: ["web", "api", "web"], disasters: ["zone", "zone"] }),
    'promise.covers[2] names "web" twice\n    Once is enough.',
    'promise.disasters[1] names "zone" twice\n    Once is enough.',
  ],
  [
    "for a disaster that is not computed",
    (config) => Object.assign(config.promise, { disasters: ["zone", "fire"] }),
    'promise.disasters[1] must be mistake, zone or region, got "fire"\n    Disasters that RTO and RPO are promised for. Default: mistake and zone.',
  ],
  [
    "of a latency without a percentile",
    (config) => Object.assign(config.promise, { latency: 800 }),
    "promise.latency must be a mapping, got 800\n    Write its fields below it: p95.",
  ],
  [
    "that stops after the first line",
    (config) => Object.assign(config, { promise: { availability: 99.5 } }),
    `promise.rto is required\n    ${RTO}`,
    `promise.rpo is required\n    ${RPO}`,
    "promise.support is required\n    When somebody helps.",
    "promise.plannedDowntime is required\n    When the service may be away.",
    "promise.customers is required\n    How customers are told.",
  ],
]);

test("a promise may cover workers and jobs too: customers notice when they stop", () => {
  expect(problemsOf(changed(({ promise }) => Object.assign(promise, { covers: ["web", "mailer", "cleanup"] })))).toBe(
    "",
  );
});

describeMistakes("what a Production must say is asked for", [
  [
    "the promise and the risks",
    (config) => {
      for (const part of ["promise", "risks", "previous"]) delete config[part];
    },
    "previous is required\n    What becomes of the old environment.",
    "promise is required\n    What customers are promised.",
    "risks is required\n    Risks that the company accepted.",
  ],
  [
    "at least one risk",
    (config) => Object.assign(config, { risks: [] }),
    "risks must be a list of at least 1, got an empty list\n    Risks that the company accepted.",
  ],
  [
    "of a risk, who took it, when, and what it would touch",
    (config) => Object.assign(config, { risks: [{ risk: "the bank is down", class: "money" }] }),
    "risks[0].owner is required\n    Who accepted it.",
    "risks[0].accepted is required\n    Day on which it was accepted, no later than the decision.",
    'risks[0].class must be data, customer-impact, compliance or operational-dependency, got "money"\n    What it would touch.',
  ],
]);

const TWO = "One replica is away whenever its zone, its node or its release is.   (RES-02)";
const KEPT = "Keep it longer, or leave it out for the stage's value.";

describeMistakes("what was good enough for a Pre-Production is refused", [
  [
    "one replica of a service that callers reach",
    (config) => Object.assign(config.services.web, { scale: { min: 1 } }),
    `services.web.scale.min must be at least 2 at this stage, got 1\n    ${TWO}`,
  ],
  [
    "one replica of a worker, and never more",
    (config) => Object.assign(config.services.mailer, { scale: { min: 1, max: 1 } }),
    `services.mailer.scale.min must be at least 2 at this stage, got 1\n    ${TWO}`,
    `services.mailer.scale.max must be at least 2 at this stage, got 1\n    ${TWO}`,
  ],
  [
    "what is kept for weeks",
    (config) => {
      Object.assign(config.logging, { retentionDays: 180 });
      Object.assign(config.stores.database, { backupDays: 14 });
      Object.assign(config.stores.files, { softDeleteDays: 14 });
    },
    `logging.retentionDays must be at least 365 days at this stage, got 180\n    ${KEPT}   (OBS-01)`,
    `stores.database.backupDays must be at least 35 days at this stage, got 14\n    ${KEPT}   (DAT-03)`,
    `stores.files.softDeleteDays must be at least 30 days at this stage, got 14\n    ${KEPT}   (DAT-04)`,
  ],
  [
    "a recreation on a schedule",
    (config) => Object.assign(config.recovery, { recreateEvery: "90 days" }),
    'unknown key "recreateEvery" in recovery\n    Known keys: path, geoBackup.',
  ],
]);

const NAME_THE_DAY = "Name the day, or answer keep, if the old environment stays to rehearse changes on.   (GOV-03)";

describeMistakes("what becomes of the Pre-Production is refused", [
  [
    "when it goes on no day",
    (config) => Object.assign(config, { previous: { data: "drop" } }),
    `previous.destroyBy is required with data: drop\n    ${NAME_THE_DAY}`,
  ],
  [
    "when its data moves, and nobody says how or until when",
    (config) => Object.assign(config, { previous: { data: "migrate" } }),
    "previous.data is migrate, but previous.migration does not say who moves it, when and how\n    Add migration: { owner, date, runbook }.   (GOV-03)",
    `previous.destroyBy is required with data: migrate\n    ${NAME_THE_DAY}`,
  ],
  [
    "when it goes next winter",
    (config) => Object.assign(config, { previous: { data: "drop", destroyBy: "2027-12-01" } }),
    "previous.destroyBy must be within 90 days after the decision (2027-06-01), got 2027-12-01\n    An old environment that nobody ends becomes the one that nobody watches.   (GOV-03)",
  ],
  [
    "when it was a Pilot: no gate is skipped",
    (config) => Object.assign(config.promotion, { from: "orders-pilot" }),
    "promotion.from must be an environment at pre-production, the stage below, got orders-pilot\n    Each gate opens the next stage: promote one at a time.   (GOV-03)",
  ],
]);

test("the Pre-Production may stay without a day", () => {
  expect(productionConfig().previous).toEqual({ data: "keep" });
});

test.each([
  ["Sundays 02:00-04:00 UTC", { dayOfWeek: 0, startHour: 2, startMinute: 0 }],
  ["Saturdays 22:30-23:45 UTC", { dayOfWeek: 6, startHour: 22, startMinute: 30 }],
  ["at night, when nobody orders", undefined],
])("Azure maintains databases when customers know of it: %s", (plannedDowntime, maintenance) => {
  expect(resolve(changed(({ promise }) => Object.assign(promise, { plannedDowntime }))).maintenance).toEqual(
    maintenance,
  );
});
