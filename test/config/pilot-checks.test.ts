import type { LoadedEnvironment } from "../../src/config/loaded";
import { sharedNetworks } from "../../src/config/together";
import { validateConfig } from "../../src/config/validate";
import { BadInput, formatProblem } from "../../src/errors";
import { pilotConfig } from "../support/pilot";

type Mutable = Record<string, never> & ReturnType<typeof pilotConfig>;

/** What is said about a Pilot after one change. */
function told(change: (config: Mutable) => void): string[] {
  const config = pilotConfig() as Mutable;
  change(config);
  try {
    validateConfig(config);
    return [];
  } catch (error) {
    if (error instanceof BadInput) return error.problems.map(formatProblem);
    throw error;
  }
}

const special =
  (...entries: readonly object[]) =>
  (config: Mutable) =>
    Object.assign(config.stores!["files"]!.data, { special: entries });
const AT = "stores.files.data.special[0]";

const specialCases: [what: string, change: (config: Mutable) => void, says: readonly string[]][] = [
  ["no problem in health data by consent", special({ kind: "health", basis: "explicit-consent" }), []],
  [
    "no problem in criminal records by law, beside research by law",
    special(
      { kind: "criminal-records", basis: "authorised-by-law", law: "the act on background checks" },
      { kind: "genetic", basis: "research", law: "the act on research" },
    ),
    [],
  ],
  [
    "a basis of article 6 for health data",
    special({ kind: "health", basis: "contract" }),
    [expect.stringMatching(/^stores\.files\.data\.special\[0\]\.basis must be explicit-consent, .*, got "contract"/)],
  ],
  [
    "a basis of article 10 for health data",
    special({ kind: "health", basis: "official-authority" }),
    [
      `${AT}.basis must be one of article 9 for health data, got official-authority\n    Write one of: explicit-consent, employment-law, vital-interests, members-of-a-body, made-public, legal-claims, substantial-public-interest, health-care, public-health, research.   (DAT-05)`,
    ],
  ],
  [
    "a basis of article 9 for criminal records",
    special({ kind: "criminal-records", basis: "explicit-consent" }),
    [
      `${AT}.basis must be one of article 10 for criminal convictions and offences, got explicit-consent\n    Write one of: official-authority, authorised-by-law.   (DAT-05)`,
    ],
  ],
  [
    "a basis that needs a law, without one",
    special({ kind: "union-membership", basis: "employment-law" }),
    [`${AT}.law is required for the basis employment-law\n    Name the law that allows it.   (DAT-05)`],
  ],
  [
    "one kind twice",
    special({ kind: "health", basis: "explicit-consent" }, { kind: "health", basis: "vital-interests" }),
    ["stores.files.data.special[1] names health again\n    One entry for each kind.   (DAT-05)"],
  ],
  [
    "special and not special",
    (config) => {
      special({ kind: "health", basis: "explicit-consent" })(config);
      config.stores!["files"]!.data.notSpecial = "of machines";
    },
    ["stores.files.data says special and notSpecial\n    Keep the one that is true.   (DAT-05)"],
  ],
];

