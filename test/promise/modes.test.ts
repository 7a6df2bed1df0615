import type { CustomerPromise } from "../../src/config/promise";
import type { ScaleMode } from "../../src/config/scale-mode";
import { monthlyFloor } from "../../src/cost/floor";
import type { SynthesizedStack } from "../../src/plan/terraform-json";
import { judgePromise } from "../../src/promise/judge";
import { modeChoices, modesThatKeep } from "../../src/promise/modes";
import type { Measured } from "../../src/promise/promise";
import { modeRows } from "../../src/promise/render-modes";
import { renderPromise } from "../../src/promise/render-promise";
import { judgeOne, table } from "./mode-rows";
import { HOME, type Scale, SECOND, scaleGraph, scaleOf } from "./two-regions";

const DATABASE = "azurerm_postgresql_flexible_server.database";
const FILES = "azurerm_storage_account.files_weu";
const WEB = "orders-production-services/azurerm_container_app.web";
const LAG = "azurerm_monitor_metric_alert.lag";
const REGION = { disasters: ["region"] } as const;

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
