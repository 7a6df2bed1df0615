import { preProductionConfig } from "../support/pre-production";
import { PRODUCTION_GATE } from "./gates";
import { describeWrongAnswers, problemsAt, type WrongAnswer } from "./wrong-answers";

const gate = PRODUCTION_GATE;

test("the answers are taken as they stand", () => {
  expect(problemsAt(gate)).toBe("");
});

/** An answer beside the others. */
const also = (what: string, answer: string, ...says: readonly string[]): WrongAnswer => [
  what,
  "answers:\n",
  `answers:\n  ${answer}\n`,
  ...says,
];

const ASKED =
  "This gate asks for: entry, monthlyBudget, network, previous, promise, recovery, reviewBy, risks, services, stores, subscription.";
const carried = (path: string, answer: string, at = "5:3"): WrongAnswer =>
  also(
    `${path}, which the Pre-Production has`,
    answer,
    `${at}  ${path} is carried from orders-pre-production, so it cannot be answered\n    Change it there before the promotion, or in the Production's own file after it.`,
  );

describeWrongAnswers("what is no answer at this gate is refused", gate, [
  [
    "a gate that is not there yet",
    "gate: production",
    "gate: scale",
    '1:1  gate must be production, the next one after pre-production, got "scale"\n    One gate at a time: a Pre-Production becomes a Production.',
  ],
  carried("residency", "residency: [westeurope, northeurope]"),
  carried("egress", "egress: { sku: Standard }"),
  carried("vpn", "vpn: { pool: 172.21.0.0/24, audience: vpn-audience }"),
  carried("stores.database.data", "stores: { database: { data: { keep: 1 day } } }", "5:25"),
  also(
    "a schedule of recreation, which ends here",
    "recovery: { recreateEvery: 90 days }",
    '5:15  unknown key "recreateEvery" in recovery\n    Known keys: path, geoBackup.',
  ),
  also(
    "addresses of operators, who come by VPN",
    "operatorsFrom: [203.0.113.7/32]",
    `5:3  unknown answer "operatorsFrom"\n    ${ASKED}`,
  ),
  also(
    "a promise that is misspelt",
    "promisse: { availability: 99.5 }",
    `5:3  unknown answer "promisse"; did you mean "promise"?\n    ${ASKED}`,
  ),
  [
    "an author who is no address",
    "by: ada@orders.example",
    "by: ada",
    '2:1  by must be an e-mail address that somebody reads, got "ada"\n    Write it like ada@orders.example.',
  ],
]);

describeWrongAnswers("a promise is refused", gate, [
  [
    "that everything is always there",
    "availability: 99.5",
    "availability: 100",
    "10:5  promise.availability must be a percentage between 90 and 100, such as 99.5, got 100\n    No topology is there always: 100 is not a promise.",
  ],
  [
    "with a sign behind its number",
    "availability: 99.5",
    "availability: 99.5 %",
    '10:5  promise.availability must be a number, got "99.5 %"\n    Percent of a month that the service answers, planned downtime apart.',
  ],
  [
    "with a time that is cut short",
    "rto: 8 hours",
    "rto: 8h",
    '11:5  promise.rto must be a time such as "8 hours", got "8h"\n    Write a whole number of minutes, hours or days: 90 minutes, 8 hours, 2 days.',
  ],
  [
    "that nothing is ever lost",
    "rpo: 1 hour",
    "rpo: 0 hours",
    '12:5  promise.rpo must be a time such as "8 hours", got "0 hours"\n    Write a whole number of minutes, hours or days: 90 minutes, 8 hours, 2 days.',
  ],
  [
    "of another percentile",
    "p95: 800",
    "p99: 800",
    '16:16  unknown key "p99" in promise.latency; did you mean "p95"?\n    Known keys: p95.',
  ],
  [
    "for a disaster that it does not know",
    "    latency",
    "    disasters: [flood]\n    latency",
    '16:17  promise.disasters[0] must be mistake, zone or region, got "flood"\n    Disasters that RTO and RPO are promised for. Default: mistake and zone.',
  ],
  [
    "of a service that is not there",
    "    latency",
    "    covers: [wbe]\n    latency",
    '16:14  promise.covers[0] names "wbe", which is not a service; did you mean "web"?\n    Services: web, api, admin, reports, rates, mailer, cleanup.',
  ],
]);

describeWrongAnswers("a risk is refused", gate, [
  [
    "when there is none",
    / {2}risks:\n.*\n/,
    "  risks: []\n",
    "17:3  risks must be a list of at least 1, got an empty list\n    Risks that the company accepted.",
  ],
  [
    "of no known class",
    "class: customer-impact",
    "class: weather",
    '18:35  risks[0].class must be data, customer-impact, compliance or operational-dependency, got "weather"\n    What it would touch.',
  ],
  [
    "that nobody in particular accepted",
    "owner: ada@orders.example",
    "owner: everybody",
    '18:59  risks[0].owner must be an e-mail address that somebody reads, got "everybody"\n    Write it like ada@orders.example.',
  ],
  [
    "that was accepted after the decision",
    "accepted: 2027-05-28",
    "accepted: 2027-06-02",
    "18:86  risks[0].accepted must not be after the decision (2027-06-01), got 2027-06-02\n    Name the day on which somebody accepted it: what nobody has accepted yet is not accepted.   (GOV-05)",
  ],
  [
    "that does not say when it was accepted",
    ", accepted: 2027-05-28",
    "",
    "18:7  risks[0].accepted is required\n    Day on which it was accepted, no later than the decision.",
  ],
  [
    "that was accepted on no day",
    "accepted: 2027-05-28",
    "accepted: 2027-06-31",
    '18:86  risks[0].accepted must be a date that exists, written year-month-day, got "2027-06-31"\n    Write it like 2026-11-21.',
  ],
]);

