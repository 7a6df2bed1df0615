import * as fc from "fast-check";
import { loadEnvironments } from "../../src/config/load";
import { environmentName } from "../../src/config/names";
import { writerHosts } from "../../src/config/writer-hosts";
import { arbitraryRung } from "../support/arbitrary-config";
import { folderWith } from "../support/folder";
import type { Mistake } from "../support/mistakes";
import { asYaml } from "../support/poc-config";
import { preProductionConfig } from "../support/pre-production";
import { problemsOf, refusal } from "../support/problems";
import { productionConfig } from "../support/production";
import { describeMistakes, scaleConfig } from "../support/scale";

const HOSTS = writerHosts(scaleConfig(), scaleConfig().scale.region);

test.each([
  ["cold-standby", { vpnPool: undefined }],
  ["warm-standby", {}],
  ["hot-failover", {}],
  ["active-active", { writerHost: HOSTS[0] }],
  ["active-active", { writerHost: HOSTS[1] }],
])("the Scale of the tests is accepted at %s", (mode, changes) => {
  const config = scaleConfig();
  const scale = Object.entries({ ...config.scale, mode, ...changes }).filter(([, value]) => value !== undefined);
  expect(problemsOf({ ...config, scale: Object.fromEntries(scale) })).toBe("");
});

test("any Production becomes a Scale that the schema takes", () => {
  fc.assert(
    fc.property(arbitraryRung, ([before, after]) => {
      expect([problemsOf(before), problemsOf(after)]).toEqual(["", ""]);
    }),
    { numRuns: 100, seed: 20_271_001 },
  );
});

test("a Scale is the Production that it grew out of, by name", () => {
  expect(environmentName(scaleConfig())).toBe("orders-production");
});

describeMistakes("a second region is refused", [
  [
    "that is the first",
    (config) => Object.assign(config.scale, { region: "westeurope" }),
    "scale.region must be another region than location, got westeurope\n    What takes one region would take both.   (RES-04)",
  ],
  [
    "where data may not be",
    (config) => Object.assign(config, { residency: ["westeurope", "swedencentral"] }),
    "scale.region must be in residency (westeurope, swedencentral), got northeurope\n    Add northeurope to residency, if data may be there, or take another region.   (DAT-01)",
  ],
  [
    "that has no zones",
    (config) => {
      Object.assign(config.scale, { region: "ukwest" });
      config.residency.push("ukwest");
    },
    "scale.region must be a region with availability zones, got ukwest\n    What takes over is to survive the loss of a datacenter too. Take another region that residency allows.   (RES-01)",
  ],
  [
    "that does not exist, without a word about residency",
    (config) => Object.assign(config.scale, { region: "northeurop" }),
    'scale.region must be the name of an Azure region, got "northeurop"; did you mean "northeurope"?\n    Run `az account list-locations --output table` for the names, for example westeurope.',
  ],
  [
    "whose vault would get the name of the first",
    (config) => {
      Object.assign(config, { workload: "orders-and-payments", generation: 143, location: "canadacentral" });
      Object.assign(config, { residency: ["canadacentral", "austriaeast"] });
      Object.assign(config.scale, { region: "austriaeast" });
      Object.assign(config.promotion, { from: "orders-and-payments-production" });
    },
    "scale.region gives the second region the name kv-orde-prod-g143mn5b, which the first has already, got austriaeast\n    Take another region: the names are unique in the world, and are computed.   (REC-05)",
  ],
  [
    "that nobody named",
    (config) => Reflect.deleteProperty(config, "scale"),
    "scale is required\n    The second region, and why there is one.",
  ],
]);

test("a second region without a pair of its own is accepted where data may be there", () => {
  const config = scaleConfig();
  const residency = ["westeurope", "polandcentral"];
  expect(problemsOf({ ...config, residency, scale: { ...config.scale, region: "polandcentral" } })).toBe("");
});

const OWN_RANGE = "Give each region a range of its own.   (NET-11)";
const OWN_POOL = "Clients get addresses of their own, for example 192.168.220.0/24.   (NET-09)";

