import { DEPLOYER } from "../../src/emulator/arm/azure";
import type { Json } from "../../src/emulator/json";
import { type EmulatedAzure, startAzure } from "../../src/emulator/start";
import { ask, outcome, SUBSCRIPTION } from "./client";

let azure: EmulatedAzure;
beforeAll(async () => {
  azure = await startAzure({ now: () => new Date("2026-11-28T12:00:00Z"), anyPrincipal: false });
});
afterAll(() => azure.close());
beforeEach(async () => {
  azure.reset();
  await ask(azure, "PUT", GROUP, { location: "westeurope" });
});

const GROUP = `${SUBSCRIPTION}/resourceGroups/orders`;
const at = (type: string): string => `${GROUP}/providers/${type}`;
const VAULT = at("Microsoft.KeyVault/vaults/kv-orders");
const NETWORK = at("Microsoft.Network/virtualNetworks/vnet");
const SUBNET = `${NETWORK}/subnets/app`;
const put = async (path: string, properties: Json = {}, more: Json = {}): Promise<string> =>
  outcome(await ask(azure, "PUT", path, { location: "westeurope", properties, ...more }));
const read = async (path: string): Promise<Json> => (await ask(azure, "GET", path)).body["properties"] as Json;

describe("a vault", () => {
  const deleted = `${SUBSCRIPTION}/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/kv-orders`;

  test("keeps its name after a deletion, until it is purged", async () => {
    await put(VAULT);
    await ask(azure, "DELETE", VAULT);
    expect(await put(VAULT)).toBe("409 ConflictError");
    expect((await ask(azure, "GET", deleted)).body["properties"]).toMatchObject({ vaultId: VAULT });
    expect(outcome(await ask(azure, "POST", `${deleted}/purge`))).toBe("200");
    expect(await put(VAULT)).toBe("201");
  });

  test("with purge protection is not purged, and can be had back", async () => {
    await put(VAULT, { enablePurgeProtection: true });
    await ask(azure, "DELETE", VAULT);
    expect(outcome(await ask(azure, "POST", `${deleted}/purge`))).toBe("400 DeletedVaultPurge");
    expect(await put(VAULT, { createMode: "recover", enablePurgeProtection: true })).toBe("201");
    expect(outcome(await ask(azure, "GET", deleted))).toBe("404 ResourceNotFound");
  });

  test.each([
    ["another number of days", { softDeleteRetentionInDays: 7 }, "400 BadRequest"],
    ["no purge protection any more", { enablePurgeProtection: false }, "400 BadRequest"],
    ["the same again", { enablePurgeProtection: true }, "200"],
  ])("%s is answered %s", async (_, properties, expected) => {
    await put(VAULT, { enablePurgeProtection: true });
    expect(await put(VAULT, properties)).toBe(expected);
  });

  test("has a name that nobody else in the world has", async () => {
    await put(VAULT);
    await ask(azure, "PUT", `${SUBSCRIPTION}/resourceGroups/other`, { location: "westeurope" });
    expect(await put(VAULT.replace("/orders/", "/other/"))).toBe("409 VaultAlreadyExists");
  });
});

test.each([
  ["Microsoft.ContainerRegistry", "registries/acrorders"],
  ["Microsoft.Storage", "storageAccounts/stordersproduction"],
  ["Microsoft.KeyVault", "vaults/kv-orders"],
])("%s tells that the name of %s is free, and later that it is not and why", async (namespace, resource) => {
  const check = () =>
    ask(azure, "POST", `${SUBSCRIPTION}/providers/${namespace}/checkNameAvailability`, {
      name: resource.split("/")[1],
    });
  expect((await check()).body).toEqual({ nameAvailable: true });
  await put(at(`${namespace}/${resource}`), {}, { sku: { name: "Basic" } });
  expect((await check()).body).toMatchObject({
    nameAvailable: false,
    reason: "AlreadyExists",
    message: expect.stringContaining("already"),
  });
});

