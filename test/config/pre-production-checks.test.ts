import { resolve } from "../../src/config/resolve";
import { changed, describeMistakes, preProductionConfig } from "../support/pre-production";
import { problemsOf, refusal } from "../support/problems";

test("the Pre-Production of the tests is accepted as it stands", () => {
  expect(problemsOf(preProductionConfig())).toBe("");
});

describeMistakes("an external is refused", [
  [
    "that is not declared",
    (config) => Reflect.deleteProperty(config.externals, "build-registry"),
    'supply.buildRegistry names "build-registry", which is not declared under externals\n    Declare it: build-registry: { kind: registry, owner: …, why: … }.   (SUP-02)',
  ],
  [
    "that is misspelt",
    (config) => Object.assign(config.vpn, { audience: "vpn-audiance" }),
    'vpn.audience names "vpn-audiance", which is not declared under externals; did you mean "vpn-audience"?\n    Declare it: vpn-audiance: { kind: vpn-audience, owner: …, why: … }.   (NET-09)',
  ],
  [
    "of another kind",
    (config) => Object.assign(config.externals["vpn-audience"], { kind: "other" }),
    "vpn.audience must name an external of kind vpn-audience, got other\n    Declare it: vpn-audience: { kind: vpn-audience, owner: …, why: … }.   (NET-09)",
  ],
  [
    "whose name is that of a variable",
    (config) => Object.assign(config.externals, { "tenant-id": config.externals["vpn-audience"] }),
    "externals.tenant-id: the name is taken by a variable that is there already, or by Terraform\n    An external becomes a Terraform variable of its name: choose another one, for example build-registry.",
  ],
  [
    "that is written as the id itself",
    (config) => Object.assign(config.vpn, { audience: "41b23e61-6c1e-4545-b367-cd054e0ed4b4" }),
    'vpn.audience names "41b23e61-6c1e-4545-b367-cd054e0ed4b4", which is not declared under externals\n    Declare it and write its name here: vpn-audience: { kind: vpn-audience, owner: …, why: … }; its id or address is the value of the Terraform variable.   (NET-09)',
  ],
]);

describeMistakes("what becomes of the Pilot is refused", [
  [
    "when data migrates and nobody says how",
    (config) => Reflect.deleteProperty(config.previous, "migration"),
    "previous.data is migrate, but previous.migration does not say who moves it, when and how\n    Add migration: { owner, date, runbook }.   (GOV-03)",
  ],
  [
    "when data migrates after the Pilot is gone",
    (config) => Object.assign(config.previous.migration, { date: "2027-04-20" }),
    "previous.migration.date must not be after destroyBy (2027-04-15), got 2027-04-20\n    The data moves before the old environment is destroyed.   (GOV-03)",
  ],
  [
    "when data is dropped and moved",
    (config) => Object.assign(config.previous, { data: "drop" }),
    "previous.migration says how data is moved, but previous.data is drop\n    Write data: migrate, or remove migration.   (GOV-03)",
  ],
  [
    "when nothing says where the runbook is",
    (config) => Reflect.deleteProperty(config.previous.migration, "runbook"),
    "previous.migration.runbook is required\n    Where it is written how.",
  ],
  [
    "when nobody ends it",
    (config) => Object.assign(config.previous, { destroyBy: "2027-12-01" }),
    "previous.destroyBy must be within 90 days after the decision (2027-03-01), got 2027-12-01\n    An old environment that nobody ends becomes the one that nobody watches.   (GOV-03)",
  ],
  [
    "when it was no Pilot",
    (config) => Object.assign(config.promotion, { from: "orders-poc" }),
    "promotion.from must be an environment at pilot, the stage below, got orders-poc\n    Each gate opens the next stage: promote one at a time.   (GOV-03)",
  ],
]);

describeMistakes("access is refused", [
  [
    "when break-glass is everybody's group",
    (config) => Object.assign(config.access, { breakGlass: config.access.operators }),
    "access.breakGlass must be a group of its own, got the group of operators\n    Emergency accounts are used when everything else fails, and by nobody day to day.   (IAM-04)",
  ],
  [
    "when break-glass is another group's id in capital letters",
    (config) =>
      Object.assign(config.access, {
        approvers: "ABCDEFAB-0000-0000-0000-00000000000A",
        breakGlass: "abcdefab-0000-0000-0000-00000000000a",
      }),
    "access.breakGlass must be a group of its own, got the group of approvers\n    Emergency accounts are used when everything else fails, and by nobody day to day.   (IAM-04)",
  ],
  [
    "for a person",
    (config) => Object.assign(config.access, { operators: "ada@orders.example" }),
    'access.operators must be an object id (a GUID), got "ada@orders.example"\n    Object id of the Entra group that operates the environment.',
  ],
  [
    "that is neither eligible nor standing",
    (config) => Object.assign(config.access, { writers: "always" }),
    'access.writers must be eligible or standing, got "always"\n    Whether operators activate their role when they need it (Entra ID P2) or always hold it.',
  ],
]);

