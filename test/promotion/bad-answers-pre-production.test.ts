import { PRE_PRODUCTION_GATE } from "./gates";
import { describeWrongAnswers, problemsAt, type WrongAnswer } from "./wrong-answers";

const gate = PRE_PRODUCTION_GATE;

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

describeWrongAnswers("what is no answer at this gate is refused", gate, [
  [
    "a gate that is skipped",
    "gate: pre-production",
    "gate: production",
    '1:1  gate must be pre-production, the next one after pilot, got "production"\n    One gate at a time: a Pilot becomes a Pre-Production.',
  ],
  also(
    "support, which the Pilot has",
    "support: { contact: help@orders.example, hours: always }",
    "5:3  support is carried from orders-pilot, so it cannot be answered\n    Change it there before the promotion, or in the Pre-Production's own file after it.",
  ),
  also(
    "a port, which the Pilot has",
    "services: { web: { port: 80 } }",
    "5:22  services.web.port is carried from orders-pilot, so it cannot be answered\n    Change it there before the promotion, or in the Pre-Production's own file after it.",
  ),
  also(
    "addresses of operators, who come by VPN from here on",
    "operatorsFrom: [203.0.113.7/32]",
    "5:3  operatorsFrom ends with orders-pilot: a Pre-Production has none\n    Remove the answer.",
  ),
  also(
    "a service that the Pilot has not",
    'services: { wbe: { image: "orders/wbe" } }',
    '5:15  unknown answer services.wbe: orders-pilot has no such name under services; did you mean "web"?\n    Known: web, api, mailer, cleanup.',
  ),
  also(
    "a promise, which is for the next gate",
    "promise: { availability: 99.5 }",
    '5:3  unknown answer "promise"\n    This gate asks for: access, change, decisions, egress, entry, externals, incidents, monthlyBudget, network, previous, recovery, reviewBy, services, stores, subscription, supply, vpn.',
  ),
  also(
    "a waiver",
    "waivers: []",
    "5:3  waivers of orders-pilot end with it, and new ones are no answer\n    Add them to the Pre-Production's own file after the promotion.",
  ),
  also(
    "what nobody asks for, with nothing behind it",
    "vnp: {}",
    '5:3  unknown answer "vnp"; did you mean "vpn"?\n    This gate asks for: access, change, decisions, egress, entry, externals, incidents, monthlyBudget, network, previous, recovery, reviewBy, services, stores, subscription, supply, vpn.',
  ),
  also(
    "a field that nobody asks for, with nothing behind it",
    "vpn: { pol: }",
    '5:10  unknown key "pol" in vpn; did you mean "pool"?\n    Known keys: pool, audience.',
  ),
  also(
    "support, with nothing behind it",
    "support:",
    "5:3  support is carried from orders-pilot, so it cannot be answered\n    Change it there before the promotion, or in the Pre-Production's own file after it.",
  ),
  [
    "a decision from before the Pilot was there",
    "decided: 2027-03-01",
    "decided: 2026-12-14",
    "3:1  decided must not be before 2026-12-15, the day on which orders-pilot was made, got 2026-12-14\n    Only an environment that is there can go through a gate.   (GOV-03)",
    "11:5  previous.destroyBy must be within 90 days after the decision (2026-12-14), got 2027-04-15\n    An old environment that nobody ends becomes the one that nobody watches.   (GOV-03)",
  ],
  [
    "a decision of tomorrow",
    "decided: 2027-03-01",
    "decided: 2027-03-03",
    "3:1  decided must not be after today (2027-03-02), got 2027-03-03\n    A decision is dated on the day it is made: 2027-03-02, or 2027-03-01 if it was yesterday.",
  ],
]);

describeWrongAnswers("what becomes of the Pilot is refused", gate, [
  [
    "when data moves, and nobody says how",
    / {4}migration:.*\n/,
    "",
    "9:3  previous.data is migrate, but previous.migration does not say who moves it, when and how\n    Add migration: { owner, date, runbook }.   (GOV-03)",
  ],
  [
    "when somebody says how data moves that is dropped",
    "data: migrate",
    "data: drop",
    "12:5  previous.migration says how data is moved, but previous.data is drop\n    Write data: migrate, or remove migration.   (GOV-03)",
  ],
  [
    "when data moves after it is gone",
    "date: 2027-03-20",
    "date: 2027-05-20",
    "12:47  previous.migration.date must not be after destroyBy (2027-04-15), got 2027-05-20\n    The data moves before the old environment is destroyed.   (GOV-03)",
  ],
  [
    "when data moves before anything is decided",
    "date: 2027-03-20",
    "date: 2027-02-28",
    "12:47  previous.migration.date must not be before the decision (2027-03-01), got 2027-02-28\n    Data moves to an environment that is there, and it is made after the decision.   (GOV-03)",
  ],
  [
    "when it stays for half a year",
    "destroyBy: 2027-04-15",
    "destroyBy: 2027-09-01",
    "11:5  previous.destroyBy must be within 90 days after the decision (2027-03-01), got 2027-09-01\n    An old environment that nobody ends becomes the one that nobody watches.   (GOV-03)",
  ],
]);

