import { pocSchema } from "../../src/config/schema/poc";
import { serviceShape } from "../../src/config/schema/service";
import { asYaml, type Changes, pocConfig, pocWithService } from "../support/poc-config";
import { problemsOf, problemsOfFile } from "../support/problems";

/** The line that a text stands on, and the column where it begins there. */
function positionOf(yaml: string, marker: string): string {
  const lines = yaml.split("\n");
  const line = lines.findIndex((text) => text.trimStart().replace(/^- /, "").startsWith(marker));
  if (line === -1) throw new Error(`no line starts with ${marker}`);
  return `${line + 1}:${lines[line]!.indexOf(marker) + 1}`;
}

/**
 * One mistake: the config, the start of the line that it is told at, and the whole text. Asserted from a file, with its
 * position, and from a typed object, without.
 */
type Case = [what: string, config: unknown, marker: string, text: string];

const KNOWN_KEYS = Object.keys(pocSchema.shape).join(", ");
const SERVICE_KEYS = Object.keys(serviceShape).join(", ");
const NAME_RULE = "lower-case letters, digits and single hyphens, starting with a letter";
const NAME_FIX = "Write it like order-files; it becomes part of Azure names.";
const image = "orders/web:0.3.1";
const withService = (name: string, fields: Changes = { image }) => pocConfig({ services: { [name]: fields } });
const withStore = (name: string, fields: unknown) => pocConfig({ stores: { [name]: fields } });

function describeCases(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases)("%s, in a file", (_, config, marker, text) => {
      const yaml = asYaml(config);
      expect(problemsOfFile(yaml)).toBe(`orders.poc.yaml:${positionOf(yaml, marker)}  ${text}`);
    });

    test.each(cases)("%s, in an object", (_, config, _marker, text) => {
      expect(problemsOf(config)).toBe(text);
    });
  });
}

describeCases("keys that nobody knows are refused with the known ones", [
  [
    "a misspelt field",
    pocConfig({ loggin: {} }),
    "loggin:",
    `unknown key "loggin"; did you mean "logging"?\n    Known keys: ${KNOWN_KEYS}.`,
  ],
  [
    "a field that is like none",
    pocConfig({ flavour: "mild" }),
    "flavour:",
    `unknown key "flavour"\n    Known keys: ${KNOWN_KEYS}.`,
  ],
  [
    "a misspelt field of a service",
    pocWithService({ port: 80, expose: "public" }),
    "expose:",
    `unknown key "expose" in services.web; did you mean "exposure"?\n    Known keys: ${SERVICE_KEYS}.`,
  ],
  [
    "two letters that changed places",
    pocWithService({ prot: 80 }),
    "prot:",
    `unknown key "prot" in services.web; did you mean "port"?\n    Known keys: ${SERVICE_KEYS}.`,
  ],
  [
    "a field of a probe",
    pocWithService({ port: 80, probes: { liveness: { paht: "/health" } } }),
    "paht:",
    'unknown key "paht" in services.web.probes.liveness; did you mean "path"?\n    Known keys: path, port, initialDelay, interval, timeout, failures.',
  ],
  [
    "a field that another type of store has",
    withStore("files", { type: "blobs", version: "17" }),
    "version:",
    'unknown key "version" in stores.files\n    Known keys: type, softDeleteDays.',
  ],
  [
    "a field of another kind of scale rule",
    pocWithService({ port: 80, scale: { rules: [{ type: "cpu", percent: 70, replicas: 2 }] } }),
    "replicas:",
    'unknown key "replicas" in services.web.scale.rules[0]\n    Known keys: type, percent.',
  ],
  [
    "__proto__",
    JSON.parse(JSON.stringify(pocConfig()).replace("{", '{"__proto__":{"workload":"x"},')),
    "__proto__:",
    `unknown key "__proto__"\n    Known keys: ${KNOWN_KEYS}.`,
  ],
  [
    "constructor",
    pocConfig({ constructor: { name: "x" } }),
    "constructor:",
    `unknown key "constructor"\n    Known keys: ${KNOWN_KEYS}.`,
  ],
  [
    "toString, in a service",
    pocWithService({ toString: "x" }),
    "toString:",
    `unknown key "toString" in services.web\n    Known keys: ${SERVICE_KEYS}.`,
  ],
  [
    "__proto__ as a service",
    pocConfig({ services: JSON.parse(`{"web":{"image":"${image}"},"__proto__":{"image":"${image}"}}`) }),
    "__proto__:",
    "services.__proto__: the name is reserved\n    Choose another name.",
  ],
  [
    "__proto__ as a variable",
    pocWithService({ env: JSON.parse('{"__proto__":"x"}') }),
    "__proto__:",
    "services.web.env.__proto__: the name is reserved\n    Choose another name.",
  ],
]);

