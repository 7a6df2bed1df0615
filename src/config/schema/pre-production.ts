import { z } from "zod";
import { isTooBroad, isWideAddress } from "../egress";
import { ROUTE } from "../entry";
import { parseImage } from "../image";
import { commonShape } from "./common";
import { dataMapEntry, digestImage } from "./pilot";
import { budgetOf, reviewDeparts, reviewOf } from "./pilot-answers";
import { entryExample, externalsOf, networkAfter, ownImage, poolBeside, RECOVERY } from "./pre-production-answers";
import { cidr, date, email, guid, hostname, partName, secretName, sentence } from "./primitives";
import { previousShape, promotionRecord, retainedShape } from "./retained";
import { patterned, type QuestionMeta, rule } from "./rule";
import { serviceBehindEntryShape, serviceRecord } from "./service";
import { storesSchema } from "./store";

/** Sizes of a database from Pre-Production on: general purpose, so that load tests mean something. */
export const GENERAL_PURPOSE_SKUS = ["GP_Standard_D2ds_v5", "GP_Standard_D4ds_v5", "GP_Standard_D8ds_v5"] as const;

const question = (meta: QuestionMeta): QuestionMeta => meta;

const ownDigestImage = rule(digestImage, (text) => parseImage(text)?.host === undefined, {
  mustBe: "an image of the environment's own registry",
  fix: "Write repository@sha256:… without a host; the digest is imported from the build registry.",
  control: "SUP-02",
});
const image = ownDigestImage.meta(question({ ask: "Which digest of the image runs?", recommend: ownImage }));

/** What people may do at a gate is decided for a period. */
export const period = patterned(/^[1-9]\d* (?:day|week|month)s?$/, 'a period such as "90 days"');

const fqdn = rule(
  patterned(
    /^(?:\*|\*\.[A-Za-z]+|(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,})$/,
    "a host name such as api.payments.example",
    "Ranges of addresses are not allowed: name the host, or a service tag under tag.",
  ),
  (name) => !isTooBroad(name),
  {
    mustBe: "the name of one owner's host",
    fix: "Name the host, for example api.payments.example; a wildcard is for a domain that one company owns.",
    control: "NET-08",
  },
);

const serviceTag = rule(
  patterned(/^[A-Za-z*0-9][A-Za-z0-9./:-]*$/, "a service tag such as AzureFrontDoor.FirstParty"),
  (tag) => !isWideAddress(tag) && /^[A-Z][A-Za-z]+(?:\.[A-Za-z0-9]+)*$/.test(tag),
  {
    mustBe: "the tag of one Azure service",
    fix: "Name the service and its region, for example Storage.WestEurope; a tag for all of Azure or the Internet allows everybody.",
    control: "NET-08",
  },
);

const destination = rule(
  z.strictObject({
    fqdns: z.array(fqdn).min(1).optional().describe("Host names, over HTTPS or HTTP."),
    tag: serviceTag.optional().describe("Service tag of one Azure service."),
    ports: z
      .array(z.int().min(1).max(65_535))
      .min(1)
      .optional()
      .describe("TCP ports; host names take 443 and 80. Default 443."),
    owner: email.describe("Who asked for it and answers for it."),
    why: sentence,
    until: date.optional().describe("Last day it is needed; after it the gate asks again."),
  }),
  ({ fqdns, tag }) => (fqdns === undefined) !== (tag === undefined),
  { mustBe: "either fqdns or tag", fix: "Name hosts under fqdns, or one Azure service under tag." },
).describe("One allowed destination.");

