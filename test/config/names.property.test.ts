import * as fc from "fast-check";
import { NAME_RULES, type NamedType } from "../../src/config/name-rules";
import { nameSuffix } from "../../src/config/names";
import type { PocConfig } from "../../src/config/schema";
import type { SynthesizedResource } from "../../src/plan/terraform-json";
import { isStage } from "../../src/stages/stage";
import { arbitraryPoc } from "../support/arbitrary-config";
import { allResources, synthesizePoc, synthesizePocInMemory } from "../support/synthesize";

/** The rule of our own that a resource type's names obey. */
const OURS: Readonly<Record<string, NamedType>> = {
  azurerm_consumption_budget_resource_group: "consumption_budget",
  azurerm_container_app: "container_app",
  azurerm_container_app_environment: "container_app_environment",
  azurerm_container_app_job: "container_app_job",
  azurerm_container_registry: "container_registry",
  azurerm_key_vault: "key_vault",
  azurerm_log_analytics_workspace: "log_analytics_workspace",
  azurerm_monitor_diagnostic_setting: "monitor_diagnostic_setting",
  azurerm_postgresql_flexible_server: "postgresql_flexible_server",
  azurerm_resource_group: "resource_group",
  azurerm_storage_account: "storage_account",
  azurerm_user_assigned_identity: "user_assigned_identity",
};

/**
 * Azure's own patterns and lengths, and where azurerm 4.55 is stricter, its.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
const AZURE: Readonly<Record<string, RegExp>> = {
  azurerm_consumption_budget_resource_group: /^[a-zA-Z0-9_-]{1,63}$/,
  azurerm_container_app: /^(?=.{2,32}$)(?!.*--)[a-z][a-z0-9-]*[a-z0-9]$/,
  azurerm_container_app_environment: /^(?=.{2,60}$)(?!.*--)[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]$/,
  azurerm_container_app_job: /^(?=.{2,32}$)(?!.*--)[a-z][a-z0-9-]*[a-z0-9]$/,
  azurerm_container_registry: /^[a-zA-Z0-9]{5,50}$/,
  azurerm_key_vault: /^(?=.{3,24}$)(?!.*--)[a-zA-Z][a-zA-Z0-9-]*[a-zA-Z0-9]$/,
  azurerm_log_analytics_workspace: /^(?=.{4,63}$)[a-zA-Z0-9][a-zA-Z0-9-]+[a-zA-Z0-9]$/,
  azurerm_monitor_diagnostic_setting: /^(?=.{1,260}$)[^*<>%:&?+\\/]+[^*<>%:&?+\\/ ]$/,
  azurerm_postgresql_flexible_server: /^(?=.{3,63}$)[a-z0-9][a-z0-9-]*[a-z0-9]$/,
  azurerm_postgresql_flexible_server_database: /^(?!(?:postgres|template0|template1)$)[a-zA-Z0-9_-]{1,63}$/,
  azurerm_resource_group: /^(?=.{1,90}$)[a-zA-Z0-9-._()]*[a-zA-Z0-9-_()]$/,
  azurerm_storage_account: /^[a-z0-9]{3,24}$/,
  azurerm_storage_container: /^(?=.{3,63}$)(?!.*--)[a-z0-9][a-z0-9-]+[a-z0-9]$/,
  azurerm_storage_queue: /^(?=.{3,63}$)(?!.*--)[a-z0-9][a-z0-9-]+[a-z0-9]$/,
  azurerm_user_assigned_identity: /^(?=.{3,128}$)[a-zA-Z0-9][a-zA-Z0-9-_]+$/,
};

/** Types whose name is Azure's, not ours. */
const FIXED = ["azurerm_postgresql_flexible_server_configuration", "azurerm_postgresql_flexible_server_firewall_rule"];
/** Types that have no name. */
const NAMELESS = ["azurerm_postgresql_flexible_server_active_directory_administrator", "azurerm_role_assignment"];
/** Types whose name is the store's. They live in something that carries the suffix. */
const STORES = ["azurerm_postgresql_flexible_server_database", "azurerm_storage_container", "azurerm_storage_queue"];

