import { badInput } from "../errors";
import type { Stage } from "../stages/stage";
import { type GeoBackup, STANCES, type Stance } from "../stages/stances";
import { secretVariable } from "./checks/services";
import { ENTRY, type EntryRoute, routesOf } from "./entry";
import type { NamedType } from "./name-rules";
import { environmentName, type NameScope, resourceName } from "./names";
import type {
  EnvironmentConfig,
  HardenedConfig,
  ProbeConfig,
  ProductionConfig,
  ScaleRuleConfig,
  ServiceConfig,
} from "./schema";
import { parseWindow } from "./weekly-window";

/** The azurerm version that the bindings were generated from; used when a config names none. */
export const DEFAULT_AZURERM = "4.55.0";

export type ServiceKind = "http" | "worker" | "job";

/** A service with every setting decided. */
export interface ResolvedService {
  readonly name: string;
  readonly kind: ServiceKind;
  readonly image: string;
  /** Set for HTTP services. */
  readonly port?: number;
  /** From Pre-Production `public` is through the entry, and `network` from the environment's network. */
  readonly exposure: "public" | "network" | "private";
  readonly transport: "auto" | "http" | "http2";
  readonly allowFrom: readonly string[];
  /** Set for jobs. */
  readonly schedule?: string;
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly cpu: number;
  /** With unit, for example `0.5Gi`. */
  readonly memory: string;
  readonly scale: { readonly min: number; readonly max: number; readonly rules: readonly ScaleRuleConfig[] };
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: readonly { readonly name: string; readonly variable: string }[];
  readonly probes: Readonly<Partial<Record<"liveness" | "readiness" | "startup", ProbeConfig>>>;
  readonly uses: readonly string[];
  /** Custom domain of a public service; from Pilot on. */
  readonly domain?: string;
}

/** A database with every setting decided. */
export interface ResolvedDatabase {
  readonly type: "postgresql";
  readonly name: string;
  readonly version: string;
  readonly sku: string;
  readonly storageGb: number;
  readonly backupDays: number;
  /** Image of the migration job; absent when the config declares none. */
  readonly migrations?: string;
}

/** A store with every setting decided. */
export type ResolvedStore =
  | ResolvedDatabase
  | { readonly type: "blobs"; readonly name: string; readonly softDeleteDays: number }
  | { readonly type: "queue"; readonly name: string };

/** One thing that the firewall lets out: names or a service tag, with who wants it and why. */
export interface ResolvedEgress {
  readonly name: string;
  readonly to: { readonly fqdns: readonly string[] } | { readonly tag: string };
  readonly ports: readonly number[];
  readonly owner: string;
  readonly why: string;
  readonly until?: string;
}

/** Config × stance: what will be built, with nothing left to decide. Frozen. */
export interface ResolvedEnvironment extends NameScope {
  /** For example `orders-poc`. */
  readonly name: string;
  readonly stage: Stage;
  readonly config: EnvironmentConfig;
  readonly stance: Stance;
  readonly owner: string;
  /** Day it was decided, year-month-day. */
  readonly created: string;
  readonly monthlyBudget: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly services: readonly ResolvedService[];
  readonly stores: readonly ResolvedStore[];
  readonly azurerm: string;
  /** Where copies of data are kept beside the region. */
  readonly geoBackup: GeoBackup;
  /** When Azure may update databases, in UTC, Sunday being day 0; absent where nothing that can be read is promised. */
  readonly maintenance?: { readonly dayOfWeek: number; readonly startHour: number; readonly startMinute: number };
  /** Whether an app keeps its last revision ready. */
  readonly revisions: "single" | "multiple";
  /** Ranges that may reach the public side of what holds data; absent at POC, which has no network of its own. */
  readonly operatorsFrom?: readonly string[];
  /** The name of a resource of this environment. */
  readonly nameOf: (type: NamedType, part?: string) => string;
}

/** A POC. */
export interface ResolvedPoc extends ResolvedEnvironment {
  readonly stage: "poc";
  /** Object id of the Entra group that works on it, where it names one. */
  readonly team?: string;
}

/** From Pilot on: a network of its own, and people who are told. */
export interface ResolvedRetained extends ResolvedEnvironment {
  /** Range of the network. */
  readonly network: string;
  /** Mail addresses by what they are for. */
  readonly contacts: Readonly<Record<string, string>>;
  readonly operatorsFrom: readonly string[];
}

/** A Pilot. */
export interface ResolvedPilot extends ResolvedRetained {
  readonly stage: "pilot";
}

