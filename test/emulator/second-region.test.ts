import type { Json } from "../../src/emulator/json";
import { type EmulatedAzure, startAzure } from "../../src/emulator/start";
import { ask, outcome, SUBSCRIPTION } from "./client";

let azure: EmulatedAzure;
beforeAll(async () => {
  azure = await startAzure({ now: () => new Date("2026-11-28T12:00:00Z") });
});
afterAll(() => azure.close());
beforeEach(async () => {
  azure.reset();
  await ask(azure, "PUT", WEST, { location: "westeurope" });
  await ask(azure, "PUT", NORTH, { location: "northeurope" });
});

const WEST = `${SUBSCRIPTION}/resourceGroups/orders`;
const NORTH = `${SUBSCRIPTION}/resourceGroups/orders-neu`;
const put = async (path: string, properties: Json = {}, more: Json = {}): Promise<string> =>
  outcome(await ask(azure, "PUT", path, { location: "westeurope", properties, ...more }));
const read = async (path: string): Promise<Json> => (await ask(azure, "GET", path)).body["properties"] as Json;
const remove = async (path: string): Promise<string> => outcome(await ask(azure, "DELETE", path));
const TAKEN = expect.stringMatching(/^20[0124]$/);

describe("a PostgreSQL server and its replica", () => {
  const server = (group: string, name: string) =>
    `${group}/providers/Microsoft.DBforPostgreSQL/flexibleServers/${name}`;
  const PRIMARY = server(WEST, "psql-orders");
  const REPLICA = server(NORTH, "psql-orders-neu");
  const ENDPOINT = `${PRIMARY}/virtualEndpoints/psqlve-orders`;
  const sku = { name: "Standard_D2ds_v5", tier: "GeneralPurpose" };
  const storage = { storageSizeGB: 64, autoGrow: "Enabled" };
  const makePrimary = (properties: Json = {}, size: Json = sku) =>
    put(PRIMARY, { storage, highAvailability: { mode: "ZoneRedundant" }, ...properties }, { sku: size });
  const makeReplica = (properties: Json = {}, size: Json = sku, path = REPLICA) =>
    put(
      path,
      { createMode: "Replica", sourceServerResourceId: PRIMARY, storage, ...properties },
      { location: "northeurope", sku: size },
    );
  const makeEndpoint = (members = ["psql-orders-neu"]) => put(ENDPOINT, { endpointType: "ReadWrite", members });
  const promote = async (replica: Json, path = REPLICA) =>
    outcome(await ask(azure, "PATCH", path, { properties: { replica } }));
  const SWITCH = { role: "Primary", promoteMode: "switchover", promoteOption: "planned" };

  test("say who copies whom", async () => {
    await makePrimary({ version: "16" });
    expect(await makeReplica()).toEqual(TAKEN);
    expect(await read(REPLICA)).toMatchObject({
      sourceServerResourceId: PRIMARY,
      replicationRole: "GeoAsyncReplica",
      replicaCapacity: 0,
      version: "16",
      highAvailability: { mode: "Disabled" },
      replica: { role: "GeoAsyncReplica", replicationState: "Active" },
    });
    expect(await read(REPLICA)).not.toHaveProperty("createMode");
    expect(await read(PRIMARY)).toMatchObject({
      replicationRole: "Primary",
      highAvailability: { mode: "ZoneRedundant" },
    });
    await put(server(WEST, "near"), { createMode: "Replica", sourceServerResourceId: PRIMARY, storage }, { sku });
    expect((await read(server(WEST, "near")))["replicationRole"]).toBe("AsyncReplica");
  });

  test.each<[string, () => Promise<string>, unknown]>([
    [
      "of a server that is not there",
      () => makeReplica({ sourceServerResourceId: server(WEST, "none") }),
      "400 InvalidResourceReference",
    ],
    ["of nobody", () => makeReplica({ sourceServerResourceId: undefined }), "400 BadRequest"],
    ["of a burstable size", () => makeReplica({}, { name: "Standard_B2s", tier: "Burstable" }), "400 BadRequest"],
    ["of less compute", () => makeReplica({}, { name: "Standard_D1ds_v5", tier: "GeneralPurpose" }), "400 BadRequest"],
    ["of more compute", () => makeReplica({}, { name: "Standard_D4ds_v5", tier: "GeneralPurpose" }), TAKEN],
    [
      "with a smaller disk",
      () => makeReplica({ storage: { storageSizeGB: 32, autoGrow: "Enabled" } }),
      "400 BadRequest",
    ],
    [
      "with a disk that does not grow",
      () => makeReplica({ storage: { storageSizeGB: 64, autoGrow: "Disabled" } }),
      "400 BadRequest",
    ],
    ["with a standby", () => makeReplica({ highAvailability: { mode: "ZoneRedundant" } }), "400 BadRequest"],
    [
      "with backups in another region",
      () => makeReplica({ backup: { geoRedundantBackup: "Enabled" } }),
      "400 BadRequest",
    ],
  ])("a replica %s is taken or refused", async (_, make, expected) => {
    await makePrimary();
    expect(await make()).toEqual(expected);
  });

  test("are five at most, and none of a burstable one", async () => {
    await makePrimary();
    const made = [];
    for (const name of ["a", "b", "c", "d", "e", "f"])
      made.push(await makeReplica({}, sku, server(NORTH, `psql-${name}`)));
    expect(made).toEqual([TAKEN, TAKEN, TAKEN, TAKEN, TAKEN, "400 BadRequest"]);
    azure.reset();
    await ask(azure, "PUT", WEST, { location: "westeurope" });
    await ask(azure, "PUT", NORTH, { location: "northeurope" });
    await makePrimary({}, { name: "Standard_B2s", tier: "Burstable" });
    expect(await makeReplica()).toBe("400 BadRequest");
  });

  test("go in their order: the replica before its primary", async () => {
    await makePrimary();
    await makeReplica();
    await makeEndpoint();
    expect(await remove(PRIMARY)).toBe("400 BadRequest");
    expect(await remove(REPLICA)).toEqual(TAKEN);
    expect((await read(ENDPOINT))["members"]).toEqual(["psql-orders"]);
    expect(await remove(PRIMARY)).toEqual(TAKEN);
  });

  test("share a virtual endpoint, which belongs to the primary", async () => {
    await makePrimary();
    expect(await makeEndpoint()).toBe("400 BadRequest");
    await makeReplica();
    expect(await put(`${REPLICA}/virtualEndpoints/other`, { members: ["psql-orders"] })).toBe("400 BadRequest");
    expect(await makeEndpoint()).toEqual(TAKEN);
    expect(await read(ENDPOINT)).toMatchObject({
      members: ["psql-orders", "psql-orders-neu"],
      virtualEndpoints: [
        "psqlve-orders.writer.postgres.database.azure.com",
        "psqlve-orders.reader.postgres.database.azure.com",
      ],
    });
    expect(await put(`${PRIMARY}/virtualEndpoints/second`, { members: ["psql-orders-neu"] })).toBe("400 BadRequest");
  });

  test("change their roles, with what knows of them", async () => {
    await makePrimary();
    await makeReplica();
    await makeReplica({}, sku, server(NORTH, "psql-third"));
    await makeEndpoint();
    expect(await promote(SWITCH)).toEqual(TAKEN);
    expect(await read(REPLICA)).toMatchObject({
      replicationRole: "Primary",
      replica: { role: "Primary", capacity: 5 },
    });
    expect(await read(REPLICA)).not.toHaveProperty("sourceServerResourceId");
    expect(await read(PRIMARY)).toMatchObject({
      sourceServerResourceId: REPLICA,
      replicationRole: "GeoAsyncReplica",
      replica: { role: "GeoAsyncReplica", capacity: 0 },
      highAvailability: { mode: "Disabled" },
    });
    expect(await read(server(NORTH, "psql-third"))).toMatchObject({ sourceServerResourceId: REPLICA });
    expect(outcome(await ask(azure, "GET", ENDPOINT))).toBe("404 ResourceNotFound");
    expect(await read(`${REPLICA}/virtualEndpoints/psqlve-orders`)).toMatchObject({
      members: ["psql-orders-neu", "psql-orders"],
    });
    expect(await promote(SWITCH, PRIMARY)).toEqual(TAKEN);
    expect(await read(REPLICA)).toMatchObject({ sourceServerResourceId: PRIMARY, replicationRole: "GeoAsyncReplica" });
    expect(await read(ENDPOINT)).toMatchObject({ members: ["psql-orders", "psql-orders-neu"] });
  });

  const larger = { name: "Standard_D4ds_v5", tier: "GeneralPurpose" };
  test.each<[string, Json, Json, boolean, unknown]>([
    ["planned, of servers that are alike", SWITCH, sku, true, TAKEN],
    ["planned, of servers of two sizes", SWITCH, larger, true, "400 BadRequest"],
    ["forced, of servers of two sizes", { ...SWITCH, promoteOption: "forced" }, larger, true, TAKEN],
    ["without a virtual endpoint", SWITCH, sku, false, "400 BadRequest"],
    ["forced, without a virtual endpoint", { ...SWITCH, promoteOption: "forced" }, sku, false, "400 BadRequest"],
  ])("a switch of roles, %s", async (_, how, size, withEndpoint, expected) => {
    await makePrimary();
    await makeReplica({}, size);
    if (withEndpoint) await makeEndpoint();
    expect(await promote(how)).toEqual(expected);
  });

  test("part, and nobody but a replica is promoted", async () => {
    await makePrimary();
    await makeReplica();
    await makeEndpoint();
    expect(await promote(SWITCH, PRIMARY)).toBe("400 BadRequest");
    expect(await promote({ role: "None", promoteMode: "standalone", promoteOption: "forced" })).toEqual(TAKEN);
    expect(await read(REPLICA)).toMatchObject({ replicationRole: "Primary" });
    expect(await read(REPLICA)).not.toHaveProperty("sourceServerResourceId");
    expect(await read(PRIMARY)).toMatchObject({ replicationRole: "Primary" });
    expect((await read(ENDPOINT))["members"]).toEqual(["psql-orders"]);
  });
});

