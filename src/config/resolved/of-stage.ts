import { routesOf } from "../entry";
import type { EnvironmentConfig, HardenedConfig } from "../schema";
import { parseWindow } from "../weekly-window";
import type { ResolvedEnvironment, ResolvedHardened, ResolvedPilot, ResolvedPoc } from "./environment";

/** What every environment has and each stage decides for itself. */
type DecidedByStage = "geoBackup" | "maintenance" | "revisions" | "operatorsFrom";

/** What only environments of a stage have, and what their stage decides. */
type OfStage<R extends ResolvedEnvironment> = Omit<R, Exclude<keyof ResolvedEnvironment, DecidedByStage>>;

/** What a config is resolved to beside what is the same at every stage. */
export function ofStage(
  config: EnvironmentConfig,
): OfStage<ResolvedPoc> | OfStage<ResolvedPilot> | OfStage<ResolvedHardened> {
  switch (config.stage) {
    case "poc":
      return { team: config.team, geoBackup: "none", revisions: "single" };
    case "pilot": {
      const { network, operatorsFrom, support, releases } = config;
      return {
        network,
        operatorsFrom,
        contacts: { support: support.contact },
        geoBackup: "none",
        revisions: releases.revisions,
      };
    }
    case "pre-production":
      return { ...hardened(config), geoBackup: "none" };
    case "production":
    case "scale": {
      const { promise, recovery } = config;
      return {
        ...hardened(config),
        geoBackup: recovery.geoBackup,
        promise,
        maintenance: maintenanceIn(promise.plannedDowntime),
      };
    }
  }
}

/** What every stage with a private network has. */
function hardened(config: HardenedConfig): Omit<OfStage<ResolvedHardened>, "geoBackup"> {
  const { network, support, vpn, egress, entry, externals, incidents, releases } = config;
  const registration = externals[vpn.audience];
  return {
    network,
    operatorsFrom: [],
    contacts: { support: support.contact, coordinator: incidents.coordinator, responder: incidents.responder },
    revisions: releases.revisions,
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
  };
}

/** The Terraform variable that takes the app registration that people sign in to for the VPN. */
export function audienceVariable({ vpn }: Pick<HardenedConfig, "vpn">): string {
  return vpn.audience.replaceAll("-", "_");
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
