import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Azure, EMULATED_SUBSCRIPTION } from "../../src/emulator/arm/azure";
import { emulate } from "../../src/emulator/run/emulate";
import { PHASES, type Phase } from "../../src/emulator/run/phases";
import { seedsIn } from "../../src/emulator/run/seed";

jest.setTimeout(60_000);

const GROUPS = `/subscriptions/${EMULATED_SUBSCRIPTION}/resourceGroups`;
const VAULT = "Microsoft.KeyVault/vaults";
/** What the stack `recovery` makes. */
const COPIES = `${GROUPS}/rg-copies`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatewright-tool-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program in Terraform's place: notes what it is asked for, and fails where a stack of some name is asked for something. */
function tool(fails: Readonly<Record<string, string>> = {}): {
  bin: string;
  asked: () => string[];
  /** What a stack was given as input variables. */
  variables: (stack: string) => unknown;
} {
  const bin = join(folder, "terraform");
  const log = join(folder, "asked");
  const program = `#!${process.execPath}
const { appendFileSync, copyFileSync, readFileSync, writeFileSync } = require("node:fs");
const [command, ...more] = process.argv.slice(2);
if (command === "version") { console.log(${JSON.stringify(fails)}.version ?? "Terraform v1.11.4"); process.exit(0); }
const { name } = JSON.parse(readFileSync("cdk.tf.json", "utf8")).locals;
const asked = (more.includes("-destroy") ? "destroy" : command) + " " + name;
appendFileSync(${JSON.stringify(log)}, asked + "\\n");
const source = ${JSON.stringify(fails)}["provider " + name];
if (command === "init") writeFileSync(".terraform.lock.hcl", 'provider "registry.terraform.io/' + (source ?? "hashicorp/azurerm") + '" {\\n  version = "4.55.0"\\n}\\n');
const detail = ${JSON.stringify(fails)}[asked];
const makes = ${JSON.stringify(fails)}["makes " + name];
if (makes && asked.startsWith("apply")) writeFileSync("terraform.tfstate", JSON.stringify({ resources: [{ mode: "managed", type: "x", name: "y", instances: [{ attributes: { id: makes } }] }] }));
if (makes && asked.startsWith("destroy")) writeFileSync("terraform.tfstate", "{}");
if (${JSON.stringify(fails)}["waits " + asked]) {
  console.log(JSON.stringify({ type: "apply_start", hook: { resource: { addr: "azurerm_done.one" } } }));
  console.log(JSON.stringify({ type: "apply_start", hook: { resource: { addr: "azurerm_slow.one" } } }));
  console.log(JSON.stringify({ type: "apply_complete", hook: { resource: { addr: "azurerm_done.one" } } }));
  setTimeout(() => {}, 60_000);
  return;
}
if (asked === "apply recovery") writeFileSync("terraform.tfstate", JSON.stringify({ resources: [{ mode: "managed", type: "azurerm_resource_group", name: "copies", instances: [{ attributes: { id: ${JSON.stringify(COPIES)} } }] }] }));
if (detail) console.log(JSON.stringify({ type: "diagnostic", diagnostic: { severity: "error", summary: "refused", detail, address: "azurerm_thing.one" } }));
const says = ${JSON.stringify(fails)}["outputs " + name];
if (says && command === "apply") writeFileSync("terraform.tfstate", JSON.stringify({ outputs: { apps_domain: { value: says } } }));
if (command === "apply") copyFileSync("gatewright.auto.tfvars.json", ${JSON.stringify(join(folder, "variables "))} + name);
const drifts = ${JSON.stringify(fails)}["drift " + name];
if (drifts && command === "plan") console.log(JSON.stringify({ type: "planned_change", change: { action: "update", resource: { addr: drifts } } }));
process.exit(detail ? 1 : 0);
`;
  writeFileSync(bin, program);
  chmodSync(bin, 0o755);
  return {
    bin,
    variables: (name) => JSON.parse(readFileSync(join(folder, `variables ${name}`), "utf8")),
    asked: () =>
      readFileSync(log, "utf8")
        .trim()
        .split("\n")
        .filter((line) => !line.startsWith("init")),
  };
}

const stack = (name: string) => ({ name, json: { locals: { name } } });
const environment = { stacks: [stack("platform"), stack("services")] };
const both = { ...environment, successor: [stack("platform g2"), stack("services g2")] };

test("a plan that still changes something fails, though Terraform has no error", async () => {
  const result = await emulate({ ...environment, bin: tool({ "drift services": "azurerm_thing.one" }).bin });
  expect([result.outcome, result.reason]).toEqual(["failed", "no changes: update azurerm_thing.one"]);
  expect(result.phases[1]).toMatchObject({ phase: "no changes", outcome: "failed", stack: "services", errors: [] });
});

