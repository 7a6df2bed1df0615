import { join } from "node:path";
import { loadEnvironment } from "../../src/config/load";
import type { PocConfig } from "../../src/config/schema";
import { promote } from "../../src/promotion/promote";
import { readSittings } from "../../src/promotion/sitting";
import { keepPromotion } from "../support/bad-input";
import { folderWith } from "../support/folder";
import { pilotConfig } from "../support/pilot";
import { refusal } from "../support/problems";
import { ANSWERS_YAML, DIGESTS_YAML, POC_YAML } from "./support";

const COST = { before: 26, after: 138 };

/** What `promote` says of an answers file, with the folder left out of the positions. */
function problemsOf(answers: string, more = ""): string {
  const files = {
    "orders.poc.yaml": POC_YAML,
    "orders.pilot.answers.yaml": `${answers}---\n${DIGESTS_YAML}${more}`,
  };
  keepPromotion(files, "orders.poc.yaml", "2026-12-20");
  const folder = folderWith(files);
  const { config, positionOf } = loadEnvironment(join(folder, "orders.poc.yaml"));
  const said = refusal(() => {
    const sittings = readSittings<PocConfig>(join(folder, "orders.pilot.answers.yaml"));
    promote(config as PocConfig, sittings, { today: "2026-12-20", positionOf, cost: COST, others: [taken] });
  });
  return said.replaceAll(`${folder}/`, "").replaceAll("orders.pilot.answers.yaml:", "");
}

/** Another environment of the workload, with a network. */
const taken = {
  ...pilotConfig(),
  stage: "pre-production",
  subscription: "orders-later",
  network: "10.40.0.0/22",
} as never;

/** The contract's answers with one text for another. */
function changed(from: string | RegExp, to: string): string {
  const text = ANSWERS_YAML.replace(from, to);
  expect(text).not.toBe(ANSWERS_YAML);
  return text;
}

test("the answers of the contract, with every digest, are taken", () => {
  expect(problemsOf(ANSWERS_YAML)).toBe("");
});

test.each<[what: string, from: string | RegExp, to: string, says: string]>([
  [
    "a gate that is not next",
    "gate: pilot",
    "gate: production",
    '1:1  gate must be pilot, the next one after poc, got "production"\n    One gate at a time: a POC becomes a Pilot.',
  ],
  [
    "a gate that is misspelt",
    "gate: pilot",
    "gate: pillot",
    '1:1  gate must be pilot, the next one after poc, got "pillot"; did you mean "pilot"?\n    One gate at a time: a POC becomes a Pilot.',
  ],
  [
    "an unknown answer",
    "network:",
    "netwrok:",
    '7:3  unknown answer "netwrok"; did you mean "network"?\n    This gate asks for: foundation, monthlyBudget, network, operatorsFrom, previous, privacy, releases, residency, reviewBy, services, stores, subscription, support.',
  ],
  [
    "an unknown part of an answer",
    "hours:",
    "hour:",
    '9:44  unknown key "hour" in support; did you mean "hours"?\n    Known keys: contact, hours.',
  ],
  [
    "a service that the POC has not",
    "    web:",
    "    wbe:",
    '14:5  unknown answer services.wbe: orders-poc has no such name under services; did you mean "web"?\n    Known: web, api, mailer, cleanup.',
  ],
  [
    "a carried setting",
    "answers:\n",
    "answers:\n  location: northeurope\n",
    "5:3  location is carried from orders-poc, so it cannot be answered\n    Change it there before the promotion, or in the Pilot's own file after it.",
  ],
  [
    "a carried setting of a store",
    "database: { data:",
    "database: { sku: B_Standard_B2s, data:",
    "16:17  stores.database.sku is carried from orders-poc, so it cannot be answered\n    Change it there before the promotion, or in the Pilot's own file after it.",
  ],
  [
    "a setting that only a POC has",
    "answers:\n",
    "answers:\n  expires: 2027-01-01\n",
    "5:3  expires ends with orders-poc: a Pilot has none\n    Remove the answer.",
  ],
  [
    "a setting that the promotion writes",
    "answers:\n",
    "answers:\n  generation: 2\n",
    "5:3  generation is written by the promotion itself\n    Remove the answer.",
  ],
  [
    "waivers",
    "answers:\n",
    "answers:\n  waivers: []\n",
    "5:3  waivers of orders-poc end with it, and new ones are no answer\n    Add them to the Pilot's own file after the promotion.",
  ],
  [
    "more money without a reason",
    /why:\n.*\n/,
    "",
    "11:3  why.monthlyBudget is missing: monthlyBudget rises from 80 to 350\n    Say under why what the money is for: who pays should not have to guess.   (CST-03)",
  ],
  [
    "an answer that departs from the recommendation without a reason",
    "10.20.0.0/22",
    "10.30.0.0/22",
    "7:3  why.network is missing: network departs from the recommendation, 10.20.0.0/22\n    Say under why what is different here, or take the recommendation.",
  ],
  [
    "a reason for nothing",
    /$/,
    "  montlyBudget: more\n",
    '21:3  why names "montlyBudget", which this gate does not ask for; did you mean "monthlyBudget"?\n    A reason stands under the path that it is for, for example monthlyBudget.',
  ],
  [
    "an author who is no address",
    "by: ada@orders.example",
    "by: ada",
    '2:1  by must be an e-mail address that somebody reads, got "ada"\n    Write it like ada@orders.example.',
  ],
  [
    "a day that does not exist",
    "decided: 2026-12-15",
    "decided: 2026-02-30",
    '3:1  decided must be a date that exists, written year-month-day, got "2026-02-30"\n    Write it like 2026-11-21.',
  ],
  [
    "a decision in the future",
    "decided: 2026-12-15",
    "decided: 2026-12-24",
    "3:1  decided must not be after today (2026-12-20), got 2026-12-24\n    A decision is dated on the day it is made: 2026-12-20, or 2026-12-19 if it was yesterday.",
  ],
  [
    "a lawful basis outside the six",
    "basis: contract",
    "basis: because",
    '16:86  stores.database.data.basis must be consent, contract, legal-obligation, vital-interests, public-task or legitimate-interests, got "because"\n    Lawful basis under article 6 of the GDPR.',
  ],
  [
    "a residency without the location",
    "residency: [westeurope]",
    "residency: [northeurope]",
    "6:3  residency must include the location westeurope, got northeurope\n    Allow the region, or move the environment to an allowed one.   (DAT-01)",
  ],
  [
    "a network that is too small",
    "10.20.0.0/22",
    "10.20.0.0/28",
    "7:3  network must be at least a /26 to hold apps and endpoints, got 10.20.0.0/28\n    A /22 leaves room to grow, for example 10.20.0.0/22.   (NET-03)",
  ],
  [
    "a network that the platform keeps",
    "10.20.0.0/22",
    "172.30.0.0/22",
    "7:3  network must not overlap 172.30.0.0/16, which Container Apps keeps for itself, got 172.30.0.0/22\n    Take another range, for example 10.20.0.0/22.   (NET-03)",
  ],
  [
    "a network that another environment has",
    "10.20.0.0/22",
    "10.40.2.0/23",
    '7:3  network must not overlap 10.40.0.0/22, the network of orders-pre-production, got "10.40.2.0/23"\n    Take a range of its own, for example the next /22.   (NET-11)',
  ],
  [
    "a support contact that is no address",
    "help@orders.example",
    "0800-ORDERS",
    '9:14  support.contact must be an e-mail address that somebody reads, got "0800-ORDERS"\n    Write it like ada@orders.example.',
  ],
  [
    "an image by tag",
    /web@sha256:1+/,
    "web:0.4.0",
    '14:12  services.web.image must be pinned by digest from Pilot on, got "orders/web:0.4.0"\n    Write repository@sha256:<64 hex digits>; `az acr manifest show-metadata` or `docker buildx imagetools inspect` tells the digest.   (SUP-01)',
  ],
  [
    "an answer of the wrong shape",
    /services:[\s\S]*? {2}stores:/,
    "services: all\n  stores:",
    '13:3  services must be a mapping, got "all"\n    Write one line a name.',
  ],
  [
    "an unknown key of a sitting",
    "gate: pilot",
    "gate: pilot\nteam: ada",
    '2:1  unknown key "team"\n    Known keys: gate, by, decided, answers, why.',
  ],
])("%s has its own message, at its place", (_what, from, to, says) => {
  expect(problemsOf(changed(from, to))).toBe(says);
});

