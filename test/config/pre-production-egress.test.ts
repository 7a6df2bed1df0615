import type { Mistake } from "../support/mistakes";
import { changed, describeMistakes } from "../support/pre-production";
import { problemsOf } from "../support/problems";

type Loose = Parameters<Mistake[1]>[0];

const FOR = { owner: "ada@orders.example", why: "it is needed" };

/** The only destination, with what a test says of it. */
const only =
  (fields: object, sku = "Basic") =>
  (config: Loose) =>
    Object.assign(config.egress, { sku, allow: { there: { ...FOR, ...fields } } });

const HOST =
  "Write it in lower case, without https:// or a path. Ranges of addresses are not allowed: name hosts, or a tag.";
const OWNERS =
  "Name the host, for example api.payments.example; a wildcard is for a domain that one company owns.   (NET-08)";
const SERVICE =
  "Name hosts under fqdns: a tag for all of Azure, the Internet, or a service of every customer such as Storage or Sql allows everybody.   (NET-08)";

const BROAD = [
  ...["workers.dev", "ngrok.io", "azurecr.io", "vercel.app", "herokuapp.com", "run.app", "githubusercontent.com"].map(
    (domain) => `*.${domain}`,
  ),
  ...["github.io", "cloudfront.net", "s3.eu-west-1.amazonaws.com", "westeurope.azurecontainerapps.io"].map(
    (domain) => `*.${domain}`,
  ),
  "*",
  "*.com",
  "*.co.uk",
  "*.windows.net",
  "*.blob.core.windows.net",
  "*.azurewebsites.net",
];
const NO_HOST = ["0.0.0.0/0", "::/0", "203.0.113.7", "Internet", "api.*.example", "https://api.example", "API.example"];
const WIDE = ["0.0.0.0/0", "::/0", "*", "Internet", "internet", "INTERNET", "AzureCloud", "AzureCloud.westeurope"];
const NO_SERVICE = [
  "Storage",
  "Storage.WestEurope",
  "Sql",
  "AppService",
  "EventHub",
  "ServiceBus.NorthEurope",
  "AzureLoadBalancer",
  "AzureFrontDoor",
  "AzureFrontDoor.Frontend",
  "AzureFrontDoor.Backend",
];
const NO_TAG = ["VirtualNetwork", "203.0.113.0/24", "api.payments.example"];

describeMistakes("what may be reached outside is refused", [
  ...BROAD.map(
    (fqdn): Mistake => [
      `as the host ${fqdn}`,
      only({ fqdns: [fqdn] }),
      `egress.allow.there.fqdns[0] must be the name of one owner's host, got "${fqdn}"\n    ${OWNERS}`,
    ],
  ),
  ...NO_HOST.map(
    (fqdn): Mistake => [
      `as the host ${fqdn}`,
      only({ fqdns: ["api.payments.example", fqdn] }),
      `egress.allow.there.fqdns[1] must be a host name such as api.payments.example, got "${fqdn}"\n    ${HOST}`,
    ],
  ),
  ...[...WIDE, ...NO_TAG].map(
    (tag): Mistake => [
      `as the tag ${tag}`,
      only({ tag }),
      `egress.allow.there.tag must be the tag of one Azure service, got "${tag}"\n    ${SERVICE}`,
    ],
  ),
  ...NO_SERVICE.map(
    (tag): Mistake => [
      `as the tag ${tag}, which is no service of anybody's`,
      only({ tag }),
      `egress.allow.there.tag must be the tag of one Azure service, got "${tag}"\n    ${SERVICE}`,
    ],
  ),
  ...(
    [
      ["AzureMonitor.Mars", undefined],
      ["AzureMonitor.WestEurop", "AzureMonitor.WestEurope"],
      ["AzureMonitor.weu", "AzureMonitor.WestEurope"],
      ["AzureMonitor.Core", undefined],
      ["AzureMonitor.WestEurope.Blob", "AzureMonitor.WestEurope"],
    ] as const
  ).map(
    ([tag, meant]): Mistake => [
      `as the tag ${tag}, whose region there is not`,
      only({ tag }),
      `egress.allow.there.tag must be a tag whose region there is, got "${tag}"${meant ? `; did you mean "${meant}"?` : ""}\n    Write the service and the region, for example MicrosoftContainerRegistry.WestEurope.   (NET-08)`,
    ],
  ),
  [
    "as hosts and a tag at once",
    only({ fqdns: ["api.payments.example"], tag: "AzureMonitor" }),
    "egress.allow.there must have either fqdns or tag, got both\n    Name hosts under fqdns, or one Azure service under tag.   (NET-08)",
  ],
  [
    "as neither hosts nor a tag",
    only({}),
    "egress.allow.there must have either fqdns or tag, got neither\n    Name hosts under fqdns, or one Azure service under tag.   (NET-08)",
  ],
  [
    "as a list of no hosts",
    only({ fqdns: [] }),
    "egress.allow.there.fqdns must be a list of at least 1, got an empty list\n    Host names, over HTTPS or HTTP.",
  ],
  [
    "without an owner and a reason",
    (config) => Object.assign(config.egress, { allow: { there: { fqdns: ["api.payments.example"] } } }),
    "egress.allow.there.owner is required\n    Who asked for it and answers for it.",
    "egress.allow.there.why is required\n    A sentence for whoever reads this in a year.",
  ],
  [
    "until a day that does not exist",
    only({ fqdns: ["api.payments.example"], until: "2027-02-30" }),
    'egress.allow.there.until must be a date that exists, written year-month-day, got "2027-02-30"\n    Write it like 2026-11-21.',
  ],
  [
    "under a name of the platform's",
    (config) =>
      Object.assign(config.egress, { allow: { "platform-images": { ...FOR, fqdns: ["api.payments.example"] } } }),
    "egress.allow.platform-images: names that start with platform- are those of what the platform itself needs\n    Name it after what is reached, for example payments.",
  ],
  [
    "as a list",
    (config) => Object.assign(config.egress, { allow: ["api.payments.example"] }),
    "egress.allow must be a mapping, got a list\n    What may be reached outside, by name; all else is denied.",
  ],
]);

