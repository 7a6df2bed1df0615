import type { CustomerPromise } from "../../src/config/promise";
import { judgePromise } from "../../src/promise/judge";
import type { Measured } from "../../src/promise/promise";
import { table } from "./mode-rows";
import { HOME, type Scale, SECOND, scaleOf } from "./two-regions";

const DATABASE = "azurerm_postgresql_flexible_server.database";
const FILES = "azurerm_storage_account.files_weu";
const EDGE = "azurerm_cdn_frontdoor_profile.edge";
const REGION = { disasters: ["region"] } as const;
const NO_STORES: Scale = { database: false, blobs: false };
const ONLY_DATABASE: Scale = { blobs: false };

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
