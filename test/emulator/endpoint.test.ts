import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EMULATED_SUBSCRIPTION, TENANT } from "../../src/emulator/arm/azure";
import { emulate } from "../../src/emulator/run/emulate";
import type { PhaseResult } from "../../src/emulator/run/phases";
import { renderEmulation } from "../../src/emulator/run/render-emulation";
import { listen, makeServer } from "../../src/emulator/server";
import { type EmulatedAzure, startAzure } from "../../src/emulator/start";
import { makeAuthority } from "../../src/emulator/tls";

jest.setTimeout(60_000);

const GROUPS = `/subscriptions/${EMULATED_SUBSCRIPTION}/resourceGroups`;
const VAULTS = `${GROUPS}/rg-platform/providers/Microsoft.KeyVault/vaults`;
const REGISTRIES = `${GROUPS}/rg-platform/providers/Microsoft.ContainerRegistry/registries`;

/** Another emulator on this machine: ours, started by somebody else, and known by its metadata host alone. */
let other: EmulatedAzure;
let folder: string;
let trusted: string | undefined;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatewright-tool-"));
  other = await startAzure();
  trusted = process.env["SSL_CERT_FILE"];
  process.env["SSL_CERT_FILE"] = other.env["SSL_CERT_FILE"];
});
afterEach(async () => {
  if (trusted === undefined) delete process.env["SSL_CERT_FILE"];
  else process.env["SSL_CERT_FILE"] = trusted;
  await other.close();
  rmSync(folder, { recursive: true, force: true });
});

const endpoint = () => new URL(other.origin).host;
const stack = (name: string, made: Readonly<Record<string, object>>, more: object = {}) => ({
  name,
  json: { locals: { name, made, ...more } },
});

/** A program in Terraform's place that makes what the stack's `made` says by asking the Resource Manager that it is led to. */
function tool(): string {
  const bin = join(folder, "terraform");
  writeFileSync(
    bin,
    `#!${process.execPath}
const { readFileSync, writeFileSync } = require("node:fs");
const { request } = require("node:https");
const [command, ...more] = process.argv.slice(2);
if (command === "version") { console.log("Terraform v1.11.4"); process.exit(0); }
if (command === "init") { writeFileSync(".terraform.lock.hcl", 'provider "registry.terraform.io/hashicorp/azurerm" {\\n  version = "4.55.0"\\n}\\n'); process.exit(0); }
writeFileSync(${JSON.stringify(join(folder, "env"))}, JSON.stringify(process.env));
const { made, forgets = [] } = JSON.parse(readFileSync("cdk.tf.json", "utf8")).locals;
const ask = (method, id, body) => new Promise((done) => {
  const url = "https://" + process.env.ARM_METADATA_HOSTNAME + id + "?api-version=2024-01-01";
  const sent = request(url, { method, ca: readFileSync(process.env.SSL_CERT_FILE), headers: { "content-type": "application/json" } }, (answer) => answer.resume().on("end", done));
  sent.end(body && JSON.stringify(body));
});
const work = async () => {
  const ids = Object.keys(made);
  if (command !== "apply") return;
  if (!more.includes("-destroy")) for (const id of ids) await ask("PUT", id, made[id]);
  else for (const id of ids.reverse()) if (!forgets.includes(id)) await ask("DELETE", id);
  const attributes = ids.map((id) => ({ attributes: { id } }));
  writeFileSync("terraform.tfstate", JSON.stringify({ resources: [{ mode: "managed", type: "x", name: "y", instances: more.includes("-destroy") ? [] : attributes }] }));
};
work();
`,
  );
  chmodSync(bin, 0o755);
  return bin;
}