describeCases("stage, dates and place", [
  [
    "a stage that is near another",
    pocConfig({ stage: "pok" }),
    "stage:",
    'stage must be poc, pilot, pre-production, production or scale, got "pok"; did you mean "poc"?\n    The stage decides what else the file must say.',
  ],
  [
    "a stage that does not exist",
    pocConfig({ stage: "staging" }),
    "stage:",
    'stage must be poc, pilot, pre-production, production or scale, got "staging"\n    The stage decides what else the file must say.',
  ],
  [
    "an end before the beginning",
    pocConfig({ expires: "2026-11-20" }),
    "expires:",
    "expires must be after created (2026-11-21), got 2026-11-20\n    Name the day on which the POC may be deleted.   (REC-02)",
  ],
  [
    "an end on the day of the beginning",
    pocConfig({ expires: "2026-11-21" }),
    "expires:",
    "expires must be after created (2026-11-21), got 2026-11-21\n    Name the day on which the POC may be deleted.   (REC-02)",
  ],
  [
    "an end after 91 days",
    pocConfig({ expires: "2027-02-20" }),
    "expires:",
    "expires must be at most 90 days after created at POC, got 2027-02-20, 91 days\n    Name a day up to 2027-02-19; what must live longer is a Pilot.   (REC-02)",
  ],
  [
    "a day that does not exist",
    pocConfig({ expires: "2026-11-31" }),
    "expires:",
    'expires must be a date that exists, written year-month-day, got "2026-11-31"\n    Write it like 2026-11-21.',
  ],
  [
    "a leap day in a common year",
    pocConfig({ created: "2027-02-29" }),
    "created:",
    'created must be a date that exists, written year-month-day, got "2027-02-29"\n    Write it like 2026-11-21.',
  ],
  [
    "a date in another order",
    pocConfig({ created: "21.11.2026" }),
    "created:",
    'created must be a date that exists, written year-month-day, got "21.11.2026"\n    Write it like 2026-11-21.',
  ],
  [
    "a location that is misspelt",
    pocConfig({ location: "westeuropa" }),
    "location:",
    'location must be the name of an Azure region, got "westeuropa"; did you mean "westeurope"?\n    Run `az account list-locations --output table` for the names, for example westeurope.',
  ],
  [
    "a location by its display name",
    pocConfig({ location: "Sweden Central" }),
    "location:",
    'location must be the name of an Azure region, got "Sweden Central"; did you mean "swedencentral"?\n    Run `az account list-locations --output table` for the names, for example westeurope.',
  ],
  [
    "a location that does not exist",
    pocConfig({ location: "atlantis" }),
    "location:",
    'location must be the name of an Azure region, got "atlantis"\n    Run `az account list-locations --output table` for the names, for example westeurope.',
  ],
]);

