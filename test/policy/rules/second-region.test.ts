import { asList, asObject, type JsonObject } from "../../../src/plan/json";
import type { Resources } from "../near-miss";
import { changed, withArguments } from "./edge-plans";
import {
  ACCOUNT,
  ACCOUNT_TWO,
  APPS,
  APPS_TWO,
  active,
  CONTAINER,
  cold,
  data,
  GROUP,
  hot,
  JOINED,
  LAG,
  ORIGIN,
  ORIGIN_TWO,
  POLICY,
  REGISTRY,
  REPLICA,
  SERVER,
  scaleConfig,
  VAULT,
  VAULT_TWO,
  WEB,
  WEB_TWO,
  warm,
} from "./region-plans";
import { nearMisses, type SaidCase } from "./said";

const ofData = [REPLICA, JOINED, ACCOUNT, ACCOUNT_TWO, CONTAINER, POLICY, REGISTRY, VAULT];
const ofCold = [...ofData, ORIGIN];
const ofWarm = [...ofCold, WEB_TWO, ORIGIN_TWO];

/** A row about what stands in the second region; the drill is another table's. */
function row(mode: string, resources: Resources, expected: Omit<SaidCase, "gate">): SaidCase {
  return { gate: "scale", config: scaleConfig(mode), resources, ...expected };
}
const without = (list: readonly string[], ...but: readonly string[]) => list.filter((one) => !but.includes(one));
/** Rows about the data, which every mode has. */
const failing = (rows: Readonly<Record<string, readonly [Resources, string, string, (readonly string[])?]>>) =>
  Object.fromEntries(
    Object.entries(rows).map(([title, [resources, where, says, gone = []]]) => [
      title,
      row("cold-standby", resources, { pass: without(ofData, where, ...gone), fail: { [where]: says } }),
    ]),
  );
const policy = (more: JsonObject) => {
  const [rule] = asList(data[POLICY]?.["rules"]);
  return withArguments(data, POLICY, { rules: [{ ...asObject(rule), ...more }] });
};
const unequal = (path: string, one: unknown, other: unknown) =>
  `${path} is ${one}, and ${other} on ${SERVER}: their roles cannot be switched.`;

const lag = (more: JsonObject) => withArguments(data, LAG, more);
const CRITERION = asObject(asList(data[LAG]?.["criteria"])[0]);
const NOBODY = "Nobody is told when it lags behind.";

