import { EMULATED_SUBSCRIPTION, TENANT } from "../../arm/azure";
import { keyOf } from "../../arm/id";
import { type Json, object, text } from "../../json";
import { onThisMachine } from "../../loopback";
import { environment } from "../../provider-environment";
import { isAzureHost, makeProxy, type Route } from "../../proxy";
import { listen } from "../../server";
import type { Seed } from "../seed";
import type { Holdings, Target } from "../target";
import { Client } from "./client";
import { endpointOf } from "./endpoint";

/**
 * Another Azure that is emulated on this machine, by its metadata host, as `metadata_host` of azurerm names it.
 * @returns the target, or why it cannot be had
 */
export async function otherAzure(endpoint: string): Promise<Target | { readonly reason: string }> {
  const place = await endpointOf(endpoint);
  if ("says" in place) return { reason: place.says };
  const { host, address, port } = place;
  try {
    const client = await Client.of(host, TENANT);
    const subscription = await subscriptionOf(client);
    const proxy = makeProxy(routeTo({ host: address, port }), new Set());
    const proxyPort = await listen(proxy);
    const other = new Other(client, subscription.id);
    await other.remember();
    return {
      env: environment(host, `http://127.0.0.1:${proxyPort}`, subscription.id, subscription.tenant),
      subscription: subscription.id,
      tenant: subscription.tenant,
      endpoint: host,
      bring: (seeds) => other.bring(seeds),
      stopBackups: (ids) => other.stopBackups(ids),
      holds: () => other.holds(),
      refusals: () => [],
      close: async () => {
        proxy.closeAllConnections();
        await new Promise((done) => proxy.close(done));
      },
    };
  } catch (error) {
    return { reason: `${host} ${(error as Error).message}` };
  }
}

/** Azure's hosts to the emulator, names of this machine where they lead, nothing else. */
function routeTo(emulator: { readonly host: string; readonly port: number }): Route {
  return async (host, port) => {
    if (isAzureHost(host)) return port === 443 ? emulator : undefined;
    const found = await onThisMachine(host);
    return "elsewhere" in found ? undefined : { host: found.addresses[0] ?? "", port };
  };
}

/** The subscription that an emulator has: ours where it takes any, else its first. */
async function subscriptionOf(client: Client): Promise<{ id: string; tenant: string }> {
  const listed = (await client.list("/subscriptions", "2022-12-01")) ?? [];
  const ids = listed.map((one) => text(one["subscriptionId"]));
  const index = Math.max(0, ids.indexOf(EMULATED_SUBSCRIPTION));
  return { id: ids[index] || EMULATED_SUBSCRIPTION, tenant: text(listed[index]?.["tenantId"]) || TENANT };
}

/** What Resource Manager lists of a subscription; the first two must be answered. */
const LISTS = [
  ["groups", "resourcegroups", "2021-04-01"],
  ["resources", "resources", "2021-04-01"],
  ["locks", "providers/Microsoft.Authorization/locks", "2020-05-01"],
  ["role assignments", "providers/Microsoft.Authorization/roleAssignments", "2022-04-01"],
] as const;

class Other {
  /** What was there when the run began; undefined where nobody can say. */
  private before: ReadonlySet<string> | undefined = new Set();
  private readonly notBrought = new Map<string, string>();

  constructor(
    private readonly client: Client,
    private readonly subscription: string,
  ) {}

  /** What is there now is nobody's of this run. */
  async remember(): Promise<void> {
    const { ids, kept } = await this.holds();
    this.before = "unknown" in ids ? undefined : new Set([...ids, ...kept].map(keyOf));
  }

  async holds(): Promise<Holdings> {
    const scope = `/subscriptions/${this.subscription}`;
    const lists = await Promise.all(
      LISTS.map(async ([what, path, version]) => ({
        what,
        found: await this.client.list(`${scope}/${path}`, version),
      })),
    );
    const deleted = await this.client.list(`${scope}/providers/Microsoft.KeyVault/deletedVaults`, "2023-07-01");
    const missing = lists.filter(({ found }) => !found).map(({ what }) => what);
    const isNew = (id: string) => id !== "" && !this.before?.has(keyOf(id));
    const ids = [...new Set(lists.flatMap(({ found = [] }) => found.map((one) => text(one["id"]))))].filter(isNew);
    const blind = missing.includes("groups") || missing.includes("resources");
    const notListed = blind
      ? `${missing.join(", ")} are not listed`
      : this.before
        ? undefined
        : "what was there before was not listed";
    return {
      ids: notListed === undefined ? ids : { unknown: notListed },
      kept: (deleted ?? []).map((one) => text(object(one["properties"])["vaultId"])).filter(isNew),
      echoed: [],
      unknown: [
        "which types it knows, and which it only echoes",
        "whether parts and settings of resources are left: Resource Manager does not list them",
        ...(missing.length > 0 && !blind ? [`whether ${missing.join(", ")} are left: it does not list them`] : []),
        deleted ? "which other names than those of vaults stay taken" : "which names stay taken",
        ...this.notBrought.values(),
      ],
    };
  }

  async bring(seeds: readonly Seed[]): Promise<void> {
    const resources = (await this.client.list(`/subscriptions/${this.subscription}/resources`, "2021-04-01")) ?? [];
    for (const seed of seeds) {
      const type = seed.kind === "secret" ? "Microsoft.KeyVault/vaults" : "Microsoft.ContainerRegistry/registries";
      const holder = resources.find((one) => is(one, "type", type) && is(one, "name", seed.into));
      if (holder) await this.bringInto(text(holder["id"]), seed);
    }
  }

  private async bringInto(holder: string, { kind, into, name }: Seed): Promise<void> {
    const secret = `${holder}/secrets/${name}`;
    if (kind === "secret" && (await this.client.ask("GET", secret, "2023-07-01")).status === 200) return;
    const { status } =
      kind === "secret"
        ? await this.client.ask("PUT", secret, "2023-07-01", { properties: { value: "seeded" } })
        : await this.client.ask("POST", `${holder}/importImage`, "2023-07-01", imported(name));
    const key = `${kind} ${into} ${name}`;
    if (status < 300) this.notBrought.delete(key);
    else this.notBrought.set(key, `what comes of the ${kind} ${name}, which ${into} did not take (${status})`);
  }

  async stopBackups(ids: readonly string[]): Promise<void> {
    for (const id of ids.filter((one) => /\/backupInstances\/[^/]+$/i.test(one)))
      await this.client.ask("POST", `${id}/stopProtection`, "2023-05-01");
  }
}

function is(one: Json, field: string, value: string): boolean {
  return text(one[field]).toLowerCase() === value.toLowerCase();
}

/** How a registry is told to fetch an image: by its tag, or by its digest. */
function imported(image: string): Json {
  const [repository = ""] = image.split("@");
  return {
    source: { registryUri: "mcr.microsoft.com", sourceImage: image },
    mode: "Force",
    ...(image.includes("@") ? { untaggedTargetRepositories: [repository] } : { targetTags: [image] }),
  };
}