describeWrongAnswers("what the Pre-Production has, and keeps, is refused", gate, [
  [
    "when it is the network",
    "10.40.0.0/22",
    "10.30.2.0/23",
    '6:3  network must not overlap 10.30.0.0/22, the network of orders-pre-production, got "10.30.2.0/23"\n    Take a range of its own, for example the next /22.   (NET-11)',
  ],
  [
    "when it is the VPN clients' addresses",
    "10.40.0.0/22",
    "172.20.0.0/22",
    '6:3  network must not overlap 172.20.0.0/24, the VPN pool that is carried from orders-pre-production, got "172.20.0.0/22"\n    Take a range of its own: clients of the VPN have addresses outside of every network.   (NET-09)',
  ],
  [
    "when it is the subscription",
    "orders-production",
    "orders-preproduction",
    '5:3  subscription must not be the one that holds orders-pre-production, got "orders-preproduction"\n    From Pilot on each environment has a subscription of its own: who deploys one could change all in the other.   (FND-02)',
  ],
  [
    "when it is the Pilot's subscription, who stands there too",
    "orders-production",
    "orders-customers",
    '5:3  subscription must not be the one that holds orders-pilot, got "orders-customers"\n    From Pilot on each environment has a subscription of its own: who deploys one could change all in the other.   (FND-02)',
  ],
  [
    "when it is the host name",
    "app.orders.example",
    "preprod.orders.example",
    '8:12  entry.host must not be a host name of orders-pre-production, got "preprod.orders.example"\n    Both stand side by side, and a name leads to one of them: take one of its own.',
  ],
  [
    "when it is a further host name",
    '"/admin": admin',
    '"admin.orders.example/": admin',
    '8:103  entry.routes must not be a host name of orders-pre-production, got "admin.orders.example"\n    Both stand side by side, and a name leads to one of them: take one of its own.',
  ],
]);

describeWrongAnswers("what is to be kept is refused", gate, [
  also(
    "when copies would lie where data may not",
    "recovery: { geoBackup: paired-region }",
    "5:15  recovery.geoBackup would keep copies in northeurope, which residency does not allow\n    Add northeurope to residency, or answer none.   (DAT-02)",
  ),
  also(
    "when the way back is another one, and nobody says why",
    "recovery: { path: by hand, geoBackup: none }",
    "5:3  why.recovery is missing: recovery departs from the recommendation, path restore the database to a point in time beside the old server, geoBackup none\n    Say under why what is different here, or take the recommendation.",
  ),
  also(
    "when the Pre-Production goes, on no day",
    "previous: { data: drop }",
    "5:3  previous.destroyBy is required with data: drop\n    Name the day, or answer keep, if the old environment stays to rehearse changes on.   (GOV-03)",
  ),
  also(
    "when the Pre-Production stays half a year, to go",
    "previous: { data: drop, destroyBy: 2027-12-01 }",
    "5:27  previous.destroyBy must be within 90 days after the decision (2027-06-01), got 2027-12-01\n    An old environment that nobody ends becomes the one that nobody watches.   (GOV-03)",
  ),
  also(
    "when the Pre-Production goes later than in two months, and nobody says why",
    "previous: { data: drop, destroyBy: 2027-08-20 }",
    "5:3  why.previous is missing: previous departs from the recommendation, data keep\n    Say under why what is different here, or take the recommendation.",
  ),
  [
    "when the network is the Pilot's",
    "10.40.0.0/22",
    "10.20.0.0/22",
    '6:3  network must not overlap 10.20.0.0/22, the network of orders-pilot, got "10.20.0.0/22"\n    Take a range of its own, for example the next /22.   (NET-11)',
  ],
  [
    "when more is spent, and nobody says what for",
    /why:\n.*\n/,
    "",
    "7:3  why.monthlyBudget is missing: monthlyBudget rises from 2000 to 3000\n    Say under why what the money is for: who pays should not have to guess.   (CST-03)",
  ],
]);

test("a Pre-Production in a region without zones is named as what must change, since the answers cannot", () => {
  const from = { ...preProductionConfig(), location: "westus", residency: ["westus"] };
  expect(problemsAt({ ...gate, from })).toBe(
    "orders.pre-production.yaml:3:1  location must be a region with availability zones at this stage, got westus\n    Nothing in it survives the loss of a datacenter. Build this stage in another region that residency allows.   (RES-01)",
  );
});

test("a public service that no route leads to is named where it stands", () => {
  expect(problemsAt({ ...gate, answers: gate.answers.replace(', "/admin": admin', "") })).toMatch(
    /^orders\.pre-production\.yaml:\d+:5 {2}services\.admin is public, but no route of the entry leads to it\n {4}Add a route under entry\.routes, for example "\/admin": admin, or make it private\. {3}\(NET-05\)$/,
  );
});