test("two sittings that contradict each other are both named", () => {
  const third = "---\ngate: pilot\nby: grace@orders.example\ndecided: 2026-12-17\nanswers: { network: 10.30.0.0/22 }\n";
  expect(problemsOf(ANSWERS_YAML, third)).toBe(
    '36:12  network is answered twice: "10.20.0.0/22" in sitting 1 (2026-12-15, ada@orders.example), "10.30.0.0/22" in sitting 3 (2026-12-17, grace@orders.example)\n    Keep one of the two answers.',
  );
  expect(problemsOf(ANSWERS_YAML, third.replace("10.30", "10.20"))).toBe("");
});

test("everything that is wrong is told at once, from the top", () => {
  const lines = problemsOf(
    changed("by: ada@orders.example", "by: ada")
      .replace("0800", "")
      .replace("hours:", "hour:")
      .replace("basis: contract", "basis: x"),
  )
    .split("\n")
    .filter((line) => !line.startsWith(" "))
    .map((line) => line.split("  ")[0]);
  expect(lines).toEqual(["2:1", "9:44", "16:86"]);
});

test("a pasted secret is named and never shown", () => {
  const key = `ghp_${"a1B2".repeat(10)}`;
  const said = [
    problemsOf(changed("weekdays 9-17 CET", key)),
    problemsOf(changed("subscription:", `${key}:`)),
    problemsOf(changed("replicas stay up", key)),
  ];
  for (const text of said) {
    expect(text).not.toBe("");
    expect(text).not.toContain(key);
  }
});

test("a file without a sitting is refused in words", () => {
  const folder = folderWith({ "a.yaml": "# nothing yet\n---\n# nor here\n", "b.yaml": "- gate\n" });
  expect(refusal(() => readSittings(join(folder, "a.yaml"))).replace(folder, "")).toBe(
    "/a.yaml holds only comments\n    Remove it, and promote writes a new one to start from.",
  );
  expect(refusal(() => readSittings(join(folder, "b.yaml"))).replace(folder, "")).toBe(
    "/b.yaml:1:1  a sitting must be a mapping, got a list\n    Start with gate, by, decided.",
  );
});
