import type { Stage } from "../../stages/stage";
import type { GeoBackup, Stance } from "../../stages/stances";
import type { EntryRoute } from "../entry";
import type { NamedType } from "../name-rules";
import type { NameScope } from "../names";
import type { ScaleMode } from "../scale-mode";
import type { EnvironmentConfig, HardenedConfig, ProductionConfig } from "../schema";
import type { ResolvedService } from "./service";
import type { ResolvedStore } from "./store";

/** One thing that the firewall lets out: names or a service tag, with who wants it and why. */
export interface ResolvedEgress {
  readonly name: string;
  readonly to: { readonly fqdns: readonly string[] } | { readonly tag: string };
  readonly ports: readonly number[];
  readonly owner: string;
  readonly why: string;
  readonly until?: string;
}

/** The name of a resource, of a type and for what tells it from others of the type. */
export type NameOf = (type: NamedType, part?: string) => string;

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
  readonly nameOf: NameOf;
  /** Name of the registry that images are pulled from: its own, or at Scale the first region's. */
  readonly registry: string;
  /** Further regions that keep a copy of every image; at Scale, else none. */
  readonly registryCopies: readonly string[];
  /** How the environment's resources in another region are named; at Scale, else none. */
  readonly elsewhere: readonly NameOf[];
  /** Host of the database that takes writes, where the apps of two regions share one. @default each region's own */
  readonly writerHost?: string;
  /** Name of the account that blobs are written to, where the apps of two regions share one. @default each region's own */
  readonly blobAccount?: string;
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
  readonly stage: "pre-production" | "production" | "scale";
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

/** A Pre-Production or a Production: all of it in one region. */
export interface ResolvedInOneRegion extends ResolvedHardened {
  readonly stage: "pre-production" | "production";
}

/** A Production that has a second region. */
export interface ResolvedScale extends ResolvedHardened {
  readonly stage: "scale";
  readonly scale: {
    readonly mode: ScaleMode;
    /** Ends the names of the second region's stacks, for example `neu`. */
    readonly code: string;
    /** The same environment in the other region: place, network, names, budget and least replicas are its own. */
    readonly second: ResolvedHardened;
    /** From when on the gateway is gone, and what is said of an edge that stands everywhere. */
    readonly edge: { readonly cutOver: string; readonly worldwide: string };
    /** Who decides that the second region takes over, and who does it. */
    readonly failover: { readonly decides: string; readonly acts: string };
  };
}

/** What a config is resolved to, by its stage. */
export type Resolved = ResolvedPoc | ResolvedPilot | ResolvedInOneRegion | ResolvedScale;
