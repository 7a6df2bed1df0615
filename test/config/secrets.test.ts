import { join } from "node:path";
import { loadEnvironment } from "../../src/config/load";
import { suspect } from "../../src/config/secrets";
import { folderWith } from "../support/folder";
import { asYaml, type Changes, pocConfig, pocWithService } from "../support/poc-config";
import { problemsOf, problemsOfFile, refusal } from "../support/problems";

/** Made here, so that no file of this repository holds anything that looks like a secret. */
const letters = (length: number) => Array.from({ length }, (_, at) => "aZ3kQ9xW7bT5mN1c"[(at * 7) % 16]).join("");
const hex = (length: number) => Array.from({ length }, (_, at) => "0a9f3c7e1b5d8264"[(at * 5 + 3) % 16]).join("");
const join2 = (...parts: string[]) => parts.join("");

const KNOWN: readonly [looksLike: string, value: string][] = [
  ["a private key", join2("-----BEGIN ", "RSA PRIVATE", " KEY-----\n", letters(40))],
  ["an Azure storage or service key", join2("DefaultEndpointsProtocol=https;Account", "Key=", letters(44))],
  ["an Azure 512-bit key", join2(letters(86), "==")],
  ["a shared access signature", join2("https://x.blob.core.windows.net/files?si", "g=", letters(43))],
  ["an Entra client secret", join2(letters(3), "8", "Q~", letters(34))],
  ["a connection string with a password", join2("Host=db;User=ada;Pass", "word=", letters(8))],
  ["a URL with a password", join2("postgres://ada:", letters(8), "@db.example/orders")],
  ["a URL with a password", join2("9+coap.v1-tcp://ada:", letters(8), "@broker.example")],
  ["an AWS access key", join2("AK", "IA", "ABCDEFGHIJ234567")],
  ["a GitHub token", join2("gh", "p_", letters(36))],
  ["a GitHub token", join2("github", "_pat_", letters(60))],
  ["a GitLab token", join2("gl", "pat-", letters(20))],
  ["a Slack token", join2("xo", "xb-", letters(24))],
  ["a Stripe key", join2("sk", "_live_", letters(24))],
  ["a Stripe key", join2("wh", "sec_", letters(32))],
  ["a Google API key", join2("AI", "za", letters(35))],
  ["a SendGrid key", join2("S", "G.", letters(22), ".", letters(43))],
  ["an API key", join2("s", "k-", letters(32))],
  ["an npm token", join2("np", "m_", letters(36))],
  [
    "a webhook that whoever has it may post to",
    join2("https://discord.com/api/web", "hooks/123456789012345678/", letters(60)),
  ],
  [
    "a webhook that whoever has it may post to",
    join2("https://hooks.sl", "ack.com/services/T0", hex(8), "/B0", hex(8), "/", letters(24)),
  ],
  [
    "a webhook that whoever has it may post to",
    join2("https://orders.webhook.off", "ice.com/webhookb2/", hex(36), "@", hex(36), "/IncomingWebhook/", hex(32)),
  ],
  ["a signed token (JWT)", join2("ey", "J", letters(20), ".ey", "J", letters(20), ".", letters(20))],
];
const HEURISTIC = letters(28);
const withVariable = (name: string, value: unknown, changes: Changes = {}) =>
  pocWithService({ env: { [name]: value } }, changes);