/** From Pre-Production on: private, with one way in and governed ways out. */
export interface ResolvedHardened extends ResolvedRetained {
  readonly stage: "pre-production" | "production";
  readonly vpn: {
    /** Addresses of VPN clients. */
    readonly pool: string;
    /** The app registration that people sign in to: the variable that takes it, and what it is. */
    readonly audience: { readonly variable: string; readonly description: string };
  };
  readonly egress: { readonly sku: HardenedConfig["egress"]["sku"]; readonly allow: readonly ResolvedEgress[] };
  readonly entry: {
    /** Secret of the vault that holds the certificate. */
    readonly certificate: string;
    readonly allowFrom: readonly string[];
    readonly routes: readonly EntryRoute[];
  };
  /** What customers are told, from Production on. */
  readonly promise?: ProductionConfig["promise"];
}

/** What a config is resolved to, by its stage. */
export type Resolved = ResolvedPoc | ResolvedPilot | ResolvedHardened;

const RESOLVED = new WeakSet<object>();

/** True for what {@link resolve} made, and not for a config that looks like it. */
export function isResolved(value: object): value is Resolved {
  return RESOLVED.has(value);
}

/**
 * Decides everything that a config leaves open. Pure: the same config gives the same environment.
 *
 * @throws BadInput when two parts of the config would get the same Azure name
 */
export function resolve(config: EnvironmentConfig): Resolved {
  const { workload, stage, location, owner } = config;
  const scope: NameScope = { workload, stage, location, generation: config.generation ?? 1 };
  const demanded: Stance = STANCES[stage];
  const retentionDays = config.logging.retentionDays ?? demanded.logs.retentionDays;
  const geoBackup = config.stage === "production" ? config.recovery.geoBackup : "none";
  const replication = geoBackup === "paired-region" ? "GZRS" : demanded.storage.replication;
  const stance: Stance = {
    ...demanded,
    logs: { ...demanded.logs, retentionDays },
    storage: { ...demanded.storage, replication },
  };
  const services = Object.entries(config.services).map(([name, service]) => resolveService(name, service, stance));
  const stores = Object.entries(config.stores ?? {}).map(([name, store]): ResolvedStore => {
    if (store.type === "queue") return { type: "queue", name };
    if (store.type === "blobs")
      return { type: "blobs", name, softDeleteDays: store.softDeleteDays ?? stance.storage.softDeleteDays };
    const { version = "17", sku = stance.database.defaultSku, storageGb = 32, migrations } = store;
    const backupDays = store.backupDays ?? stance.database.backupDays;
    return { type: "postgresql", name, version, sku, storageGb, backupDays, migrations };
  });
  const nameOf = (type: NamedType, part?: string) => resourceName(scope, type, part);
  refuseSharedNames(services, stores, nameOf, "entry" in config);
  const resolved = deepFreeze({
    ...scope,
    ...beside(config),
    name: environmentName(config),
    config,
    stance,
    owner,
    created: config.created,
    monthlyBudget: config.monthlyBudget,
    tags: tagsOf(config, scope.generation),
    services,
    stores,
    azurerm: config.azurerm ?? DEFAULT_AZURERM,
    geoBackup,
    maintenance: config.stage === "production" ? maintenanceIn(config.promise.plannedDowntime) : undefined,
    revisions: config.stage === "poc" ? "single" : config.releases.revisions,
    nameOf,
  }) as Resolved;
  RESOLVED.add(resolved);
  return resolved;
}

/** What a stage adds, whose own name is known. */
type Beside<R extends Resolved> = Pick<R, Exclude<keyof R, Exclude<keyof ResolvedEnvironment, "operatorsFrom">>>;

/** What an environment has from its stage on, beside what every environment has. */
function beside(config: EnvironmentConfig): Beside<ResolvedPoc> | Beside<ResolvedPilot> | Beside<ResolvedHardened> {
  if (config.stage === "poc") return { team: config.team };
  const { network, support } = config;
  if (config.stage === "pilot")
    return { network, operatorsFrom: config.operatorsFrom, contacts: { support: support.contact } };
  const { vpn, egress, entry, externals, incidents } = config;
  const registration = externals[vpn.audience];
  return {
    network,
    operatorsFrom: [],
    contacts: { support: support.contact, coordinator: incidents.coordinator, responder: incidents.responder },
    vpn: {
      pool: vpn.pool,
      audience: {
        variable: audienceVariable(config),
        description: `${registration?.why ?? "The app registration of the VPN"}; owner ${registration?.owner}.`,
      },
    },
    egress: {
      sku: egress.sku,
      allow: Object.entries(egress.allow).map(([name, { fqdns, tag, ports = [443], owner, why, until }]) => ({
        name,
        to: tag === undefined ? { fqdns: fqdns ?? [] } : { tag },
        ports,
        owner,
        why,
        until,
      })),
    },
    entry: { certificate: entry.certificate, allowFrom: entry.allowFrom ?? [], routes: routesOf(entry) },
    ...(config.stage === "production" && { promise: config.promise }),
  };
}

