import { nameSuffix } from "../../../src/config/names";
import { nearMisses } from "../near-miss";

const scope = { workload: "orders", stage: "poc", location: "westeurope", generation: 2 } as const;
const suffix = nameSuffix(scope);
const stale = nameSuffix({ ...scope, generation: 1 });
const tags = {
  workload: "orders",
  stage: "poc",
  generation: "2",
  "expires-on": "2026-12-19",
  "created-on": "2026-11-21",
};
const group = { name: `rg-orders-poc-weu-${suffix}`, location: "westeurope", tags };
const rg = "azurerm_resource_group.group";
const inGroup = { resource_group_name: "${azurerm_resource_group.group.name}" };

nearMisses("REC-01", {
  "resources in the stack's own group hold, by reference and by name": {
    gate: "poc",
    resources: {
      [rg]: group,
      "azurerm_key_vault.reference": { name: "a", ...inGroup },
      "azurerm_key_vault.name": { name: "b", resource_group_name: group.name },
    },
    pass: ["azurerm_key_vault.name", "azurerm_key_vault.reference", rg],
  },
  "a group of another name, or read from Azure, is not the environment's": {
    gate: "poc",
    resources: { [rg]: group, "azurerm_key_vault.a": { name: "a", resource_group_name: "rg-shared" } },
    stack: { data: { azurerm_resource_group: { shared: { name: "rg-shared" } } } },
    pass: [rg],
    fail: ["azurerm_key_vault.a", "data.azurerm_resource_group.shared"],
  },
  "an id computed from names must name something; a variable is a declared external": {
    gate: "poc",
    resources: {
      [rg]: group,
      "azurerm_key_vault.v": { name: "kv", ...inGroup },
      "azurerm_role_assignment.own": {
        scope: `/subscriptions/\${var.subscription_id}/resourceGroups/${group.name}/providers/Microsoft.KeyVault/vaults/kv`,
      },
      "azurerm_role_assignment.ghost": {
        scope: `/subscriptions/\${var.subscription_id}/resourceGroups/${group.name}/providers/Microsoft.KeyVault/vaults/kw`,
      },
      "azurerm_role_assignment.literal": {
        scope: `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/${group.name}/providers/Microsoft.KeyVault/vaults/kv`,
      },
      "azurerm_role_assignment.external": { scope: "${var.registry_id}" },
    },
    pass: ["azurerm_key_vault.v", rg, "azurerm_role_assignment.external", "azurerm_role_assignment.own"],
    fail: ["azurerm_role_assignment.ghost", "azurerm_role_assignment.literal"],
  },
  "who calls is not what is read": {
    gate: "poc",
    resources: { [rg]: group },
    stack: { data: { azurerm_client_config: { me: {} } } },
    pass: [rg],
  },
});

const dates = { created: "2026-11-21", expires: "2026-12-19" };

nearMisses("REC-02", {
  "a POC that ends, and says so, holds; a resource that takes no tags is left out": {
    gate: "poc",
    today: "2026-12-19",
    config: dates,
    resources: { [rg]: group, "azurerm_subnet.s": { name: "s" } },
    pass: ["config expires", rg],
  },
  "the day after, it is expired": {
    gate: "poc",
    today: "2026-12-20",
    config: dates,
    resources: { [rg]: group },
    pass: [rg],
    fail: ["config expires"],
  },
  "91 days are too long, 90 are not": {
    gate: "poc",
    today: "2026-11-21",
    config: { created: "2026-11-21", expires: "2027-02-20" },
    fail: ["config expires"],
  },
  "on the day before it was decided there is no such environment": {
    gate: "poc",
    today: "2026-11-20",
    config: dates,
    resources: { [rg]: group },
    pass: ["config expires", rg],
    fail: ["config created"],
  },
  "90 days are allowed": {
    gate: "poc",
    today: "2026-11-21",
    config: { created: "2026-11-21", expires: "2027-02-19" },
    pass: ["config expires"],
  },
  "a plan without a config says it by its tags; another day on one resource is a mistake": {
    gate: "poc",
    today: "2026-11-21",
    resources: {
      [rg]: group,
      "azurerm_key_vault.other": { name: "a", tags: { "expires-on": "2027-12-19" } },
      "azurerm_key_vault.none": { name: "b" },
    },
    pass: ["config expires", rg],
    fail: ["azurerm_key_vault.none", "azurerm_key_vault.other"],
  },
});

