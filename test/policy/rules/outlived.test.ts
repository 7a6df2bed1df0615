import type { ConfigView } from "../../../src/config/view";
import { nearMisses, type SaidCase } from "./said";

const promotion = {
  from: "orders-poc",
  digest: "sha256:x",
  answers: "orders.pilot.answers.yaml",
  by: "ada@orders.example",
  decided: "2026-12-15",
};
const config: ConfigView = {
  workload: "orders",
  stage: "pilot",
  promotion,
  previous: { data: "drop", destroyBy: "2026-12-31" },
};

/** The environment that this Pilot was promoted to. */
const next = (previous: ConfigView["previous"], changes: ConfigView = {}): ConfigView => ({
  workload: "orders",
  stage: "pre-production",
  promotion: { ...promotion, from: "orders-pilot" },
  previous,
  ...changes,
});
const goes = { data: "migrate", destroyBy: "2027-04-15" };
const pass = [
  ...["from", "digest", "answers", "by", "decided"].map((one) => `config promotion.${one}`),
  "config previous.data",
  "config previous.destroyBy",
];
const on = (today: string | undefined, ...neighbours: readonly ConfigView[]): SaidCase => ({
  gate: "pilot",
  config,
  neighbours,
  ...(today !== undefined && { today }),
  pass,
});
const OUTLIVED = "It was to be destroyed by 2027-04-15, as orders-pre-production says.";
const late = { "config stage": OUTLIVED };

const poc: ConfigView = { workload: "orders", stage: "poc", created: "2026-11-21", expires: "2027-02-01" };
const pilot: ConfigView = { ...config, previous: { data: "drop", destroyBy: "2026-12-31" } };
const pocOn = (today: string, neighbour: ConfigView): SaidCase => ({
  gate: "poc",
  config: poc,
  neighbours: [neighbour],
  today,
  pass: ["config expires"],
});

nearMisses("REC-02", {
  "a POC lives until the day on which its Pilot ends it": pocOn("2026-12-31", pilot),
  "and not one day longer, although it has not expired": {
    ...pocOn("2027-01-01", pilot),
    pass: [],
    fail: { "config expires": "It was to be destroyed by 2026-12-31, as orders-pilot says." },
  },
  "its own end comes first": {
    ...pocOn("2027-02-02", pilot),
    pass: [],
    fail: { "config expires": "The environment expired on 2027-02-01." },
  },
  "another product's Pilot does not end it": pocOn("2027-01-10", {
    ...pilot,
    workload: "shop",
    promotion: { ...promotion, from: "shop-poc" },
  }),
});

nearMisses("GOV-03", {
  "an environment that was promoted lives until its day": on("2027-04-15", next(goes)),
  "and not one day longer": { ...on("2027-04-16", next(goes)), fail: late },
  "it may stay where its data is kept, whatever day was written": on("2028-01-01", next({ ...goes, data: "keep" })),
  "a day that does not exist ends nothing": on("2028-01-01", next({ ...goes, destroyBy: "2027-02-30" })),
  "what another product, or another stage, was promoted from is not this one": on(
    "2028-01-01",
    next(goes, { promotion: { ...promotion, from: "billing-pilot" } }),
    next(goes, { promotion }),
  ),
  "an environment that nothing was promoted from lives on": on("2028-01-01", { workload: "orders", stage: "poc" }),
  "without a day of the check nothing is late": on(undefined, next(goes)),
});
