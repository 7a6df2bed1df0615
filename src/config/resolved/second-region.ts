import { region } from "../../azure/regions";
import type { EnvironmentConfig, ScaleConfig } from "../schema";
import type { Resolved, ResolvedHardened, ResolvedScale } from "./environment";

/** Replicas with which an app of a region waits that takes no requests yet. */
const WAITING = 1;

/**
 * A Production with its second region: the same environment in another place, under names of that place. What is made by
 * hand in one region only stays the first's: images are pulled from its registry, copies of backups are its own.
 */
export function withSecondRegion(
  config: ScaleConfig,
  own: Resolved,
  inRegion: (config: EnvironmentConfig) => Resolved,
): ResolvedScale {
  const { mode, region: location, network, vpnPool, monthlyBudget, edge, failover, writerHost } = config.scale;
  const writer = writerHost === undefined ? {} : { writerHost };
  const first = own as ResolvedHardened;
  const there = inRegion({
    ...config,
    location,
    network,
    monthlyBudget,
    // Without a pool of its own it takes the first region's, which is free when that region is lost.
    vpn: { ...config.vpn, pool: vpnPool ?? config.vpn.pool },
    recovery: { ...config.recovery, geoBackup: "none" },
  }) as ResolvedHardened;
  // The account of the second region is the target of copies, which Azure lets nobody write to.
  const blobs = mode === "active-active" && first.stores.some(({ type }) => type === "blobs");
  const waits = mode === "cold-standby" || mode === "warm-standby";
  const second: ResolvedHardened = {
    ...there,
    ...writer,
    ...(blobs && { blobAccount: first.nameOf("storage_account") }),
    registry: first.registry,
    elsewhere: [first.nameOf],
    services: waits
      ? there.services.map((one) => ({ ...one, scale: { ...one.scale, min: Math.min(WAITING, one.scale.min) } }))
      : there.services,
  };
  return {
    ...first,
    ...writer,
    stage: "scale",
    registryCopies: [location],
    elsewhere: [second.nameOf],
    scale: {
      mode,
      code: region(location)?.code ?? location,
      second,
      edge: { cutOver: edge.cutOver, worldwide: edge.worldwide },
      failover,
    },
  };
}
