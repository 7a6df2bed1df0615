import { z } from "zod";
import { isNoService, isTooBroad, isUnknownPart, isWideAddress, suggestTag } from "../egress";
import { ROUTE } from "../entry";
import { cidr, date, email, guid, hostname, partName, secretName, sentence } from "./primitives";
import { previousShape } from "./retained";
import { patterned, type RuleParams, rule } from "./rule";

/** A stretch of time, written as people say it. */
export const period = patterned(
  /^[1-9]\d* (?:day|week|month)s?$/,
  'a period such as "90 days"',
  "Write a whole number of days, weeks or months: 90 days, 6 weeks, 3 months.",
);

const fqdn = rule(
  patterned(
    /^(?:\*|\*\.[A-Za-z]+|(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,})$/,
    "a host name such as api.payments.example",
    "Write it in lower case, without https:// or a path. Ranges of addresses are not allowed: name hosts, or a tag.",
  ),
  (name) => !isTooBroad(name),
  {
    mustBe: "the name of one owner's host",
    fix: "Name the host, for example api.payments.example; a wildcard is for a domain that one company owns.",
    control: "NET-08",
  },
);

const TAG = /^[A-Z][A-Za-z]+(?:\.[A-Za-z0-9]+)*$/;
const oneService = {
  mustBe: "the tag of one Azure service",
  fix: "Name hosts under fqdns: a tag for all of Azure, the Internet, or a service of every customer such as Storage or Sql allows everybody.",
  control: "NET-08",
} satisfies RuleParams;

const realRegion = {
  mustBe: "a tag whose region there is",
  fix: "Write the service and the region, for example MicrosoftContainerRegistry.WestEurope.",
  control: "NET-08",
  suggest: suggestTag,
} satisfies RuleParams;

const known = (tag: string) => TAG.test(tag) && !isWideAddress(tag);

const serviceTag = rule(
  rule(
    z.string().regex(TAG, { error: JSON.stringify(oneService) }),
    (tag) => !TAG.test(tag) || (known(tag) && !isNoService(tag)),
    oneService,
  ),
  (tag) => !known(tag) || isNoService(tag) || !isUnknownPart(tag),
  realRegion,
);

const destination = z
  .strictObject({
    fqdns: z.array(fqdn).min(1).optional().describe("Host names, over HTTPS or HTTP."),
    tag: serviceTag.optional().describe("Service tag of one Azure service."),
    ports: z
      .array(z.int().min(1).max(65_535))
      .min(1)
      .optional()
      .describe("TCP ports; beside 443 and 80 host names need a Standard firewall. Default 443."),
    owner: email.describe("Who asked for it and answers for it."),
    why: sentence,
    until: date.optional().describe("Last day it is needed; after it the gate asks again."),
  })
  .describe("One allowed destination: hosts, or a service tag.");

const routeKey = patterned(
  ROUTE,
  "a path such as /api, or a host and a path such as admin.orders.example/",
  "A path leads everything below it too, so it ends without / and *; a host stands before its path, without https://.",
);

const entry = z
  .strictObject(
    {
      host: hostname.describe("Host name that the entry answers to."),
      certificate: secretName.describe(
        "Name of the secret in the environment's vault that holds the certificate, as PFX.",
      ),
      allowFrom: z.array(cidr).min(1).optional().describe("Addresses that may use the entry. Default: everybody."),
      routes: z
        .record(routeKey, partName)
        .describe("Public service by path, or by host and path; a path leads everything below it too."),
    },
    {
      error: ({ code }) =>
        code === "invalid_type"
          ? JSON.stringify({
              mustBe: "one entry: a mapping of host, certificate and routes",
              fix: "An environment has one way in; further host names go into routes.",
              control: "NET-05",
            })
          : undefined,
    },
  )
  .describe("The one way in from the Internet: an application gateway.");

/** What a Pre-Production and every stage after it say beside what a Pilot says. A stage asks for some of it. */
export const hardenedShape = {
  entry,
  vpn: z
    .strictObject({
      pool: cidr.describe("Addresses that VPN clients get; outside every network."),
      audience: z.string().describe("Name of the external, of kind vpn-audience, that people sign in to."),
    })
    .describe("How people reach the network: point-to-site, Entra sign-in only."),
  egress: z
    .strictObject({
      sku: z
        .enum(["Basic", "Standard"])
        .describe(
          "Azure Firewall tier. Basic only alerts on known bad addresses, resolves no names for clients and takes 250 Mbit/s.",
        ),
      allow: z.record(partName, destination).describe("What may be reached outside, by name; all else is denied."),
    })
    .describe("What may leave the network."),
  access: z
    .strictObject({
      readers: guid.describe("Object id of the Entra group that may look."),
      operators: guid.describe("Object id of the Entra group that operates the environment."),
      approvers: guid.describe("Object id of the Entra group that approves releases."),
      breakGlass: guid.describe("Object id of the Entra group of the emergency accounts."),
      writers: z
        .enum(["eligible", "standing"])
        .describe("Whether operators activate their role when they need it (Entra ID P2) or always hold it."),
    })
    .describe("Who may do what; the foundation gives the roles."),
  incidents: z
    .strictObject({
      coordinator: email.describe("Who leads an incident."),
      responder: email.describe("Who repairs."),
      channel: sentence.describe("Where those involved talk."),
      postMortems: sentence.describe("Where what was learnt is kept."),
    })
    .describe("What happens when something breaks."),
  change: z
    .strictObject({
      deploys: email.describe("Who releases."),
      approves: email.describe("Who approves a release; somebody else."),
      acceptsRisk: email.describe("Who may accept a risk."),
      checks: z.array(sentence).min(1).describe("Checks that a release must pass."),
    })
    .describe("How the environment changes."),
  supply: z
    .strictObject({
      buildRegistry: z.string().describe("Name of the external, of kind registry, that images are imported from."),
    })
    .describe("Where images come from."),
  recovery: z
    .strictObject({
      path: sentence.describe("How the environment and its data come back."),
      recreateEvery: period.describe("How often it is recreated deliberately, for example 90 days."),
    })
    .describe("How it is recovered."),
} satisfies z.ZodRawShape;

/** What becomes of an environment that may hold real data. */
export const previousWithMigration = z
  .strictObject({
    ...previousShape,
    migration: z
      .strictObject({
        owner: email.describe("Who moves the data."),
        date: date.describe("When it is moved."),
        runbook: sentence.describe("Where it is written how."),
      })
      .optional()
      .describe("How the data is moved; needed with data: migrate."),
  })
  .describe("What becomes of the old environment.");

export const exposure = z
  .enum(["public", "network", "private"])
  .optional()
  .describe(
    "public: through the entry, which routes to it. network: from the network, so by VPN. Default private: this environment only.",
  );
