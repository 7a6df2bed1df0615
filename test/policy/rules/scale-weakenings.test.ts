import type { ConfigView } from "../../../src/config/view";
import type { EvidenceEntry } from "../../../src/evidence/entry";
import type { JsonObject } from "../../../src/plan/json";
import { judged, type Resources } from "../near-miss";
import { DOMAIN, GATEWAY, GATEWAY_WAF, guarded, linked, PROFILE, ROUTE, SECURITY, security, WAF } from "./edge-plans";
import {
  ACCOUNT,
  APPS_TWO,
  hot,
  JOINED,
  LAG,
  ORIGIN,
  ORIGIN_TWO,
  POLICY,
  REGISTRY,
  REPLICA,
  scaleConfig,
  WEB_TWO,
} from "./region-plans";

const OF_SCALE = ["NET-05", "NET-07", "NET-12", "RES-01", "RES-02", "RES-04", "RES-05"] as const;

const closed = {
  internal_load_balancer_enabled: true,
  public_network_access: "Disabled",
  zone_redundancy_enabled: true,
};
const zoned = { account_replication_type: "ZRS" };
const named = { certificate_name_check_enabled: true, host_name: "web.${var.apps_domain}" };
const external = { ingress: { external_enabled: true, target_port: 8080 } };

/** Both plans in one: an edge before two regions. */
const both: Resources = Object.fromEntries(
  [...new Set([...Object.keys(hot), ...Object.keys(linked)])].map((one): [string, JsonObject] => {
    const more = one.startsWith("azurerm_container_app_environment.")
      ? closed
      : one.startsWith("azurerm_storage_account.")
        ? zoned
        : one === ORIGIN_TWO
          ? named
          : one === WEB_TWO
            ? external
            : one === REGISTRY
              ? { zone_redundancy_enabled: true }
              : {};
    return [one, { ...hot[one], ...linked[one], ...more }];
  }),
);

interface Given {
  resources: Record<string, JsonObject>;
  config: ConfigView;
  evidence: EvidenceEntry[];
}

const given = (): Given => ({
  resources: JSON.parse(JSON.stringify(both)),
  config: scaleConfig("hot-failover", {
    services: { web: { exposure: "public" } },
    scale: {
      mode: "hot-failover",
      region: "northeurope",
      trigger: {
        usage: { measure: "orders a day", was: 900, now: 4200, mark: 3500 },
        unitCost: { measure: "order", now: 0.42, after: 0.51, carries: 3.1 },
        measured: "2027-08-30",
        by: "ada@orders.example",
      },
    },
  }),
  evidence: [
    {
      fact: "failover-drilled",
      env: "orders-production",
      generation: 2,
      by: "ada@orders.example",
      date: "2027-08-01",
      link: "https://wiki.orders.example/failover",
      measured: { kind: "forced", rto: "20 minutes", rpo: "2 minutes" },
    },
  ],
});

/** The controls of the stage that do not hold after a change. */
function caught(change: (given: Given) => void): string[] {
  const one = given();
  change(one);
  return OF_SCALE.filter((control) => {
    const { fail, unknown } = judged(control, { gate: "scale", today: "2027-09-20", ...one } as never);
    return fail.length + unknown.length > 0;
  });
}

const set = (address: string, more: JsonObject) => (one: Given) => {
  one.resources[address] = { ...one.resources[address], ...more };
};
const drop = (address: string) => (one: Given) => {
  delete one.resources[address];
};
const inTrigger = (more: object) => (one: Given) => {
  const { scale } = one.config;
  one.config = { ...one.config, scale: { ...scale, trigger: { ...scale?.trigger, ...more } } } as ConfigView;
};

const WEAKENINGS: readonly (readonly [what: string, change: (given: Given) => void, caught: readonly string[]])[] = [
  [
    "a gateway that stays open beside the edge",
    (one) => {
      one.resources[GATEWAY] = { ...guarded[GATEWAY], zones: ["1", "2", "3"] };
      one.resources[GATEWAY_WAF] = { ...guarded[GATEWAY_WAF], custom_rules: [] };
    },
    ["NET-05"],
  ],
  ["a Standard edge", set(PROFILE, { sku_name: "Standard_AzureFrontDoor" }), ["NET-07"]],
  ["a filter that only watches", set(WAF, { mode: "Detection" }), ["NET-07"]],
  ["a domain that no filter is before", drop(SECURITY), ["NET-07"]],
  [
    "Azure's own name for the endpoint, which no filter is before",
    (one) => {
      set(ROUTE, { link_to_default_domain: true })(one);
      set(SECURITY, security(DOMAIN))(one);
    },
    ["NET-07"],
  ],
  ["requests passed on in plain HTTP", set(ROUTE, { forwarding_protocol: "HttpOnly" }), ["NET-07"]],
  ["callers with an old TLS", set(DOMAIN, { tls: { minimum_tls_version: "TLS10" } }), ["NET-07"]],
  [
    "a second region that the Internet reaches",
    set(APPS_TWO, { internal_load_balancer_enabled: false, public_network_access: "Enabled" }),
    ["NET-05", "NET-12"],
  ],
  ["an origin that anybody may answer for", set(ORIGIN, { certificate_name_check_enabled: false }), ["NET-12"]],
  ["an origin on the Internet", set(ORIGIN_TWO, { private_link: [] }), ["NET-12", "RES-04"]],
  ["an origin that nobody switched on", set(ORIGIN_TWO, { enabled: false }), ["RES-04"]],
  [
    "a service with one replica in the second region",
    set(WEB_TWO, { template: { min_replicas: 1, container: [{ name: "web" }] } }),
    ["RES-04"],
  ],
  ["a smaller replica", set(REPLICA, { sku_name: "GP_Standard_D2s_v3" }), ["RES-04"]],
  ["servers whose roles cannot be switched", drop(JOINED), ["RES-04"]],
  ["a replica that may lag behind without a word", drop(LAG), ["RES-04"]],
  ["blobs that nobody copies", drop(POLICY), ["RES-04"]],
  ["an account without a change feed", set(ACCOUNT, { blob_properties: { versioning_enabled: true } }), ["RES-04"]],
  ["images in one region", set(REGISTRY, { georeplications: [] }), ["RES-04"]],
  [
    "a drill that says nothing",
    (one) => {
      one.evidence = one.evidence.map((each) => ({ ...each, measured: { kind: "forced" } }));
    },
    ["RES-04"],
  ],
  ["no mark that was reached", inTrigger({ usage: { measure: "orders a day", now: 10, mark: 3500 } }), ["RES-05"]],
  [
    "a unit that does not carry its cost",
    inTrigger({ unitCost: { measure: "order", now: 1, after: 4, carries: 3.1 } }),
    ["RES-05"],
  ],
  ["numbers of two years ago", inTrigger({ measured: "2025-08-30" }), ["RES-05"]],
];

test("an edge before two regions, drilled and justified, holds what is asked of its stage", () => {
  expect(caught(() => {})).toEqual([]);
});

test.each(WEAKENINGS)(
  "%s is caught by the intended control and by no other of the stage",
  (_what, change, controls) => {
    expect(caught(change)).toEqual(controls);
  },
);
