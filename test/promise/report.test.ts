import { readFileSync } from "node:fs";
import { join } from "node:path";
import { price } from "../../src/azure/prices";
import { parseToday } from "../../src/config/day";
import type { CustomerPromise } from "../../src/config/promise";
import type { EvidenceEntry } from "../../src/evidence/entry";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import { judgePromise } from "../../src/promise/judge";
import { measuredIn } from "../../src/promise/measured";
import { stackJson } from "../policy/near-miss";
import { graphOf, resourcesOf, type Shape } from "./topology";

function line(promise: CustomerPromise, shape: Shape) {
  const [found] = judgePromise(promise, { graph: graphOf(shape) }).lines;
  if (!found) throw new Error("no line");
  return found;
}

describe("what would fix it", () => {
  const covers = ["api"];
  const second = price("postgres-d2ds-v5").monthly + 64 * price("postgres-storage").monthly;

  test("a standby costs the server again, at list price", () => {
    const { fix } = line({ availability: 99.8, covers }, { standby: "none" });
    expect(fix?.monthly).toBeCloseTo(second, 6);
    expect(fix?.says).toBe(
      `Set high_availability { mode = "ZoneRedundant" } on azurerm_postgresql_flexible_server.database, for about ${Math.round(second)} USD a month more.`,
    );
  });

  test("a standby that moves to another zone costs nothing", () => {
    const { fix } = line({ availability: 99.92, covers }, { standby: "SameZone", blobs: false });
    expect(fix).toEqual({
      says: 'Set high_availability { mode = "ZoneRedundant" } on azurerm_postgresql_flexible_server.database, at no extra cost.',
      monthly: 0,
    });
  });

  test("a burstable size must become another first", () => {
    const { fix } = line({ availability: 99.8, covers }, { standby: "none", sku: "B_Standard_B2s" });
    expect(fix?.says).toContain("a burstable size has no standby");
    expect(fix?.monthly).toBeUndefined();
  });

  test("several changes are added up, the one that helps most first", () => {
    const shape: Shape = { standby: "none", webUsesStores: true, gateway: { zones: ["1"] } };
    const { fix } = line({ availability: 99.75 }, shape);
    expect(fix?.says.match(/azurerm_\w+\.\w+/g)).toEqual([
      "azurerm_application_gateway.entry",
      "azurerm_postgresql_flexible_server.database",
    ]);
    expect(fix?.monthly).toBeCloseTo(second, 6);
  });

  test("beyond what one region gives there is only a second, or another promise", () => {
    const { fix } = line({ availability: 99.99 }, { database: false, blobs: false });
    expect(fix?.says).toMatch(
      /^No setting in one region gives more than 99\.9 %: promise that or less, let promise\.covers name fewer services, or add a second region \(Scale, active-active\), about \d+ USD a month more\.$/,
    );
    expect(fix?.monthly).toBeGreaterThan(price("application-gateway-waf").monthly);
  });

  test("copies in other zones are priced by the GB, copies elsewhere by the storage that the server has", () => {
    expect(line({ rpo: "1 hour" }, { replication: "LRS" }).fix?.says).toBe(
      "Set account_replication_type of azurerm_storage_account.files to ZRS, which makes a new account; it costs 0.004 USD per GB and month more.",
    );
    expect(line({ rpo: "1 hour", disasters: ["region"] }, { blobs: false }).fix).toEqual({
      says: "Set geo_redundant_backup_enabled on azurerm_postgresql_flexible_server.database (recovery.geoBackup: paired-region), which makes a new server, where residency allows it, for about 7 USD a month more.",
      monthly: 7,
    });
  });
});

describe("what is left out is said, with the reason", () => {
  const leftOut = (shape: Shape, promise: CustomerPromise = { availability: 99 }) =>
    Object.fromEntries(
      judgePromise(promise, { graph: graphOf(shape), config: { residency: ["westeurope"] } }).leftOut.map((one) => [
        one.what,
        one.why,
      ]),
    );

  test("parts that requests do not need", () => {
    expect(Object.keys(leftOut({}))).toEqual([
      "Key Vault (99.99 %)",
      "Entra ID",
      "calls between services",
      "the product itself",
      "loss of the region",
    ]);
  });

  test("queues, which nothing backs up", () => {
    expect(leftOut({ queue: true })["azurerm_storage_queue.mail"]).toContain("nothing backs up messages");
  });

  test("the region's loss, unless it is promised for", () => {
    expect(leftOut({})["loss of the region"]).toContain("residency allows westeurope only");
    expect(leftOut({ geoBackup: true, replication: "GZRS" })["loss of the region"]).toContain("promise.disasters");
    expect(leftOut({}, { rpo: "1 hour", disasters: ["region"] })["loss of the region"]).toBeUndefined();
  });

  test("a firewall that requests pass is not left out", () => {
    const more = {
      "azurerm_firewall.wall": { name: "afw", location: "westeurope", zones: ["1", "2"] },
      "azurerm_firewall_policy_rule_collection_group.in": {
        name: "in",
        nat_rule_collection: [{ name: "web", rule: [{ name: "https" }] }],
      },
    };
    expect(Object.keys(leftOut({ more }))).not.toContain("firewall (99.95 %, over zones 99.99 %)");
    const onlyOut = { "azurerm_firewall.wall": more["azurerm_firewall.wall"] };
    expect(Object.keys(leftOut({ more: onlyOut }))).toContain("firewall (99.95 %, over zones 99.99 %)");
  });
});