const KEPT = "Keep it longer, or leave it out for the stage's value.";

describeMistakes("what was good enough for a Pilot is refused", [
  [
    "a burstable database",
    (config) => Object.assign(config.stores.database, { sku: "B_Standard_B2s" }),
    'stores.database.sku must be GP_Standard_D2ds_v5, GP_Standard_D4ds_v5 or GP_Standard_D8ds_v5, got "B_Standard_B2s"\n    Compute size. Default: the stage\'s smallest.',
  ],
  [
    "logs of a quarter",
    (config) => Object.assign(config.logging, { retentionDays: 90 }),
    `logging.retentionDays must be at least 180 days at this stage, got 90\n    ${KEPT}   (OBS-01)`,
  ],
  [
    "an image of another registry",
    (config) => Object.assign(config.services.web, { image: `ghcr.io/web@sha256:${"1".repeat(64)}` }),
    `services.web.image must be an image of the environment's own registry, got "ghcr.io/web@sha256:${"1".repeat(57)}…\n    Write repository@sha256:… without a host; the digest is imported from the build registry.   (SUP-02)`,
  ],
  [
    "a migration from another registry",
    (config) => Object.assign(config.stores.database, { migrations: `ghcr.io/web@sha256:${"1".repeat(64)}` }),
    `stores.database.migrations must be an image of the environment's own registry, got "ghcr.io/web@sha256:${"1".repeat(57)}…\n    Write repository@sha256:… without a host; the digest is imported from the build registry.   (SUP-02)`,
  ],
  [
    "an image by tag",
    (config) => Object.assign(config.services.web, { image: "orders/web:1.0.0" }),
    'services.web.image must be pinned by digest from Pilot on, got "orders/web:1.0.0"\n    Write repository@sha256:<64 hex digits>; `az acr manifest show-metadata` or `docker buildx imagetools inspect` tells the digest.   (SUP-01)',
  ],
  [
    "addresses of operators",
    (config) => Object.assign(config, { operatorsFrom: ["203.0.113.7/32"] }),
    'unknown key "operatorsFrom"\n    It is a Pilot\'s setting: from Pre-Production on people come by VPN.',
  ],
  [
    "a filter on a service",
    (config) => Object.assign(config.services.web, { allowFrom: ["203.0.113.7/32"] }),
    'unknown key "allowFrom" in services.web\n    It is a Pilot\'s setting: the entry decides who may call, under entry.allowFrom.',
  ],
  [
    "a domain on a service",
    (config) => Object.assign(config.services.web, { domain: "app.orders.example" }),
    "unknown key \"domain\" in services.web\n    It is a Pilot's setting: host names are the entry's, entry.host and entry.routes.",
  ],
]);

describeMistakes("what a Pre-Production must say is asked for", [
  [
    "the entry, the VPN and the way out",
    (config) => {
      for (const part of ["entry", "vpn", "egress"]) delete config[part];
    },
    "entry is required\n    The one way in from the Internet: an application gateway.",
    "vpn is required\n    How people reach the network: point-to-site, Entra sign-in only.",
    "egress is required\n    What may leave the network.",
  ],
  [
    "who does what",
    (config) => {
      for (const part of ["access", "incidents", "change", "supply", "recovery"]) delete config[part];
    },
    "access is required\n    Who may do what; the foundation gives the roles.",
    "incidents is required\n    What happens when something breaks.",
    "change is required\n    How the environment changes.",
    "supply is required\n    Where images come from.",
    "recovery is required\n    How it is recovered.",
  ],
  [
    "the checks of a release",
    (config) => Object.assign(config.change, { checks: [] }),
    "change.checks must be a list of at least 1, got an empty list\n    Checks that a release must pass.",
  ],
  [
    "how often it is recreated",
    (config) => Object.assign(config.recovery, { recreateEvery: "quarterly" }),
    'recovery.recreateEvery must be a period such as "90 days", got "quarterly"\n    Write a whole number of days, weeks or months: 90 days, 6 weeks, 3 months.',
  ],
]);

test("a service named entry would get the entry's identity, and is refused", () => {
  const config = changed(({ services }) => Object.assign(services, { entry: { ...services.mailer } }));
  expect(refusal(() => resolve(config))).toMatch(
    /^entry and services\.entry would both be named id-entry-orders-preprod-weu-g1\w{4} in Azure\n {4}Rename one of them\.$/,
  );
});