describe("a stack that outlives its generation", () => {
  const stacks = [...environment.stacks, { ...stack("recovery"), outlives: true }];
  const made =
    (...ids: readonly string[]) =>
    (phase: Phase, azure: Azure) => {
      if (phase === "nothing left") for (const id of ids) azure.write(id, { location: "westeurope" });
    };

  test("is not destroyed with it, and what it made stays on purpose", async () => {
    const { bin, asked } = tool();
    const result = await emulate({ stacks, bin, meanwhile: made(COPIES) });
    expect(asked()).not.toContain("destroy recovery");
    expect(asked()).toContain("destroy platform");
    expect([result.outcome, result.retained]).toEqual(["emulated", [COPIES]]);
    expect(result.phases.at(-1)).toMatchObject({ phase: "apply again", outcome: "passed" });
  });

  test("covers nothing but what it made", async () => {
    const result = await emulate({ stacks, bin: tool().bin, meanwhile: made(COPIES, `${GROUPS}/rg-copies-2`) });
    expect([result.outcome, result.reason]).toEqual(["failed", `nothing left: ${GROUPS}/rg-copies-2 is left`]);
  });

  test("goes like any other where nobody says that it outlives it", async () => {
    const { bin, asked } = tool();
    await emulate({ stacks: [...environment.stacks, stack("recovery")], bin });
    expect(asked()).toContain("destroy recovery");
  });
});

describe("a name that Azure keeps", () => {
  const vault = `${GROUPS}/rg-orders/providers/Microsoft.KeyVault/vaults/kv-orders`;
  /** The vault that the platform made is deleted, and its name stays taken. */
  const kept = (phase: Phase, azure: Azure) => {
    if (phase !== "destroy") return;
    const body = { name: "kv-orders" };
    azure.store.kept.set(vault.toLowerCase(), { id: vault, type: VAULT, body, hidden: {}, deleted: "2026-11-28" });
  };
  const leaving = (recovers: boolean) => ({
    name: "platform",
    json: {
      locals: { name: "platform" },
      provider: { azurerm: [{ features: [{ key_vault: [{ recover_soft_deleted_key_vaults: recovers }] }] }] },
    },
  });

  test("stands in the way of what had it, where the provider does not take it back", async () => {
    const result = await emulate({
      stacks: [leaving(false)],
      bin: tool({ "makes platform": vault }).bin,
      meanwhile: kept,
    });
    expect([result.outcome, result.kept]).toEqual(["emulated", [vault]]);
    expect(result.phases.at(-1)).toMatchObject({
      phase: "apply again",
      outcome: "not run",
      why: [`its name is taken until it is purged: ${vault}`],
    });
  });

  test.each([
    ["where the provider takes it back", [leaving(true)], "makes platform"],
    ["where another had it", [leaving(false)], "makes nothing"],
  ])("does not, %s", async (_, stacks, makes) => {
    const result = await emulate({ stacks, bin: tool({ [makes]: vault }).bin, meanwhile: kept });
    expect(result.phases.at(-1)).toMatchObject({ phase: "apply again", outcome: "passed" });
  });
});

test("a step that never ends is stopped at its limit, and what it waited for is named", async () => {
  const { bin } = tool({ "waits apply services": "yes" });
  const { outcome, phases } = await emulate({ ...environment, bin, timeoutMs: 1500 });
  expect(outcome).toBe("failed");
  expect(phases[0]).toMatchObject({ phase: "apply", outcome: "failed", stack: "services" });
  expect(phases[0]?.says).toEqual([
    "apply: stopped at the limit of 0.03 minutes that each step has (--step-limit), while these were not done: azurerm_slow.one",
  ]);
});

test("outputs go to the stacks that come after, and to no others", async () => {
  const variable = { apps_domain: {} };
  const json = (name: string, more: object = {}) => ({ name, json: { locals: { name }, variable, ...more } });
  const stacks = [
    { ...stack("platform a"), after: [] },
    { ...json("entry a"), after: ["services a"] },
    { ...stack("services a"), after: ["platform a"] },
    { ...stack("platform b"), after: [] },
    { ...json("entry b"), after: ["platform b"] },
  ];
  const { bin, variables } = tool({ "outputs platform a": "a.example", "outputs platform b": "b.example" });
  await emulate({ stacks, bin });
  expect(variables("entry a")).toEqual({ apps_domain: "a.example" });
  expect(variables("entry b")).toEqual({ apps_domain: "b.example" });
});

