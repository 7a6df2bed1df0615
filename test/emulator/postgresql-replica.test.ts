import type { Json } from "../../src/emulator/json";
import { outcome } from "./client";
import { azureInTwoRegions, NORTH, TAKEN, WEST } from "./two-groups";

const { its, ask, put, read, remove } = azureInTwoRegions();

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
    outcome(await ask("PATCH", path, { properties: { replica } }));
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
    its().reset();
    await ask("PUT", WEST, { location: "westeurope" });
    await ask("PUT", NORTH, { location: "northeurope" });
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
    expect(outcome(await ask("GET", ENDPOINT))).toBe("404 ResourceNotFound");
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