describe("known formats of credentials", () => {
  test.each(KNOWN)("%s is named and not shown", (looksLike, value) => {
    const yaml = asYaml(withVariable("SETTING", value));
    const line = yaml.split("\n").findIndex((text) => text.includes("SETTING:")) + 1;
    const found = problemsOfFile(yaml);
    expect(found).toBe(
      `orders.poc.yaml:${line}:7  services.web.env.SETTING looks like ${looksLike} (value not shown)\n    Secrets come from Key Vault:  secrets: [setting]   (SEC-01)`,
    );
  });

  test.each(KNOWN)("%s is not lifted by notSecret", (looksLike, value) => {
    const found = problemsOf(
      withVariable("SETTING", value, { notSecret: [{ path: "services.web.env.SETTING", why: "it is public" }] }),
    );
    expect(found).toBe(
      [
        `services.web.env.SETTING looks like ${looksLike} (value not shown)`,
        "    Secrets come from Key Vault:  secrets: [setting]   (SEC-01)",
        "notSecret[0] cannot lift services.web.env.SETTING: its value has the format of a credential",
        "    Remove the entry, or correct its path.   (SEC-01)",
      ].join("\n"),
    );
  });

  const [, token] = KNOWN[8]!;
  test.each([
    ["a decision", pocConfig({ decisions: { platform: `use ${token}` } })],
    ["an argument", pocWithService({ args: ["--token", token] })],
    ["a command", pocWithService({ command: [`curl -H ${token}`] })],
    ["the path of a probe", pocWithService({ port: 80, probes: { liveness: { path: `/${token}` } } })],
    ["the owner", pocConfig({ owner: token })],
    ["the workload", pocConfig({ workload: token })],
    ["the location", pocConfig({ location: token })],
    ["the stage", pocConfig({ stage: token })],
    ["an image", pocWithService({ image: token })],
    ["a date", pocConfig({ expires: token })],
    ["a name of a store", pocWithService({ uses: [token] })],
    ["a name of a secret", pocWithService({ secrets: [token] })],
    ["an unknown key's value", pocConfig({ flavour: { deep: [token] } })],
    ["an unknown key", pocConfig({ [token]: "x" })],
    ["a service's name", pocConfig({ services: { [token]: { image: "a/b:1" } } })],
    ["a variable's name", pocWithService({ env: { [token]: "x" } })],
    ["a text in place of services", pocConfig({ services: token })],
    ["a text in place of a list", pocWithService({ uses: token })],
    ["a reason", withVariable("SETTING", HEURISTIC, { notSecret: [{ path: "services.web.env.SETTING", why: token }] })],
    ["a path of notSecret", pocConfig({ notSecret: [{ path: token, why: "it is public" }] })],
  ])("one as %s is found and shown nowhere", (_, config) => {
    for (const found of [problemsOf(config), problemsOfFile(asYaml(config))]) {
      expect(found).toContain("SEC-01");
      expect(found).not.toContain(token);
      expect(found).not.toContain(token.slice(4));
    }
  });

  test("a whole file that is one is refused without showing it", () => {
    expect(problemsOf(token)).not.toContain(token);
    expect(problemsOfFile(token)).not.toContain(token);
    expect(problemsOfFile(`${token}: 1\n${token}: 2\n`)).not.toContain(token);
  });
});