/** The Terraform variable that takes the app registration that people sign in to for the VPN. */
export function audienceVariable({ vpn }: Pick<HardenedConfig, "vpn">): string {
  return vpn.audience.replaceAll("-", "_");
}

function resolveService(
  name: string,
  service: Omit<ServiceConfig, "exposure"> & {
    readonly exposure?: ResolvedService["exposure"];
    readonly domain?: string;
  },
  stance: Stance,
): ResolvedService {
  const kind: ServiceKind = service.port !== undefined ? "http" : service.schedule !== undefined ? "job" : "worker";
  const cpu = service.cpu ?? (service.memory === undefined ? 0.25 : Number.parseFloat(service.memory) / 2);
  const rules = service.scale?.rules ?? [];
  const wakesByItself = kind === "http" || rules.some((rule) => rule.type === "cron");
  const least = wakesByItself ? stance.apps.minReplicas : Math.max(1, stance.apps.minReplicas);
  const max = service.scale?.max ?? Math.max(stance.apps.maxReplicas, service.scale?.min ?? 0);
  return {
    name,
    kind,
    image: service.image,
    port: service.port,
    exposure: service.exposure ?? "private",
    transport: service.transport ?? "auto",
    allowFrom: service.allowFrom ?? [],
    schedule: service.schedule,
    timeoutSeconds: service.timeout ?? 1800,
    retries: service.retries ?? 1,
    cpu,
    memory: `${cpu * 2}Gi`,
    scale: { min: service.scale?.min ?? Math.min(least, max), max, rules },
    command: service.command ?? [],
    args: service.args ?? [],
    env: Object.fromEntries(Object.entries(service.env ?? {}).map(([key, value]) => [key, String(value)])),
    secrets: (service.secrets ?? []).map((secret) => ({ name: secret, variable: secretVariable(secret) })),
    probes: service.probes ?? {},
    uses: service.uses ?? [],
    domain: service.domain,
  };
}

/** The start of the downtime that customers know of. */
function maintenanceIn(plannedDowntime: string): ResolvedEnvironment["maintenance"] {
  const window = parseWindow(plannedDowntime);
  if (!window) return undefined;
  const minutes = window.from % (24 * 60);
  return {
    dayOfWeek: Math.floor(window.from / (24 * 60)),
    startHour: Math.floor(minutes / 60),
    startMinute: minutes % 60,
  };
}

/** GOV-01: the tags of every resource that takes tags. */
function tagsOf(config: EnvironmentConfig, generation: number): Record<string, string> {
  return {
    workload: config.workload,
    stage: config.stage,
    owner: config.owner,
    generation: String(generation),
    "managed-by": "gatewright",
    "created-on": config.created,
    ...(config.stage === "poc"
      ? { "expires-on": config.expires, "data-classification": "synthetic" }
      : { "data-classification": "personal" }),
  };
}

/** The part of a name that tells the identity that administers a database from a service's: `database-migrator`. */
export function migratorOf(store: string): string {
  return `${store}-migrator`;
}

/** The parts of the names of a database's two jobs. */
export function databaseJobs(store: string): { readonly bootstrap: string; readonly migrate: string } {
  return { bootstrap: `${store}-bootstrap`, migrate: `${store}-migrate` };
}

/** Names that are shortened carry a hash of what was cut; should two parts of a config meet all the same, say so first. */
function refuseSharedNames(
  services: readonly ResolvedService[],
  stores: readonly ResolvedStore[],
  nameOf: ResolvedEnvironment["nameOf"],
  hasEntry: boolean,
): void {
  const named: [path: string, name: string][] = hasEntry ? [["entry", nameOf("user_assigned_identity", ENTRY)]] : [];
  const ofServices = services.flatMap(({ name, kind }): [string, string][] => [
    [`services.${name}`, nameOf(kind === "job" ? "container_app_job" : "container_app", name)],
    [`services.${name}`, nameOf("user_assigned_identity", name)],
  ]);
  named.push(...ofServices);
  for (const { name, type } of stores) {
    if (type !== "postgresql") continue;
    const jobs = Object.values(databaseJobs(name)).map((job) => nameOf("container_app_job", job));
    for (const azureName of [
      ...jobs,
      nameOf("user_assigned_identity", migratorOf(name)),
      nameOf("postgresql_flexible_server", name),
    ])
      named.push([`stores.${name}`, azureName]);
  }
  const owners = new Map<string, string>();
  for (const [path, azureName] of named) {
    const other = owners.get(azureName);
    if (other !== undefined)
      throw badInput(`${other} and ${path} would both be named ${azureName} in Azure`, "Rename one of them.");
    owners.set(azureName, path);
  }
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === "object" && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