const platform = {
  [`${GROUPS}/rg-platform`]: { location: "westeurope" },
  [`${VAULTS}/kv-orders`]: { location: "westeurope", properties: { tenantId: TENANT, sku: { name: "standard" } } },
  [`${REGISTRIES}/acrorders`]: { location: "westeurope", sku: { name: "Basic" } },
};
const NOT_TOLD = [
  "which types it knows, and which it only echoes",
  "whether parts and settings of resources are left: Resource Manager does not list them",
  "which other names than those of vaults stay taken",
];
const NOT_LISTED = "nothing left: not judged: groups, resources, locks, role assignments are not listed";
const lines = (phases: readonly PhaseResult[]) =>
  phases.map(({ phase, outcome, why = [] }) => [phase, outcome, ...why].join(": "));

test("the provider is led to it without a secret that is worth anything, and hosts go by a proxy of this machine", async () => {
  await emulate({ stacks: [stack("platform", platform)], bin: tool(), endpoint: endpoint() });
  const env = JSON.parse(readFileSync(join(folder, "env"), "utf8"));
  expect(env).toMatchObject({
    ARM_METADATA_HOSTNAME: endpoint(),
    ARM_CLIENT_SECRET: "worth-nothing",
    ARM_SUBSCRIPTION_ID: EMULATED_SUBSCRIPTION,
    SSL_CERT_FILE: other.env["SSL_CERT_FILE"],
    HTTPS_PROXY: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
  });
  expect(env["HTTPS_PROXY"]).not.toBe(other.env["HTTPS_PROXY"]);
});

test("what is left is what Resource Manager lists, but for what was there before; a deleted vault keeps its name", async () => {
  other.azure.write(`${GROUPS}/rg-before`, { location: "westeurope" });
  const kept = `${VAULTS}/kv-orders`;
  const result = await emulate({ stacks: [stack("platform", platform)], bin: tool(), endpoint: endpoint() });
  expect([result.outcome, result.endpoint, result.kept, result.echoed]).toEqual(["emulated", endpoint(), [kept], []]);
  expect(result.unknown).toEqual(NOT_TOLD);
  expect(result.phases.find(({ phase }) => phase === "nothing left")?.outcome).toBe("passed");
  expect(renderEmulation("orders-poc", result)).toContain(
    `orders-poc  emulated  (terraform 1.11.4, azurerm 4.55.0, at ${endpoint()})`,
  );
});

test("where nobody could say what was there before, nobody can say what is left", async () => {
  const all = jest.spyOn(other.store, "all");
  all.mockImplementation(() => {
    throw new Error("no list yet");
  });
  const { phases } = await emulate({
    stacks: [stack("platform", platform)],
    bin: tool(),
    endpoint: endpoint(),
    onStep: () => all.mockRestore(),
  });
  expect(lines(phases)).toContain("nothing left: not judged: what was there before was not listed");
});

test("a group that is left fails by its id", async () => {
  const forgetful = stack("platform", platform, { forgets: Object.keys(platform) });
  const { outcome, phases } = await emulate({ stacks: [forgetful], bin: tool(), endpoint: endpoint() });
  expect([outcome, phases.find((one) => one.outcome === "failed")?.says.slice(0, 2)]).toEqual([
    "failed",
    [`${GROUPS}/rg-platform is left`, `${VAULTS}/kv-orders is left`],
  ]);
});

test("secrets and images are brought through Resource Manager as soon as there is a vault or a registry", async () => {
  const services = stack(
    "services",
    {},
    {
      secret: "https://kv-orders.vault.azure.net/secrets/payment-key",
      images: ["acrorders.azurecr.io/api:1", "acrorders.azurecr.io/web@sha256:1"],
    },
  );
  const seen: unknown[] = [];
  await emulate({
    stacks: [stack("platform", platform), services],
    bin: tool(),
    endpoint: endpoint(),
    onStep: (says) => {
      if (!says.startsWith("apply: passed")) return;
      seen.push(other.store.has(`${VAULTS}/kv-orders/secrets/payment-key`));
      seen.push(other.store.get(`${REGISTRIES}/acrorders`)?.hidden["images"]);
    },
  });
  expect(seen).toEqual([true, expect.arrayContaining(["api:1", "web@sha256:1"])]);
});