nearMisses("RES-04", {
  ...failing({
    "a replica that may lag behind without a word": [changed(data, { [LAG]: undefined }), REPLICA, NOBODY],
    "an alert on its lag that is off": [lag({ enabled: false }), REPLICA, NOBODY],
    "an alert on its lag that tells nobody": [lag({ action: [] }), REPLICA, NOBODY],
    "an alert that fires when it does not lag": [
      lag({ criteria: [{ ...CRITERION, operator: "LessThan" }] }),
      REPLICA,
      NOBODY,
    ],
    "an alert on the primary, which lags behind nobody": [lag({ scopes: [`\${${SERVER}.id}`] }), REPLICA, NOBODY],
    "an alert on a lag beyond what may be lost": [
      lag({ criteria: [{ ...CRITERION, threshold: 901 }] }),
      REPLICA,
      `${LAG} tells of a lag beyond 16 minutes; 15 minutes may be lost.`,
    ],
  }),
  "an alert on a lag of all that may be lost, to the second": row(
    "cold-standby",
    { ...cold, ...lag({ criteria: [{ ...CRITERION, threshold: 900 }] }) },
    { pass: ofCold },
  ),
  "a lag that a variable decides": row(
    "cold-standby",
    { ...cold, ...lag({ criteria: [{ ...CRITERION, threshold: "${var.lag}" }] }) },
    {
      pass: without(ofCold, REPLICA),
      unknown: { [REPLICA]: "Whether somebody is told when it lags behind is not known before apply." },
    },
  ),
  "an alert on what is not known yet": row(
    "cold-standby",
    { ...cold, ...lag({ scopes: ["${azurerm_resource_group.other[0].id}"] }) },
    {
      pass: without(ofCold, REPLICA),
      unknown: { [REPLICA]: "Whether somebody is told when it lags behind is not known before apply." },
    },
  ),
  "cold: the data is there, and the edge leads to the first region": row("cold-standby", cold, { pass: ofCold }),
  "warm: one replica of each service, and an origin that is switched off": row("warm-standby", warm, { pass: ofWarm }),
  "hot: as many replicas as at home, and an origin after the first": row("hot-failover", hot, { pass: ofWarm }),
  "active: an origin beside the first": row("active-active", active, { pass: ofWarm }),
  "cold does not mind a region that is built": row(
    "cold-standby",
    withArguments(warm, ORIGIN_TWO, { enabled: false }),
    {
      pass: without(ofWarm, WEB_TWO),
    },
  ),
  "cold sends nobody there": row("cold-standby", hot, {
    pass: ofCold,
    fail: {
      [ORIGIN_TWO]: "It is switched on, and nothing runs in northeurope: cold-standby builds it when it is needed.",
    },
  }),
  "warm with nothing there is cold": row("warm-standby", cold, {
    pass: ofCold,
    fail: {
      [GROUP]: "The edge leads nowhere in northeurope, and warm-standby has an origin there.",
      "config scale.mode": "No container environment stands in northeurope, and warm-standby has one.",
    },
  }),
  "warm with a service that does not run there": row(
    "warm-standby",
    changed(warm, { "azurerm_container_app.api": { ...warm[WEB], template: { container: [{ name: "api" }] } } }),
    {
      pass: ofWarm,
      fail: { "azurerm_container_app.api": "Nothing runs api in northeurope, and warm-standby does." },
    },
  ),
  "warm that may run on nothing is cold": row(
    "warm-standby",
    withArguments(warm, WEB_TWO, { template: { min_replicas: 0, container: [{ name: "web" }] } }),
    {
      pass: without(ofWarm, WEB_TWO),
      fail: { [WEB_TWO]: "It may run on 0 replicas; warm-standby has at least 1." },
    },
  ),
  "warm that takes over by itself is hot": row("warm-standby", withArguments(warm, ORIGIN_TWO, { enabled: true }), {
    pass: without(ofWarm, ORIGIN_TWO),
    fail: { [ORIGIN_TWO]: "It is switched on, and a person switches it on in warm-standby." },
  }),
  "hot with one replica is warm": row("hot-failover", changed(hot, { [WEB_TWO]: warm[WEB_TWO] }), {
    pass: without(ofWarm, WEB_TWO),
    fail: { [WEB_TWO]: "It may run on 1 replicas; hot-failover has at least 2." },
  }),
  "hot with an origin that is switched off is warm": row(
    "hot-failover",
    withArguments(hot, ORIGIN_TWO, { enabled: false }),
    {
      pass: without(ofWarm, ORIGIN_TWO),
      fail: { [ORIGIN_TWO]: "It is switched off, and hot-failover takes over by itself." },
    },
  ),
  "hot with an origin of the same rank is active": row("hot-failover", active, {
    pass: without(ofWarm, ORIGIN_TWO),
    fail: {
      [ORIGIN_TWO]: "Its priority is 1, like the first region's: both take requests, and one database takes writes.",
    },
  }),
  "active with an origin after the first is hot": row("active-active", hot, {
    pass: without(ofWarm, ORIGIN_TWO),
    fail: {
      [ORIGIN_TWO]: "Its priority is 2 and the first region's 1: only one of them takes requests.",
    },
  }),
  "the first region stays the first": row(
    "warm-standby",
    withArguments(warm, ORIGIN, { enabled: false, priority: 3 }),
    {
      pass: without(ofWarm, ORIGIN),
      fail: {
        [ORIGIN]: [
          "It is switched off: the edge has nowhere to send requests.",
          "The first region has priority 1, and not 3.",
        ],
      },
    },
  ),
  "an origin of which the region is not known": row(
    "warm-standby",
    withArguments(warm, ORIGIN_TWO, { private_link: { private_link_target_id: "${var.environment}" } }),
    {
      pass: without(ofWarm, ORIGIN_TWO),
      unknown: { [ORIGIN_TWO]: "In which region it leads is not known." },
    },
  ),
  "replicas that a variable decides": row(
    "warm-standby",
    withArguments(warm, WEB_TWO, { template: { min_replicas: "${var.least}", container: [{ name: "web" }] } }),
    {
      pass: without(ofWarm, WEB_TWO),
      unknown: { [WEB_TWO]: "template.min_replicas is not known before apply." },
    },
  ),
});

