import { nearMisses, saidBy } from "../near-miss";

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

const broken = (where: string) => ({
  claim: "no-ghosts",
  title: "The next generation shares no name",
  where,
  says: "The next generation has it too: stfiles.",
});
const FILES = broken("azurerm_storage_account.files");

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
  "a claim that no longer holds beside a good certificate, at no resource": {
    gate: "pre-production",
    recreation: { broken: [broken("orders-pre-production-entry/backend")], mismatches: [], rehearsed: true },
    pass: ["config recreation.certificate"],
    fail: ["config recreation.no-ghosts"],
  },
  "claims that no longer hold, two of them at a resource": {
    gate: "pre-production",
    resources: { "azurerm_storage_account.files": {} },
    recreation: { broken: [FILES, FILES, broken("azurerm_key_vault.gone")], mismatches: [], rehearsed: true },
    pass: ["config recreation.certificate"],
    fail: ["azurerm_storage_account.files", "config recreation.no-ghosts"],
  },
});

test("a broken claim is said with its resource or place, and its id", () => {
  const found = saidBy("REC-09", {
    gate: "pre-production",
    resources: { "azurerm_storage_account.files": {} },
    recreation: { broken: [FILES, broken("backend")], mismatches: [], rehearsed: true },
  });
  const title = "A claim does not hold: The next generation shares no name (no-ghosts).";
  expect(found.filter(({ verdict }) => verdict === "fail")).toEqual([
    {
      key: "azurerm_storage_account.files",
      verdict: "fail",
      says: `The next generation has it too: stfiles. ${title}`,
    },
    {
      key: "config recreation.no-ghosts",
      verdict: "fail",
      says: `backend: The next generation has it too: stfiles. ${title}`,
    },
  ]);
});

nearMisses("REC-10", {
  "an output as its synth wrote it": { gate: "poc", folder: { changed: [] }, pass: ["config synth"] },
  "one that was changed": {
    gate: "poc",
    folder: { changed: ["Changed since synth: stacks/orders-poc-platform/cdk.tf.json."] },
    fail: ["config synth"],
  },
});