describeMistakes("a port is refused", [
  [
    "that a Basic firewall reads no host names on",
    only({ fqdns: ["mq.partner.example"], ports: [443, 5671] }),
    "egress.allow.there.ports must be 443 or 80 for host names on a Basic firewall, got 5671\n    Basic reads host names from HTTPS and HTTP only: take egress.sku Standard, or a service tag.   (NET-08)",
  ],
  [
    "that a Standard firewall reads no wildcard on",
    only({ fqdns: ["*.partner.example"], ports: [5671] }, "Standard"),
    "egress.allow.there.ports must be 443 or 80 for a host name with a wildcard, got 5671\n    On other ports the firewall resolves the names itself, and a wildcard has no address: name each host.   (NET-08)",
  ],
  ...[0, 70_000].map(
    (port): Mistake => [
      `that there is not: ${port}`,
      only({ fqdns: ["api.payments.example"], ports: [port] }),
      `egress.allow.there.ports[0] must be between 1 and 65535, got ${port}`,
    ],
  ),
  [
    "in quotes",
    only({ fqdns: ["api.payments.example"], ports: ["443"] }),
    'egress.allow.there.ports[0] must be a number, got "443"\n    Write it without quotes: 443.',
  ],
  [
    "where no port is named",
    only({ fqdns: ["api.payments.example"], ports: [] }),
    "egress.allow.there.ports must be a list of at least 1, got an empty list\n    TCP ports; beside 443 and 80 host names need a Standard firewall. Default 443.",
  ],
]);

test("a firewall is Basic or Standard, and Basic is said to do less", () => {
  expect(problemsOf(changed((config) => Object.assign(config.egress, { sku: "Premium" })))).toBe(
    'egress.sku must be Basic or Standard, got "Premium"\n    Azure Firewall tier. Basic only alerts on known bad addresses, resolves no names for clients and takes 250 Mbit/s.',
  );
});

test.each<[what: string, fields: object, sku: string]>([
  ["a host", { fqdns: ["api.payments.example"] }, "Basic"],
  ["any host of one owner's domain", { fqdns: ["*.payments.example"] }, "Basic"],
  ["a host in plain HTTP", { fqdns: ["crl.payments.example"], ports: [80] }, "Basic"],
  ["a host on another port", { fqdns: ["mq.partner.example"], ports: [5671] }, "Standard"],
  ["any host below one owner's name under a shared domain", { fqdns: ["*.orders.github.io"] }, "Basic"],
  ["a service of Azure in a region", { tag: "MicrosoftContainerRegistry.WestEurope" }, "Basic"],
  ["a service of Azure in every region", { tag: "AzureMonitor" }, "Basic"],
  ["a service of Azure on another port", { tag: "AzureMonitor.WestEurope", ports: [1886] }, "Basic"],
  ["a service of Azure in a region, in small letters", { tag: "AzureMonitor.northeurope" }, "Basic"],
  ["a part of a service of Azure", { tag: "AzureFrontDoor.FirstParty" }, "Basic"],
  ["a service of Azure that has no regions", { tag: "AzureActiveDirectory" }, "Basic"],
])("%s may be reached with a %3$s firewall", (_, fields, sku) => {
  expect(problemsOf(changed(only(fields, sku)))).toBe("");
});