describeCases("numbers, texts and choices", [
  [
    "a number in quotes",
    pocConfig({ monthlyBudget: "80" }),
    "monthlyBudget:",
    'monthlyBudget must be a number, got "80"\n    Write it without quotes: 80.',
  ],
  [
    "a budget of nothing",
    pocConfig({ monthlyBudget: 0 }),
    "monthlyBudget:",
    "monthlyBudget must be between 1 and 1000000, in the billing currency, got 0\n    Budget a month in the billing currency; warnings go to the owner.",
  ],
  [
    "a text that YAML reads as a number",
    pocConfig({ workload: 42 }),
    "workload:",
    'workload must be text, got 42\n    Write it in quotes: "42".',
  ],
  [
    "a version that YAML reads as a number",
    withStore("database", { type: "postgresql", version: 17 }),
    "version:",
    'stores.database.version must be 16 or 17, got 17\n    Write it in quotes: "17".',
  ],
  [
    "a generation of zero",
    pocConfig({ generation: 0 }),
    "generation:",
    "generation must be between 1 and 999, got 0\n    Raising it recreates the environment beside the old one. Default 1.",
  ],
  [
    "half a generation",
    pocConfig({ generation: 1.5 }),
    "generation:",
    "generation must be a whole number, got 1.5\n    Raising it recreates the environment beside the old one. Default 1.",
  ],
  [
    "an e-mail address without a domain",
    pocConfig({ owner: "ada" }),
    "owner:",
    'owner must be an e-mail address that somebody reads, got "ada"\n    Write it like ada@orders.example.',
  ],
  [
    "two e-mail addresses",
    pocConfig({ owner: "ada@orders.example, bob@orders.example" }),
    "owner:",
    'owner must be an e-mail address that somebody reads, got "ada@orders.example, bob@orders.example"\n    Write it like ada@orders.example.',
  ],
  [
    "data of real people",
    pocConfig({ data: "personal" }),
    "data:",
    'data must be synthetic, got "personal"\n    Real data means real obligations: this is a Pilot. Promote the POC instead.   (DAT-06)',
  ],
  [
    "a log stance that is none",
    pocConfig({ logging: { personalData: "sometimes" } }),
    "personalData:",
    'logging.personalData must be never, got "sometimes"\n    The stance on personal data in logs.',
  ],
  [
    "an empty decision",
    pocConfig({ decisions: { platform: " " } }),
    "platform:",
    'decisions.platform must be a sentence of 1 to 500 characters, got " "\n    Write it for whoever reads this in a year.',
  ],
  [
    "a provider version that floats",
    pocConfig({ azurerm: "~> 4.0" }),
    "azurerm:",
    'azurerm must be an exact 4.x version of the azurerm provider, such as 4.55.0, got "~> 4.0"\n    Exact azurerm provider version. Default 4.55.0, which the bindings were made from.',
  ],
  [
    "a choice that is misspelt",
    pocWithService({ port: 80, exposure: "pubilc" }),
    "exposure:",
    'services.web.exposure must be public or private, got "pubilc"; did you mean "public"?\n    public: reachable from the Internet over HTTPS. Default private: this environment only.',
  ],
  [
    "text where a list belongs",
    pocWithService({ uses: "database" }, { stores: { database: { type: "postgresql" } } }),
    "uses:",
    'services.web.uses must be a list, got "database"\n    Write a list: [database].',
  ],
  [
    "a value of null",
    pocWithService({ image: null }),
    "image:",
    "services.web.image has no value\n    Write one behind the colon, or remove the key.",
  ],
]);

describeCases("what is missing is told with what it is for", [
  [
    "the owner",
    pocConfig({ owner: undefined }),
    "workload:",
    "owner is required\n    Who answers for the environment and gets its budget warnings.",
  ],
  [
    "the stage",
    pocConfig({ stage: undefined }),
    "workload:",
    "stage is required\n    The stage decides what else the file must say.",
  ],
  [
    "the decision about the platform",
    pocConfig({ decisions: {} }),
    "decisions:",
    'decisions.platform is required\n    Write down what runs the containers and until when, for example platform: "Container Apps, until Pre-Production".   (CHG-01)',
  ],
  [
    "the log stance",
    pocConfig({ logging: {} }),
    "logging:",
    "logging.personalData is required\n    Write personalData: never.",
  ],
  [
    "the image",
    pocConfig({ services: { web: { port: 80 } } }),
    "web:",
    "services.web.image is required\n    Container image; `repository:tag` without a host comes from the environment's own registry.",
  ],
  [
    "every service",
    pocConfig({ services: {} }),
    "services:",
    "services must be a mapping of at least one service, got an empty mapping\n    The product's containers by name.",
  ],
  [
    "the type of a store",
    withStore("files", {}),
    "files:",
    "stores.files.type is required\n    Write type: postgresql, blobs or queue.",
  ],
  [
    "the percentage of a scale rule",
    pocWithService({ port: 80, scale: { rules: [{ type: "cpu" }] } }),
    "type: cpu",
    "services.web.scale.rules[0].percent is required\n    Average use above which a replica is added, 1 to 100.",
  ],
]);