describe("an endpoint", () => {
  test.each([
    ["192.0.2.1:443", "--endpoint 192.0.2.1:443 is not on this machine: 192.0.2.1 is no loopback address"],
    ["emulator.invalid", "--endpoint emulator.invalid is not on this machine: emulator.invalid has no address"],
    ["http://127.0.0.1:1", '--endpoint must be the metadata host of an emulator, got "http://127.0.0.1:1"'],
    ["127.0.0.1:1/azure", '--endpoint must be the metadata host of an emulator, got "127.0.0.1:1/azure"'],
    ["", '--endpoint must be the metadata host of an emulator, got ""'],
  ])("%s is refused", async (given, says) => {
    const result = await emulate({ stacks: [stack("x", {})], bin: tool(), endpoint: given });
    expect([result.outcome, result.reason]).toEqual(["not-emulated", says]);
  });

  /** An emulator of few words. */
  async function answering(answers: Readonly<Record<string, object>>): Promise<{ host: string; close: () => void }> {
    const authority = await makeAuthority();
    let origin = "";
    const server = makeServer(authority, ({ path }) => {
      const metadata = { resourceManager: origin, authentication: { loginEndpoint: origin, audiences: [] } };
      const body = { "/metadata/endpoints": metadata, ...answers }[path];
      return body ? { status: 200, body } : { status: 404, body: {} };
    });
    const port = await listen(server);
    origin = `https://127.0.0.1:${port}`;
    const file = join(folder, "other.pem");
    writeFileSync(file, authority.certificate);
    process.env["SSL_CERT_FILE"] = file;
    return { host: `127.0.0.1:${port}`, close: () => server.close().closeAllConnections() };
  }

  test("with a subscription of its own is run in that one, and without lists it is not judged", async () => {
    const value = [{ subscriptionId: "its-own", tenantId: "its-tenant" }];
    const { host, close } = await answering({ "/subscriptions": { value } });
    const result = await emulate({ stacks: [stack("x", {})], bin: tool(), endpoint: host });
    close();
    const env = JSON.parse(readFileSync(join(folder, "env"), "utf8"));
    expect([env.ARM_SUBSCRIPTION_ID, env.ARM_TENANT_ID]).toEqual(["its-own", "its-tenant"]);
    expect(lines(result.phases)).toContain(NOT_LISTED);
    expect(result.unknown).toContain("which names stay taken");
  });

  test.each([
    ["resources are", { resourceManager: "https://192.0.2.1", authentication: { loginEndpoint: "https://127.0.0.1" } }],
    ["sign-in is", { resourceManager: "https://127.0.0.1", authentication: { loginEndpoint: "https://192.0.2.1/" } }],
  ])("whose %s elsewhere is not emulated", async (_, metadata) => {
    const { host, close } = await answering({ "/metadata/endpoints": metadata });
    const result = await emulate({ stacks: [stack("x", {})], bin: tool(), endpoint: host });
    close();
    expect(result.reason).toBe(
      `${host} leads to https://192.0.2.1, which is not on this machine: 192.0.2.1 is no loopback address`,
    );
  });

  test("where nobody answers is not emulated", async () => {
    const result = await emulate({ stacks: [stack("x", {})], bin: tool(), endpoint: "127.0.0.1:1" });
    expect([result.outcome, result.reason]).toEqual(["not-emulated", "127.0.0.1:1 does not answer"]);
    expect(existsSync(join(folder, "env"))).toBe(false);
  });

  test("whose certificate nobody trusts says what to name", async () => {
    delete process.env["SSL_CERT_FILE"];
    const result = await emulate({ stacks: [stack("x", {})], bin: tool(), endpoint: endpoint() });
    expect(result.reason).toMatch(
      /has a certificate that is not trusted \(\w+\): name that of its authority in SSL_CERT_FILE$/,
    );
  });
});
