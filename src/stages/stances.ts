import type { Stage } from "./stage";

/** How long an environment of a stage may live. */
export type Lifetime =
  | { readonly kind: "expires"; readonly maxDays: number }
  | { readonly kind: "reviewed" }
  | { readonly kind: "recreated" }
  | { readonly kind: "permanent" };

/** Copies of stored blobs: locally, over zones, over zones and a paired region. */
export type BlobReplication = "LRS" | "ZRS" | "GZRS";

/** Who reaches a resource over the network: the Internet, or private endpoints only. */
export type Exposure = "public" | "private";

/** Who may sign in: identities of Entra ID, or whoever holds a key too. */
export type SignIn = "entra" | "entra-or-keys";

/** Whether something is spread over a region's availability zones. */
export type Redundancy = "none" | "zones";

/** Whether what was deleted can be removed for good before its days of recovery are over. */
export type Purge = "allowed" | "refused";

/** Where a second server stands, which takes over by itself. */
export type Standby = "none" | "other-zone";

/** What happens to a blob that is written anew. */
export type BlobVersions = "kept" | "overwritten";

/** Where copies are kept beside the region. */
export type GeoBackup = "none" | "paired-region";

/** What one stage demands of infrastructure. Slices of it are the props of the constructs that meet it. */
export interface Stance {
  readonly lifetime: Lifetime;
  /** True where infrastructure of the stage must survive an accidental `terraform destroy`. */
  readonly retained: boolean;
  readonly network: {
    /** The environment has a network of its own. */
    readonly ownNetwork: boolean;
    /** Where people enter: each app's ingress, one gateway, or one global edge. */
    readonly entry: "app-ingress" | "application-gateway" | "front-door";
    /** Which resources are reachable through private endpoints only. */
    readonly privateAccess: "none" | "data" | "all";
    readonly peopleAccess: "internet" | "operator-addresses" | "vpn";
    readonly egress: "open" | "firewall";
  };
  readonly apps: {
    readonly minReplicas: number;
    /** Default upper bound of an app's replicas. */
    readonly maxReplicas: number;
    /** Largest upper bound a config may ask for. */
    readonly replicaLimit: number;
    readonly redundancy: Redundancy;
    readonly internal: boolean;
  };
  readonly images: { readonly pinning: "tag" | "digest"; readonly ownRegistryOnly: boolean };
  readonly registry: {
    readonly sku: "Basic" | "Standard" | "Premium";
    readonly exposure: Exposure;
    readonly redundancy: Redundancy;
  };
  readonly vault: {
    /** Days a deleted secret can be recovered; cannot be changed after the vault exists. */
    readonly softDeleteDays: number;
    readonly purge: Purge;
    readonly exposure: Exposure;
  };
  readonly database: {
    readonly skus: "burstable" | "burstable-or-general-purpose" | "general-purpose";
    /** Default size when the config names none. */
    readonly defaultSku: string;
    /** Point-in-time restore window, in days. */
    readonly backupDays: number;
    readonly standby: Standby;
    readonly exposure: Exposure;
  };
  readonly storage: {
    readonly replication: BlobReplication;
    readonly versions: BlobVersions;
    /** Days a deleted blob or container can be recovered; 0 is off. */
    readonly softDeleteDays: number;
    /** Days back to any moment of which all blobs can be restored together; 0 is off. */
    readonly pointInTimeRestoreDays: number;
    readonly signIn: SignIn;
    readonly exposure: Exposure;
  };
  readonly logs: {
    readonly retentionDays: number;
    /** Ingestion limit per day in GB; -1 is none. */
    readonly dailyCapGb: number;
    readonly signIn: SignIn;
  };
  readonly observability: {
    readonly applicationInsights: boolean;
    /** Diagnostic settings on the apps only, or on everything that carries data, identity or traffic. */
    readonly diagnostics: "apps" | "all";
    readonly auditExport: boolean;
  };
  readonly locks: "none" | "data" | "data-and-group";
  /** Copies that outlive the environment. */
  readonly recovery: {
    /** Days that copies of databases and blobs stay in a backup vault; 0 is no vault. */
    readonly copyDays: number;
    /** Days that exported audit logs can be neither changed nor deleted; 0 is no export. */
    readonly evidenceDays: number;
  };
  readonly state: "local" | "remote";
}