describe("a Front Door", () => {
  const PROFILE = `${WEST}/providers/Microsoft.Cdn/profiles/afd-orders`;
  const ENDPOINT = `${PROFILE}/afdEndpoints/fde-orders`;
  const ORIGINS = `${PROFILE}/originGroups/web`;
  const DOMAIN = `${PROFILE}/customDomains/orders-example`;
  const FIREWALL = `${WEST}/providers/Microsoft.Network/frontDoorWebApplicationFirewallPolicies/fdfporders`;
  const POLICY = `${PROFILE}/securityPolicies/firewall`;
  const APPS = `${WEST}/providers/Microsoft.App/managedEnvironments/cae-orders`;
  const PREMIUM = { sku: { name: "Premium_AzureFrontDoor" }, location: "global" };
  const linked = (link: Json = {}, more: Json = {}): Json => ({
    hostName: "web.apps.example",
    enforceCertificateNameCheck: true,
    sharedPrivateLinkResource: {
      privateLink: { id: APPS },
      groupId: "managedEnvironments",
      privateLinkLocation: "westeurope",
      requestMessage: "Front Door of orders",
      ...link,
    },
    ...more,
  });
  const route = (more: Json = {}): Json => ({
    originGroup: { id: ORIGINS },
    customDomains: [{ id: DOMAIN }],
    linkToDefaultDomain: "Disabled",
    patternsToMatch: ["/*"],
    ...more,
  });
  const secured = (...domains: readonly string[]): Json => ({
    parameters: {
      type: "WebApplicationFirewall",
      wafPolicy: { id: FIREWALL },
      associations: [{ domains: domains.map((id) => ({ id })), patternsToMatch: ["/*"] }],
    },
  });
  const connections = async () => ((await read(APPS))["privateEndpointConnections"] ?? []) as Json[];

  beforeEach(async () => {
    await put(PROFILE, {}, PREMIUM);
    await put(ENDPOINT);
    await put(ORIGINS);
    await put(DOMAIN, { hostName: "orders.example" });
    await put(FIREWALL, {}, PREMIUM);
    await put(APPS, { publicNetworkAccess: "Disabled" });
  });

  test("has a host name of Azure's, and domains that wait for a proof", async () => {
    expect(await read(ENDPOINT)).toMatchObject({
      hostName: expect.stringMatching(/^fde-orders-[0-9a-f]{8}\.z01\.azurefd\.net$/),
    });
    expect(await read(DOMAIN)).toMatchObject({
      domainValidationState: "Pending",
      validationProperties: {
        validationToken: expect.stringMatching(/^[0-9a-f]{32}$/),
        expirationDate: "2026-12-05T12:00:00.000Z",
      },
      tlsSettings: { certificateType: "ManagedCertificate", minimumTlsVersion: "TLS12" },
    });
    expect(await put(`${PROFILE}/customDomains/other`, { hostName: "Orders.example" })).toBe("409 Conflict");
  });

  test("asks for one private endpoint, however many origins need it, and waits for its approval", async () => {
    expect(await put(`${ORIGINS}/origins/westeurope`, linked())).toEqual(TAKEN);
    await put(`${PROFILE}/originGroups/api`);
    await put(`${PROFILE}/originGroups/api/origins/westeurope`, linked());
    const [one, ...others] = await connections();
    expect(others).toEqual([]);
    expect(one?.["properties"]).toMatchObject({
      privateLinkServiceConnectionState: { status: "Pending", description: "Front Door of orders" },
    });
    const approved = { privateLinkServiceConnectionState: { status: "Approved" } };
    expect(await put(String(one?.["id"]), approved)).toEqual(TAKEN);
    await put(APPS, { publicNetworkAccess: "Disabled" });
    expect((await connections())[0]?.["properties"]).toMatchObject({
      ...approved,
      privateLinkServiceConnectionState: { description: "Front Door of orders" },
    });
    await remove(`${ORIGINS}/origins/westeurope`);
    expect(await connections()).toHaveLength(1);
    await remove(`${PROFILE}/originGroups/api/origins/westeurope`);
    expect(await connections()).toEqual([]);
  });

  test.each<[string, Json, string, Json, unknown]>([
    ["Premium, to a closed environment", PREMIUM, "Disabled", linked(), TAKEN],
    ["Standard", { ...PREMIUM, sku: { name: "Standard_AzureFrontDoor" } }, "Disabled", linked(), "400 BadRequest"],
    ["Premium, to an environment on the Internet", PREMIUM, "Enabled", linked(), "400 BadRequest"],
    [
      "Premium, with any certificate",
      PREMIUM,
      "Disabled",
      linked({}, { enforceCertificateNameCheck: false }),
      "400 BadRequest",
    ],
    ["Premium, to another group of it", PREMIUM, "Disabled", linked({ groupId: "sites" }), "400 BadRequest"],
  ])(
    "an origin by private link of a profile that is %s is taken or refused",
    async (_, profile, access, origin, expected) => {
      await put(PROFILE, {}, profile);
      await put(APPS, { publicNetworkAccess: access });
      expect(await put(`${ORIGINS}/origins/westeurope`, origin)).toEqual(expected);
    },
  );

  test.each<[string, Json, Json, unknown]>([
    ["to a host of its own", {}, route(), TAKEN],
    ["to no host", {}, route({ customDomains: [] }), "400 BadRequest"],
    ["to an origin that is off", { enabledState: "Disabled" }, route(), "400 BadRequest"],
  ])("a route leads %s", async (_, origin, properties, expected) => {
    await put(`${ORIGINS}/origins/westeurope`, linked({}, origin));
    expect(await put(`${ENDPOINT}/routes/web`, properties)).toEqual(expected);
  });

  test("has one route for a path of a host", async () => {
    await put(`${ORIGINS}/origins/westeurope`, linked());
    await put(`${ENDPOINT}/routes/web`, route());
    expect(await put(`${ENDPOINT}/routes/again`, route())).toBe("409 Conflict");
    expect(await put(`${ENDPOINT}/routes/api`, route({ patternsToMatch: ["/api/*"] }))).toEqual(TAKEN);
  });

  test("lets a domain, an endpoint, origins and a firewall go when nothing needs them", async () => {
    await put(`${ORIGINS}/origins/westeurope`, linked());
    await put(`${ENDPOINT}/routes/web`, route());
    await put(POLICY, secured(ENDPOINT, DOMAIN));
    expect(await read(FIREWALL)).toMatchObject({ securityPolicyLinks: [{ id: POLICY }] });
    expect(await remove(DOMAIN)).toBe("409 Conflict");
    expect(await remove(ORIGINS)).toBe("409 Conflict");
    await remove(`${ENDPOINT}/routes/web`);
    expect([await remove(DOMAIN), await remove(ENDPOINT), await remove(FIREWALL)]).toEqual(
      Array(3).fill("409 Conflict"),
    );
    await remove(POLICY);
    for (const one of [DOMAIN, ENDPOINT, FIREWALL, ORIGINS]) expect(await remove(one)).toEqual(TAKEN);
  });

  test("has one firewall for a domain, of its own tier", async () => {
    await put(POLICY, secured(ENDPOINT));
    expect(await put(`${PROFILE}/securityPolicies/second`, secured(ENDPOINT))).toBe("400 BadRequest");
    await put(FIREWALL, {}, { ...PREMIUM, sku: { name: "Standard_AzureFrontDoor" } });
    expect(await put(`${PROFILE}/securityPolicies/third`, secured(DOMAIN))).toBe("400 BadRequest");
  });
});