describeCases("names", [
  [
    "a workload in capitals",
    pocConfig({ workload: "Orders" }),
    "workload:",
    `workload must be ${NAME_RULE}, got "Orders"\n    ${NAME_FIX}`,
  ],
  [
    "a workload of one letter",
    pocConfig({ workload: "o" }),
    "workload:",
    `workload must be 2 to 20 characters long, got "o"\n    ${NAME_FIX}`,
  ],
  [
    "a workload that names a stage",
    pocConfig({ workload: "orders-prod" }),
    "workload:",
    'workload: a name must not contain the stage "prod", got "orders-prod"\n    The stage is added to every name; choose a name that fits all stages.   (GOV-02)',
  ],
  [
    "a service in capitals",
    withService("Web"),
    "Web:",
    `services.Web: the name must be ${NAME_RULE}, got "Web"\n    ${NAME_FIX}`,
  ],
  [
    "a service with two hyphens",
    withService("web--app"),
    "web--app:",
    `services.web--app: the name must be ${NAME_RULE}, got "web--app"\n    ${NAME_FIX}`,
  ],
  [
    "a service of 25 characters",
    withService("x".repeat(25)),
    "xxx",
    `services.${"x".repeat(25)}: the name must be 2 to 24 characters long, got "${"x".repeat(25)}"\n    ${NAME_FIX}`,
  ],
  [
    "a service that names a stage",
    withService("poc-web"),
    "poc-web:",
    'services.poc-web: a name must not contain the stage "poc", got "poc-web"\n    The stage is added to every name; choose a name that fits all stages.   (GOV-02)',
  ],
  [
    "a store with an underscore",
    withStore("order_files", { type: "blobs" }),
    "order_files:",
    `stores.order_files: the name must be ${NAME_RULE}, got "order_files"\n    ${NAME_FIX}`,
  ],
  [
    "blobs of two letters",
    withStore("cv", { type: "blobs" }),
    "cv:",
    'stores.cv: the name of blobs must be at least 3 characters long, got "cv"\n    The container or queue gets this name, and Azure takes none shorter.',
  ],
  [
    "a database that every server has",
    withStore("postgres", { type: "postgresql" }),
    "postgres:",
    'stores.postgres: every PostgreSQL server has a database named "postgres" already\n    Name the store after what it holds, for example orders-data.',
  ],
  [
    "a store of an unknown type",
    withStore("database", { type: "postgres" }),
    "type:",
    'stores.database.type must be postgresql, blobs or queue, got "postgres"; did you mean "postgresql"?',
  ],
  [
    "a secret in capitals",
    pocWithService({ secrets: ["PAYMENT_KEY"] }),
    "PAYMENT_KEY",
    `services.web.secrets[0] must be ${NAME_RULE}, got "PAYMENT_KEY"\n    ${NAME_FIX}`,
  ],
  [
    "a variable with a hyphen",
    pocWithService({ env: { "LOG-LEVEL": "info" } }),
    "LOG-LEVEL:",
    'services.web.env.LOG-LEVEL: the name must be letters, digits and underscores, not starting with a digit, got "LOG-LEVEL"\n    Write it like LOG_LEVEL.',
  ],
]);

