import type { Source } from "../azure/source";
import type { Basis } from "./limits";

/** How long something takes or how much it loses, in minutes, with where that is said. */
export interface RecoveryFact extends Source {
  readonly minutes: number;
  readonly basis: Exclude<Basis, "measured">;
  readonly says: string;
}

const POSTGRES = "https://learn.microsoft.com/azure/postgresql/backup-restore/concepts-backup-restore";
const POSTGRES_ZONES = "https://learn.microsoft.com/azure/reliability/reliability-database-postgresql";
const MYSQL = "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-backup-restore";
const SQL = "https://learn.microsoft.com/azure/azure-sql/database/automated-backups-overview";
const COSMOS = "https://learn.microsoft.com/azure/cosmos-db/online-backup-and-restore";
const BLOBS = "https://learn.microsoft.com/azure/reliability/reliability-storage-blob";
const VAULT = "https://learn.microsoft.com/azure/reliability/reliability-backup";
const APPS = "https://learn.microsoft.com/azure/reliability/reliability-container-apps";
const REPLICAS = "https://learn.microsoft.com/azure/postgresql/read-replica/concepts-read-replicas";
const PROMOTE = "https://learn.microsoft.com/azure/postgresql/read-replica/concepts-read-replicas-promote";
const OBJECT_REPLICATION = "https://learn.microsoft.com/azure/storage/blobs/object-replication-overview";
const FRONT_DOOR = "https://learn.microsoft.com/azure/frontdoor/front-door-faq";
const PROBES = "https://learn.microsoft.com/azure/frontdoor/health-probes";
const BLOB_BACKUP = "https://learn.microsoft.com/azure/backup/blob-backup-overview";

function fact(
  minutes: number,
  basis: RecoveryFact["basis"],
  says: string,
  url: string,
  asOf: string,
  confidence: Source["confidence"] = basis === "published" ? "confirmed" : "estimate",
): RecoveryFact {
  return { minutes, basis, says, url, asOf, confidence };
}

/**
 * What Azure says of recovery, and cautious figures where it says "a few minutes up to a few hours". An estimate never
 * keeps a promise; a drill does.
 */
export const RECOVERY = {
  postgresLog: fact(5, "published", "transaction logs are shipped within 5 minutes", POSTGRES, "2024-11-28"),
  postgresGeo: fact(60, "published", "backups reach the paired region within an hour", POSTGRES, "2024-11-28"),
  mysqlLog: fact(5, "estimate", "transaction logs are backed up every 5 minutes", MYSQL, "2026-08-20"),
  mysqlGeo: fact(60, "estimate", "backups reach the paired region within an hour", MYSQL, "2026-08-20"),
  sqlLog: fact(10, "estimate", "transaction logs are backed up about every 10 minutes", SQL, "2026-08-20"),
  sqlGeo: fact(60, "estimate", "backups reach the paired region within an hour", SQL, "2026-08-20"),
  cosmosContinuous: fact(2, "estimate", "continuous backup lags by minutes", COSMOS, "2026-08-20"),
  standby: fact(0, "published", "a standby in another zone holds every commit", POSTGRES_ZONES, "2026-03-24"),
  failover: fact(2, "published", "the standby takes over within two minutes", POSTGRES_ZONES, "2026-03-24"),
  databaseRestore: fact(
    240,
    "estimate",
    "a restore makes a new server: minutes to a few hours, more for a large one",
    POSTGRES,
    "2024-11-28",
  ),
  versions: fact(0, "published", "every version of a blob is kept", BLOBS, "2025-08-15"),
  zoneCopies: fact(0, "published", "blobs are written to three zones at once", BLOBS, "2025-08-15"),
  zoneBlobs: fact(1, "published", "another zone serves the blobs within seconds", BLOBS, "2025-08-15"),
  regionCopy: fact(
    15,
    "estimate",
    "the copy in the paired region usually lags less than 15 minutes",
    BLOBS,
    "2025-08-15",
  ),
  regionBlobs: fact(60, "estimate", "a failover to the paired region usually takes up to an hour", BLOBS, "2025-08-15"),
  blobRestore: fact(120, "estimate", "versions are brought back, or a moment restored", BLOBS, "2025-08-15"),
  vaultRestore: fact(480, "estimate", "blobs are copied back from the vault", BLOB_BACKUP, "2024-12-30"),
  vaultCopy: fact(720, "published", "a vault's copy reaches the paired region within 12 hours", VAULT, "2026-02-23"),
  zoneApps: fact(5, "published", "replicas in other zones take over", APPS, "2025-10-23"),
  promote: fact(
    10,
    "estimate",
    "a person promotes the replica, forced; Azure publishes no time",
    PROMOTE,
    "2024-04-27",
  ),
  writable: fact(
    5,
    "estimate",
    "a person deletes the replication policy, as nothing can be written to the copy before",
    OBJECT_REPLICATION,
    "2021-09-02",
  ),
  edgeSpread: fact(20, "estimate", "Front Door takes 3 to 20 minutes to spread a change", FRONT_DOOR, "2021-09-14"),
  edgeProbes: fact(2, "estimate", "Front Door leaves an origin whose probes fail", PROBES, "2025-01-29"),
  scaleOut: fact(5, "estimate", "a person starts the other replicas of the services", APPS, "2025-10-23"),
  release: fact(30, "estimate", "the last release is activated again", APPS, "2025-10-23"),
} as const satisfies Record<string, RecoveryFact>;

/** Where it is said that a replica lags for seconds, minutes or hours, and that object replication promises no time. */
export const UNBOUNDED = {
  replica: { url: REPLICAS, asOf: "2025-07-16", confidence: "confirmed" },
  blobs: { url: OBJECT_REPLICATION, asOf: "2021-09-02", confidence: "confirmed" },
} as const satisfies Record<string, Source>;

/** Minutes from the loss of a region until a person has decided to leave it. */
export const DECIDE_MINUTES = 15;

/** Minutes that people take to lead the product to restored data: names, roles, private endpoint, a look at it. */
export const SWITCH_MINUTES = 30;

/** Minutes that a restore takes longer for each further TiB. */
export const MINUTES_PER_TIB = 60;