const poc = {
  lifetime: { kind: "expires", maxDays: 90 },
  retained: false,
  network: {
    ownNetwork: false,
    entry: "app-ingress",
    privateAccess: "none",
    peopleAccess: "internet",
    egress: "open",
  },
  apps: { minReplicas: 0, maxReplicas: 3, replicaLimit: 3, redundancy: "none", internal: false },
  images: { pinning: "tag", ownRegistryOnly: false },
  registry: { sku: "Basic", exposure: "public", redundancy: "none" },
  vault: { softDeleteDays: 7, purge: "allowed", exposure: "public" },
  database: {
    skus: "burstable",
    defaultSku: "B_Standard_B1ms",
    backupDays: 7,
    standby: "none",
    exposure: "public",
  },
  storage: {
    replication: "LRS",
    versions: "overwritten",
    softDeleteDays: 0,
    pointInTimeRestoreDays: 0,
    signIn: "entra",
    exposure: "public",
  },
  logs: { retentionDays: 30, dailyCapGb: 1, signIn: "entra-or-keys" },
  observability: { applicationInsights: false, diagnostics: "apps", auditExport: false },
  locks: "none",
  recovery: { copyDays: 0, evidenceDays: 0 },
  state: "local",
} as const satisfies Stance;

const pilot = {
  lifetime: { kind: "reviewed" },
  retained: true,
  network: {
    ownNetwork: true,
    entry: "app-ingress",
    privateAccess: "data",
    peopleAccess: "operator-addresses",
    egress: "open",
  },
  apps: { minReplicas: 1, maxReplicas: 5, replicaLimit: 30, redundancy: "none", internal: false },
  images: { pinning: "digest", ownRegistryOnly: false },
  registry: { sku: "Standard", exposure: "public", redundancy: "none" },
  vault: { softDeleteDays: 30, purge: "refused", exposure: "public" },
  database: {
    skus: "burstable-or-general-purpose",
    defaultSku: "B_Standard_B2s",
    backupDays: 14,
    standby: "none",
    exposure: "public",
  },
  storage: {
    replication: "LRS",
    versions: "kept",
    softDeleteDays: 14,
    pointInTimeRestoreDays: 0,
    signIn: "entra",
    exposure: "public",
  },
  logs: { retentionDays: 90, dailyCapGb: -1, signIn: "entra-or-keys" },
  observability: { applicationInsights: true, diagnostics: "all", auditExport: false },
  locks: "data",
  recovery: { copyDays: 0, evidenceDays: 0 },
  state: "remote",
} as const satisfies Stance;

const preProduction = {
  lifetime: { kind: "recreated" },
  retained: true,
  network: {
    ownNetwork: true,
    entry: "application-gateway",
    privateAccess: "all",
    peopleAccess: "vpn",
    egress: "firewall",
  },
  apps: { minReplicas: 1, maxReplicas: 10, replicaLimit: 100, redundancy: "none", internal: true },
  images: { pinning: "digest", ownRegistryOnly: true },
  registry: { sku: "Premium", exposure: "private", redundancy: "none" },
  vault: { softDeleteDays: 90, purge: "refused", exposure: "private" },
  database: {
    skus: "general-purpose",
    defaultSku: "GP_Standard_D2ds_v5",
    backupDays: 14,
    standby: "none",
    exposure: "private",
  },
  storage: {
    replication: "LRS",
    versions: "kept",
    softDeleteDays: 14,
    pointInTimeRestoreDays: 0,
    signIn: "entra",
    exposure: "private",
  },
  logs: { retentionDays: 180, dailyCapGb: -1, signIn: "entra" },
  observability: { applicationInsights: true, diagnostics: "all", auditExport: false },
  locks: "data",
  recovery: { copyDays: 0, evidenceDays: 0 },
  state: "remote",
} as const satisfies Stance;

const production = {
  ...preProduction,
  lifetime: { kind: "permanent" },
  apps: { minReplicas: 2, maxReplicas: 10, replicaLimit: 300, redundancy: "zones", internal: true },
  registry: { sku: "Premium", exposure: "private", redundancy: "zones" },
  database: { ...preProduction.database, backupDays: 35, standby: "other-zone" },
  storage: {
    replication: "ZRS",
    versions: "kept",
    softDeleteDays: 30,
    pointInTimeRestoreDays: 29,
    signIn: "entra",
    exposure: "private",
  },
  logs: { retentionDays: 365, dailyCapGb: -1, signIn: "entra" },
  observability: { applicationInsights: true, diagnostics: "all", auditExport: true },
  locks: "data-and-group",
  recovery: { copyDays: 90, evidenceDays: 365 },
} as const satisfies Stance;

const scale = {
  ...production,
  network: { ...production.network, entry: "front-door" },
} as const satisfies Stance;

/** The stance table: what each stage demands, one typed object per stage. */
export const STANCES = {
  poc,
  pilot,
  "pre-production": preProduction,
  production,
  scale,
} as const satisfies Record<Stage, Stance>;
