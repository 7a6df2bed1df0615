import type { Json } from "../../src/emulator/json";
import { stopBackups } from "../../src/emulator/services/data-protection";
import { type EmulatedAzure, startAzure } from "../../src/emulator/start";
import { ask, outcome, SUBSCRIPTION } from "./client";

let azure: EmulatedAzure;
beforeAll(async () => {
  azure = await startAzure({ now: () => new Date("2026-11-28T12:00:00Z") });
});
afterAll(() => azure.close());
beforeEach(async () => {
  azure.reset();
  for (const group of [GROUP, OTHER]) await ask(azure, "PUT", group, { location: "westeurope" });
});

const GROUP = `${SUBSCRIPTION}/resourceGroups/orders`;
const OTHER = `${SUBSCRIPTION}/resourceGroups/other`;
const at = (type: string, group = GROUP): string => `${group}/providers/${type}`;

/** A request: of something with properties, or, without a body, its deletion. */
type Request = readonly [path: string, body?: Json];
const put = (path: string, properties: Json = {}, more: Json = {}): Request => [
  path,
  { location: "westeurope", properties, ...more },
];
const send = async ([path, body]: Request): Promise<string> =>
  outcome(await ask(azure, body ? "PUT" : "DELETE", path, body));

const VAULT = at("Microsoft.DataProtection/backupVaults/bv");
const ACCOUNT = at("Microsoft.Storage/storageAccounts/stordersproduction");
const NETWORK = at("Microsoft.Network/virtualNetworks/vnet");
const SUBNET = `${NETWORK}/subnets/apps`;
const network = put(NETWORK, { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
const delegated = put(SUBNET, {
  addressPrefix: "10.0.0.0/23",
  delegations: [{ name: "apps", properties: { serviceName: "Microsoft.App/environments" } }],
});
const bare = put(SUBNET, { addressPrefix: "10.0.0.0/23" });
const environment = put(at("Microsoft.App/managedEnvironments/apps"), {
  vnetConfiguration: { infrastructureSubnetId: SUBNET },
  workloadProfiles: [{ name: "Consumption", workloadProfileType: "Consumption" }],
});
const identity = { identity: { type: "SystemAssigned" } };
const instance = put(`${VAULT}/backupInstances/data`, { dataSourceInfo: { resourceID: ACCOUNT } });
const POLICY = at("Microsoft.Network/firewallPolicies/policy");
const WAF = at("Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf");
const GATEWAY = at("Microsoft.Network/applicationGateways/entry");
const ADDRESS = at("Microsoft.Network/publicIPAddresses/pip");
const budget = (startDate: string): Request =>
  put(at("Microsoft.Consumption/budgets/monthly"), { timePeriod: { startDate } });
const eligible = (type: string): Request =>
  put(at("Microsoft.Authorization/roleEligibilityScheduleRequests/one"), {
    requestType: "AdminAssign",
    scheduleInfo: { expiration: { type } },
  });

describe("ids that a body names", () => {
  const HOLDER = at("Microsoft.Widgets/holders/one");
  const holder = put(HOLDER, {
    lists: [{ inner: [{ id: `${HOLDER}/listeners/https` }] }],
    one: { deeper: { id: `${HOLDER}/policies/strict` } },
    named: `${HOLDER}/lists/0`,
  });
  const naming = (id: string): Request => put(at("Microsoft.Widgets/users/two"), { uses: [{ inner: { id } }] });

  test.each([
    ["a resource", HOLDER, "201"],
    ["a resource in other letters", HOLDER.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions"), "201"],
    ["a part of one, in a list", `${HOLDER}/listeners/HTTPS`, "201"],
    ["a part of one, in an object", `${HOLDER}/policies/strict`, "201"],
    ["a part that one does not have", `${HOLDER}/listeners/http`, "400 InvalidResourceReference"],
    ["a text of one that is no id of a part", `${HOLDER}/lists/0`, "400 InvalidResourceReference"],
    ["a collection", `${HOLDER}/listeners`, "400 InvalidResourceReference"],
    ["a resource that nobody made", at("Microsoft.Widgets/holders/none"), "400 InvalidResourceReference"],
    ["a definition of a role", at("Microsoft.Authorization/roleDefinitions/any", SUBSCRIPTION), "201"],
    ["what it makes itself", at("Microsoft.Widgets/users/two/parts/own"), "201"],
  ])("%s", async (_, id, expected) => {
    await send(holder);
    expect(await send(naming(id))).toBe(expected);
  });
});

describe("what Azure refuses, after what was made before", () => {
  test.each<[what: string, before: readonly Request[], then: Request, expected: string]>([
    ["a group without a location", [], [`${SUBSCRIPTION}/resourceGroups/new`, {}], "400 LocationRequired"],
    [
      "a network that loses its ranges",
      [network],
      put(NETWORK, { addressSpace: { addressPrefixes: [] } }),
      "400 InvalidRequestFormat",
    ],
    ["a group that moves", [], [GROUP, { location: "northeurope" }], "409 InvalidResourceGroupLocation"],
    [
      "an identity that is not there",
      [],
      put(
        ACCOUNT,
        {},
        {
          identity: {
            type: "UserAssigned",
            userAssignedIdentities: { [at("Microsoft.ManagedIdentity/userAssignedIdentities/none")]: {} },
          },
        },
      ),
      "400 FailedIdentityOperation",
    ],
    [
      "an account's name of the wrong form",
      [],
      put(at("Microsoft.Storage/storageAccounts/st-orders")),
      "400 AccountNameInvalid",
    ],
    [
      "an account's name that is taken",
      [put(ACCOUNT)],
      put(ACCOUNT.replace("/orders/", "/other/")),
      "409 StorageAccountAlreadyTaken",
    ],
    [
      "a registry's name that is taken",
      [put(at("Microsoft.ContainerRegistry/registries/acr"))],
      put(at("Microsoft.ContainerRegistry/registries/acr", OTHER)),
      "409 AlreadyInUse",
    ],
    [
      "a server's name that is taken",
      [put(at("Microsoft.DBforPostgreSQL/flexibleServers/psql"))],
      put(at("Microsoft.DBforPostgreSQL/flexibleServers/psql", OTHER)),
      "409 ServerNameAlreadyExists",
    ],
    [
      "an environment in a subnet without delegation",
      [network, bare],
      environment,
      "400 ManagedEnvironmentSubnetDelegationError",
    ],
    ["an environment in a delegated subnet", [network, delegated], environment, "201"],
    [
      "the delegation of a subnet in use, taken away",
      [network, delegated, environment],
      bare,
      "400 SubnetMissingRequiredDelegation",
    ],
    ["the deletion of a subnet in use", [network, delegated, environment], [SUBNET], "400 InUseSubnetCannotBeDeleted"],
    [
      "the deletion of an address in use",
      [
        put(ADDRESS),
        put(GATEWAY, { frontendIPConfigurations: [{ name: "a", properties: { publicIPAddress: { id: ADDRESS } } }] }),
      ],
      [ADDRESS],
      "400 PublicIPAddressCannotBeDeleted",
    ],
    [
      "the deletion of a firewall policy in use",
      [put(POLICY), put(at("Microsoft.Network/azureFirewalls/fw"), { firewallPolicy: { id: POLICY } })],
      [POLICY],
      "400 FirewallPolicyCannotBeDeletedBecauseItIsInUse",
    ],
    [
      "the deletion of a policy of a gateway",
      [put(WAF), put(GATEWAY, { firewallPolicy: { id: WAF } })],
      [WAF],
      "400 ApplicationGatewayFirewallPolicyCannotBeDeletedDueToItIsInUse",
    ],
    [
      "a gateway whose certificate is missing",
      [],
      put(GATEWAY, {
        sslCertificates: [
          { name: "tls", properties: { keyVaultSecretId: "https://kv-orders.vault.azure.net/secrets/tls" } },
        ],
      }),
      "400 ApplicationGatewayKeyVaultSecretException",
    ],
    [
      "a backup that the vault has no role for",
      [put(ACCOUNT), put(VAULT, {}, identity)],
      instance,
      "400 UserErrorMissingRequiredPermissions",
    ],
    ["a budget's start, moved", [budget("2026-11-01T00:00:00Z")], budget("2026-12-01T00:00:00Z"), "400 400"],
    [
      "an eligible role without an end",
      [],
      eligible("NoExpiration"),
      "400 RoleAssignmentRequestPolicyValidationFailed",
    ],
    ["an eligible role with an end", [], eligible("AfterDuration"), "201"],
  ])("%s", async (_, before, then, expected) => {
    for (const one of before) expect(await send(one)).toMatch(/^20/);
    expect(await send(then)).toBe(expected);
  });

  /** An account whose blobs a vault copies. */
  async function protectedAccount(): Promise<void> {
    await send(put(ACCOUNT));
    await send(put(VAULT, {}, identity));
    const { body } = await ask(azure, "GET", VAULT);
    await send(
      put(`${ACCOUNT}/providers/Microsoft.Authorization/roleAssignments/one`, {
        principalId: (body["identity"] as Json)["principalId"],
        roleDefinitionId: `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`,
      }),
    );
    expect(await send(instance)).toMatch(/^20/);
  }

  test("a backup vault goes when nothing is in it, and the account that it protected is locked until then", async () => {
    await protectedAccount();
    expect([await send([VAULT]), await send([ACCOUNT])]).toEqual(["400 VaultDeletionFailed", "409 ScopeLocked"]);
    await send([`${VAULT}/backupInstances/data`]);
    expect([await send([VAULT]), await send([ACCOUNT])]).toEqual([expect.stringMatching(/^20/), "200"]);
  });

  test("an account may go when its backups were stopped, and the copies stay", async () => {
    await protectedAccount();
    stopBackups(azure.azure, VAULT);
    expect([await send([ACCOUNT]), await send([VAULT])]).toEqual(["200", "400 VaultDeletionFailed"]);
  });

  test("credentials of a registry without an administrator", async () => {
    const registry = at("Microsoft.ContainerRegistry/registries/acr");
    await send(put(registry));
    expect(outcome(await ask(azure, "POST", `${registry}/listCredentials`))).toBe("400 AdminUserDisabled");
  });
});
