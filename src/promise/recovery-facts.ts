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
  release: fact(30, "estimate", "the last release is activated again", APPS, "2025-10-23"),
} as const satisfies Record<string, RecoveryFact>;

/** Minutes that people take to lead the product to restored data: names, roles, private endpoint, a look at it. */
export const SWITCH_MINUTES = 30;

/** Minutes that a restore takes longer for each further TiB. */
export const MINUTES_PER_TIB = 60;