describe("what only looks like a secret", () => {
  test("is told with the way out", () => {
    expect(problemsOf(withVariable("SETTING", HEURISTIC))).toBe(
      "services.web.env.SETTING looks like a secret (value not shown)\n    Secrets come from Key Vault:  secrets: [setting]  (no secret? then list it under notSecret, with a reason)   (SEC-01)",
    );
  });

  test("is lifted by notSecret with a reason, which stays in the config", () => {
    const notSecret = [{ path: "services.web.env.SETTING", why: "the public id of the map provider" }];
    const yaml = asYaml(withVariable("SETTING", HEURISTIC, { notSecret }));
    const folder = folderWith({ "orders.poc.yaml": yaml });
    expect(loadEnvironment(join(folder, "orders.poc.yaml")).config.notSecret).toEqual(notSecret);
  });

  test("is not lifted without a reason", () => {
    const without = (why: unknown) =>
      problemsOf(withVariable("SETTING", HEURISTIC, { notSecret: [{ path: "services.web.env.SETTING", why }] }));
    expect(without(undefined)).toBe("notSecret[0].why is required\n    A sentence for whoever reads this in a year.");
    expect(without("")).toBe(
      'notSecret[0].why must be a sentence of 1 to 500 characters, got ""\n    Write it for whoever reads this in a year.',
    );
  });

  test("a notSecret that lifts nothing is a typo", () => {
    const notSecret = [{ path: "services.web.env.SETTNG", why: "public" }];
    expect(problemsOf(withVariable("SETTING", "info", { notSecret }))).toBe(
      "notSecret[0] lifts nothing: no value at services.web.env.SETTNG looks like a secret\n    Remove the entry, or correct its path.   (SEC-01)",
    );
  });

  test.each([
    ["a name that says so", "DATABASE_PASSWORD", "correct horse 9"],
    ["a key's name", "PAYMENT_KEY", "hunter2hunter2"],
    ["camel case", "apiKey", "hunter2hunter2"],
    ["camel case after another word", "dbPassword", "hunter2hunter2"],
    ["a short word in camel case", "dbPass", "hunter2hunter2"],
    ["a name without a separator", "PGPASSWORD", "hunter2hunter2"],
    ["two words in one", "JWTSECRET", "hunter2hunter2"],
    ["two others in one", "AWSSECRETKEY", "hunter2hunter2"],
    ["a plain word as a password", "ADMIN_PASSWORD", "correcthorse"],
    ["digits as a password", "pgpassword", "12345678"],
    ["a plain word as what signs", "SESSION_SECRET", "correcthorse"],
    ["the first of two keys", "STORAGE_PRIMARY_KEY", "hunter2hunter2"],
    ["dense text", "SETTING", letters(24)],
    ["hexadecimal that no digest is as long as", "SETTING", hex(48)],
  ])("%s", (_, name, value) => {
    expect(suspect(name, value)).toEqual({ looksLike: "a secret", certain: false });
  });

  test.each([
    ["a switch", "USE_TOKEN", "true"],
    ["a number", "TOKEN", "3600"],
    ["a path", "TLS_KEY", "/etc/tls/tls.key"],
    ["an address", "TOKEN", "https://login.example/oauth2/token"],
    ["a name of a secret", "SECRET", "payment"],
    ["a name of a secret after a word", "PAYMENT_SECRET", "payment"],
    ["a file with a password", "PGPASSFILE", "/run/pgpass"],
    ["where a password stands", "DB_PASSWORD", "/run/secrets/password"],
    ["whether there is a password", "PASSWORD", "required"],
    ["a word that ends like one", "COMPASS", "Points North 1"],
    ["another", "MONKEY", "Likes Bananas 2"],
    ["a way to sign in", "AZURE_TOKEN_CREDENTIALS", "ManagedIdentityCredential"],
    ["a route", "/reset-password", "web-accounts"],
    ["a route without a separator", "/jwtsecret", "web-accounts"],
    ["a channel to talk in", "CHANNEL", "https://hooks.orders.example/services/T0/B0/incidents"],
    ["a guid", "CLIENT_ID", "0f8fad5b-d9cb-469f-a165-70867728950e"],
    ["a digest", "BUILD", `sha256:${"ab12".repeat(16)}`],
    ["an image by digest", "image", `orders/web@sha256:${"ab12".repeat(16)}`],
    ["a commit", "GIT_SHA", "3f2a9c1d4e5b6a7c8d9e0f1a2b3c4d5e6f708192"],
    ["a column to sort by", "SORT_KEY", "created_at"],
    ["a key of messages", "ROUTING_KEY", "orders.created"],
    ["the key of a table", "PRIMARY_KEY", "order_id"],
    ["an e-mail address", "owner", "ada.lovelace@orders.example"],
    ["a sentence", "why", "Container Apps, until Pre-Production"],
    ["a time zone", "timezone", "America/Argentina/Buenos_Aires"],
    ["a long host name", "HOST", "orders-database.privatelink.postgres.database.azure.com"],
  ])("%s is none", (_, name, value) => {
    expect(suspect(name, value)).toBeUndefined();
  });

  test("the example of the README passes", () => {
    expect(refusal(() => loadEnvironment("examples/full-ladder/environments/orders.poc.yaml"))).toBe("");
  });
});
