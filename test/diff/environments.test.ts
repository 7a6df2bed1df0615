import { join } from "node:path";
import type { EnvironmentDiff } from "../../src/diff/compare";
import { POC_YAML } from "../promotion/support";
import { contentOf, folderWith } from "../support/folder";
import { pilotConfig } from "../support/pilot";
import { asYaml } from "../support/poc-config";
import { runCli } from "../support/run-cli";

const folder = () =>
  folderWith({
    "orders.poc.yaml": POC_YAML,
    "orders.pilot.yaml": asYaml(pilotConfig()),
    "changed/orders.pilot.yaml": asYaml({ ...pilotConfig(), monthlyBudget: 400 }),
  });

async function diff(environments: string, ...argv: readonly string[]) {
  return await runCli("diff", ...argv, "--environments", environments);
}

async function diffed(environments: string, ...argv: readonly string[]): Promise<EnvironmentDiff> {
  const { out } = await diff(environments, ...argv, "--format", "json");
  return JSON.parse(out) as EnvironmentDiff;
}

test("a Pilot stands beside its POC: nothing is changed, and only what the stage demands differs", async () => {
  const environments = folder();
  const before = contentOf(environments);
  const result = await diffed(environments, "poc", "pilot");
  expect(result.inPlace).toBe(false);
  expect(result.stance.map(({ path }) => path)).toContain("vault.purge");
  const vault = result.changed.find(({ address }) => address === "azurerm_key_vault.vault");
  expect(vault?.arguments.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["purge_protection_enabled", "soft_delete_retention_days"]),
  );
  for (const { arguments: changes } of result.changed)
    for (const { path } of changes) expect(path).not.toMatch(/^(?:name|tags|resource_group_name)/);
  const apps = result.changed.find(({ address }) => address === "azurerm_container_app_environment.apps");
  expect(apps?.replaces.map(({ argument }) => argument)).toEqual(["infrastructure_subnet_id"]);
  expect(contentOf(environments)).toEqual(before);
});

test("a generation stands beside the one before it, alike in everything but its names", async () => {
  const { code, out } = await diff(folder(), "pilot", "pilot@2");
  expect(code).toBe(0);
  expect(out).toMatch(
    /^orders-pilot → orders-pilot generation 2\norders-pilot generation 2 stands beside orders-pilot: all \d+ resources of it are new by name, and nothing of orders-pilot is changed or replaced\.\n\n\d+ resources are the same on both sides\.\n$/,
  );
});

test("the same environment in two files is changed in place", async () => {
  const environments = folder();
  const result = await diffed(environments, "pilot", join(environments, "changed/orders.pilot.yaml"));
  expect(result).toMatchObject({ inPlace: true, added: [], gone: [], stance: [] });
  expect(result.changed).toEqual([
    expect.objectContaining({
      address: "azurerm_consumption_budget_resource_group.budget",
      arguments: [{ path: "amount", before: 350, after: 400 }],
      replaces: [],
    }),
  ]);
});

test("what a synth wrote is compared with what would be written now", async () => {
  const environments = folder();
  const out = join(environments, "out");
  await runCli("synth", "poc", "--environments", environments, "--out", out);
  expect(await diffed(environments, out, "poc")).toMatchObject({ inPlace: true, added: [], gone: [], changed: [] });
  const one = await diffed(environments, join(out, "stacks/orders-poc-services"), "poc");
  expect(one.gone).toEqual([]);
  expect(one.added.length).toBeGreaterThan(0);
});

test("Markdown has headings and lists", async () => {
  const { out } = await diff(folder(), "poc", "pilot", "--format", "markdown");
  expect(out).toMatch(/^# orders-poc → orders-pilot\n/);
  expect(out).toContain("\n## What the stages demand\n\n- ");
  expect(out).toContain("\n- `orders-pilot-platform: azurerm_key_vault.vault`\n");
});

test.each<[what: string, argv: readonly string[], says: RegExp]>([
  ["an unknown environment", ["poc", "piolt"], /^no environment "piolt" in .*; did you mean "pilot"\?/],
  ["an unknown format", ["poc", "pilot", "--format", "yaml"], /^--format must be text, json or markdown, got "yaml"/],
  ["a folder without stacks", [".", "pilot"], /^\. holds no synthesized stacks/],
  ["a file that is not there", ["nothing.json", "pilot"], /^nothing\.json does not exist/],
  ["JSON that is no configuration", ["package.json", "pilot"], /^package\.json holds no Terraform configuration/],
])("%s ends with 2", async (_what, argv, says) => {
  const { code, out, err } = await diff(folder(), ...argv);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(says);
});
