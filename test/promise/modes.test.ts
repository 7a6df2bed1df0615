import type { CustomerPromise } from "../../src/config/promise";
import type { ScaleMode } from "../../src/config/scale-mode";
import { monthlyFloor } from "../../src/cost/floor";
import type { SynthesizedStack } from "../../src/plan/terraform-json";
import { judgePromise } from "../../src/promise/judge";
import { modeChoices, modesThatKeep } from "../../src/promise/modes";
import type { Measured, PromiseLine, PromiseLineName, PromiseVerdict } from "../../src/promise/promise";
import { modeRows } from "../../src/promise/render-modes";
import { renderPromise } from "../../src/promise/render-promise";
import { HOME, type Scale, SECOND, scaleGraph, scaleOf } from "./two-regions";

/** A mode, a promise, what differs, and how the one line of it stands. */
type Row = readonly [
  title: string,
  mode: ScaleMode,
  promise: CustomerPromise,
  shape: Scale,
  expected: readonly [verdict: PromiseVerdict, can: string | undefined, limitedBy?: string],
  measured?: Measured,
];

const DATABASE = "azurerm_postgresql_flexible_server.database";
const FILES = "azurerm_storage_account.files_weu";
const WEB = "orders-production-services/azurerm_container_app.web";
const EDGE = "azurerm_cdn_frontdoor_profile.edge";
const LAG = "azurerm_monitor_metric_alert.lag";
const REGION = { disasters: ["region"] } as const;
const NO_STORES: Scale = { database: false, blobs: false };
const ONLY_DATABASE: Scale = { blobs: false };

