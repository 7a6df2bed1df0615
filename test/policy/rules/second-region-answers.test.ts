import { APPS, APPS_TWO, REGISTRY, REPLICA, SERVER, scaleConfig, warm } from "./region-plans";
import { ofWarm, row, without } from "./region-rows";
import { nearMisses, type SaidCase } from "./said";

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