const resourcesOfPoc = (config: PocConfig) => allResources(synthesizePocInMemory(config));
const named = (resources: readonly SynthesizedResource[]) =>
  resources.filter(({ type }) => ![...FIXED, ...NAMELESS].includes(type));
const nameOf = ({ attributes }: SynthesizedResource) => String(attributes["name"]);

/** What is wrong with the names of an environment; empty when nothing is. */
function faults(config: PocConfig, resources: readonly SynthesizedResource[]): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const resource of named(resources)) {
    const { type, address, attributes } = resource;
    const name = nameOf(resource);
    const fault = (what: string) => found.push(`${address} ${name}: ${what}`);
    if (!AZURE[type]?.test(name)) fault("is not a name that Azure takes");
    const within = type.endsWith("_database") ? `${attributes["server_id"]}/` : "";
    if (seen.has(`${type} ${within}${name}`)) fault("is not unique within its type");
    seen.add(`${type} ${within}${name}`);
    if (STORES.includes(type)) continue;
    const rule = NAME_RULES[OURS[type]!];
    if (name.length > rule.max || name.length < rule.min || !rule.pattern.test(name)) fault("breaks its rule");
    if (!name.endsWith(nameSuffix({ ...config, generation: config.generation ?? 1 }))) fault("has another suffix");
    if (!name.startsWith(rule.slug)) fault("does not begin with its abbreviation");
    const tokens = rule.dashes ? name.split("-") : ["poc"].filter((token) => name.includes(token));
    if (!tokens.includes("poc") || tokens.includes("prod")) fault("does not say that it is a POC's");
    const tags = attributes["tags"] as Record<string, string> | undefined;
    if (tags && isStage(tags["stage"])) {
      const { workload = "", stage, generation } = tags;
      const scope = { workload, stage, generation: Number(generation), location: config.location };
      if (!name.endsWith(nameSuffix(scope))) fault("has not the suffix of its tags");
    }
  }
  return found;
}

describe("names of any POC", () => {
  const resources = new Set<string>();

  test("are legal, unique and recomputable, over 60 random configs", () => {
    fc.assert(
      fc.property(arbitraryPoc, (config) => {
        const all = resourcesOfPoc(config);
        for (const { type } of all) resources.add(type);
        expect(faults(config, all)).toEqual([]);
      }),
      { numRuns: 60, seed: 20_261_121 },
    );
  });

  test("pass the gate of their stage on the way to the disk, over 8 random configs", () => {
    fc.assert(
      fc.property(arbitraryPoc, (config) => {
        expect(allResources(synthesizePoc(config))).toEqual(resourcesOfPoc(config));
      }),
      { numRuns: 8, seed: 20_261_121 },
    );
  });

  test("every type of a POC was among them, and has a rule here", () => {
    expect([...resources].sort()).toEqual([...Object.keys(AZURE), ...FIXED, ...NAMELESS].sort());
    expect(
      Object.keys(AZURE)
        .filter((type) => !STORES.includes(type))
        .sort(),
    ).toEqual(Object.keys(OURS).sort());
  });

  test("of two generations have none in common, over 20 random configs", () => {
    const ours = (config: PocConfig) =>
      named(resourcesOfPoc(config))
        .filter(({ type }) => !STORES.includes(type))
        .map(nameOf);
    fc.assert(
      fc.property(arbitraryPoc, (config) => {
        const old = new Set(ours(config));
        const raised = ours({ ...config, generation: (config.generation ?? 1) + 1 });
        expect(raised.filter((name) => old.has(name))).toEqual([]);
      }),
      { numRuns: 20, seed: 20_261_121 },
    );
  });
});
