import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { RedisCache } from "@cdktf/provider-azurerm/lib/redis-cache";
import { readStacks } from "../../src/plan/terraform-json";
import { contentOf, folderWith } from "../support/folder";
import { asYaml, pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";
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
  /** Runs the command line in a process of its own; the project finds its packages where this one does. */
  function synth(extension: string, extend = "./orders.extra.ts") {
    const yaml = asYaml(pocConfig({ extend }));
    const folder = folderWith({ "environments/orders.poc.yaml": yaml, "environments/orders.extra.ts": extension });
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    const { status, stderr } = spawnSync(
      process.execPath,
      ["-r", join(ROOT, "node_modules/ts-node/register"), join(ROOT, "src/cli/bin.ts"), "synth"],
      { cwd: folder, env: { ...process.env, TS_NODE_PROJECT: join(ROOT, "tsconfig.json") }, encoding: "utf8" },
    );
    const line = yaml.split("\n").indexOf(`extend: ${extend}`) + 1;
    return { code: status, stderr, out: join(folder, "cdktf.out"), at: `environments/orders.poc.yaml:${line}:1` };
  }

  const EXTENSION = (module: string) => `
import { RedisCache } from "@cdktf/provider-azurerm/lib/redis-cache";

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

  test("adds the same resource, and the output holds it", () => {
    const { code, out, stderr } = synth(EXTENSION("export default function extend"));
    expect([code, stderr]).toEqual([0, ""]);
    expect(only(readStacks(out, ["orders-poc-platform"]), "azurerm_redis_cache.cache")).toMatchObject(CACHE);
  });

  test("may zip a folder, for which cdktf needs what the command does not load before", () => {
    const { code, out, stderr } = synth(`
import { AssetType, TerraformAsset } from "cdktf";

export default function extend({ platform: { stack } }: { platform: any }): void {
  new TerraformAsset(stack, "code", { path: __dirname, type: AssetType.ARCHIVE });
}
`);
    expect([code, stderr]).toEqual([0, ""]);
    const zips = Object.keys(contentOf(join(out, "stacks/orders-poc-platform/assets"))).filter((file) =>
      /[^/]$/.test(file),
    );
    expect(zips).toEqual([expect.stringMatching(/^code\/[0-9A-F]{32}\/archive\.zip$/)]);
    const [zip = ""] = zips;
    const bytes = readFileSync(join(out, "stacks/orders-poc-platform/assets", zip));
    expect([bytes.toString("latin1", 0, 2), bytes.includes("orders.extra.ts")]).toEqual(["PK", true]);
  });

  test("a file without a default export is told at its line", () => {
    const { code, stderr, at } = synth(EXTENSION("export function extend"));
    expect([code, stderr]).toEqual([
      2,
      `${at}  extend names ./orders.extra.ts, which has no default export\n    Export a function: export default (environment) => { … }\n`,
    ]);
  });

  test("a file that is missing is told at its line", () => {
    const { code, stderr, at } = synth("", "./order.extra.ts");
    expect([code, stderr]).toEqual([
      2,
      `${at}  extend names ./order.extra.ts, which does not exist\n    Create ./order.extra.ts beside the config, or remove extend.\n`,
    ]);
  });

  test.each([
    [
      "a method that is none",
      "exports.default = (environment) => {\n  environment.platform.nothing();\n};",
      " in line 2: environment.platform.nothing is not a function\n",
    ],
    ["something else that is thrown", 'exports.default = () => { throw "text"; };', ": text\n"],
  ])("%s is told, and nothing is written", async (_title, extension, says) => {
    const yaml = asYaml(pocConfig({ extend: "./orders.extra.js" }));
    const folder = folderWith({ "environments/orders.poc.yaml": yaml, "environments/orders.extra.js": extension });
    const out = join(folder, "out");
    const { code, err } = await runCli("synth", "--environments", join(folder, "environments"), "--out", out);
    expect([code, err]).toEqual([2, expect.stringContaining(`extend names ./orders.extra.js, which fails${says}`)]);
    expect(existsSync(out)).toBe(false);
  });
});