nearMisses("RES-04", {
  ...failing({
    "a database without a replica": [
      changed(data, { [REPLICA]: undefined, [JOINED]: undefined }),
      SERVER,
      "No replica of it stands in northeurope.",
      [REPLICA, JOINED],
    ],
    "a replica at home is none of the second region": [
      withArguments(data, REPLICA, { location: "westeurope" }),
      SERVER,
      "No replica of it stands in northeurope.",
      [REPLICA, JOINED],
    ],
    "a copy that was restored there follows nobody": [
      withArguments(data, REPLICA, { create_mode: "GeoRestore" }),
      SERVER,
      "No replica of it stands in northeurope.",
      [REPLICA, JOINED],
    ],
    "a replica that is smaller": [
      withArguments(data, REPLICA, { sku_name: "GP_Standard_D2s_v3" }),
      REPLICA,
      unequal("sku_name", "GP_Standard_D2s_v3", "GP_Standard_D2ds_v5"),
    ],
    "a replica with a smaller disk": [
      withArguments(data, REPLICA, { storage_mb: 32_768 }),
      REPLICA,
      unequal("storage_mb", 32_768, 65_536),
    ],
    "a replica of which nobody says how large has the provider's disk": [
      withArguments(data, REPLICA, { storage_mb: undefined as never }),
      REPLICA,
      unequal("storage_mb", 32_768, 65_536),
    ],
    "a replica whose disk does not grow": [
      withArguments(data, REPLICA, { auto_grow_enabled: undefined as never }),
      REPLICA,
      unequal("auto_grow_enabled", false, true),
    ],
    "a replica with a standby": [
      withArguments(data, REPLICA, { high_availability: { mode: "ZoneRedundant" } }),
      REPLICA,
      "A replica takes no standby of its own.",
    ],
    "a replica with geo-redundant backups": [
      withArguments(data, REPLICA, { geo_redundant_backup_enabled: true }),
      REPLICA,
      "A replica takes no geo-redundant backups.",
    ],
    "a replica on the Internet": [
      withArguments(data, REPLICA, { public_network_access_enabled: undefined as never }),
      REPLICA,
      "The replica is reachable from the Internet.",
    ],
    "two servers that nothing joins": [
      changed(data, { [JOINED]: undefined }),
      SERVER,
      `No virtual endpoint joins it and ${REPLICA}: their roles cannot be switched.`,
      [JOINED],
    ],
    "an account without a policy": [
      changed(data, { [POLICY]: undefined }),
      ACCOUNT,
      "No policy copies its blobs to northeurope.",
      [ACCOUNT_TWO, CONTAINER, POLICY],
    ],
    "a container that the policy forgets": [
      changed(data, {
        "azurerm_storage_container.invoices": { name: "invoices", storage_account_id: `\${${ACCOUNT}.id}` },
      }),
      "azurerm_storage_container.invoices",
      "No rule copies its blobs to northeurope.",
    ],
    "a policy for new blobs only": [
      policy({ copy_blobs_created_after: "OnlyNewObjects" }),
      POLICY,
      "What was there before the policy is not copied: copy_blobs_created_after is OnlyNewObjects.",
    ],
    "which is what the provider makes of a policy that says nothing": [
      policy({ copy_blobs_created_after: undefined as never }),
      POLICY,
      "What was there before the policy is not copied: copy_blobs_created_after is OnlyNewObjects.",
    ],
    "a policy for some names": [
      policy({ filter_out_blobs_with_prefix: ["public/"] }),
      POLICY,
      "Only blobs that begin with public/ are copied.",
    ],
    "an account without a change feed": [
      withArguments(data, ACCOUNT, { blob_properties: { versioning_enabled: true } }),
      ACCOUNT,
      "Azure replicates by its change feed, which it does not keep.",
    ],
    "a target without versions": [
      withArguments(data, ACCOUNT_TWO, { blob_properties: {} }),
      ACCOUNT_TWO,
      "Azure replicates by its versions, which it does not keep.",
    ],
    "a registry of one region": [
      withArguments(data, REGISTRY, {
        georeplications: [{ location: "francecentral", zone_redundancy_enabled: true }],
      }),
      REGISTRY,
      "Its images are not replicated to northeurope.",
    ],
    "a registry whose replica stands in one zone": [
      withArguments(data, REGISTRY, { georeplications: [{ location: "North Europe" }] }),
      REGISTRY,
      "Its replica in northeurope stands in one zone.",
    ],
    "secrets in one region": [
      changed(data, { [VAULT_TWO]: undefined }),
      VAULT,
      "No vault stands in northeurope: what runs there reads its secrets across regions.",
    ],
  }),
  "a policy to an account at home copies nothing there, and leaves another account without a copy": row(
    "cold-standby",
    withArguments(data, ACCOUNT_TWO, { location: "westeurope" }),
    {
      pass: without(ofData, ACCOUNT, ACCOUNT_TWO, CONTAINER, POLICY),
      fail: {
        [ACCOUNT]: "No policy copies its blobs to northeurope.",
        [ACCOUNT_TWO]: "No policy copies its blobs to northeurope.",
      },
    },
  ),
  "a virtual endpoint made of names comes before what it joins": row(
    "cold-standby",
    changed(data, {
      [SERVER]: { ...data[SERVER], resource_group_name: "rg" },
      [REPLICA]: { ...data[REPLICA], resource_group_name: "rg" },
      [JOINED]: {
        ...data[JOINED],
        replica_server_id:
          "/subscriptions/${var.subscription_id}/resourceGroups/rg/providers/Microsoft.DBforPostgreSQL/flexibleServers/psql-neu",
      },
    }),
    { pass: without(ofData, JOINED), fail: { [JOINED]: `Nothing says that it is made after ${REPLICA}.` } },
  ),
  "unless it says what it waits for": row(
    "cold-standby",
    changed(data, {
      [SERVER]: { ...data[SERVER], resource_group_name: "rg" },
      [REPLICA]: { ...data[REPLICA], resource_group_name: "rg" },
      [JOINED]: {
        ...data[JOINED],
        depends_on: [REPLICA],
        replica_server_id:
          "/subscriptions/${var.subscription_id}/resourceGroups/rg/providers/Microsoft.DBforPostgreSQL/flexibleServers/psql-neu",
      },
    }),
    { pass: ofData },
  ),
  "after a failover the endpoint is read the other way round": row(
    "cold-standby",
    withArguments(data, JOINED, {
      source_server_id: `\${${REPLICA}.id}`,
      replica_server_id: `\${${SERVER}.id}`,
    }),
    { pass: ofData },
  ),
  "whom a replica follows, and what a policy copies, may not be known": row(
    "cold-standby",
    changed(withArguments(data, REPLICA, { source_server_id: "${local.nothing}" }), {
      [JOINED]: undefined,
      [POLICY]: { ...data[POLICY], source_storage_account_id: "${local.nothing}" },
    }),
    {
      pass: [REGISTRY, VAULT],
      unknown: {
        [SERVER]: "Whether a server in northeurope replicates it is not known before apply.",
        [ACCOUNT]: "Whether its blobs are copied to northeurope is not known before apply.",
      },
    },
  ),
  "a store of another kind is nobody's to judge": row(
    "cold-standby",
    changed(data, { "azurerm_mssql_database.d": { name: "d" } }),
    {
      pass: ofData,
      unknown: { "azurerm_mssql_database.d": "Whether northeurope has a copy of it is not judged." },
    },
  ),
});