describe("who uses which store", () => {
  const covers = ["web"];
  const steps = (more: Record<string, JsonObject>, changes: Shape = {}) => {
    const resources = { ...resourcesOf({ ...changes, privateLink: false }), ...more };
    const graph = buildGraph([{ kind: "synth", name: "one", json: stackJson(resources) }]);
    return judgePromise({ availability: 99, covers }, { graph }).lines[0]?.steps[0];
  };

  test("is seen in a setting that refers to the server", () => {
    const web = {
      ...resourcesOf()["azurerm_container_app.web"],
      template: {
        min_replicas: 2,
        container: [
          { name: "web", env: [{ name: "DB", value: "${azurerm_postgresql_flexible_server.database.fqdn}" }] },
        ],
      },
    };
    expect(steps({ "azurerm_container_app.web": web })).toContain("PostgreSQL");
  });

  test("and in a role on the account, or on something in it", () => {
    const identity = { "azurerm_user_assigned_identity.web": { name: "id-web", resource_group_name: "rg-orders" } };
    const web = {
      ...resourcesOf()["azurerm_container_app.web"],
      identity: { type: "UserAssigned", identity_ids: ["${azurerm_user_assigned_identity.web.id}"] },
    };
    const role = {
      scope: "${azurerm_storage_container.files.id}",
      principal_id: "${azurerm_user_assigned_identity.web.principal_id}",
    };
    const found = steps({ ...identity, "azurerm_container_app.web": web, "azurerm_role_assignment.files": role });
    expect(found).toContain("Blob and queue storage");
    expect(found).not.toContain("PostgreSQL");
  });

  test("a store that nobody is seen to use counts for everybody; one that only another service uses does not", () => {
    expect(steps({})).not.toContain("PostgreSQL");
    const quiet = { ...resourcesOf()["azurerm_container_app.api"], template: { container: [{ name: "api" }] } };
    expect(steps({ "azurerm_container_app.api": quiet })).toContain("PostgreSQL");
  });

  test("an account for logs that nobody can change is no part of the product", () => {
    const policy = { state: "Unlocked", period_since_creation_in_days: 365 };
    const kept = { name: "stlogs", location: "westeurope", immutability_policy: policy };
    expect(steps({ "azurerm_storage_account.logs": kept })).not.toContain("storage");
    const files = { name: "files", storage_account_name: "stlogs" };
    expect(steps({ "azurerm_storage_account.logs": kept, "azurerm_storage_container.files": files })).toContain(
      "storage",
    );
  });
});

describe("what drills measured", () => {
  const entry = (fact: string, date: string, measured: unknown, generation = 2): EvidenceEntry => ({
    fact,
    env: "orders-production",
    generation,
    by: "ada@orders.example",
    date,
    link: "https://wiki.orders.example/drill",
    measured,
  });
  const today = parseToday("2027-06-10");

  test("the newest that counts speaks, in minutes", () => {
    const own = [
      entry("restore-drilled", "2027-04-01", { rto: "5 hours", rpo: "1 hour" }),
      entry("restore-drilled", "2027-05-01", { rto: "2 hours", rpo: 4 }),
      entry("recreation-drilled", "2027-02-01", { recreated: "1:10" }),
    ];
    expect(measuredIn(own, 2, today)).toEqual({ restore: 120, loss: 4, recreation: 70 });
  });

  test("a planned and a forced failover are told apart, the newest of each", () => {
    const own = [
      entry("failover-drilled", "2027-03-01", { kind: "forced", rto: "50 minutes", rpo: "2 minutes" }),
      entry("failover-drilled", "2027-05-01", { kind: "forced", rto: "40 minutes", rpo: 3 }),
      entry("failover-drilled", "2027-06-01", { kind: "planned", rto: "25 minutes" }),
      entry("failover-drilled", "2027-06-02", { rto: "1 minute" }),
    ];
    expect(measuredIn(own, 2, today)).toEqual({ failover: { planned: { rto: 25 }, forced: { rto: 40, rpo: 3 } } });
  });

  test("nothing of another generation, too old, later than today or not timed", () => {
    const own = [
      entry("restore-drilled", "2027-05-01", { rto: "2 hours" }, 1),
      entry("restore-drilled", "2027-01-01", { rto: "2 hours" }),
      entry("recreation-drilled", "2027-06-11", { recreated: "1:10" }),
      entry("recreation-drilled", "2027-06-01", "fast"),
    ];
    expect(measuredIn(own, 2, today)).toEqual({});
  });
});

describe("a real plan", () => {
  const plan = (name: string) => {
    const path = join(__dirname, "..", "policy", "fixtures", `orders-pilot-${name}.plan.json`);
    return { kind: "plan" as const, name, json: JSON.parse(readFileSync(path, "utf8")) as JsonObject };
  };
  const graph = buildGraph([plan("platform"), plan("services")]);

  test("is judged like synthesized stacks, without a config", () => {
    const promise: CustomerPromise = { availability: 99.9, rpo: "1 hour", rto: "8 hours" };
    const { lines } = judgePromise(promise, { graph });
    expect(lines.map(({ line: name, verdict, limitedBy }) => [name, verdict, limitedBy])).toEqual([
      ["availability", "kept", undefined],
      ["rpo", "not kept", "azurerm_storage_account.storage"],
      ["rto", "not kept", "azurerm_storage_account.storage"],
    ]);
  });
});