const provider = (features: object) => ({ provider: { azurerm: [{ features }] } }) as never;
const easy = provider({ resource_group: { prevent_deletion_if_contains_resources: false } });

nearMisses("REC-03", {
  "nothing in the way holds, with features as an object or as a list": {
    gate: "poc",
    stack: provider([{ resource_group: [{ prevent_deletion_if_contains_resources: false }] }]),
    resources: { "azurerm_key_vault.v": { name: "a", purge_protection_enabled: false } },
    pass: ["azurerm_key_vault.v", "provider.azurerm"],
  },
  "a lock, prevent_destroy and purge protection are in the way": {
    gate: "poc",
    stack: easy,
    resources: {
      "azurerm_management_lock.l": { name: "l", lock_level: "CanNotDelete" },
      "azurerm_key_vault.v": { name: "a", purge_protection_enabled: true },
      "azurerm_storage_account.s": { name: "s", lifecycle: { prevent_destroy: true } },
      "azurerm_storage_account.t": { name: "t", lifecycle: { create_before_destroy: true } },
    },
    pass: ["provider.azurerm"],
    fail: ["azurerm_key_vault.v", "azurerm_management_lock.l", "azurerm_storage_account.s"],
  },
  "the provider's default refuses groups that still hold something": {
    gate: "poc",
    stack: provider({}),
    resources: {},
    fail: ["provider.azurerm"],
  },
});

const lock = (scope: string, lock_level = "CanNotDelete") => ({ name: "l", scope, lock_level });
const store = "azurerm_storage_account.s";

nearMisses("REC-04", {
  "a lock on the store, or on its group, holds; the other store has none": {
    gate: "pilot",
    resources: {
      [rg]: group,
      [store]: { name: "s", ...inGroup },
      "azurerm_storage_account.bare": { name: "bare", resource_group_name: "rg-other" },
      "azurerm_management_lock.group": lock("${azurerm_resource_group.group.id}"),
    },
    pass: [store],
    fail: ["azurerm_storage_account.bare"],
  },
  "a lock on another store, or on a container in this one, does not": {
    gate: "pilot",
    resources: {
      [store]: { name: "s" },
      "azurerm_storage_account.other": { name: "o" },
      "azurerm_management_lock.other": lock("${azurerm_storage_account.other.id}"),
      "azurerm_management_lock.inside": lock("${azurerm_storage_account.s.id}/blobServices/default/containers/c"),
    },
    pass: ["azurerm_storage_account.other"],
    fail: [store],
  },
  "a lock whose scope cannot be followed leaves it unknown": {
    gate: "pilot",
    resources: { [store]: { name: "s" }, "azurerm_management_lock.l": lock("${each.value}") },
    unknown: [store],
  },
});

nearMisses("REC-05", {
  "names that end in the generation's suffix hold, with and without hyphens": {
    gate: "poc",
    resources: {
      [rg]: group,
      "azurerm_storage_account.s": { name: `storderspocweu${suffix}`, ...inGroup },
      "azurerm_subnet.apps": { name: "snet-apps", ...inGroup },
    },
    pass: [rg, "azurerm_storage_account.s"],
  },
  "a suffix of the generation before, of another region, or none, is a ghost": {
    gate: "poc",
    resources: {
      [rg]: group,
      "azurerm_key_vault.stale": { name: `kv-orders-poc-${stale}`, ...inGroup },
      "azurerm_key_vault.elsewhere": {
        name: `kv-orders-poc-${nameSuffix({ ...scope, location: "northeurope" })}`,
        ...inGroup,
      },
      "azurerm_key_vault.none": { name: "kv-orders-poc", ...inGroup },
    },
    pass: [rg],
    fail: ["azurerm_key_vault.elsewhere", "azurerm_key_vault.none", "azurerm_key_vault.stale"],
  },
  "a group whose tags do not say what it is can be anyone's": {
    gate: "poc",
    resources: { [rg]: { ...group, tags: { workload: "orders" } } },
    fail: [rg],
  },
  "the state key names the generation": {
    gate: "poc",
    stack: {
      "//": { gatewright: { generation: 2 } },
      terraform: { backend: { local: { path: "state/orders-poc-g2-platform.tfstate" } } },
    },
    pass: ["backend.local"],
  },
  "generation 2 is not generation 20": {
    gate: "poc",
    stack: {
      "//": { gatewright: { generation: 2 } },
      terraform: { backend: { local: { path: "orders-poc-g20.tfstate" } } },
    },
    fail: ["backend.local"],
  },
});