const entry = z
  .strictObject(
    {
      host: hostname.describe("Host name that the entry answers to."),
      certificate: secretName.describe(
        "Name of the secret in the environment's vault that holds the certificate, as PFX.",
      ),
      allowFrom: z.array(cidr).min(1).optional().describe("Addresses that may use the entry. Default: everybody."),
      routes: z
        .record(patterned(ROUTE, "a path such as /api, or a host and a path such as admin.orders.example/"), partName)
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

/** What a Pre-Production and every stage after it say beside what a Pilot says. */
export const hardenedShape = {
  entry: entry.meta(
    question({ ask: "Under which host name is it reached, and which paths lead where?", example: entryExample }),
  ),
  vpn: z
    .strictObject({
      pool: cidr.describe("Addresses that VPN clients get; outside every network."),
      audience: partName.describe("Name of the external, of kind vpn-audience, that people sign in to."),
    })
    .describe("How people reach the network: point-to-site, Entra sign-in only.")
    .meta(
      question({
        ask: "Which addresses do VPN clients get, and which app registration do they sign in to?",
        recommend: poolBeside,
        departs: () => false,
      }),
    ),
  egress: z
    .strictObject({
      sku: z
        .enum(["Basic", "Standard"])
        .describe(
          "Azure Firewall tier. Basic only alerts on known bad addresses, resolves no names for clients and takes 250 Mbit/s.",
        ),
      allow: z.record(partName, destination).describe("What may be reached outside, by name; all else is denied."),
    })
    .describe("What may leave the network.")
    .meta(
      question({
        ask: "What must be reached outside, who needs it and why?",
        recommend: { sku: "Basic", allow: {} },
        departs: (answer) => (answer as { sku?: unknown }).sku !== "Basic",
      }),
    ),
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
    .describe("Who may do what; the foundation gives the roles.")
    .meta(
      question({
        ask: "Which groups read, operate, approve and rescue, and how do operators get their role?",
        example: {
          readers: "<object id>",
          operators: "<object id>",
          approvers: "<object id>",
          breakGlass: "<object id>",
          writers: "eligible",
        },
      }),
    ),
  incidents: z
    .strictObject({
      coordinator: email.describe("Who leads an incident."),
      responder: email.describe("Who repairs."),
      channel: sentence.describe("Where those involved talk."),
      postMortems: sentence.describe("Where what was learnt is kept."),
    })
    .describe("What happens when something breaks.")
    .meta(
      question({
        ask: "Who coordinates an incident, who repairs, where do they talk, and where is it written up?",
        example: {
          coordinator: "ada@orders.example",
          responder: "grace@orders.example",
          channel: "https://chat.orders.example/incidents",
          postMortems: "https://wiki.orders.example/post-mortems",
        },
      }),
    ),
  change: z
    .strictObject({
      deploys: email.describe("Who releases."),
      approves: email.describe("Who approves a release; somebody else."),
      acceptsRisk: email.describe("Who may accept a risk."),
      checks: z.array(sentence).min(1).describe("Checks that a release must pass."),
    })
    .describe("How the environment changes.")
    .meta(
      question({
        ask: "Who deploys, approves and accepts risk, and which checks must a release pass?",
        example: {
          deploys: "ada@orders.example",
          approves: "grace@orders.example",
          acceptsRisk: "ada@orders.example",
          checks: ["unit tests", "dependency scan"],
        },
      }),
    ),
  supply: z
    .strictObject({
      buildRegistry: partName.describe("Name of the external, of kind registry, that images are imported from."),
    })
    .describe("Where images come from.")
    .meta(
      question({ ask: "From which registry are images imported?", recommend: { buildRegistry: "build-registry" } }),
    ),
  recovery: z
    .strictObject({
      path: sentence.describe("How the environment and its data come back."),
      recreateEvery: period.describe("How often it is recreated deliberately, for example 90 days."),
    })
    .describe("How it is recovered.")
    .meta(
      question({
        ask: "How does it come back, and how often is that practised?",
        recommend: RECOVERY,
        departs: () => false,
      }),
    ),
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
  .describe("What becomes of the old environment.")
  .meta(
    question({
      ask: "What becomes of the old environment and its data?",
      example: {
        data: "migrate",
        destroyBy: "2027-04-15",
        migration: { owner: "ada@orders.example", date: "2027-03-20", runbook: "https://wiki.orders.example/migrate" },
      },
    }),
  );

const exposure = z
  .enum(["public", "network", "private"])
  .optional()
  .describe(
    "public: through the entry, which routes to it. network: from the network, so by VPN. Default private: this environment only.",
  );

/** Services from Pre-Production on: own images by digest, and no filter of their own behind the entry. */
export const hardenedServices = serviceRecord({ ...serviceBehindEntryShape, image, exposure });

export const hardenedStores = storesSchema(GENERAL_PURPOSE_SKUS, image, { data: dataMapEntry });

/** The config of a Pre-Production: private, one way in, governed ways out, recreated deliberately. */
export const preProductionSchema = z
  .strictObject({
    stage: z.literal("pre-production"),
    ...commonShape,
    monthlyBudget: commonShape.monthlyBudget.meta(
      question({ ask: "What may it cost a month?", recommend: budgetOf, example: 1700, changesMoney: true }),
    ),
    decisions: commonShape.decisions.meta(
      question({
        ask: "Which decisions shape the platform, now that it is to last? Confirm `platform`: Container Apps or AKS",
        example: { platform: "Container Apps, confirmed for Production" },
      }),
    ),
    externals: commonShape.externals
      .unwrap()
      .meta(question({ ask: "What does it use and not own?", recommend: externalsOf, departs: () => false })),
    subscription: retainedShape.subscription.meta(
      question({ ask: "Which subscription holds the environment?", example: "orders-preproduction" }),
    ),
    residency: retainedShape.residency,
    network: retainedShape.network.meta(
      question({ ask: "Which address range may the network use?", recommend: networkAfter, departs: () => false }),
    ),
    support: retainedShape.support,
    privacy: retainedShape.privacy,
    previous: previousWithMigration,
    foundation: retainedShape.foundation,
    reviewBy: retainedShape.reviewBy.meta(
      question({ ask: "When is it reviewed?", recommend: reviewOf, departs: reviewDeparts }),
    ),
    releases: retainedShape.releases,
    ...hardenedShape,
    services: hardenedServices,
    stores: hardenedStores.optional(),
    promotion: promotionRecord,
  })
  .describe("A Gatewright Pre-Production.");

export type PreProductionConfig = z.infer<typeof preProductionSchema>;