describeMistakes("a range of the second region is refused", [
  [
    "that is the first network",
    (config) => Object.assign(config.scale, { network: "10.40.0.0/22" }),
    `scale.network must not overlap the network 10.40.0.0/22, got 10.40.0.0/22\n    ${OWN_RANGE}`,
  ],
  [
    "that lies in the first VPN pool",
    (config) => {
      Object.assign(config.vpn, { pool: "172.16.0.0/16" });
      Object.assign(config.scale, { network: "172.16.8.0/22" });
    },
    `scale.network must not overlap the VPN pool 172.16.0.0/16, got 172.16.8.0/22\n    ${OWN_RANGE}`,
  ],
  [
    "that is too small",
    (config) => Object.assign(config.scale, { network: "10.44.0.0/25" }),
    "scale.network must be at least a /23 to hold apps, gateway, endpoints, data, AzureFirewallSubnet, AzureFirewallManagementSubnet, GatewaySubnet and resolver, got 10.44.0.0/25\n    A /22 leaves room to grow, for example 10.20.0.0/22.   (NET-03)",
  ],
  [
    "that the Internet routes",
    (config) => Object.assign(config.scale, { network: "20.44.0.0/22" }),
    "scale.network must be a private range, got 20.44.0.0/22\n    Take one inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.   (NET-03)",
  ],
  [
    "for VPN clients, inside its own network",
    (config) => Object.assign(config.scale, { vpnPool: "10.44.0.0/24" }),
    `scale.vpnPool must not overlap the network of the second region 10.44.0.0/22, got 10.44.0.0/24\n    ${OWN_POOL}`,
  ],
  [
    "for VPN clients, inside the first network",
    (config) => Object.assign(config.scale, { vpnPool: "10.40.1.0/24" }),
    `scale.vpnPool must not overlap the network 10.40.0.0/22, got 10.40.1.0/24\n    ${OWN_POOL}`,
  ],
  [
    "for VPN clients, that is the first pool",
    (config) => Object.assign(config.scale, { vpnPool: "172.20.0.0/24" }),
    `scale.vpnPool must not overlap the VPN pool 172.20.0.0/24, got 172.20.0.0/24\n    ${OWN_POOL}`,
  ],
  [
    "for VPN clients, that is larger than a gateway takes",
    (config) => Object.assign(config.scale, { vpnPool: "172.16.0.0/15" }),
    "scale.vpnPool must be between a /16 and a /26, got 172.16.0.0/15\n    A /24 serves as many clients as the gateway takes.   (NET-09)",
  ],
]);

describeMistakes("a mode is refused", [
  [
    "that is none of the four",
    (config) => Object.assign(config.scale, { mode: "warm" }),
    'scale.mode must be cold-standby, warm-standby, hot-failover or active-active, got "warm"\n    How ready the second region stands.',
  ],
  [
    "cold-standby with a VPN",
    (config) => Object.assign(config.scale, { mode: "cold-standby" }),
    'scale.vpnPool is not for mode: cold-standby, got "172.20.1.0/24"\n    Nothing of its network is there before the region is needed: remove it, or choose a mode that is.   (NET-09)',
  ],
  [
    "warm-standby without a VPN",
    (config) => Reflect.deleteProperty(config.scale, "vpnPool"),
    "scale.vpnPool is required with mode: warm-standby\n    Name the addresses that VPN clients get there, for example 172.20.1.0/24.   (NET-09)",
  ],
  [
    "active-active without a name for the database that takes writes",
    (config) => Object.assign(config.scale, { mode: "active-active" }),
    `scale.writerHost is required with mode: active-active\n    Name the server that takes writes: ${HOSTS.join(" or ")}.   (RES-04)`,
  ],
  [
    "active-active with a name that no server's certificate covers",
    (config) => Object.assign(config.scale, { mode: "active-active", writerHost: "database.orders.example" }),
    `scale.writerHost must be a server's own name, which its certificate covers, got database.orders.example\n    Name the server that takes writes: ${HOSTS.join(" or ")}. After a move it is the other one.   (RES-04)`,
  ],
  [
    "active-active with two databases, which one name cannot lead to",
    (config) => {
      Object.assign(config.scale, { mode: "active-active" });
      Object.assign(config.stores!, { ledger: structuredClone(config.stores!["database"]) });
    },
    "scale.mode: active-active is for one database at most, got database, ledger\n    One host name leads to one server: keep schemas in one database, or choose hot-failover.   (RES-04)",
  ],
  [
    "hot-failover with such a name",
    (config) => Object.assign(config.scale, { mode: "hot-failover", writerHost: "database.orders.example" }),
    'scale.writerHost is for mode: active-active, got "database.orders.example" with mode: hot-failover\n    Remove it: the apps of a region use the database of their own region.   (RES-04)',
  ],
]);

test("active-active without a database needs no name for one", () => {
  const config = scaleConfig();
  const { files } = config.stores!;
  const services = Object.entries(config.services).map(([name, { uses = [], ...service }]) => [
    name,
    { ...service, uses: uses.filter((store) => store === "files") },
  ]);
  const scale = { ...config.scale, mode: "active-active" };
  expect(problemsOf({ ...config, scale, services: Object.fromEntries(services), stores: { files } })).toBe("");
});

