import { nearMisses } from "../near-miss";

nearMisses("NET-11", {
  "networks side by side, and the same range in another workload": {
    gate: "pilot",
    config: { workload: "orders", stage: "pilot", network: "10.20.0.0/22" },
    neighbours: [
      { workload: "orders", stage: "pre-production", network: "10.20.4.0/22" },
      { workload: "billing", stage: "pilot", network: "10.20.0.0/22" },
      { workload: "orders", stage: "poc" },
    ],
    pass: ["config network"],
  },
  "one address in common": {
    gate: "pilot",
    config: { workload: "orders", stage: "pilot", network: "10.20.0.0/22" },
    neighbours: [{ workload: "orders", stage: "pre-production", network: "10.20.3.255/32" }],
    fail: ["config network"],
  },
  "no network at all": { gate: "pilot", config: { workload: "orders" }, neighbours: [], fail: ["config network"] },
});

nearMisses("CST-03", {
  "a rise with its reason": {
    gate: "pilot",
    config: { promotion: { cost: { before: 30, after: 140 }, why: { monthlyBudget: "replicas stay up" } } },
    pass: ["config promotion.cost", "config promotion.why.monthlyBudget"],
  },
  "a rise with a reason for something else": {
    gate: "pilot",
    config: { promotion: { cost: { before: 30, after: 140 }, why: { network: "it fits" } } },
    pass: ["config promotion.cost"],
    fail: ["config promotion.why.monthlyBudget"],
  },
  "no rise needs no reason": {
    gate: "pilot",
    config: { promotion: { cost: { before: 140, after: 140 } } },
    pass: ["config promotion.cost"],
  },
  "a floor that was never shown": {
    gate: "pilot",
    config: { promotion: {} },
    unknown: ["config promotion.cost"],
  },
});

nearMisses("REC-09", {
  "rehearsed as it is now": {
    gate: "pre-production",
    recreation: { broken: [], mismatches: [], rehearsed: true },
    pass: ["config recreation.certificate", "config recreation.claims"],
  },
  "a certificate of another generation": {
    gate: "pre-production",
    recreation: { broken: [], mismatches: ["The certificate is for generation 1."], rehearsed: true },
    pass: ["config recreation.claims"],
    fail: ["config recreation.certificate"],
  },
  "a certificate without a rehearsal": {
    gate: "pre-production",
    recreation: { broken: [], mismatches: [], rehearsed: false },
    pass: ["config recreation.claims"],
    fail: ["config recreation.certificate"],
  },
  "a claim that no longer holds beside a good certificate": {
    gate: "pre-production",
    recreation: { broken: ["The next generation shares no name"], mismatches: [], rehearsed: true },
    pass: ["config recreation.certificate"],
    fail: ["config recreation.claims"],
  },
});
