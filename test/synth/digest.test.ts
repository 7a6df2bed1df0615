import fc from "fast-check";
import stringify from "json-stable-stringify";
import { parseYaml } from "../../src/config/parse";
import type { TerraformJson } from "../../src/plan/terraform-json";
import { canonicalJson, configDigest, platformDigest } from "../../src/synth/digest";
import { asYaml, type Changes, pocConfig } from "../support/poc-config";
import { synthesizePocInMemory } from "../support/synthesize";
import type { Json } from "../support/weakenings";

const CONFIG = {
  generation: 2,
  services: {
    web: { image: "orders/web:0.3.1", port: 3000, exposure: "public", env: { LOG_LEVEL: "info", COLOUR: "blue" } },
    api: { image: "orders/api:0.3.1", port: 8080, uses: ["database", "files"], secrets: ["payment-key"] },
    cleanup: { image: "orders/cleanup:0.3.1", schedule: "0 2 * * *", uses: ["database"] },
  },
  stores: { database: { type: "postgresql", migrations: "orders/migrate:0.3.1" }, files: { type: "blobs" } },
} as const;
const platform = (changes: Changes = {}) => platformDigest(synthesizePocInMemory(pocConfig({ ...CONFIG, ...changes })));
const withWeb = (changes: Changes) => ({
  services: { ...CONFIG.services, web: { ...CONFIG.services.web, ...changes } },
});

/** The same value with every mapping's keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe("the digest of a config", () => {
  test("ignores the order of keys and the layout of the YAML", () => {
    const config = pocConfig(CONFIG);
    const flow = `${JSON.stringify(reversed(config))}\n# a comment\n`;
    expect(configDigest(parseYaml(flow, "f").value)).toBe(configDigest(config));
    expect(configDigest(parseYaml(asYaml(config), "f").value)).toBe(configDigest(config));
  });

  test("is the sha256 of canonical JSON", () => {
    expect(canonicalJson({ b: [1, "ä"], a: null })).toBe('{"a":null,"b":[1,"ä"]}');
    expect(configDigest({})).toBe("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });

  test("changes with every value, and with the order of a list", () => {
    const base = configDigest(pocConfig(CONFIG));
    const files = { web: { image: "a/b:1", uses: ["files", "database"] } };
    const swapped = { web: { image: "a/b:1", uses: ["database", "files"] } };
    expect(configDigest(pocConfig({ ...CONFIG, monthlyBudget: 81 }))).not.toBe(base);
    expect(configDigest(files)).not.toBe(configDigest(swapped));
  });
});

describe("the digest of a platform", () => {
  const base = platform();

  test("ignores the order of keys", () => {
    const config = reversed(pocConfig(CONFIG)) as ReturnType<typeof pocConfig>;
    expect(platformDigest(synthesizePocInMemory(config))).toBe(base);
  });

  test.each([
    ["a new image of an app", withWeb({ image: "orders/web:0.4.0" })],
    ["an image from another registry", withWeb({ image: "ghcr.io/orders/web:0.3.1" })],
    [
      "a new image of a job",
      { services: { ...CONFIG.services, cleanup: { ...CONFIG.services.cleanup, image: "orders/cleanup:0.4.0" } } },
    ],
    [
      "new migrations",
      { stores: { ...CONFIG.stores, database: { type: "postgresql", migrations: "orders/migrate:9" } } },
    ],
    ["another value of a variable", withWeb({ env: { LOG_LEVEL: "debug", COLOUR: "blue" } })],
    ["another variable", withWeb({ env: { LOG_LEVEL: "info" } })],
  ])("is kept by %s: that is a release", (_, changes) => {
    expect(platform(changes)).toBe(base);
  });

  test.each([
    [
      "another size of the database",
      { stores: { ...CONFIG.stores, database: { ...CONFIG.stores.database, sku: "B_Standard_B2s" } } },
    ],
    ["another location", { location: "swedencentral" }],
    ["another generation", { generation: 3 }],
    ["another workload", { workload: "shop" }],
    ["another budget", { monthlyBudget: 81 }],
    ["another port", withWeb({ port: 3001 })],
    ["another exposure", withWeb({ exposure: "private" })],
    ["more memory", withWeb({ memory: "1Gi" })],
    ["more replicas", withWeb({ scale: { min: 1 } })],
    ["another secret", withWeb({ secrets: ["payment-key"] })],
    ["a use of a store", withWeb({ uses: ["files"] })],
    ["another service", { services: { ...CONFIG.services, mailer: { image: "orders/mailer:1" } } }],
    ["another store", { stores: { ...CONFIG.stores, mail: { type: "queue" } } }],
    ["another provider", { azurerm: "4.56.0" }],
    ["another end", { expires: "2026-12-20" }],
  ])("is changed by %s", (_, changes) => {
    expect(platform(changes)).not.toBe(base);
  });
});

/** The stacks after a change of their JSON. */
function changed(change: (platform: Json) => void): string {
  const stacks = structuredClone(synthesizePocInMemory(pocConfig(CONFIG)));
  change(stacks.find(({ name }) => name.endsWith("-platform"))!.json);
  return platformDigest(stacks);
}
const group = ({ resource }: Json): Json => Object.values(resource.azurerm_resource_group)[0];

describe("what Terraform does not read", () => {
  const base = platform();

  test.each<[string, (json: Json) => void]>([
    ["another version of cdktf", (json) => Object.assign(json["//"].metadata, { version: "0.99.0" })],
    ["no comment at all", (json) => delete json["//"]],
    ["another comment of a resource", (json) => Object.assign(group(json), { "//": "made by hand" })],
    ["another comment of a provider", (json) => Object.assign(json.provider.azurerm[0], { "//": "ours" })],
    ["another comment of the backend's block", (json) => Object.assign(json.terraform, { "//": "state" })],
  ])("does not change the digest: %s", (_, change) => expect(changed(change)).toBe(base));

  test.each<[string, (json: Json) => void]>([
    ["a tag by that name", (json) => Object.assign(group(json).tags, { "//": "made by hand" })],
    ["a resource by that name", (json) => Object.assign(json.resource.azurerm_resource_group, { "//": {} })],
    ["a local by another name", (json) => Object.assign(json, { locals: { slash: "//" } })],
    ["another list of resources", (json) => Object.assign(json, { resource: [json.resource, { a: { b: {} } }] })],
  ])("is not what only looks like it: %s", (_, change) => expect(changed(change)).not.toBe(base));

  test("a list of sections is masked as one is", () => {
    const listed = (image: string): TerraformJson => {
      const app = { template: { container: [{ name: "web", image }] } };
      return { resource: [{ azurerm_container_app: { web: app } }] } as unknown as TerraformJson;
    };
    const of = (image: string) => platformDigest([{ name: "orders-poc-services", json: listed(image) }]);
    expect(of("orders/web:2")).toBe(of("orders/web:1"));
  });
});

test("canonical JSON has the bytes that digests were always made of", () => {
  const values = fc.oneof(
    fc.jsonValue(),
    fc.object({ withNullPrototype: true, withDate: true, withSparseArray: true }),
  );
  fc.assert(fc.property(values, (value) => expect(canonicalJson(value)).toBe(stringify(value) ?? "null")));
});