describe("a role assignment", () => {
  const role = `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`;
  const assignment = (scope: string, name: string): string =>
    `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`;
  const reader = { roleDefinitionId: role, principalId: DEPLOYER };

  test.each([
    ["of a role, to somebody, at a group", GROUP, reader, "201"],
    ["at a secret that is not there yet", `${VAULT}/secrets/later`, reader, "201"],
    ["at a resource that is not there", at("Microsoft.KeyVault/vaults/none"), reader, "404 ResourceNotFound"],
    ["to nobody", GROUP, { ...reader, principalId: role.slice(-36) }, "400 PrincipalNotFound"],
    ["of no role", GROUP, { ...reader, roleDefinitionId: role.replace(/.$/, "0") }, "400 RoleDefinitionDoesNotExist"],
  ])("%s is answered", async (_, scope, properties, expected) => {
    await put(VAULT);
    expect(await put(assignment(scope, "one"), properties)).toBe(expected);
  });

  test("exists once for a role, a principal and a scope, whatever its name", async () => {
    await put(assignment(GROUP, "one"), reader);
    expect(await put(assignment(GROUP, "two"), reader)).toBe("409 RoleAssignmentExists");
    await ask(azure, "DELETE", assignment(GROUP, "one"));
    expect(await put(assignment(GROUP, "two"), reader)).toBe("201");
  });
});

