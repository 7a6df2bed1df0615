import { join } from "node:path";
import { RedisCache } from "@cdktf/provider-azurerm/lib/redis-cache";
import { main } from "../../src/cli/main";
import { readStacks } from "../../src/synth/terraform-json";
import { folderWith } from "../support/folder";
import { asYaml, pocConfig } from "../support/poc-config";
import { only, synthesizePoc } from "../support/synthesize";

const ROOT = join(__dirname, "../..");
const CACHE = {
  name: "redis-orders-poc-weu",
  resource_group_name: "${azurerm_resource_group.group.name}",
  location: "westeurope",
  sku_name: "Basic",
  minimum_tls_version: "1.2",
  tags: expect.objectContaining({ workload: "orders", stage: "poc", "expires-on": "2026-12-19" }),
};

describe("a resource that is not modelled", () => {
  test("is added in a few lines of TypeScript", () => {
    const stacks = synthesizePoc(pocConfig(), ({ platform }) => {
      const { stack, group } = platform;
      new RedisCache(stack, "cache", {
        name: "redis-orders-poc-weu",
        resourceGroupName: group.name,
        location: group.location,
        tags: { ...group.tags },
        capacity: 0,
        family: "C",
        skuName: "Basic",
        minimumTlsVersion: "1.2",
      });
    });
    expect(only(stacks, "azurerm_redis_cache.cache")).toMatchObject(CACHE);
  });
});

describe("extend: in a YAML file", () => {
  /** Runs the command line; the project finds its packages where this one does. */
  async function synth(extension: string, name = "orders.extra.ts", extend = `./${name}`) {
    const folder = folderWith({
      "environments/orders.poc.yaml": asYaml(pocConfig({ extend })),
      [`environments/${name}`]: extension,
      "node_modules/.keep": "",
    });
    const stderr = jest.spyOn(process.stderr, "write").mockReturnValue(true);
    const stdout = jest.spyOn(process.stdout, "write").mockReturnValue(true);
    try {
      const out = join(folder, "cdktf.out");
      const code = await main(["synth", "--environments", join(folder, "environments"), "--out", out]);
      return { code, out, folder, stderr: stderr.mock.calls.map(([text]) => text).join("") };
    } finally {
      stderr.mockRestore();
      stdout.mockRestore();
    }
  }

  const EXTENSION = (module: string) => `
import { RedisCache } from "${ROOT}/node_modules/@cdktf/provider-azurerm/lib/redis-cache";

${module}({ platform: { stack, group } }: { platform: any }): void {
  new RedisCache(stack, "cache", {
    name: "redis-orders-poc-weu",
    resourceGroupName: group.name,
    location: group.location,
    tags: { ...group.tags },
    capacity: 0,
    family: "C",
    skuName: "Basic",
    minimumTlsVersion: "1.2",
  });
}
`;

  test("adds the same resource, and the output holds it", async () => {
    const { code, out, stderr } = await synth(EXTENSION("export default function extend"));
    expect([code, stderr]).toEqual([0, ""]);
    expect(only(readStacks(out, ["orders-poc-platform"]), "azurerm_redis_cache.cache")).toMatchObject(CACHE);
  });

  test("a file without a default export is told at its line", async () => {
    const { code, stderr, folder } = await synth(EXTENSION("export function extend"));
    expect([code, stderr]).toEqual([
      2,
      `${join(folder, "environments/orders.poc.yaml")}:15:1  extend names ./orders.extra.ts, which has no default export\n    Export a function: export default (environment) => { … }\n`,
    ]);
  });

  test("a file that is missing is told at its line", async () => {
    const { code, stderr, folder } = await synth("", "orders.extra.ts", "./order.extra.ts");
    expect([code, stderr]).toEqual([
      2,
      `${join(folder, "environments/orders.poc.yaml")}:15:1  extend names ./order.extra.ts, which does not exist\n    Create ./order.extra.ts beside the config, or remove extend.\n`,
    ]);
  });
});
