import { price } from "../azure/prices";
import type { Disaster } from "../config/promise";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";
import { lacksZones, spansZones } from "../reach/zones";
import { durationText } from "./duration";
import { LAG_METRIC, lagAlert } from "./lag";
import type { Limit } from "./limits";
import { perGb, priced, storageGib } from "./money";
import { standby } from "./parts";
import { placeOf } from "./place";
import type { Fix } from "./promise";
import { RECOVERY, type RecoveryFact, UNBOUNDED } from "./recovery-facts";
import { type BlobReplication, leftBehind, replicasElsewhere, replicationsElsewhere } from "./region-copies";
import { vaultCopies } from "./vault-copies";

const AFTER: Readonly<Record<Disaster, string>> = {
  mistake: "After a mistake",
  zone: "After the loss of a zone",
  region: "After the loss of the region",
};

function known(store: Resource, disaster: Disaster, fact: RecoveryFact, fix?: Fix): Limit {
  const { minutes, basis, says, url, asOf, confidence } = fact;
  const lost = minutes === 0 ? "nothing" : `up to ${durationText(minutes)} of data`;
  return {
    what: store.address,
    minutes,
    basis,
    says: `${AFTER[disaster]} ${store.address} lacks ${lost}: ${says}.`,
    ...(fix && { fix }),
    sources: [{ url, asOf, confidence }],
  };
}

/** No copy of the store's own survives: what a vault has counts, if it survives. */
function otherwise(store: Resource, disaster: Disaster, why: string, fix: Fix): Limit {
  const copies = vaultCopies(store).filter(
    ({ every, survives }) => every !== undefined && (disaster === "mistake" || survives.includes(disaster)),
  );
  const every = copies.length > 0 ? Math.min(...copies.map((one) => one.every ?? 0)) : undefined;
  if (every === undefined)
    return {
      what: store.address,
      minutes: undefined,
      basis: "published",
      says: `${AFTER[disaster]} ${store.address} is lost: ${why}.`,
      fix,
      sources: [],
    };
  const minutes = every + (disaster === "region" ? RECOVERY.vaultCopy.minutes : 0);
  const says = `${why}, and the vault has a copy every ${durationText(every)}`;
  return known(store, disaster, { ...RECOVERY.vaultCopy, minutes, says }, fix);
}

function undecided(store: Resource, disaster: Disaster, path: string): Limit {
  return {
    what: store.address,
    minutes: "unknown",
    basis: "published",
    says: `${AFTER[disaster]} it depends on ${path} of ${store.address}, which is not known before apply.`,
    sources: [],
  };
}

interface DatabaseFacts {
  readonly log: RecoveryFact;
  readonly geo: RecoveryFact;
  readonly geoSetting: { readonly path: string; readonly on: readonly unknown[] };
}

const GEO_BACKUP = { path: "geo_redundant_backup_enabled", on: [true] };
const LOGGED: Readonly<Record<string, DatabaseFacts>> = {
  azurerm_mssql_database: {
    log: RECOVERY.sqlLog,
    geo: RECOVERY.sqlGeo,
    geoSetting: { path: "storage_account_type", on: [undefined, "Geo", "GeoZone"] },
  },
  azurerm_mysql_flexible_server: { log: RECOVERY.mysqlLog, geo: RECOVERY.mysqlGeo, geoSetting: GEO_BACKUP },
  azurerm_postgresql_flexible_server: { log: RECOVERY.postgresLog, geo: RECOVERY.postgresGeo, geoSetting: GEO_BACKUP },
};

function geoBackup(server: Resource): Fix {
  const monthly = Math.round(storageGib(server) * price("postgres-backup").monthly);
  return priced(
    `Set geo_redundant_backup_enabled on ${server.address} (recovery.geoBackup: paired-region), which makes a new server, where residency allows it`,
    monthly,
  );
}

const FORCED_DRILL =
  "Drill a forced failover and record failover-drilled with measured { kind: forced, rto, rpo }: what was measured counts.";

/** What the second region has of a server: its replica, which lags as much as an alert lets it. */
function replicated(server: Resource, replica: Resource): Limit {
  const watch = lagAlert(replica);
  const what = server.address;
  const where = `its replica ${replica.address} in ${placeOf(replica)}`;
  const sources = [UNBOUNDED.replica];
  if (!watch)
    return {
      what,
      minutes: "unbounded",
      basis: "published",
      says: `${AFTER.region} ${what} lacks what ${where} had not yet: it lags for seconds, minutes or hours, and nobody is told.`,
      proof: `Set an azurerm_monitor_metric_alert on ${LAG_METRIC} of ${replica.address}, above a third of the promised rpo: its threshold is the bound. ${FORCED_DRILL}`,
      sources,
    };
  const { alert, minutes } = watch;
  if (minutes === "unknown") return undecided(server, "region", `the threshold of ${alert.address}, the lag alert`);
  return {
    what,
    minutes,
    basis: "watched",
    says: `${AFTER.region} ${what} lacks up to ${durationText(minutes)} of data: ${where} lags, and ${alert.address} tells when it is more.`,
    fix: { says: `Lower the threshold of ${alert.address} to a third of the promised rpo.`, monthly: 0 },
    sources,
  };
}

function database(server: Resource, disaster: Disaster, { log, geo, geoSetting }: DatabaseFacts): Limit {
  if (disaster === "mistake") return known(server, disaster, log, frequent(log));
  if (disaster === "zone") {
    const spans = spansZones(server);
    if (spans === UNKNOWN || server.isUnknown("high_availability"))
      return undecided(server, disaster, "high_availability");
    return spans ? known(server, disaster, RECOVERY.standby) : known(server, disaster, log, standby(server));
  }
  const [replica] = replicasElsewhere(server);
  if (replica) return replicated(server, replica);
  const copied = server.value(geoSetting.path);
  if (copied === UNKNOWN) return undecided(server, disaster, geoSetting.path);
  if (geoSetting.on.includes(copied)) return known(server, disaster, geo, frequent(geo));
  return otherwise(server, disaster, "its backups stay in the region", geoBackup(server));
}