describe("the apps of each region", () => {
  const database = { name: "postgresqlServer", zone: "privatelink.postgres.database.azure.com" };
  const images = { name: "registry", zone: "privatelink.azurecr.io" };
  const [one, two] = ["azurerm_virtual_network.one", "azurerm_virtual_network.two"] as const;
  const id = (address: string) => `\${${address}.id}`;
  const links = [
    [SERVER, database],
    [REPLICA, database],
    [REGISTRY, images],
  ] as const;

  /** A network with apps, and an endpoint to each of what is there once. */
  const network = (name: string, environment: string, to: typeof links | readonly (typeof links)[number][]) => ({
    [`azurerm_virtual_network.${name}`]: { name, resource_group_name: "rg" },
    [`azurerm_subnet.${name}`]: { name: "apps", resource_group_name: "rg", virtual_network_name: name },
    [environment]: { ...warm[environment], infrastructure_subnet_id: id(`azurerm_subnet.${name}`) },
    ...Object.fromEntries(
      [database, images].flatMap(({ zone }) => [
        [`azurerm_private_dns_zone.${name}-${zone.split(".")[1]}`, { name: zone, resource_group_name: `rg-${name}` }],
        [
          `azurerm_private_dns_zone_virtual_network_link.${name}-${zone.split(".")[1]}`,
          {
            private_dns_zone_name: zone,
            resource_group_name: `rg-${name}`,
            virtual_network_id: id(`azurerm_virtual_network.${name}`),
          },
        ],
      ]),
    ),
    ...Object.fromEntries(
      to.map(([target, { name: part, zone }], index) => [
        `azurerm_private_endpoint.${name}-${index}`,
        {
          subnet_id: id(`azurerm_subnet.${name}`),
          private_service_connection: { private_connection_resource_id: id(target), subresource_names: [part] },
          private_dns_zone_group: {
            private_dns_zone_ids: [id(`azurerm_private_dns_zone.${name}-${zone.split(".")[1]}`)],
          },
        },
      ]),
    ),
  });
  const both = (first: typeof links | readonly (typeof links)[number][], second = first) => ({
    ...warm,
    ...network("one", APPS, first),
    ...network("two", APPS_TWO, second),
  });
  const lacks = (part: string, where: string) => `It has no private endpoint for ${part} in ${where}.`;

  nearMisses("RES-04", {
    "reach both servers and the images by endpoints of their own network": row("warm-standby", both(links), {
      pass: [...ofWarm, SERVER],
    }),
    "do not reach by the other region's": row("warm-standby", both(links, links.slice(1)), {
      pass: ofWarm,
      fail: { [SERVER]: lacks("postgresqlServer", two) },
    }),
    "reach the replica before anybody moves to it": row("warm-standby", both([links[0], links[2]], links), {
      pass: [...without(ofWarm, REPLICA), SERVER],
      fail: { [REPLICA]: lacks("postgresqlServer", one) },
    }),
    "start from images that they reach": row("warm-standby", both(links, links.slice(0, 2)), {
      pass: [...without(ofWarm, REGISTRY), SERVER],
      fail: { [REGISTRY]: lacks("registry", two) },
    }),
  });
});

