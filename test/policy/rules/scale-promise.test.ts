import type { EvidenceEntry } from "../../../src/evidence/entry";
import type { Resources } from "../near-miss";
import { cold, hot, scaleConfig, WEB, warm } from "./region-plans";
import { nearMisses } from "./said";

const promise = {
  availability: 99.5,
  rto: "1 hour",
  rpo: "15 minutes",
  support: "weekdays 9-17 CET",
  plannedDowntime: "at night",
  customers: "a mail to every customer",
  disasters: ["region"],
};
const risks = [{ risk: "One writer.", class: "data", owner: "ada@orders.example", accepted: "2027-05-01" }];
const said = ["availability", "rto", "rpo", "support", "plannedDowntime", "customers"];
const holds = [...said.map((line) => `config promise.${line}`), "config risks[0]"];
const check = { gate: "scale", evidence: [] as EvidenceEntry[], today: "2027-09-01" } as const;

function drilled(kind: string, rto: string): EvidenceEntry[] {
  const measured = { kind, rto, rpo: "3 minutes" };
  const link = "https://wiki.orders.example/failover";
  return [
    {
      fact: "failover-drilled",
      env: "orders-production",
      generation: 2,
      by: "ada",
      date: "2027-08-01",
      link,
      measured,
    },
  ];
}

/** The same, where callers reach the app by the edge. */
function served(plan: Resources): Resources {
  return {
    ...plan,
    [WEB]: { ...plan[WEB], ingress: { external_enabled: true, target_port: 8080 } },
    "azurerm_cdn_frontdoor_profile.edge": { name: "afd-orders" },
  };
}

nearMisses("GOV-05", {
  "an estimate within the promise holds, as nothing quicker is needed": {
    ...check,
    config: scaleConfig("warm-standby", { promise, risks }),
    resources: served(warm),
    pass: holds,
  },
  "a mode that takes longer than promised is refused": {
    ...check,
    config: scaleConfig("cold-standby", { promise, risks }),
    resources: served(cold),
    pass: holds.filter((one) => !one.endsWith("rto")),
    fail: {
      "config promise.rto":
        "The topology cannot keep rto 1 hour. After the loss of the region northeurope takes over from westeurope within 1 hour 50 minutes as cold-standby (minutes: a decision 15, platform and services 30, approvals and a look 30, promotion 10, writable blobs 5, Front Door 20).",
    },
  },
  "a forced drill counts instead of the estimate": {
    ...check,
    config: scaleConfig("cold-standby", { promise, risks }),
    evidence: drilled("forced", "50 minutes"),
    resources: served(cold),
    pass: holds,
  },
  "and against a mode that was thought quick enough": {
    ...check,
    config: scaleConfig("hot-failover", { promise, risks }),
    evidence: drilled("forced", "70 minutes"),
    resources: served(hot),
    pass: holds.filter((one) => !one.endsWith("rto")),
    fail: {
      "config promise.rto":
        "The topology cannot keep rto 1 hour. The last forced failover drill had the product back after 1 hour 10 minutes.",
    },
  },
  "a planned switch is no loss of a region": {
    ...check,
    config: scaleConfig("cold-standby", { promise, risks }),
    evidence: drilled("planned", "50 minutes"),
    resources: served(cold),
    pass: holds.filter((one) => !one.endsWith("rto")),
    fail: {
      "config promise.rto":
        "The topology cannot keep rto 1 hour. After the loss of the region northeurope takes over from westeurope within 1 hour 50 minutes as cold-standby (minutes: a decision 15, platform and services 30, approvals and a look 30, promotion 10, writable blobs 5, Front Door 20).",
    },
  },
});