function frequent({ minutes }: RecoveryFact): Fix {
  return { says: `Azure offers no more: promise a recovery point of ${durationText(minutes)} or longer.` };
}

function cosmos(account: Resource, disaster: Disaster): Limit {
  const continuous = account.value("backup.type") === "Continuous";
  const every = account.value("backup.interval_in_minutes");
  const periodic = typeof every === "number" ? every : 240;
  const backup = continuous
    ? RECOVERY.cosmosContinuous
    : { ...RECOVERY.cosmosContinuous, minutes: periodic, basis: "published" as const, says: "backups are periodic" };
  const fix = { says: `Set backup { type = "Continuous" } on ${account.address}.` };
  const places = account.blocks("geo_location");
  if (disaster === "mistake") return known(account, disaster, backup, fix);
  if (places.length > 1) return known(account, disaster, RECOVERY.regionCopy);
  if (disaster === "zone")
    return places.some((one) => one.value("zone_redundant") === true)
      ? known(account, disaster, RECOVERY.standby)
      : known(account, disaster, backup, fix);
  return otherwise(account, disaster, "it is in one region", {
    says: `Add a second geo_location to ${account.address}.`,
  });
}

/** What the second region has of an account: copies that arrive when they arrive, of what the rules name. */
function copiedBlobs(account: Resource, replication: BlobReplication): Limit {
  const { policy, copy } = replication;
  const { containers, partly } = leftBehind(account, replication);
  if (containers === "unknown") return undecided(account, "region", `the rules of ${policy.address}`);
  const [missing] = containers;
  if (missing !== undefined)
    return otherwise(account, "region", `no rule of ${policy.address} copies its container ${missing}`, {
      says: `Add a rule for ${missing} to ${policy.address}, with copy_blobs_created_after = "Everything".`,
    });
  const [some] = partly;
  if (some)
    return otherwise(
      account,
      "region",
      `${policy.address} copies only some blobs of ${some.container} (${some.path})`,
      {
        says:
          some.path === "copy_blobs_created_after"
            ? `Set copy_blobs_created_after = "Everything" in the rule for ${some.container} of ${policy.address}: the default copies new blobs only.`
            : `Take ${some.path} out of the rule for ${some.container} of ${policy.address}.`,
      },
    );
  return {
    what: account.address,
    minutes: "unbounded",
    basis: "published",
    says: `${AFTER.region} ${account.address} lacks what ${copy.address} in ${placeOf(copy)} had not yet: no time is published in which object replication copies a blob.`,
    proof: FORCED_DRILL,
    sources: [UNBOUNDED.blobs],
  };
}

function blobs(account: Resource, disaster: Disaster): Limit {
  if (disaster === "mistake") {
    const versions = account.value("blob_properties.versioning_enabled");
    if (versions === true) return known(account, disaster, RECOVERY.versions);
    if (versions === UNKNOWN || account.isUnknown("blob_properties"))
      return undecided(account, disaster, "versioning_enabled");
    return otherwise(account, disaster, "overwritten blobs are gone, as versioning is off", {
      says: `Set versioning_enabled on ${account.address}; old versions cost ${perGb("storage-hot-zrs")}.`,
    });
  }
  const [replication] = disaster === "region" ? replicationsElsewhere(account) : [];
  if (replication) return copiedBlobs(account, replication);
  const path = "account_replication_type";
  const kind = account.value(path);
  if (kind === UNKNOWN) return undecided(account, disaster, path);
  if (disaster === "zone" && ["ZRS", "GZRS", "RAGZRS"].includes(String(kind)))
    return known(account, disaster, RECOVERY.zoneCopies);
  if (["GRS", "RAGRS", "GZRS", "RAGZRS"].includes(String(kind)))
    return known(account, disaster, RECOVERY.regionCopy, moreCopies(account, disaster));
  const where = disaster === "zone" ? "in one zone" : "in one region";
  return otherwise(account, disaster, `all of its copies are ${where}`, moreCopies(account, disaster));
}

/** Replication that survives: another account, because Azure cannot convert one in place here. */
export function moreCopies(account: Resource, disaster: "zone" | "region"): Fix {
  const [to, id] =
    disaster === "zone" ? (["ZRS", "storage-hot-zrs"] as const) : (["GZRS", "storage-hot-gzrs"] as const);
  const from = String(account.value("account_replication_type")).includes("ZRS")
    ? "storage-hot-zrs"
    : "storage-hot-lrs";
  const residency = disaster === "region" ? " (recovery.geoBackup: paired-region), where residency allows it" : "";
  return {
    says: `Set account_replication_type of ${account.address} to ${to}, which makes a new account${residency}; it costs ${perGb(id, from)} more.`,
  };
}

/** What one store loses in one disaster. In a region without zones the loss of a zone is the loss of the region. */
export function lossOf(store: Resource, disaster: Disaster): Limit {
  if (disaster === "zone" && lacksZones(store.text("location"))) {
    const limit = lossOf(store, "region");
    return {
      ...limit,
      says: `${store.text("location")} has no zones. ${limit.says}`,
      fix: { says: `Choose a region with availability zones; ${store.text("location")} has none.` },
    };
  }
  if (store.type === "azurerm_storage_account") return blobs(store, disaster);
  if (store.type === "azurerm_cosmosdb_account") return cosmos(store, disaster);
  const facts = LOGGED[store.type];
  return facts ? database(store, disaster, facts) : undecided(store, disaster, "how it is backed up");
}
