import type { Json } from "../../src/emulator/json";
import { outcome } from "./client";
import { azureInTwoRegions, TAKEN, WEST } from "./two-groups";

const { its, ask, put, read, remove } = azureInTwoRegions();

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
    ask("PUT", `${at}/objectReplicationPolicies/${name}`, { properties });

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
    its().store.remove(its().store.ofType("Microsoft.Storage/storageAccounts/objectReplicationPolicies")[0]?.id ?? "");
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
