import type { CustomerPromise } from "../../src/config/promise";
import { judgePromise } from "../../src/promise/judge";
import type { Measured, PromiseLineName, PromiseVerdict } from "../../src/promise/promise";
import { graphOf, type Shape } from "./topology";

/** A promise, a topology, and how the one line of it stands. */
type Row = readonly [
  title: string,
  promise: CustomerPromise,
  shape: Shape,
  expected: readonly [verdict: PromiseVerdict, can: string | undefined, limitedBy?: string],
  measured?: Measured,
];

const WEB_ONLY: Shape = { database: false, blobs: false };
const DATABASE = "azurerm_postgresql_flexible_server.database";
const FILES = "azurerm_storage_account.files";
const GATEWAY = "azurerm_application_gateway.entry";

function judgeOne(line: PromiseLineName, promise: CustomerPromise, shape: Shape, measured?: Measured) {
  const report = judgePromise(promise, { graph: graphOf(shape), ...(measured && { measured }) });
  const found = report.lines.filter((one) => one.line === line);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} lines ${line}`);
  return found[0];
}

function table(line: PromiseLineName, rows: readonly Row[]): void {
  const named = rows.map((row) => [row[0], row] as const);
  test.each(named)("%s", (_title, [, promise, shape, [verdict, can, limitedBy], measured]) => {
    const found = judgeOne(line, promise, shape, measured);
    expect([found.verdict, found.can, found.limitedBy]).toEqual([verdict, can, limitedBy]);
    expect(found.fix !== undefined).toBe(verdict === "not kept" || verdict === "unproven");
  });
}

const api = ["api"];

describe("availability", () => {
  table("availability", [
    ["a gateway and an app keep three nines", { availability: 99.9 }, {}, ["kept", "99.9 %"]],
    ["and not more", { availability: 99.91 }, {}, ["not kept", "99.9 %", GATEWAY]],
    [
      "stores count only for the service that uses them",
      { availability: 99.9, covers: ["web"] },
      { webUsesStores: true },
      ["not kept", "99.77 %", FILES],
    ],
    ["a private service has no entry before it", { availability: 99.8, covers: api }, {}, ["kept", "99.82 %"]],
    [
      "behind a public service it is one more thing that may be away",
      { availability: 99.8, covers: ["web", "api"] },
      {},
      ["not kept", "99.72 %", FILES],
    ],
    [
      "without a standby the database is as weak as the blobs, and can be better",
      { availability: 99.8, covers: api },
      { standby: "none" },
      ["not kept", "99.73 %", DATABASE],
    ],
    [
      "a standby in the same zone is in between",
      { availability: 99.8, covers: api },
      { standby: "SameZone", blobs: false },
      ["kept", "99.89 %"],
    ],
    [
      "a zone standby cannot be in a region without zones",
      { availability: 99.85, covers: api },
      { location: "westus", blobs: false },
      ["not kept", "99.84 %", DATABASE],
    ],
    [
      "a gateway without zones and autoscale has no commitment",
      { availability: 99 },
      { gateway: { sku: { name: "WAF_v2", tier: "WAF_v2", capacity: 2 } } },
      ["not kept", "0 %", GATEWAY],
    ],
    [
      "autoscale is enough for it",
      { availability: 99.9 },
      { gateway: { autoscale_configuration: { min_capacity: 2 } } },
      ["kept", "99.9 %"],
    ],
    [
      "an app that scales to nothing has none either",
      { availability: 99 },
      { ...WEB_ONLY, replicas: 0 },
      ["not kept", "0 %", "azurerm_container_app.web"],
    ],
    [
      "apps that take requests themselves need no entry",
      { availability: 99.95 },
      { ...WEB_ONLY, gateway: "none" },
      ["kept", "99.95 %"],
    ],
    [
      "what nothing runs cannot be promised",
      { availability: 99, covers: ["shop"] },
      {},
      ["not kept", undefined, "shop"],
    ],
    [
      "replicas that are not known yet leave it open",
      { availability: 99 },
      { ...WEB_ONLY, replicas: "${var.n}" as never },
      ["unknown", "0 %", "azurerm_container_app.web"],
    ],
  ]);
});

describe("recovery point", () => {
  const usual: CustomerPromise = { rpo: "1 hour" };
  const all: CustomerPromise = { rpo: "1 hour", disasters: ["mistake", "zone", "region"] };
  table("rpo", [
    ["point-in-time restore, zone copies and versions keep an hour", usual, {}, ["kept", "5 minutes", DATABASE]],
    ["and five minutes, not four", { rpo: "4 minutes" }, {}, ["not kept", "5 minutes", DATABASE]],
    ["only the region is not covered unless it is promised", all, {}, ["not kept", undefined, DATABASE]],
    [
      "geo backup of the database and GZRS blobs keep it, as far as is known",
      all,
      { geoBackup: true, replication: "GZRS" },
      ["unproven", "1 hour", FILES],
    ],
    [
      "geo backup loses up to an hour",
      { ...all, rpo: "30 minutes" },
      { geoBackup: true, replication: "GZRS" },
      ["not kept", "1 hour", DATABASE],
    ],
    ["without versions an overwritten blob is gone", usual, { versioning: false }, ["not kept", undefined, FILES]],
    [
      "a daily vaulted copy is the second line",
      { rpo: "1 day" },
      { versioning: false, vault: { every: "P1D", redundancy: "ZoneRedundant" } },
      ["kept", "24 hours", FILES],
    ],
    [
      "which is a day too old for an hour",
      usual,
      { versioning: false, vault: { every: "P1D", redundancy: "ZoneRedundant" } },
      ["not kept", "24 hours", FILES],
    ],
    ["blobs in one zone are lost with it", usual, { replication: "LRS" }, ["not kept", undefined, FILES]],
    [
      "unless a vault in other zones has them",
      { rpo: "1 day" },
      { replication: "LRS", vault: { every: "P1D", redundancy: "ZoneRedundant" } },
      ["kept", "24 hours", FILES],
    ],
    [
      "a vault in the same zone has them not",
      { rpo: "1 day" },
      { replication: "LRS", vault: { every: "P1D", redundancy: "LocallyRedundant" } },
      ["not kept", undefined, FILES],
    ],
    [
      "a vault with cross-region restore is half a day behind",
      { rpo: "2 days", disasters: ["region"] },
      { database: false, vault: { every: "P1D", redundancy: "GeoRedundant", crossRegion: true } },
      ["kept", "36 hours", FILES],
    ],
    [
      "a region without zones has no answer to the loss of one",
      usual,
      { location: "westus" },
      ["not kept", undefined, DATABASE],
    ],
    [
      "but to a mistake",
      { rpo: "1 hour", disasters: ["mistake"] },
      { location: "westus" },
      ["kept", "5 minutes", DATABASE],
    ],
    [
      "a database without a standby loses what its logs lack",
      usual,
      { standby: "none" },
      ["kept", "5 minutes", DATABASE],
    ],
    ["nothing is promised of queues", usual, { database: false, blobs: false, queue: true }, ["kept", "nothing"]],
    ["a drill that lost more speaks", usual, {}, ["not kept", "2 hours", "restore drill"], { loss: 120 }],
    [
      "settings that are not known leave it open",
      usual,
      { replication: "${var.replication}" },
      ["unknown", undefined, FILES],
    ],
  ]);
});

describe("recovery time", () => {
  const day: CustomerPromise = { rto: "8 hours" };
  table("rto", [
    ["a restore is an estimate until it is drilled", day, {}, ["unproven", "4 hours 30 minutes", DATABASE]],
    ["also where it is more than promised", { rto: "1 hour" }, {}, ["unproven", "4 hours 30 minutes", DATABASE]],
    ["a drill within the promise keeps it", day, {}, ["kept", "2 hours", DATABASE], { restore: 120 }],
    ["a drill that took longer breaks it", day, {}, ["not kept", "9 hours", DATABASE], { restore: 540 }],
    [
      "a standby and zone copies survive a zone",
      { rto: "10 minutes", disasters: ["zone"] },
      {},
      ["kept", "5 minutes", "environment"],
    ],
    [
      "an environment in one zone is made again",
      { rto: "8 hours", disasters: ["zone"] },
      { zoneRedundantApps: false },
      ["unproven", "2 hours 7 minutes", "azurerm_container_app_environment.apps"],
    ],
    [
      "blobs in one zone come back with nobody",
      { rto: "8 hours", disasters: ["zone"] },
      { replication: "LRS" },
      ["not kept", undefined, FILES],
    ],
    [
      "the region's loss ends it without copies elsewhere",
      { rto: "2 days", disasters: ["region"] },
      {},
      ["not kept", undefined, DATABASE],
    ],
    [
      "with them it is made again, then restored",
      { rto: "2 days", disasters: ["region"] },
      { geoBackup: true, replication: "GZRS" },
      ["unproven", "6 hours 35 minutes", DATABASE],
    ],
    [
      "without stores a mistake is undone by a release",
      { rto: "1 hour", disasters: ["mistake"] },
      WEB_ONLY,
      ["unproven", "30 minutes", "environment"],
    ],
  ]);
});

describe("planned downtime", () => {
  const sunday: CustomerPromise = { plannedDowntime: "Sundays 02:00-04:00 UTC" };
  table("plannedDowntime", [
    [
      "maintenance inside the window keeps it",
      sunday,
      { maintenance: { day_of_week: 0, start_hour: 3 } },
      ["kept", undefined],
    ],
    [
      "the last hour must fit",
      sunday,
      { maintenance: { day_of_week: 0, start_hour: 3, start_minute: 30 } },
      ["not kept", undefined, DATABASE],
    ],
    [
      "another day breaks it",
      sunday,
      { maintenance: { day_of_week: 1, start_hour: 3 } },
      ["not kept", undefined, DATABASE],
    ],
    ["an hour that Azure picks is not promised", sunday, {}, ["unproven", undefined, DATABASE]],
    [
      "local time counts",
      { plannedDowntime: "Sundays 00:30-02:30 CET" },
      { maintenance: { day_of_week: 6, start_hour: 23, start_minute: 45 } },
      ["kept", undefined],
    ],
    ["free words are for people", { plannedDowntime: "at night" }, {}, ["unproven", undefined]],
    ...["none", "None.", "no planned downtime", "never", "zero downtime", "0 minutes", "0"].map(
      (plannedDowntime) =>
        [
          `a database is maintained, so that ${plannedDowntime} is not kept`,
          { plannedDowntime },
          { maintenance: { day_of_week: 0, start_hour: 3 } },
          ["not kept", undefined, DATABASE],
        ] as Row,
    ),
    ["none is kept without a database", { plannedDowntime: "none" }, WEB_ONLY, ["kept", undefined]],
    ["none but a window is for people", { plannedDowntime: "none in December" }, {}, ["unproven", undefined]],
    ["nothing is maintained without a database", sunday, WEB_ONLY, ["kept", undefined]],
  ]);
});