test("what is another in the copies is said: where the state is, and what may be destroyed", async () => {
  const remote = (name: string) => ({
    name,
    json: {
      locals: { name },
      terraform: { backend: { azurerm: { container_name: "state" } } },
      resource: { azurerm_key_vault: { vault: { name: "kv", lifecycle: { prevent_destroy: true } } } },
    },
  });
  const { changed } = await emulate({ stacks: [remote("platform"), remote("services"), stack("x")], bin: tool().bin });
  expect(changed).toEqual([
    "local state in the place of the backend azurerm: platform, services",
    "prevent_destroy lifted: azurerm_key_vault.vault in platform, azurerm_key_vault.vault in services",
  ]);
});

test("phases follow each other, stacks in their order, and back", async () => {
  const { bin, asked } = tool();
  const result = await emulate({ ...both, bin });
  expect(result.outcome).toBe("emulated");
  expect(result.phases.map(({ phase, outcome }) => `${phase}: ${outcome}`)).toEqual(
    PHASES.map((one) => `${one}: passed`),
  );
  expect(result.providers).toEqual({ "registry.terraform.io/hashicorp/azurerm": "4.55.0" });
  expect(asked().filter((line) => !line.startsWith("plan"))).toEqual([
    "apply platform",
    "apply services",
    "apply platform g2",
    "apply services g2",
    "destroy services",
    "destroy platform",
    "destroy services g2",
    "destroy platform g2",
    "apply platform",
    "apply services",
  ]);
});

test("a failure is of its phase and its stack, in Terraform's words, and nothing comes after it", async () => {
  const { bin, asked } = tool({ "apply platform g2": "the name is taken" });
  const { outcome, reason, phases } = await emulate({ ...both, bin });
  expect([outcome, reason]).toEqual(["failed", "successor beside it: refused: the name is taken (azurerm_thing.one)"]);
  expect(phases.map((one) => one.outcome)).toEqual(["passed", "passed", "failed", ...Array(5).fill("not run")]);
  expect(phases[2]?.stack).toBe("platform g2");
  expect(asked().at(-1)).toBe("apply platform g2");
});

test("without a successor its phases are not run", async () => {
  const { phases } = await emulate({ ...environment, bin: tool().bin });
  expect(phases.filter((one) => one.outcome === "not run").map((one) => one.phase)).toEqual([
    "successor beside it",
    "successor unchanged",
    "successor destroyed",
  ]);
});

test.each([
  ["Terraform v0.14.11", "terraform 0.14.11 is too old: an apply that tells as JSON what it does came with 0.15.3"],
  ["OpenTofu v1.5.0", "tofu 1.5.0 is too old: an apply that tells as JSON what it does came with 1.6.0"],
])("%s is not emulated, and no mocks are spoken of", async (version, reason) => {
  const result = await emulate({ ...environment, bin: tool({ version }).bin });
  expect([result.outcome, result.reason]).toEqual(["not-emulated", reason]);
});

test("versions before mocks emulate as well", async () => {
  const result = await emulate({ ...environment, bin: tool({ version: "Terraform v1.5.7" }).bin });
  expect(result.outcome).toBe("emulated");
});

test.each([
  ["no program", "/nowhere/terraform", environment, "/nowhere/terraform cannot be started"],
  ["no stack", undefined, { stacks: [] }, "there is no stack"],
])("%s: not emulated, and said why", async (_, bin, options, reason) => {
  const result = await emulate({ ...options, bin: bin ?? tool().bin });
  expect([result.outcome, result.reason]).toEqual(["not-emulated", reason]);
});

test.each([
  ["that cannot be had", { "init services": "x" }, "services: "],
  [
    "of another cloud",
    { "provider services": "hashicorp/aws" },
    "only azurerm can be led to the emulator, and there is registry.terraform.io/hashicorp/aws",
  ],
])("a provider %s: not emulated", async (_, fails, reason) => {
  const result = await emulate({ ...environment, bin: tool(fails).bin });
  expect(result.outcome).toBe("not-emulated");
  expect(result.reason).toContain(reason);
});

test("a configuration that Terraform does not read has failed", async () => {
  const said = "Terraform encountered problems during initialisation";
  const result = await emulate({ ...environment, bin: tool({ "init services": said }).bin });
  expect([result.outcome, result.reason, result.phases]).toEqual(["failed", expect.stringContaining(said), []]);
});

test("secrets, certificates and images that stacks refer to are brought by people", () => {
  const json = {
    secret: "https://kv-orders.vault.azure.net/secrets/payment-key",
    certificate: "https://kv-orders.vault.azure.net/secrets/entry",
    image: "acrorders.azurecr.io/api@sha256:1",
    other: ["docker.io/api:1", "https://kv-orders.vault.azure.net/"],
  };
  expect(seedsIn([json, json])).toEqual([
    { kind: "secret", into: "kv-orders", name: "payment-key" },
    { kind: "secret", into: "kv-orders", name: "entry" },
    { kind: "image", into: "acrorders", name: "api@sha256:1" },
  ]);
});