describe("what the config says", () => {
  const mode = "config scale.mode";
  const region = "config scale.region";
  nearMisses("RES-04", {
    "a plan without a config infers nothing": {
      gate: "scale",
      resources: warm,
      unknown: {
        [mode]: "How the second region is to stand by is in no plan, and there is no config that says it.",
      },
    },
    "a config of another stage names neither mode nor region": {
      gate: "scale",
      config: { workload: "orders", stage: "production", location: "westeurope" },
      resources: warm,
      fail: {
        [mode]: "The config does not say how the second region stands by.",
        [region]: "The config does not name the second region.",
      },
    },
    "a mode of no kind": {
      gate: "scale",
      config: scaleConfig("lukewarm"),
      resources: warm,
      fail: { [mode]: "lukewarm is no way to stand by." },
    },
    "the first region twice": {
      gate: "scale",
      config: scaleConfig("warm-standby", { scale: { mode: "warm-standby", region: "West Europe" } }),
      resources: warm,
      fail: { [region]: "westeurope is the first region." },
    },
  });
});

describe("the drill", () => {
  const drill = "config evidence.failover-drilled";
  const entry = (more: object = {}, measured: object = {}) => ({
    fact: "failover-drilled",
    env: "orders-production",
    generation: 2,
    by: "ada@orders.example",
    date: "2027-06-01",
    link: "https://wiki.orders.example/failover",
    measured: { kind: "planned", rto: "40 minutes", rpo: "0 minutes", ...measured },
    ...more,
  });
  const drilled = (
    evidence: readonly ReturnType<typeof entry>[],
    expected: Omit<SaidCase, "gate">,
    today = "2027-09-01",
  ) => ({
    gate: "scale" as const,
    config: scaleConfig("warm-standby"),
    evidence,
    today,
    ...expected,
  });
  const parts = [drill, `${drill}.rto`, `${drill}.rpo`, `${drill}.kind`];
  const but = (path: string) => parts.filter((one) => one !== path);
  nearMisses("RES-04", {
    "a planned one within the promise": drilled([entry()], { pass: parts }),
    "a forced one, as slow and as lossy as promised": drilled(
      [entry({}, { kind: "forced", rto: "1 hour", rpo: "15 minutes" })],
      { pass: parts },
    ),
    none: drilled([], { fail: { [drill]: "No failover was drilled." } }),
    "of another environment is none": drilled([entry({ env: "orders-pilot" })], {
      fail: { [drill]: "No failover was drilled." },
    }),
    "a link alone says nothing": drilled([entry({ measured: undefined })], {
      pass: [drill],
      fail: {
        [`${drill}.rto`]: "The failover drill of 2027-06-01 does not say measured.rto.",
        [`${drill}.rpo`]: "The failover drill of 2027-06-01 does not say measured.rpo.",
        [`${drill}.kind`]: "The failover drill of 2027-06-01 does not say whether it was planned or forced.",
      },
    }),
    "by chance is neither planned nor forced": drilled([entry({}, { kind: "by chance" })], {
      pass: but(`${drill}.kind`),
      fail: { [`${drill}.kind`]: "The failover drill of 2027-06-01 does not say whether it was planned or forced." },
    }),
    "slower than promised": drilled([entry({}, { rto: "61 minutes" })], {
      pass: but(`${drill}.rto`),
      fail: { [`${drill}.rto`]: "The failover drill of 2027-06-01 took 1 hour 1 minute; promised are 1 hour." },
    }),
    "losing more than promised": drilled([entry({}, { rpo: "16 minutes" })], {
      pass: but(`${drill}.rpo`),
      fail: { [`${drill}.rpo`]: "The failover drill of 2027-06-01 lost 16 minutes; promised are 15 minutes." },
    }),
    "180 days ago": drilled([entry()], { pass: parts }, "2027-11-28"),
    "181 days ago": drilled(
      [entry()],
      { fail: { [drill]: "The failover drill of 2027-06-01 is 181 days old; 180 are allowed." } },
      "2027-11-29",
    ),
    "of the generation before": drilled([entry({ generation: 1 })], {
      fail: { [drill]: "The last failover drill, of 2027-06-01, was of generation 1; this is generation 2." },
    }),
    "before anybody decided on a second region": {
      ...drilled([entry()], {
        fail: {
          [drill]:
            "The failover drill of 2027-06-01 is dated 2027-06-01, before the environment was decided on (2027-06-02).",
        },
      }),
      config: scaleConfig("warm-standby", { promotion: { decided: "2027-06-02" } }),
    },
    "where nobody reads evidence": {
      gate: "scale",
      config: scaleConfig("warm-standby"),
      today: "2027-09-01",
      unknown: { [drill]: "Whether a failover was drilled is not known: there is no evidence to read." },
    },
  });
});