describeWrongAnswers("a network is refused", gate, [
  [
    "that the Pilot has",
    "10.30.0.0/22",
    "10.20.0.0/22",
    '6:3  network must not overlap 10.20.0.0/22, the network of orders-pilot, got "10.20.0.0/22"\n    Take a range of its own, for example the next /22.   (NET-11)',
  ],
  [
    "that another environment has",
    "10.30.0.0/22",
    "10.40.2.0/23",
    '6:3  network must not overlap 10.40.0.0/22, the network of orders-production, got "10.40.2.0/23"\n    Take a range of its own, for example the next /22.   (NET-11)',
  ],
  [
    "that was large enough for a Pilot",
    "10.30.0.0/22",
    "10.30.0.0/24",
    "6:3  network must be at least a /23 to hold apps, gateway, endpoints, data, AzureFirewallSubnet, AzureFirewallManagementSubnet, GatewaySubnet and resolver, got 10.30.0.0/24\n    A /22 leaves room to grow, for example 10.20.0.0/22.   (NET-03)",
  ],
  also(
    "whose addresses VPN clients get as well",
    "vpn: { pool: 10.30.1.0/24, audience: vpn-audience }",
    "5:10  vpn.pool must not overlap the network 10.30.0.0/22, got 10.30.1.0/24\n    Clients get addresses of their own, for example 172.20.0.0/24.   (NET-09)",
  ),
  [
    "that takes the usual addresses of VPN clients, who get those by an answer",
    "network: 10.30.0.0/22",
    "network: 172.20.0.0/22\n  vpn: { pool: 172.20.0.0/24, audience: vpn-audience }",
    "7:10  vpn.pool must not overlap the network 172.20.0.0/22, got 172.20.0.0/24\n    Clients get addresses of their own, for example 192.168.220.0/24.   (NET-09)",
  ],
  also(
    "whose VPN clients get addresses of the Pilot's",
    "vpn: { pool: 10.20.1.0/24, audience: vpn-audience }",
    '5:10  vpn.pool must not overlap 10.20.0.0/22, the network of orders-pilot, got "10.20.1.0/24"\n    Clients get addresses of their own, for example 172.20.0.0/24.   (NET-09)',
  ),
  also(
    "whose VPN clients sign in to nothing that is declared",
    "vpn: { pool: 172.20.0.0/24, audience: people }",
    '5:31  vpn.audience names "people", which is not declared under externals\n    Declare it: people: { kind: vpn-audience, owner: …, why: … }.   (NET-09)',
  ),
]);

describeWrongAnswers("a way in or out is refused", gate, [
  [
    "that leads to nothing",
    '"/": web',
    '"/": web, "/shop": shop',
    '13:94  entry.routes: /shop leads to "shop", which is not a service\n    Services: web, api, mailer, cleanup.',
  ],
  [
    "that leads the root of its host nowhere",
    '"/": web',
    '"/web": web',
    '13:74  entry.routes must lead preprod.orders.example/ somewhere, got only /web\n    Add a route for the rest of the host, for example "/": web.   (NET-05)',
  ],
  [
    "that has an address for a host name",
    "host: preprod.orders.example",
    "host: https://preprod.orders.example/",
    '13:12  entry.host must be a host name such as app.orders.example, got "https://preprod.orders.example/"\n    Host name that the entry answers to.',
  ],
  [
    "to everywhere",
    "[api.payments.example]",
    '["*"]',
    '16:27  egress.allow.payments.fqdns[0] must be the name of one owner\'s host, got "*"\n    Name the host, for example api.payments.example; a wildcard is for a domain that one company owns.   (NET-08)',
  ],
  [
    "to everybody's storage",
    "[api.payments.example]",
    '["*.blob.core.windows.net"]',
    '16:27  egress.allow.payments.fqdns[0] must be the name of one owner\'s host, got "*.blob.core.windows.net"\n    Name the host, for example api.payments.example; a wildcard is for a domain that one company owns.   (NET-08)',
  ],
  [
    "to the Internet by its tag",
    "fqdns: [api.payments.example]",
    "tag: Internet",
    '16:19  egress.allow.payments.tag must be the tag of one Azure service, got "Internet"\n    Name hosts under fqdns: a tag for all of Azure, the Internet, or a service of every customer such as Storage or Sql allows everybody.   (NET-08)',
  ],
  [
    "through a firewall that does not exist",
    "  egress:\n",
    "  egress:\n    sku: Premium\n",
    '15:5  egress.sku must be Basic or Standard, got "Premium"\n    Azure Firewall tier. Basic only alerts on known bad addresses, resolves no names for clients and takes 250 Mbit/s.',
  ],
]);

