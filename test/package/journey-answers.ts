/** What the people of another product write, in another region: answers, foundation and evidence. */

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
export const GROUP = (digit: number) => `7c0d9c1e-5a52-4d0c-8a6e-3f2b1c0d9e0${digit}`;

const WEB = `parcels/web@${digest("a")}`;
const JOB = `parcels/job@${digest("b")}`;

export const PILOT_ANSWERS = `gate: pilot
by: eva@parcels.example
decided: 2026-12-08
answers:
  subscription: Azure subscription 1
  residency: [swedencentral]
  network: 10.120.0.0/22
  monthlyBudget: 300
  operatorsFrom: [198.51.100.0/28]
  support: { contact: help@parcels.example, hours: weekdays 8-18 CET }
  privacy: { role: controller, contact: privacy@parcels.example }
  previous: { data: drop, destroyBy: 2026-12-18 }
  services: { web: { image: "${WEB}" }, api: { image: "${WEB}" }, cleanup: { image: "${JOB}" } }
  stores:
    database:
      migrations: "${JOB}"
      data: { categories: [name, address], purpose: deliver parcels, basis: contract, keep: 12 months }
    files: { data: { categories: [labels], purpose: proof of delivery, basis: legal-obligation, keep: 36 months } }
why:
  network: the offices have 10.0.0.0/10
  monthlyBudget: replicas stay up, own network and registry
`;

export const PRE_PRODUCTION_ANSWERS = `gate: pre-production
by: eva@parcels.example
decided: 2027-02-15
answers:
  subscription: Pay-As-You-Go
  network: 10.121.0.0/22
  monthlyBudget: 2100
  decisions: { platform: "Container Apps, confirmed for Production" }
  previous:
    data: migrate
    destroyBy: 2027-04-01
    migration: { owner: ben@parcels.example, date: 2027-03-01, runbook: "https://wiki.parcels.example/migrate" }
  entry: { host: preprod.parcels.example, certificate: entry-certificate, routes: { "/": web } }
  egress: { allow: { maps: { fqdns: [api.maps.example], owner: ben@parcels.example, why: addresses become places } } }
  access:
    readers: ${GROUP(3)}
    operators: ${GROUP(2)}
    approvers: ${GROUP(5)}
    breakGlass: ${GROUP(4)}
    writers: eligible
  incidents:
    coordinator: eva@parcels.example
    responder: ben@parcels.example
    channel: https://chat.parcels.example/incidents
    postMortems: https://wiki.parcels.example/post-mortems
  change:
    deploys: ben@parcels.example
    approves: eva@parcels.example
    acceptsRisk: eva@parcels.example
    checks: [unit tests, gatewright check]
why:
  network: the offices have 10.0.0.0/10
  monthlyBudget: a gateway, a firewall and a VPN of its own
`;

export const PRODUCTION_ANSWERS = `gate: production
by: eva@parcels.example
decided: 2027-05-03
answers:
  subscription: parcels-production
  network: 10.122.0.0/22
  monthlyBudget: 3200
  entry: { host: app.parcels.example, certificate: entry-certificate, routes: { "/": web } }
  promise:
    availability: 99.5
    rto: 8 hours
    rpo: 1 hour
    support: weekdays 8-18 CET
    plannedDowntime: Sundays 02:00-04:00 UTC
    customers: the status page https://status.parcels.example
    latency: { p95: 800 }
  risks:
    - { risk: the region is lost, class: customer-impact, owner: eva@parcels.example, accepted: 2027-05-01 }
why:
  network: the offices have 10.0.0.0/10
  monthlyBudget: zones, standbys and a second copy of everything
`;

/** What is filled into the foundation that `init foundation` wrote. */
export const FOUNDATION_FILLED: readonly (readonly [old: string, text: string])[] = [
  ['repository: "?"', "repository: parcels-example/parcels"],
  ["  parcels-pilot: {", "  Azure subscription 1: {"],
  ["subscription: parcels-pilot }", "subscription: Azure subscription 1 }"],
  ['owners: "?"', `owners: ${GROUP(1)}`],
  ['operators: "?"', `operators: ${GROUP(2)}`],
  ['readers: "?"', `readers: ${GROUP(3)}`],
  ['breakGlass: "?"', `breakGlass: ${GROUP(4)}`],
  ['name: "?"', "name: parcels.example"],
  ['website: "?"', "website: https://parcels.example"],
  [', "?"]', ", ben@parcels.example]"],
  ['evidence: ""', "evidence: the folder Evidence"],
];

/** What the foundation says once it is applied, and the two later environments are listed. */
export const FOUNDATION_GROWN: readonly (readonly [old: string, text: string])[] = [
  ["state: local", "state: own"],
  [
    "environments: #",
    "  Pay-As-You-Go: { monthlyBudget: 2500 }\n  parcels-production: { monthlyBudget: 4000 }\nenvironments: #",
  ],
  [
    "groups: #",
    "  - { stage: pre-production, subscription: Pay-As-You-Go }\n  - { stage: production, subscription: parcels-production }\ngroups: #",
  ],
];

const fact = (env: string, fact: string, date: string, more = "") =>
  `- { fact: ${fact}, env: parcels-${env}, by: eva@parcels.example, date: ${date}, link: "https://wiki.parcels.example/${env}/${fact}"${more} }\n`;
const bill = `, measured: { digests: ["${digest("a")}", "${digest("b")}"] }`;

export const PRE_PRODUCTION_EVIDENCE = [
  fact("pre-production", "vpn-group", "2027-02-16"),
  fact("pre-production", "data-protection-review", "2027-02-16"),
  fact("pre-production", "sbom", "2027-02-15", bill),
].join("");

export const PRODUCTION_EVIDENCE = [
  PRE_PRODUCTION_EVIDENCE,
  fact("production", "vpn-group", "2027-05-10"),
  fact("production", "data-protection-review", "2027-05-10"),
  fact("production", "sbom", "2027-05-03", bill),
  fact("production", "restore-drilled", "2027-05-12", ", generation: 1, measured: { rto: 3 hours, rpo: 10 minutes }"),
  fact("production", "review-held", "2027-05-14"),
  fact("production", "risk-accepted", "2027-05-14"),
].join("");