function judgeOne(line: PromiseLineName, promise: CustomerPromise, shape: Scale, measured?: Measured): PromiseLine {
  const { lines } = judgePromise(promise, scaleOf(shape, measured));
  const found = lines.filter((one) => one.line === line);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} lines ${line}`);
  return found[0];
}

function table(line: PromiseLineName, rows: readonly Row[]): void {
  const named = rows.map((row) => [`${row[1]}: ${row[0]}`, row] as const);
  test.each(named)("%s", (_title, [, mode, promise, shape, [verdict, can, limitedBy], measured]) => {
    const found = judgeOne(line, promise, { ...shape, mode }, measured);
    expect([found.verdict, found.can, found.limitedBy]).toEqual([verdict, can, limitedBy]);
    expect(found.fix !== undefined).toBe(verdict === "not kept" || verdict === "unproven");
  });
}

describe("time after the loss of the region", () => {
  const hour: CustomerPromise = { rto: "1 hour", ...REGION };
  const drill = (forced: number, more: Measured = {}): Measured => ({ ...more, failover: { forced: { rto: forced } } });
  table("rto", [
    [
      "what has to be made first takes longer than an hour",
      "cold-standby",
      hour,
      {},
      ["not kept", "2 hours 20 minutes", SECOND],
    ],
    [
      "and less than three",
      "cold-standby",
      { rto: "3 hours", ...REGION },
      {},
      ["unproven", "2 hours 20 minutes", SECOND],
    ],
    ["people lead callers to what stands", "warm-standby", hour, {}, ["unproven", "55 minutes", SECOND]],
    [
      "which takes longer than half an hour",
      "warm-standby",
      { rto: "30 minutes", ...REGION },
      {},
      ["not kept", "55 minutes", SECOND],
    ],
    [
      "callers come by themselves, writers by people",
      "hot-failover",
      { rto: "30 minutes", ...REGION },
      {},
      ["unproven", "30 minutes", SECOND],
    ],
    ["and not sooner", "hot-failover", { rto: "29 minutes", ...REGION }, {}, ["not kept", "30 minutes", SECOND]],
    [
      "two regions have one writer, too",
      "active-active",
      { rto: "29 minutes", ...REGION },
      {},
      ["not kept", "30 minutes", SECOND],
    ],
    [
      "without data the probes decide",
      "active-active",
      { rto: "5 minutes", ...REGION },
      NO_STORES,
      ["unproven", "2 minutes", EDGE],
    ],
    [
      "without data the probes decide",
      "hot-failover",
      { rto: "5 minutes", ...REGION },
      NO_STORES,
      ["unproven", "2 minutes", EDGE],
    ],
    [
      "without data people still lead callers there",
      "warm-standby",
      hour,
      NO_STORES,
      ["unproven", "40 minutes", SECOND],
    ],
    [
      "a second region without secrets waits for people",
      "warm-standby",
      hour,
      { vault: false },
      ["not kept", "1 hour 55 minutes", SECOND],
    ],
    ["and without images", "warm-standby", hour, { images: false }, ["not kept", "1 hour 55 minutes", SECOND]],
    [
      "a store without a copy comes back with nobody",
      "hot-failover",
      hour,
      { replica: "none" },
      ["not kept", undefined, DATABASE],
    ],
    [
      "or from a backup elsewhere, after the region",
      "hot-failover",
      hour,
      { replica: "none", geoBackup: true },
      ["unproven", "4 hours 50 minutes", DATABASE],
    ],
    [
      "a forced drill within the promise keeps it",
      "warm-standby",
      hour,
      {},
      ["kept", "40 minutes", "failover drill"],
      drill(40),
    ],
    [
      "a forced drill beyond it does not",
      "hot-failover",
      hour,
      {},
      ["not kept", "1 hour 10 minutes", "failover drill"],
      drill(70),
    ],
    [
      "a planned switch proves nothing of a loss",
      "warm-standby",
      hour,
      {},
      ["unproven", "55 minutes", SECOND],
      { failover: { planned: { rto: 20 } } },
    ],
    [
      "but one that took longer does",
      "warm-standby",
      hour,
      {},
      ["not kept", "1 hour 30 minutes", "failover drill"],
      { failover: { planned: { rto: 90 } } },
    ],
    [
      "a mistake is restored as in one region",
      "hot-failover",
      { rto: "8 hours", disasters: ["mistake"] },
      {},
      ["unproven", "4 hours 30 minutes", DATABASE],
    ],
    [
      "a zone is survived as in one region",
      "cold-standby",
      { rto: "10 minutes", disasters: ["zone"] },
      {},
      ["kept", "5 minutes", "environment"],
    ],
    [
      "a zone of the second region takes nothing",
      "hot-failover",
      { rto: "10 minutes", disasters: ["zone"] },
      { secondZones: false },
      ["kept", "5 minutes", "environment"],
    ],
  ]);
});

describe("data that the loss of the region takes", () => {
  const quarter: CustomerPromise = { rpo: "15 minutes", ...REGION };
  const lost = (minutes: number): Measured => ({ failover: { forced: { rpo: minutes } } });
  table("rpo", [
    ["an alert bounds what the replica lacks", "cold-standby", quarter, ONLY_DATABASE, ["kept", "5 minutes", DATABASE]],
    ["whatever else stands", "active-active", quarter, ONLY_DATABASE, ["kept", "5 minutes", DATABASE]],
    [
      "an alert above the promise does not keep it",
      "warm-standby",
      quarter,
      { ...ONLY_DATABASE, lagAlert: 901 },
      ["not kept", "16 minutes", DATABASE],
    ],
    [
      "without an alert nothing bounds it",
      "warm-standby",
      quarter,
      { ...ONLY_DATABASE, lagAlert: undefined },
      ["unproven", undefined, DATABASE],
    ],
    [
      "an alert that is off bounds nothing",
      "warm-standby",
      quarter,
      { ...ONLY_DATABASE, alert: { enabled: false } },
      ["unproven", undefined, DATABASE],
    ],
    [
      "nor does one that tells nobody",
      "warm-standby",
      quarter,
      { ...ONLY_DATABASE, alert: { action: [] } },
      ["unproven", undefined, DATABASE],
    ],
    [
      "a threshold that is not known yet leaves it open",
      "warm-standby",
      quarter,
      { ...ONLY_DATABASE, lagAlert: "${var.lag}" },
      ["unknown", undefined, DATABASE],
    ],
    ["nobody publishes when a blob is copied", "hot-failover", quarter, {}, ["unproven", undefined, FILES]],
    [
      "a forced drill shows it, beside the alert",
      "hot-failover",
      quarter,
      {},
      ["kept", "5 minutes", DATABASE],
      lost(3),
    ],
    [
      "a drill that lost more breaks it",
      "hot-failover",
      quarter,
      {},
      ["not kept", "20 minutes", "failover drill"],
      lost(20),
    ],
    [
      "a rule that copies new blobs only leaves the old behind",
      "hot-failover",
      quarter,
      { rule: { copy_blobs_created_after: "OnlyNewObjects" } },
      ["not kept", undefined, FILES],
    ],
    [
      "so does one for another container",
      "hot-failover",
      quarter,
      { rule: { source_container_name: "others" } },
      ["not kept", undefined, FILES],
    ],
    [
      "so does one for some names",
      "hot-failover",
      quarter,
      { rule: { filter_out_blobs_with_prefix: ["a"] } },
      ["not kept", undefined, FILES],
    ],
    [
      "a replica in the same region is no copy elsewhere",
      "warm-standby",
      quarter,
      { ...ONLY_DATABASE, replica: { location: HOME } },
      ["not kept", undefined, DATABASE],
    ],
    [
      "a server made from a moment of another is none",
      "warm-standby",
      quarter,
      { ...ONLY_DATABASE, replica: { create_mode: "PointInTimeRestore" } },
      ["not kept", undefined, DATABASE],
    ],
    [
      "what is in a queue is lost",
      "active-active",
      quarter,
      { ...ONLY_DATABASE, queue: true },
      ["not kept", undefined, "azurerm_storage_queue.mail_weu"],
    ],
    [
      "a queue goes along with a whole account",
      "warm-standby",
      quarter,
      { ...NO_STORES, queue: true, replication: "GZRS" },
      ["kept", "nothing"],
    ],
  ]);

  test("a queue whose loss somebody accepted, by its name, is left out", () => {
    const topology = scaleOf({ ...NO_STORES, queue: true });
    const judged = (risk: string) => {
      const risks = [{ risk, class: "data", owner: "ada@orders.example", accepted: "2027-05-01" }];
      return judgePromise(quarter, { ...topology, config: { ...topology.config, risks } }).lines[0]?.verdict;
    };
    expect(judged("Messages in mail are lost with the region.")).toBe("kept");
    expect(judged("Mails and other messages are lost with the region.")).toBe("not kept");
  });
});

describe("availability", () => {
  const web: CustomerPromise = { availability: 99.95, covers: ["web"] };
  table("availability", [
    ["a region that waits raises nothing", "warm-standby", web, {}, ["not kept", "99.93 %", WEB]],
    ["nor does one that is asked second", "hot-failover", web, {}, ["not kept", "99.93 %", WEB]],
    ["two that answer at once do, where no database is needed", "active-active", web, {}, ["kept", "99.989 %"]],
    [
      "and not where one is",
      "active-active",
      { availability: 99.9, covers: ["web"] },
      { webUsesStores: true, blobs: false },
      ["kept", "99.92 %"],
    ],
    [
      "blobs are written in one region, and stay in the path",
      "active-active",
      web,
      { webUsesStores: true, database: false },
      ["not kept", "99.889 %", FILES],
    ],
  ]);
  test("a path has the parts of one region: no replica, no twin, no gate of the other", () => {
    const gateway = (location: string, zones: readonly string[]) => ({
      name: `agw-${location}`,
      location,
      zones: [...zones],
      sku: { name: "WAF_v2" },
      frontend_ip_configuration: { name: "public", public_ip_address_id: `\${azurerm_public_ip.${location}.id}` },
      http_listener: [{ name: "https", frontend_ip_configuration_name: "public", protocol: "Https" }],
    });
    const more = {
      "azurerm_application_gateway.home": gateway(HOME, ["1", "2", "3"]),
      "azurerm_application_gateway.second": gateway(SECOND, ["1"]),
      [`azurerm_public_ip.${HOME}`]: { name: "pip-home", location: HOME },
      [`azurerm_public_ip.${SECOND}`]: { name: "pip-second", location: SECOND },
    };
    const steps = (shape: Scale) => judgeOne("availability", web, shape).steps;
    expect(steps({ serves: false })).toEqual([
      "web: Front Door 99.99 % × Private Link 99.99 % × Container Apps 99.95 % = 99.93 %",
    ]);
    expect(steps({})).toEqual(steps({ serves: false }));
    expect(steps({ more })).toEqual([
      "web: Front Door 99.99 % × Private Link 99.99 % × Application Gateway v2 99.95 % × Container Apps 99.95 % = 99.88 %",
    ]);
  });

  test("what is promised beyond that is told how far a second region goes", () => {
    const fix = (mode: ScaleMode, shape: Scale) => judgeOne("availability", web, { ...shape, mode }).fix?.says;
    expect(fix("hot-failover", {})).toBe(
      "No setting in one region gives more than 99.93 %: promise that or less, let promise.covers name fewer services, or choose scale.mode active-active.",
    );
    expect(fix("active-active", { webUsesStores: true })).toContain(
      "a second region does not raise it, as a person makes its database the writer.",
    );
  });
});

describe("what is said", () => {
  const quick: CustomerPromise = { rto: "30 minutes", rpo: "4 minutes", ...REGION };

  test("each thing that has to happen is a line with its minutes, and with its source where there is one", () => {
    const { steps, sources } = judgeOne("rto", quick, { mode: "warm-standby" });
    expect(steps).toEqual([
      "After the loss of the region a person sees it and decides to leave: 15 minutes, a guess.",
      "After the loss of the region secrets are in azurerm_key_vault.vault_neu, if people seed it as they do the first vault.",
      "After the loss of the region images are in northeurope, where azurerm_container_registry.registry has a copy.",
      "After the loss of the region a person promotes the replica, forced; Azure publishes no time (azurerm_postgresql_flexible_server.replica): 10 minutes.",
      "After the loss of the region a person deletes the replication policy, as nothing can be written to the copy before (azurerm_storage_object_replication.files): 5 minutes.",
      "After the loss of the region a person starts the other replicas of the services: 5 minutes.",
      "After the loss of the region Front Door takes 3 to 20 minutes to spread a change: 20 minutes.",
      "After the loss of the region northeurope takes over from westeurope within 55 minutes as warm-standby (minutes: a decision 15, promotion 10, writable blobs 5, replicas 5, Front Door 20).",
    ]);
    expect(sources.map(({ url }) => url.split("/").at(-1))).toEqual([
      "concepts-read-replicas-promote",
      "object-replication-overview",
      "reliability-container-apps",
      "front-door-faq",
    ]);
  });

  test("a mode that cannot keep it is refused with the cheapest that can", () => {
    expect(judgeOne("rto", { rto: "1 hour", ...REGION }, { mode: "cold-standby" }).fix?.says).toBe(
      "Choose scale.mode warm-standby, the cheapest that keeps it, about 1738 USD a month in all. Promise rto of 2 hours 20 minutes or longer, or drill a forced failover that is quicker.",
    );
  });

  test("what no mode keeps is said, with the setting that would", () => {
    const { says, fix } = judgeOne("rpo", quick, { mode: "warm-standby" });
    expect(says).toBe(
      `After the loss of the region ${DATABASE} lacks up to 5 minutes of data: its replica azurerm_postgresql_flexible_server.replica in northeurope lags, and ${LAG} tells when it is more.`,
    );
    expect(fix?.says).toBe(`No scale.mode keeps it. Lower the threshold of ${LAG} to a third of the promised rpo.`);
  });

  test("without an alert the metric and the replica are named", () => {
    const { says, fix } = judgeOne("rpo", { rpo: "15 minutes", ...REGION }, { blobs: false, lagAlert: undefined });
    expect(says).toContain("it lags for seconds, minutes or hours, and nobody is told.");
    expect(fix?.says).toContain(
      "Set an azurerm_monitor_metric_alert on physical_replication_delay_in_seconds of azurerm_postgresql_flexible_server.replica",
    );
  });

  test("where the region is not promised, it is said that it could be", () => {
    const { leftOut } = judgePromise({ rpo: "1 hour" }, scaleOf());
    expect(leftOut.find(({ what }) => what === "loss of the region")?.why).toContain(
      "every store has a copy elsewhere",
    );
  });
});

describe("the four modes", () => {
  const promise: CustomerPromise = { availability: 99.5, rto: "1 hour", rpo: "15 minutes", ...REGION };

  test.each(["cold-standby", "warm-standby", "hot-failover", "active-active"] as const)(
    "are the same, whichever of them is asked: %s",
    (mode) => {
      expect(modeRows(modeChoices(promise, scaleOf({ mode })))).toEqual([
        ["cold-standby", "1345", "2 hours 20 minutes", "no bound", "cannot keep rto 1 hour"],
        ["warm-standby", "1738", "55 minutes, estimated", "no bound", "keeps it, not proven: rpo, rto"],
        ["hot-failover", "2103", "30 minutes, estimated", "no bound", "keeps it, not proven: rpo, rto"],
        ["active-active", "2103", "30 minutes, estimated", "no bound", "keeps it, not proven: rpo, rto"],
      ]);
    },
  );

  test("with everything applied, the floor is that of every stack", () => {
    const { stacks } = scaleGraph({ mode: "hot-failover" });
    const all = stacks.map(({ name, json }) => ({ name, json }) as SynthesizedStack);
    expect(Math.round(monthlyFloor(all).monthly)).toBe(2103);
  });

  test("those that keep it come cheapest first, and a drill speaks for the mode it was held in alone", () => {
    const keep = (measured?: Measured) =>
      modesThatKeep(promise, scaleOf({ mode: "warm-standby" }, measured)).map(({ mode }) => mode);
    expect(keep()).toEqual(["warm-standby", "hot-failover", "active-active"]);
    expect(keep({ failover: { forced: { rto: 75 } } })).toEqual(["hot-failover", "active-active"]);
  });

  test("a region that is not promised leaves the choice to the price", () => {
    const { disasters: _, ...usual } = promise;
    expect(modesThatKeep(usual, scaleOf()).map(({ mode }) => mode)).toEqual([
      "cold-standby",
      "warm-standby",
      "hot-failover",
      "active-active",
    ]);
  });

  test("stand in the report, for whoever reads it", () => {
    const topology = scaleOf();
    const text = renderPromise("orders-production", {
      ...judgePromise(promise, topology),
      modes: modeChoices(promise, topology),
    });
    expect(text).toContain("## What each mode of the second region keeps\n");
    expect(text).toContain("| cold-standby | 1345 | 2 hours 20 minutes | no bound | cannot keep rto 1 hour |");
  });

  test("there are none for a product in one region", () => {
    const { graph } = scaleOf();
    expect(modeChoices(promise, { graph, config: { location: HOME, scale: { region: HOME } } })).toEqual([]);
  });
});

describe("anybody's plan, without a config", () => {
  const judged = (shape: Scale) =>
    judgePromise({ rto: "1 hour", ...REGION }, { graph: scaleGraph(shape) }).lines[0]?.says;

  test.each([
    ["warm-standby", "warm-standby"],
    ["hot-failover", "hot-failover"],
    ["active-active", "active-active"],
    // What is written and not applied looks as if it stood, and nobody is led to it.
    ["cold-standby", "warm-standby"],
  ] as const)("origins of Front Door show the mode: %s", (mode, shown) => {
    expect(judged({ mode })).toContain(`takes over from westeurope within`);
    expect(judged({ mode })).toContain(` as ${shown} `);
  });

  test("a config that says more than stands does not count", () => {
    const { graph } = scaleOf({ mode: "warm-standby" });
    const config = { location: HOME, scale: { mode: "hot-failover", region: SECOND } };
    expect(judgePromise({ rto: "1 hour", ...REGION }, { graph, config }).lines[0]?.says).toContain(" as warm-standby ");
  });
});