const backend = (changes: object) =>
  ({
    terraform: { backend: { azurerm: { use_azuread_auth: true, key: "orders-pilot-g1.tfstate", ...changes } } },
  }) as never;

nearMisses("REC-07", {
  "remote state opened with Entra holds": { gate: "pilot", stack: backend({}), pass: ["backend"] },
  "a foundation that keeps a place for it holds": {
    gate: "pilot",
    stack: backend({}),
    foundation: {},
    pass: ["backend"],
  },
  "one that keeps none leaves a backend that cannot be initialized": {
    gate: "pilot",
    stack: backend({}),
    foundation: { lacks: { says: "The foundation is not there.", fix: "Write it." } },
    pass: ["backend"],
    fail: ["config foundation"],
  },
  "a storage key opens it for everyone": {
    gate: "pilot",
    stack: backend({ access_key: "${var.key}" }),
    fail: ["backend"],
  },
  "without Entra it is opened by key": {
    gate: "pilot",
    stack: backend({ use_azuread_auth: false }),
    fail: ["backend"],
  },
  "state on the local disk is not remote": {
    gate: "pilot",
    stack: { terraform: { backend: { local: { path: "x" } } } },
    fail: ["backend"],
  },
});

const server = "azurerm_postgresql_flexible_server";
const ignoring = (...changes: string[]) => ({ name: "d", lifecycle: { ignore_changes: changes } });
const decided = (what: string, why = "failover moves it", address = `${server}.d`) =>
  ({ "//": { gatewright: { recorded: [{ address, what, why }] } } }) as never;
const versions = (version: string | undefined) =>
  ({ provider: { azurerm: [{}] }, terraform: { required_providers: { azurerm: { version } } } }) as never;

nearMisses("REC-08", {
  "a reason written for one resource is none for another": {
    gate: "poc",
    resources: {
      [`${server}.d`]: ignoring("zone"),
      [`${server}.e`]: { name: "e", lifecycle: [{ ignore_changes: "all" }] },
    },
    stack: decided("ignore_changes on zone"),
    pass: [`${server}.d`],
    fail: [`${server}.e`],
  },
  ...Object.fromEntries(
    [
      ["ignore_changes on zone and storage_mb", ["zone", "storage_mb"]],
      ["ignore_changes on a, b and zone", ["zone"]],
      ["plantimestamp() and ignore_changes on time_period", ["time_period"]],
      [
        "ignore_changes on high_availability[0].standby_availability_zone",
        ["high_availability[0].standby_availability_zone"],
      ],
      ["ignore_changes on all", ["all"]],
    ].map(([what, changes]) => [
      `${what} is a reason to ignore ${changes}`,
      {
        gate: "poc" as const,
        resources: { [`${server}.d`]: ignoring(...(changes as string[])) },
        stack: decided(what as string),
        pass: [`${server}.d`],
      },
    ]),
  ),
  ...Object.fromEntries(
    [
      ["ignore_changes on zone", ["zone", "storage_mb"]],
      ["ignore_changes on zone", ["all"]],
      ["ignore_changes on zones", ["zone"]],
      ["ignore_changes", ["zone"]],
      ["shared keys stay on, which allows all", ["all"]],
    ].map(([what, changes]) => [
      `${what} is none to ignore ${changes}`,
      {
        gate: "poc" as const,
        resources: { [`${server}.d`]: ignoring(...(changes as string[])) },
        stack: decided(what as string),
        fail: [`${server}.d`],
      },
    ]),
  ),
  "a decision without a reason is none": {
    gate: "poc",
    resources: { [`${server}.d`]: ignoring("zone") },
    stack: decided("ignore_changes on zone", " "),
    fail: [`${server}.d`],
  },
  ...Object.fromEntries(
    ["4.55.0", "= 4.55.0", "~> 4.55", ">= 4.0, < 5.0.0"].map((version) => [
      `the constraint ${version} keeps the next major out`,
      { gate: "poc", stack: versions(version), pass: ["provider.azurerm"] },
    ]),
  ),
  ...Object.fromEntries(
    [">= 4.0", "~> 4", undefined].map((version) => [
      `the constraint ${version} lets it in`,
      { gate: "poc", stack: versions(version), fail: ["provider.azurerm"] },
    ]),
  ),
});