describe("a network", () => {
  beforeEach(async () => {
    await put(NETWORK, { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
    await put(SUBNET, { addressPrefix: "10.0.1.0/24" });
  });

  test.each([
    ["beside the others", "10.0.2.0/24", "201"],
    ["over another", "10.0.1.128/25", "400 NetcfgSubnetRangesOverlap"],
    ["outside of the network", "10.1.0.0/24", "400 NetcfgSubnetRangeOutsideVnet"],
  ])("a subnet %s: %s is answered %s", async (_, addressPrefix, expected) => {
    expect(await put(`${NETWORK}/subnets/new`, { addressPrefix })).toBe(expected);
  });

  test("shows the subnets that were made one by one, and keeps them when it is written without any", async () => {
    await put(NETWORK, { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
    expect((await read(NETWORK))["subnets"]).toMatchObject([{ name: "app" }]);
  });

  test.each([
    ["beside it", "10.1.0.0/16", "200"],
    ["within it", "10.0.128.0/17", "400 VnetAddressSpacesOverlap"],
  ])("is peered with one whose range lies %s, %s: %s", async (_, range, expected) => {
    const other = at("Microsoft.Network/virtualNetworks/other");
    await put(other, { addressSpace: { addressPrefixes: [range] } });
    const peering = { remoteVirtualNetwork: { id: other } };
    expect((await put(`${NETWORK}/virtualNetworkPeerings/other`, peering)).replace("201", "200")).toBe(expected);
  });

  test("has one zone of a name", async () => {
    const links = ["orders", "other"].map(
      (group) => `${SUBSCRIPTION}/resourceGroups/${group}/providers/Microsoft.Network/privateDnsZones/orders.internal`,
    );
    await ask(azure, "PUT", `${SUBSCRIPTION}/resourceGroups/other`, { location: "westeurope" });
    for (const one of links) await put(one);
    const linked = { virtualNetwork: { id: NETWORK } };
    await put(`${links[0]}/virtualNetworkLinks/one`, linked);
    expect(await put(`${links[1]}/virtualNetworkLinks/two`, linked)).toBe("400 BadRequest");
    expect(outcome(await ask(azure, "DELETE", links[0] ?? ""))).toBe("409 CannotDeleteResource");
  });

  test("rules of a group differ in priority or direction, wherever they are written", async () => {
    const security = at("Microsoft.Network/networkSecurityGroups/nsg");
    const rule = (name: string, direction: string) => ({ name, properties: { direction, priority: 100 } });
    const one = rule("one", "Inbound");
    expect(await put(security, { securityRules: [one, rule("two", "Inbound")] })).toBe("400 SecurityRuleConflict");
    expect(await put(security, { securityRules: [one, rule("two", "Outbound")] })).toBe("201");
    const beside = { direction: "Inbound", priority: 100 };
    expect(await put(`${security}/securityRules/three`, beside)).toBe("400 SecurityRuleConflict");
    expect(await put(`${security}/securityRules/one`, beside)).not.toContain("400");
  });

  test("what a subnet gave back is free, where the network was written with it", async () => {
    const table = at("Microsoft.Network/routeTables/rt");
    const whole = at("Microsoft.Network/virtualNetworks/whole");
    await put(table);
    await put(whole, {
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
      subnets: [{ name: "app", properties: { addressPrefix: "10.0.1.0/24", routeTable: { id: table } } }],
    });
    expect(outcome(await ask(azure, "DELETE", table))).toBe("400 InUseRouteTableCannotBeDeleted");
    await put(`${whole}/subnets/app`, { addressPrefix: "10.0.1.0/24" });
    expect(outcome(await ask(azure, "DELETE", table))).toBe("200");
  });

  test("what is in use is not deleted", async () => {
    const security = at("Microsoft.Network/networkSecurityGroups/nsg");
    await put(security);
    await put(SUBNET, { addressPrefix: "10.0.1.0/24", networkSecurityGroup: { id: security } });
    await put(at("Microsoft.Network/networkInterfaces/nic"), {
      ipConfigurations: [{ name: "one", properties: { subnet: { id: SUBNET } } }],
    });
    expect(outcome(await ask(azure, "DELETE", SUBNET))).toBe("400 InUseSubnetCannotBeDeleted");
    expect(outcome(await ask(azure, "DELETE", security))).toBe("400 InUseNetworkSecurityGroupCannotBeDeleted");
    await ask(azure, "DELETE", at("Microsoft.Network/networkInterfaces/nic"));
    expect(outcome(await ask(azure, "DELETE", SUBNET))).toBe("200");
  });

  test("a private endpoint has an address, a connection at its target, and its name in a zone", async () => {
    const zone = at("Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net");
    const endpoint = at("Microsoft.Network/privateEndpoints/pe");
    await put(VAULT);
    await put(zone);
    await put(endpoint, {
      subnet: { id: SUBNET },
      privateLinkServiceConnections: [
        { name: "one", properties: { privateLinkServiceId: VAULT, groupIds: ["vault"] } },
      ],
    });
    await put(`${endpoint}/privateDnsZoneGroups/default`, {
      privateDnsZoneConfigs: [{ name: "vault", properties: { privateDnsZoneId: zone } }],
    });
    expect((await read(VAULT))["privateEndpointConnections"]).toMatchObject([
      { properties: { privateEndpoint: { id: endpoint }, privateLinkServiceConnectionState: { status: "Approved" } } },
    ]);
    expect((await read(`${zone}/A/kv-orders`))["aRecords"]).toEqual([{ ipv4Address: "10.0.1.4" }]);
    await ask(azure, "DELETE", endpoint);
    expect((await read(VAULT))["privateEndpointConnections"]).toEqual([]);
    expect(outcome(await ask(azure, "GET", `${zone}/A/kv-orders`))).toBe("404 ResourceNotFound");
  });
});

describe("a budget", () => {
  const budget = at("Microsoft.Consumption/budgets/monthly");
  test.each([
    ["2026-11-01T00:00:00Z", "201"],
    ["2026-12-01T00:00:00Z", "201"],
    ["2026-10-01T00:00:00Z", "400 400"],
    ["2026-11-02T00:00:00Z", "400 400"],
  ])("that starts on %s, in November, is answered %s", async (startDate, expected) => {
    expect(await put(budget, { timePeriod: { startDate } })).toBe(expected);
  });
});

describe("a container app", () => {
  const environment = at("Microsoft.App/managedEnvironments/apps");
  const app = at("Microsoft.App/containerApps/api");
  const properties = {
    managedEnvironmentId: environment,
    configuration: {
      secrets: [{ name: "key", keyVaultUrl: "https://kv-orders.vault.azure.net/secrets/key", identity: "system" }],
    },
    template: { containers: [{ name: "api", image: "acrorders.azurecr.io/api@sha256:1" }] },
  };
  beforeEach(async () => {
    await put(VAULT);
    await put(environment);
    await put(at("Microsoft.ContainerRegistry/registries/acrorders"), {}, { sku: { name: "Basic" } });
  });

  test("needs its secrets when it is written, and its image to run", async () => {
    expect(await put(app, properties)).toBe("400 InvalidParameterValueInContainerTemplate");
    await put(`${VAULT}/secrets/key`, { value: "seeded" });
    const refused = await ask(azure, "PUT", app, { location: "westeurope", properties });
    const operation = await ask(azure, "GET", String(refused.headers["azure-asyncoperation"]));
    expect(operation.body).toMatchObject({
      status: "Failed",
      error: { code: "InvalidParameterValueInContainerTemplate" },
    });
    expect((await read(app))["provisioningState"]).toBe("Failed");
    await ask(azure, "POST", at("Microsoft.ContainerRegistry/registries/acrorders/importImage"), {
      untaggedTargetRepositories: ["api"],
      source: { sourceImage: "api@sha256:1" },
    });
    await put(app, properties);
    expect((await read(app))["provisioningState"]).toBe("Succeeded");
    for (const [image, state] of [
      ["api:1.0@sha256:1", "Succeeded"],
      ["api:1.0@sha256:2", "Failed"],
    ]) {
      const named = {
        ...properties,
        template: { containers: [{ name: "api", image: `acrorders.azurecr.io/${image}` }] },
      };
      await put(app, named);
      expect((await read(app))["provisioningState"]).toBe(state);
    }
  });

  test("holds its environment, as a job does", async () => {
    const job = at("Microsoft.App/jobs/nightly");
    await put(job, { environmentId: environment, template: {} });
    expect(outcome(await ask(azure, "DELETE", environment))).toBe("409 ManagedEnvironmentHasContainerAppsJobs");
    await put(app, { managedEnvironmentId: environment, template: {} });
    expect(outcome(await ask(azure, "DELETE", environment))).toBe("409 ManagedEnvironmentHasContainerApps");
    for (const one of [app, job]) await ask(azure, "DELETE", one);
    expect(outcome(await ask(azure, "DELETE", environment))).toBe("200");
  });
});

test("two diagnostic settings do not send one category to one place", async () => {
  const workspace = at("Microsoft.OperationalInsights/workspaces/logs");
  const setting = (name: string): string => `${VAULT}/providers/Microsoft.Insights/diagnosticSettings/${name}`;
  const properties = { workspaceId: workspace, logs: [{ categoryGroup: "allLogs" }] };
  await put(VAULT);
  await put(workspace);
  expect(await put(setting("one"), properties)).toBe("200");
  expect(await put(setting("two"), properties)).toBe("409 Conflict");
});

test("Application Insights brings an action group, which stays when it goes", async () => {
  const component = at("Microsoft.Insights/components/insights");
  await put(component, {}, { kind: "web" });
  await ask(azure, "DELETE", component);
  const { body } = await ask(azure, "GET", `${GROUP}/resources`);
  expect((body["value"] as Json[]).map((one) => one["name"])).toEqual([
    "Application Insights Smart Detection",
    "Failure Anomalies - insights",
  ]);
});

describe("a policy of allowed locations", () => {
  const assignment = `${GROUP}/providers/Microsoft.Authorization/policyAssignments/regions`;
  const properties = {
    policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/e56962a6-4747-49cd-b67b-bf8b01975c4c",
    parameters: { listOfAllowedLocations: { value: ["North Europe"] } },
  };
  test.each([
    ["another", "westeurope", {}, "403 RequestDisallowedByPolicy"],
    ["an allowed", "northeurope", {}, "201"],
    ["no", "global", {}, "201"],
    ["another, where it is not enforced,", "westeurope", { enforcementMode: "DoNotEnforce" }, "201"],
  ])("what comes to %s region, %s", async (_, location, more, expected) => {
    await put(assignment, { ...properties, ...more }, { location: "northeurope" });
    expect(await put(VAULT, {}, { location })).toBe(expected);
  });
});