const UNREACHED: Mistake[1] = ({ scale: { trigger } }) => {
  trigger.usage.now = 3400;
  trigger.expectation.now = 0;
  trigger.supportLoad.now = 7;
};

describeMistakes("the numbers are refused", [
  [
    "when there are none",
    (config) => Reflect.deleteProperty(config.scale, "trigger"),
    "scale.trigger is required\n    The numbers that say that a second region is worth its cost.",
  ],
  [
    "when one is missing",
    (config) => Reflect.deleteProperty(config.scale.trigger.usage, "now"),
    "scale.trigger.usage.now is required\n    What it is on the day of the measurement.",
  ],
  [
    "when one is a word",
    (config) => Object.assign(config.scale.trigger.usage, { now: "many" }),
    'scale.trigger.usage.now must be a number, got "many"\n    What it is on the day of the measurement.',
  ],
  [
    "when one is below zero",
    (config) => Object.assign(config.scale.trigger.usage, { was: -1 }),
    "scale.trigger.usage.was must be zero or more, got -1\n    Write what was counted, without a unit.",
  ],
  [
    "when none has reached its mark",
    UNREACHED,
    "scale.trigger holds no number that has reached its mark: usage 3400 of 3500, expectation 0 of 1, supportLoad 7 of 8\n    Nothing asks for a second region yet: stay at Production until one of them does.   (RES-05)",
  ],
  [
    "when the unit would be sold at a loss",
    (config) => Object.assign(config.scale.trigger.unitCost, { after: 3.2 }),
    "scale.trigger.unitCost.after must not be above what the unit carries (3.1), got 3.2\n    Choose a cheaper mode, or stay at Production: each unit would be sold at a loss.   (RES-05)",
  ],
]);

test.each([
  ["usage", 3500],
  ["expectation", 1],
  ["supportLoad", 8],
] as const)("one number that has just reached its mark is enough: %s", (name, now) => {
  const config = scaleConfig();
  UNREACHED(config);
  expect(problemsOf(config)).not.toBe("");
  config.scale.trigger[name].now = now;
  config.scale.trigger.unitCost.after = config.scale.trigger.unitCost.carries;
  expect(problemsOf(config)).toBe("");
});

describeMistakes("a store is refused", [
  [
    "that is burstable",
    (config) => Object.assign(config.stores.database, { sku: "B_Standard_B2s" }),
    'stores.database.sku must be GP_Standard_D2ds_v5, GP_Standard_D4ds_v5 or GP_Standard_D8ds_v5, got "B_Standard_B2s"\n    Compute size. Default: the stage\'s smallest.',
  ],
  [
    "that is the eleventh of blobs",
    (config) => {
      for (let other = 2; other <= 11; other += 1) config.stores[`files-${other}`] = { ...config.stores.files };
    },
    "stores.files-11 is one of more than 10 blobs stores, which is what one policy copies to another region, got number 11\n    Keep several kinds of blobs in one store, under folders of their own.   (RES-04)",
  ],
  [
    "that is a queue, under a promise for the loss of a region, when no risk names it",
    (config) => Object.assign(config, { risks: config.risks.slice(0, 1) }),
    'risks must name mail, a queue, which has no copy in the second region: promise.disasters holds region\n    Accept it, for example "what waits in mail when the region is lost is lost with it", or promise nothing for a region.   (GOV-05)',
  ],
  [
    "that is a queue, when a risk has its name only as a part of a word",
    (config) => Object.assign(config.risks[1], { risk: "some mailing is lost" }),
    'risks must name mail, a queue, which has no copy in the second region: promise.disasters holds region\n    Accept it, for example "what waits in mail when the region is lost is lost with it", or promise nothing for a region.   (GOV-05)',
  ],
]);

test("a queue needs no risk where nothing is promised for the loss of a region", () => {
  const config = scaleConfig();
  const { disasters: _, ...promise } = config.promise;
  expect(problemsOf({ ...config, promise, risks: config.risks.slice(0, 1) })).toBe("");
});