describe("a replication of blobs", () => {
  const account = (name: string) => `${WEST}/providers/Microsoft.Storage/storageAccounts/${name}`;
  const [SOURCE, DESTINATION] = [account("storders"), account("stordersneu")];
  const blobs = (versions: boolean, feed: boolean): Json => ({
    isVersioningEnabled: versions,
    changeFeed: { enabled: feed },
  });
  const policy = (rules: readonly Json[] = [{ sourceContainer: "files", destinationContainer: "files" }]): Json => ({
    sourceAccount: SOURCE,
    destinationAccount: DESTINATION,
    rules,
  });
  const make = (at: string, name = "default", properties = policy()) =>
    ask(azure, "PUT", `${at}/objectReplicationPolicies/${name}`, { properties });

  beforeEach(async () => {
    for (const [one, feed] of [
      [SOURCE, true],
      [DESTINATION, false],
    ] as const) {
      await put(one, {}, { sku: { name: "Standard_ZRS" }, kind: "StorageV2" });
      await put(`${one}/blobServices/default`, blobs(true, feed));
      await put(`${one}/blobServices/default/containers/files`);
    }
  });

  test("gets its id, and those of its rules, at the destination, and then stands at both", async () => {
    const made = await make(DESTINATION);
    const name = String(made.body["name"]);
    expect(name).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.body["properties"]).toMatchObject({ policyId: name, rules: [{ ruleId: expect.any(String) }] });
    const rules = (made.body["properties"] as Json)["rules"] as Json[];
    expect(outcome(await make(SOURCE, name, policy(rules)))).toBe("200");
    expect(await read(`${SOURCE}/objectReplicationPolicies/${name}`)).toMatchObject({ policyId: name, rules });
    expect(outcome(await make(DESTINATION))).toBe("400 InvalidRequestPropertyValue");
  });

  test("is at the source only once it is at the destination", async () => {
    expect(outcome(await make(SOURCE, "3b0b4c2e-0d5e-4d0a-9a7b-1f2e3d4c5b6a"))).toBe("400 InvalidRequestPropertyValue");
  });

  test.each<[string, () => Promise<unknown>, readonly Json[] | undefined]>([
    ["versions at the destination", () => put(`${DESTINATION}/blobServices/default`, blobs(false, false)), undefined],
    ["versions at the source", () => put(`${SOURCE}/blobServices/default`, blobs(false, true)), undefined],
    ["a change feed at the source", () => put(`${SOURCE}/blobServices/default`, blobs(true, false)), undefined],
    ["both containers", () => remove(`${DESTINATION}/blobServices/default/containers/files`), undefined],
    [
      "ten rules at most",
      () => Promise.resolve(),
      Array.from({ length: 11 }, () => ({ sourceContainer: "files", destinationContainer: "files" })),
    ],
  ])("needs %s", async (_, change, rules) => {
    expect(outcome(await make(DESTINATION, "default", policy(rules)))).toBe(
      rules ? "400 InvalidRequestPropertyValue" : "200",
    );
    azure.store.remove(azure.store.ofType("Microsoft.Storage/storageAccounts/objectReplicationPolicies")[0]?.id ?? "");
    await change();
    expect(outcome(await make(DESTINATION, "default", policy(rules)))).toBe("400 InvalidRequestPropertyValue");
  });

  test("keeps what it needs switched on", async () => {
    const name = String((await make(DESTINATION)).body["name"]);
    await make(SOURCE, name);
    const set = (at: string, versions: boolean, feed: boolean) =>
      put(`${at}/blobServices/default`, blobs(versions, feed));
    expect([await set(SOURCE, true, false), await set(DESTINATION, false, false)]).toEqual(
      Array(2).fill("400 InvalidRequestPropertyValue"),
    );
    expect(await set(DESTINATION, true, false)).toBe("200");
  });
});

test("copies of images are a registry's that is Premium", async () => {
  const REGISTRY = `${WEST}/providers/Microsoft.ContainerRegistry/registries/acrorders`;
  await put(REGISTRY, {}, { sku: { name: "Standard" } });
  expect(await put(`${REGISTRY}/replications/northeurope`)).toBe("400 BadRequest");
  await put(REGISTRY, {}, { sku: { name: "Premium" } });
  expect(await put(`${REGISTRY}/replications/northeurope`)).toEqual(TAKEN);
  expect(await read(`${REGISTRY}/replications/northeurope`)).toMatchObject({ zoneRedundancy: "Disabled" });
});