describeWrongAnswers("people, images and money are refused", gate, [
  [
    "when the subscription is the Pilot's",
    "orders-preproduction",
    "orders-customers",
    '5:3  subscription must not be the one that holds orders-pilot, got "orders-customers"\n    From Pilot on each environment has a subscription of its own: who deploys one could change all in the other.   (FND-02)',
  ],
  [
    "when the firewall is a better one, and nobody says why",
    "  egress:\n",
    "  egress:\n    sku: Standard\n",
    "14:3  why.egress is missing: egress departs from the recommendation, sku Basic, allow nothing\n    Say under why what is different here, or take the recommendation.",
  ],
  also(
    "when it is reviewed before it is decided",
    "reviewBy: 2027-02-28",
    "5:3  reviewBy must not be before the decision (2027-03-01), got 2027-02-28\n    Name the day by which somebody looks at it again.",
  ),
  [
    "when a group is a name",
    "00000000-0000-0000-0000-000000000003",
    "approvers",
    '20:5  access.approvers must be an object id (a GUID), got "approvers"\n    Object id of the Entra group that approves releases.',
  ],
  [
    "when emergency accounts are everybody's",
    "000000000004",
    "000000000001",
    "21:5  access.breakGlass must be a group of its own, got the group of readers\n    Emergency accounts are used when everything else fails, and by nobody day to day.   (IAM-04)",
  ],
  [
    "when writers hold their role otherwise",
    "writers: eligible",
    "writers: always",
    '22:5  access.writers must be eligible or standing, got "always"\n    Whether operators activate their role when they need it (Entra ID P2) or always hold it.',
  ],
  [
    "when a release passes no check",
    "[unit tests]",
    "[]",
    "28:107  change.checks must be a list of at least 1, got an empty list\n    Checks that a release must pass.",
  ],
  also(
    "when an image comes from elsewhere",
    'services: { web: { image: "ghcr.io/web@sha256:1111111111111111111111111111111111111111111111111111111111111111" } }',
    "5:22  services.web.image must be an image of the environment's own registry, got \"ghcr.io/web@sha256:111111111111111111111111111111111111111111111111111111111…\n    Write repository@sha256:… without a host; the digest is imported from the build registry.   (SUP-02)",
  ),
  also(
    "when images are built where nobody declared",
    "supply: { buildRegistry: hub }",
    '5:13  supply.buildRegistry names "hub", which is not declared under externals\n    Declare it: hub: { kind: registry, owner: …, why: … }.   (SUP-02)',
  ),
  [
    "when more is spent, and nobody says what for",
    /why:\n.*\n/,
    "",
    "7:3  why.monthlyBudget is missing: monthlyBudget rises from 350 to 2000\n    Say under why what the money is for: who pays should not have to guess.   (CST-03)",
  ],
  also(
    "when it is reviewed a year later, and nobody says why",
    "reviewBy: 2028-03-01",
    "5:3  why.reviewBy is missing: reviewBy departs from the recommendation, 2027-05-30\n    Say under why what is different here, or take the recommendation.",
  ),
]);

test("a wrong answer is told where it was given, not in a later sitting that leaves the question open", () => {
  const later = "---\ngate: pre-production\nby: grace@orders.example\ndecided: 2027-03-02\nanswers:\n  network:\n";
  const answers = `${gate.answers.replace("10.30.0.0/22", "10.20.0.0/22")}${later}`;
  expect(problemsAt({ ...gate, answers })).toMatch(/^6:3 {2}network must not overlap 10\.20\.0\.0\/22/);
});
