import type { Stage } from "../stages/stage";
import {
  type BlobVersions,
  type Exposure,
  type Lifetime,
  type Purge,
  type Redundancy,
  type SignIn,
  STANCES,
  type Stance,
  type Standby,
} from "../stages/stances";

/** One demand that differs between two stages, in words. */
export interface StanceDifference {
  /** In the stance table, for example `logs.retentionDays`. */
  readonly path: string;
  /** For example `logs are kept`. */
  readonly subject: string;
  readonly before: string;
  readonly after: string;
}

/** The paths of the stance table; a lifetime is one thing. */
type StancePath = {
  [Key in keyof Stance & string]: Stance[Key] extends Lifetime | string | number | boolean
    ? Key
    : `${Key}.${keyof Stance[Key] & string}`;
}[keyof Stance & string];

type Words = readonly [subject: string, words: (value: never) => string];

const switched = (on: string, off: string) => (value: boolean) => (value ? on : off);
const onOff = switched("on", "off");
const plain = (value: string | number) => String(value);
const named =
  <Value extends string>(names: Readonly<Record<Value, string>>) =>
  (value: Value) =>
    names[value];
const open = named<Exposure>({ public: "on", private: "off" });
const overZones = named<Redundancy>({ zones: "on", none: "off" });
const keys = named<SignIn>({ "entra-or-keys": "on", entra: "off" });
const purge = named<Purge>({ refused: "on", allowed: "off" });
const standby = named<Standby>({ "other-zone": "on", none: "off" });
const versions = named<BlobVersions>({ kept: "on", overwritten: "off" });
const days = (value: number) => (value === 0 ? "not at all" : value === 1 ? "1 day" : `${value} days`);

const WORDS: Readonly<Record<StancePath, Words>> = {
  lifetime: [
    "the environment",
    (lifetime: Lifetime) =>
      lifetime.kind === "expires"
        ? `ends within ${lifetime.maxDays} days`
        : { reviewed: "is reviewed by a date", recreated: "is recreated on a schedule", permanent: "stays" }[
            lifetime.kind
          ],
  ],
  retained: ["an accidental destroy", switched("is refused", "goes through")],
  "network.ownNetwork": ["network", switched("of its own", "none")],
  "network.entry": [
    "users enter through",
    named<Stance["network"]["entry"]>({
      "app-ingress": "each public app's ingress",
      "application-gateway": "one application gateway",
      "front-door": "one Front Door",
    }),
  ],
  "network.privateAccess": [
    "private endpoints",
    named<Stance["network"]["privateAccess"]>({
      none: "none",
      data: "vault, database and storage",
      all: "every platform service",
    }),
  ],
  "network.peopleAccess": [
    "people reach it from",
    named<Stance["network"]["peopleAccess"]>({
      internet: "the Internet",
      "operator-addresses": "declared addresses",
      vpn: "the VPN",
    }),
  ],
  "network.egress": [
    "outbound traffic",
    named<Stance["network"]["egress"]>({ open: "open", firewall: "through a firewall that denies by default" }),
  ],
  "apps.minReplicas": ["replicas that stay up", plain],
  "apps.maxReplicas": ["replicas at most, by default", plain],
  "apps.replicaLimit": ["replicas that a config may ask for", plain],
  "apps.redundancy": ["apps over several zones", overZones],
  "apps.internal": ["apps are reachable from", switched("the network only", "the Internet where declared public")],
  "images.pinning": ["images are pinned by", plain],
  "images.ownRegistryOnly": ["images come from", switched("the environment's own registry only", "any registry")],
  "registry.sku": ["registry tier", plain],
  "registry.exposure": ["registry on the Internet", open],
  "registry.redundancy": ["registry over several zones", overZones],
  "vault.softDeleteDays": ["deleted secrets can be recovered for", days],
  "vault.purge": ["purge protection of the vault", purge],
  "vault.exposure": ["public side of the vault", open],
  "database.skus": ["database sizes", (value: string) => value.replaceAll("-", " ")],
  "database.defaultSku": ["database size, by default", plain],
  "database.backupDays": ["point-in-time restore of the database", days],
  "database.standby": ["standby of the database", standby],
  "database.exposure": ["public side of the database", open],
  "storage.replication": ["copies of stored blobs", plain],
  "storage.versions": ["versions of blobs", versions],
  "storage.softDeleteDays": ["deleted blobs can be recovered for", days],
  "storage.pointInTimeRestoreDays": ["point-in-time restore of blobs", days],
  "storage.signIn": ["shared keys of the storage account", keys],
  "storage.exposure": ["public side of the storage account", open],
  "logs.retentionDays": ["logs are kept", days],
  "logs.dailyCapGb": ["logs a day", (gb: number) => (gb === -1 ? "without a cap" : `at most ${gb} GB`)],
  "logs.signIn": ["keys of the log workspace", keys],
  "observability.applicationInsights": ["Application Insights", onOff],
  "observability.diagnostics": [
    "diagnostic logs of",
    named<Stance["observability"]["diagnostics"]>({
      apps: "the apps",
      all: "everything that carries data, identity or traffic",
    }),
  ],
  "observability.auditExport": ["audit logs are exported to a store that outlives the environment", onOff],
  locks: [
    "deletion is locked for",
    named<Stance["locks"]>({
      none: "nothing",
      data: "what holds data",
      "data-and-group": "what holds data, and its resource group",
    }),
  ],
  "recovery.copyDays": ["copies of data in a vault that outlives the environment", days],
  "recovery.evidenceDays": ["exported audit logs cannot be changed", days],
  state: [
    "Terraform's state",
    named<Stance["state"]>({ local: "a local file", remote: "in the foundation's storage" }),
  ],
};

/** What one stage demands and another does not, in the order of the stance table. */
export function stanceDifferences(before: Stage, after: Stage): StanceDifference[] {
  return Object.entries(WORDS).flatMap(([path, [subject, words]]) => {
    const say = (stage: Stage) => (words as (value: unknown) => string)(at(STANCES[stage], path));
    const [old, now] = [say(before), say(after)];
    return old === now ? [] : [{ path, subject, before: old, after: now }];
  });
}

/** One difference as a line. */
export function stanceSentence({ subject, before, after }: StanceDifference): string {
  return `${subject}: ${before} → ${after}`;
}

function at(stance: Stance, path: string): unknown {
  return path.split(".").reduce<unknown>((here, key) => (here as Record<string, unknown>)[key], stance);
}