describeCases("services", [
  ...[0, 65_536, 80.5, -1].map(
    (port): Case => [
      `port ${port}`,
      pocWithService({ port }),
      "port:",
      `services.web.port must be a whole number between 1 and 65535, got ${port}\n    Port the container listens on; makes this an HTTP service.`,
    ],
  ),
  [
    "an image without a tag",
    pocWithService({ image: "orders/web" }),
    "image:",
    'services.web.image must be pinned to a version, got "orders/web"\n    Name a tag other than latest, or better a digest: what runs must be what was reviewed.   (SUP-01)',
  ],
  [
    "the latest image",
    pocWithService({ image: "ghcr.io/orders/web:latest" }),
    "image:",
    'services.web.image must be pinned to a version, got "ghcr.io/orders/web:latest"\n    Name a tag other than latest, or better a digest: what runs must be what was reviewed.   (SUP-01)',
  ],
  [
    "an image that is none",
    pocWithService({ image: "Orders Web" }),
    "image:",
    'services.web.image must be a container image: [host/]repository:tag or [host/]repository@sha256:<64 hex digits>, got "Orders Web"\n    Without a host the image comes from the environment\'s own registry: orders/web:0.3.1.',
  ],
  [
    "the latest migrations",
    withStore("database", { type: "postgresql", migrations: "orders/migrate:latest" }),
    "migrations:",
    'stores.database.migrations must be pinned to a version, got "orders/migrate:latest"\n    Name a tag other than latest, or better a digest: what runs must be what was reviewed.   (SUP-01)',
  ],
  [
    "cpu between two steps",
    pocWithService({ cpu: 0.3 }),
    "cpu:",
    "services.web.cpu must be between 0.25 and 4 in steps of 0.25, got 0.3\n    Container Apps on the Consumption profile takes quarter cores.",
  ],
  [
    "a pair that Container Apps refuses",
    pocWithService({ cpu: 0.5, memory: "2Gi" }),
    "memory:",
    "services.web.memory must be 1Gi beside cpu 0.5, got 2Gi\n    Container Apps takes two GiB a core; leave one of the two out and it follows the other.",
  ],
  [
    "memory alone, between two steps",
    pocWithService({ memory: "0.3Gi" }),
    "memory:",
    "services.web.memory must be between 0.5Gi and 8Gi in steps of 0.5Gi, got 0.3Gi\n    Container Apps takes two GiB a core, and a quarter core up to four.",
  ],
  [
    "memory in another unit",
    pocWithService({ memory: "512Mi" }),
    "memory:",
    'services.web.memory must be memory in GiB, such as "0.5Gi", got "512Mi"\n    Twice the cores: cpu 0.25 takes 0.5Gi, cpu 1 takes 2Gi.',
  ],
  [
    "a store that is misspelt",
    pocWithService({ uses: ["databse"] }, { stores: { database: { type: "postgresql" } } }),
    "databse",
    'services.web.uses[0] names "databse", which is not a store; did you mean "database"?\n    Declared stores: database.',
  ],
  [
    "a store where there are none",
    pocWithService({ uses: ["database"] }),
    "database",
    'services.web.uses[0] names "database", which is not a store\n    No stores are declared; add it under stores.',
  ],
  [
    "more replicas than the stage allows",
    pocWithService({ port: 80, scale: { max: 4 } }),
    "max:",
    "services.web.scale.max must be at most 3 at this stage, got 4\n    A later gate allows more.   (CST-02)",
  ],
  [
    "more replicas at rest than the stage allows",
    pocWithService({ port: 80, scale: { min: 4 } }),
    "min:",
    "services.web.scale.min must be at most 3 at this stage, got 4\n    A later gate allows more.   (CST-02)",
  ],
  [
    "a range that is upside down",
    pocWithService({ port: 80, scale: { min: 3, max: 1 } }),
    "min:",
    "services.web.scale.min must be at most max (1), got 3\n    Lower min or raise max.",
  ],
  [
    "a worker that nothing wakes",
    pocWithService({ scale: { min: 0 } }),
    "min:",
    "services.web.scale.min must be at least 1 for a worker, got 0\n    Nothing would ever wake web: keep one replica, add a cron rule, or make it a scheduled job.",
  ],
  [
    "a scale rule for requests without a port",
    pocWithService({ scale: { rules: [{ type: "http", concurrentRequests: 10 }] } }),
    "type: http",
    "services.web.scale.rules[0] scales on HTTP requests, but web has no port\n    Scale on cpu, memory or cron.",
  ],
  [
    "a scale rule of an unknown type",
    pocWithService({ port: 80, scale: { rules: [{ type: "htttp", concurrentRequests: 10 }] } }),
    "type: htttp",
    'services.web.scale.rules[0].type must be http, cpu, memory or cron, got "htttp"; did you mean "http"?',
  ],
  [
    "a port and a schedule",
    pocWithService({ port: 80, schedule: "0 2 * * *" }),
    "schedule:",
    "services.web has both a port and a schedule\n    A port makes an HTTP service, a schedule a job: split it into two services.",
  ],
  [
    "a schedule in words",
    pocWithService({ schedule: "every night" }),
    "schedule:",
    'services.web.schedule must be a cron expression of five fields: minute hour day month weekday, in UTC, got "every night"\n    For example "0 2 * * *", every night at two.',
  ],
  [
    "exposure without a port",
    pocWithService({ exposure: "public" }),
    "exposure:",
    "services.web.exposure needs a port\n    Add the port that web listens on, or remove exposure.",
  ],
  [
    "retries without a schedule",
    pocWithService({ port: 80, retries: 3 }),
    "retries:",
    "services.web.retries is for scheduled jobs\n    Add a schedule, or remove retries.",
  ],
  [
    "probes of a job",
    pocWithService({ schedule: "0 2 * * *", probes: { liveness: { port: 80 } } }),
    "probes:",
    "services.web.probes does not apply to a scheduled job\n    Remove probes: a job runs, ends, and is started again by its schedule.",
  ],
  [
    "a probe without any port",
    pocWithService({ probes: { liveness: { path: "/health" } } }),
    "liveness:",
    "services.web.probes.liveness needs a port\n    web listens on none: give the probe a port.",
  ],
  [
    "an allow-list of a private service",
    pocWithService({ port: 80, allowFrom: ["203.0.113.0/24"] }),
    "allowFrom:",
    "services.web.allowFrom filters the Internet, but web is private\n    Set exposure: public, or remove allowFrom.",
  ],
  [
    "a range with host bits",
    pocWithService({ port: 80, exposure: "public", allowFrom: ["203.0.113.7/24"] }),
    "203.0.113.7/24",
    'services.web.allowFrom[0] must be an IPv4 range whose host bits are zero, or one address, got "203.0.113.7/24"\n    Write it like 203.0.113.0/24 or 203.0.113.7.',
  ],
  [
    "an allow-list of nobody",
    pocWithService({ port: 80, exposure: "public", allowFrom: [] }),
    "allowFrom:",
    "services.web.allowFrom must be a list of at least 1, got an empty list\n    Addresses that may call a public service. Default: everybody.",
  ],
  [
    "a variable that a secret sets too",
    pocWithService({ env: { PAYMENT_KEY: "none" }, secrets: ["payment-key"] }),
    "PAYMENT_KEY:",
    "services.web.env.PAYMENT_KEY is also set by the secret payment-key\n    Remove one of the two.",
  ],
  [
    "a variable that Gatewright sets",
    pocWithService({ env: { AZURE_MANAGED_IDENTITY_RESOURCE_ID: "none" } }),
    "AZURE_MANAGED",
    "services.web.env.AZURE_MANAGED_IDENTITY_RESOURCE_ID is set by Gatewright\n    Remove it: every service gets its own identity's id.",
  ],
  [
    "a secret that arrives in a store's variable",
    pocWithService({ secrets: ["files-url"], uses: ["files"] }, { stores: { files: { type: "blobs" } } }),
    "files-url",
    "services.web.secrets[0] would arrive as FILES_URL, which Gatewright sets itself\n    Give the secret another name.",
  ],
  [
    "a list as a variable",
    pocWithService({ env: { HOSTS: ["a", "b"] } }),
    "HOSTS:",
    "services.web.env.HOSTS must be a string, a number, true or false, got a list\n    Write one value.",
  ],
  [
    "an extension that is no path",
    pocConfig({ extend: "orders.extra.ts" }),
    "extend:",
    'extend must be a path such as ./orders.extra.ts, got "orders.extra.ts"\n    TypeScript file, relative to this one, that adds resources.',
  ],
]);