describeMistakes("also refused is", [
  [
    "a certificate that somebody renews by hand",
    (config) => Object.assign(config.scale.edge, { certificate: "entry-certificate" }),
    'scale.edge.certificate must be managed, got "entry-certificate"\n    Who renews the certificate: Azure\'s edge does.',
  ],
  [
    "an edge of which nobody says what is worldwide",
    (config) => Reflect.deleteProperty(config.scale.edge, "worldwide"),
    "scale.edge.worldwide is required\n    What may be said of data at an edge that stands all over the world.",
  ],
  [
    "a failover that nobody carries out",
    (config) => Reflect.deleteProperty(config.scale.failover, "acts"),
    "scale.failover.acts is required\n    Who carries it out.",
  ],
  [
    "a gate that was skipped",
    (config) => Object.assign(config.promotion, { from: "orders-pre-production" }),
    "promotion.from must be an environment at production, the stage below, got orders-pre-production\n    Each gate opens the next stage: promote one at a time.   (GOV-03)",
  ],
]);

test("what became of the Pre-Production was decided a gate before, so its day may lie before this one", () => {
  expect(problemsOf({ ...scaleConfig(), previous: { data: "drop", destroyBy: "2027-07-01" } })).toBe("");
});

/** What is said of a folder with a Pre-Production and these files. */
function together(files: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries({ "orders.pre-production.yaml": preProductionConfig(), ...files });
  const folder = folderWith(Object.fromEntries(texts.map(([name, config]) => [name, asYaml(config)])));
  return refusal(() => loadEnvironments([], folder))
    .replaceAll(`${folder}/`, "")
    .replace(/^(\S+?):\d+:\d+/gm, "$1");
}

describe("in one folder", () => {
  const scale = (changes: object) => ({
    "orders.scale.yaml": { ...scaleConfig(), scale: { ...scaleConfig().scale, ...changes } },
  });

  test("a Scale stands in the place of its Production", () => {
    expect(together(scale({}))).toBe("");
  });

  test("both at once are refused, whichever is named", () => {
    const says =
      "orders.production.yaml and orders.scale.yaml both hold orders-production\n    Scale happens in place: orders.scale.yaml takes the place of orders.production.yaml. Keep one of the two.";
    const files = { "orders.production.yaml": productionConfig(), ...scale({}) };
    expect(together(files)).toBe(says);
    const folder = folderWith(
      Object.fromEntries(Object.entries(files).map(([name, config]) => [name, asYaml(config)])),
    );
    for (const name of ["orders-production", "production", "scale", `${folder}/orders.scale.yaml`])
      expect(refusal(() => loadEnvironments([name], folder)).replaceAll(`${folder}/`, "")).toBe(says);
  });

  test.each(["orders-production", "orders-scale", "scale"])("a Scale is found by %s", (name) => {
    const folder = folderWith({ "orders.scale.yaml": asYaml(scaleConfig()) });
    expect(loadEnvironments([name], folder).map(({ config }) => config.stage)).toEqual(["scale"]);
  });

  test("what is not there is told by the names of what is", () => {
    const folder = folderWith({ "orders.scale.yaml": asYaml(scaleConfig()) });
    expect(refusal(() => loadEnvironments(["production"], folder)).replaceAll(folder, "environments")).toBe(
      'no environment "production" in environments\n    Known: orders-production. orders-production is at Scale (orders.scale.yaml): call it scale or orders-production.',
    );
    expect(refusal(() => loadEnvironments(["prod"], folder)).replaceAll(folder, "environments")).toBe(
      'no environment "prod" in environments\n    Known: orders-production.',
    );
  });

  test("the second network overlaps none of another environment", () => {
    expect(together(scale({ network: "10.30.0.0/22" }))).toBe(
      "orders.scale.yaml  scale.network must not overlap the network of orders-pre-production (10.30.0.0/22), got 10.30.0.0/22\n    Give each environment a range of its own.   (NET-11)",
    );
  });

  test("nor do the addresses of its VPN clients, and neither do those of another environment overlap it", () => {
    expect(together(scale({ vpnPool: "10.30.1.0/24" }))).toBe(
      "orders.scale.yaml  scale.vpnPool must not overlap the network of orders-pre-production (10.30.0.0/22), got 10.30.1.0/24\n    Clients get addresses of their own, outside every network, for example 172.20.0.0/24.   (NET-09)",
    );
    const taken = { ...preProductionConfig(), vpn: { ...preProductionConfig().vpn, pool: "10.44.1.0/24" } };
    expect(together({ "orders.pre-production.yaml": taken, ...scale({}) })).toBe(
      "orders.pre-production.yaml  vpn.pool must not overlap the network of the second region of orders-production (10.44.0.0/22), got 10.44.1.0/24\n    Clients get addresses of their own, outside every network, for example 172.20.0.0/24.   (NET-09)",
    );
  });
});