describe("a Pilot's config", () => {
  test("is accepted as it stands in the tests", () => {
    expect(told(() => undefined)).toEqual([]);
  });

  const cases: [what: string, change: (config: Mutable) => void, says: readonly string[]][] = [
    [
      "a lawful basis outside the GDPR's six",
      (config) => Object.assign(config.stores!["files"]!.data, { basis: "interest" }),
      [
        'stores.files.data.basis must be consent, contract, legal-obligation, vital-interests, public-task or legitimate-interests, got "interest"\n    Lawful basis under article 6 of the GDPR.',
      ],
    ],
    ...specialCases,
    [
      "a residency that excludes the location",
      (config) => Object.assign(config, { residency: ["northeurope"] }),
      [
        "residency must include the location westeurope, got northeurope\n    Allow the region, or move the environment to an allowed one.   (DAT-01)",
      ],
    ],
    [
      "a network that is too small",
      (config) => Object.assign(config, { network: "10.20.0.0/28" }),
      [
        "network must be at least a /26 to hold apps and endpoints, got 10.20.0.0/28\n    A /22 leaves room to grow, for example 10.20.0.0/22.   (NET-03)",
      ],
    ],
    [
      "a network that is not private",
      (config) => Object.assign(config, { network: "20.0.0.0/22" }),
      [
        "network must be a private range, got 20.0.0.0/22\n    Take one inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.   (NET-03)",
      ],
    ],
    [
      "a network that Container Apps keeps for itself",
      (config) => Object.assign(config, { network: "172.30.0.0/22" }),
      [
        "network must not overlap 172.30.0.0/16, which Container Apps keeps for itself, got 172.30.0.0/22\n    Take another range, for example 10.20.0.0/22.   (NET-03)",
      ],
    ],
    [
      "operators that are half the Internet",
      (config) => Object.assign(config, { operatorsFrom: ["0.0.0.0/1"] }),
      [
        "operatorsFrom[0] must be a /16 or smaller, got 0.0.0.0/1\n    Name the addresses of your office or VPN, for example 203.0.113.7/32.   (NET-02)",
      ],
    ],
    [
      "operators behind a private address",
      (config) => Object.assign(config, { operatorsFrom: ["192.168.1.5"] }),
      [
        "operatorsFrom[0] must be an address that Azure sees, got the private range 192.168.1.5\n    Name the public addresses of your office or VPN.   (NET-02)",
      ],
    ],
    [
      "retention below the stance, wherever it is written",
      (config) => {
        Object.assign(config.logging, { retentionDays: 60 });
        Object.assign(config.stores!["database"]!, { backupDays: 7 });
        Object.assign(config.stores!["files"]!, { softDeleteDays: 7 });
      },
      [
        "logging.retentionDays must be at least 90 days at this stage, got 60\n    Keep it longer, or leave it out for the stage's value.   (OBS-01)",
        "stores.database.backupDays must be at least 14 days at this stage, got 7\n    Keep it longer, or leave it out for the stage's value.   (DAT-03)",
        "stores.files.softDeleteDays must be at least 14 days at this stage, got 7\n    Keep it longer, or leave it out for the stage's value.   (DAT-04)",
      ],
    ],
    [
      "a support contact that is no address",
      (config) => Object.assign(config.support, { contact: "the help desk" }),
      [
        'support.contact must be an e-mail address that somebody reads, got "the help desk"\n    Write it like ada@orders.example.',
      ],
    ],
    [
      "an old environment that nobody ends",
      (config) => Object.assign(config.previous, { destroyBy: "2027-06-01" }),
      [
        "previous.destroyBy must be within 90 days after the decision (2026-12-15), got 2027-06-01\n    An old environment that nobody ends becomes the one that nobody watches.   (GOV-03)",
      ],
    ],
    [
      "a promotion from another product",
      (config) => Object.assign(config.promotion, { from: "shop-poc" }),
      [
        "promotion.from must be orders-poc, the environment of orders at the stage below, got shop-poc\n    What was decided about another product says nothing of this one: promote its own environment.   (GOV-03)",
      ],
    ],
    [
      "a region that is listed twice",
      (config) => Object.assign(config, { residency: ["westeurope", "northeurope", "westeurope"] }),
      ['residency[2] names "westeurope" twice\n    Once is enough.'],
    ],
    [
      "an empty text where a list belongs, once, and without a list that would be refused too",
      (config) => Object.assign(config, { residency: "" }),
      ['residency must be a list, got ""\n    Regions that data may be in.'],
    ],
    [
      "a period without a unit that it knows",
      (config) => Object.assign(config.stores!["mail"]!.data, { keep: "2y" }),
      [
        'stores.mail.data.keep must be a period such as "24 months", got "2y"\n    Write a whole number of days, weeks, months or years: 30 days, 24 months, 10 years.',
      ],
    ],
    [
      "an image by tag",
      (config) => Object.assign(config.services["web"]!, { image: "orders/web:1.0.0" }),
      [
        'services.web.image must be pinned by digest from Pilot on, got "orders/web:1.0.0"\n    Write repository@sha256:<64 hex digits>; `az acr manifest show-metadata` or `docker buildx imagetools inspect` tells the digest.   (SUP-01)',
      ],
    ],
    [
      "a domain on a private service",
      (config) => Object.assign(config.services["api"]!, { domain: "api.orders.example" }),
      [
        "services.api.domain needs exposure: public, got api.orders.example\n    Make the service public, or remove the domain.",
      ],
    ],
    [
      "a store without its line of the data map",
      (config) => Reflect.deleteProperty(config.stores!["mail"]!, "data"),
      ["stores.mail.data is required\n    Data map: what the store holds and why it may."],
    ],
  ];

  test.each(cases)("refuses %s", (_, change, says) => {
    expect(told(change)).toEqual(says);
  });
});

describe("the networks of environments beside each other", () => {
  const loaded = (workload: string, network: string): LoadedEnvironment => ({
    file: `${workload}.pilot.yaml`,
    config: { ...pilotConfig(), workload, network },
    positionOf: () => ({ file: `${workload}.pilot.yaml`, line: 11, column: 1 }),
  });

  test("do not overlap within a workload", () => {
    expect(
      sharedNetworks([loaded("orders", "10.20.0.0/22"), loaded("orders", "10.20.3.0/24")]).map(formatProblem),
    ).toEqual([
      "orders.pilot.yaml:11:1  network must not overlap the network of orders-pilot (10.20.0.0/22), got 10.20.3.0/24\n    Give each environment a range of its own.   (NET-11)",
    ]);
  });

  test("may lie side by side, and overlap those of another workload", () => {
    expect(sharedNetworks([loaded("orders", "10.20.0.0/22"), loaded("orders", "10.20.4.0/22")])).toEqual([]);
    expect(sharedNetworks([loaded("orders", "10.20.0.0/22"), loaded("billing", "10.20.0.0/22")])).toEqual([]);
  });
});
