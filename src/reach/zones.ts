import { factOf, typesWith, type ZoneSetting } from "../azure";
import { normalLocation, region } from "../azure/regions";
import { UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";

/**
 * Types that can span the zones of a region, and how they say so. Types that Azure spreads over zones by itself (Key Vault,
 * Log Analytics, private endpoints, DNS) have no setting.
 *
 * @see https://learn.microsoft.com/azure/reliability/availability-zones-service-support
 */
export const ZONED = typesWith("zones").map(([type]) => type);

function spans({ spans }: ZoneSetting, value: unknown): boolean {
  if ("atLeast" in spans) return Array.isArray(value) && new Set(value.map(String)).size >= spans.atLeast;
  return "oneOf" in spans ? spans.oneOf.includes(value) : String(value).endsWith(spans.endsWith);
}

/** How one resource stands to the zones of its region. */
export interface ZoneFact {
  readonly path: string;
  readonly state: "spans" | "one-zone" | "unknown";
  /** What is written there. */
  readonly value: unknown;
  readonly want: string;
}

/** `undefined` for a type that has no such setting. Does not look at the region. */
export function zoneFact(resource: Resource): ZoneFact | undefined {
  const setting = factOf(resource.type, "zones");
  if (!setting) return undefined;
  const value = resource.value(setting.path);
  const state = value === UNKNOWN ? "unknown" : spans(setting, value) ? "spans" : "one-zone";
  return { path: setting.path, state, value, want: setting.want };
}

/** True where the region is known to have no availability zones. */
export function lacksZones(location: string | undefined): boolean {
  return location !== undefined && region(normalLocation(location))?.zones === false;
}

/** True when the resource spans zones that its region has. */
export function spansZones(resource: Resource): boolean | typeof UNKNOWN {
  if (lacksZones(resource.text("location"))) return false;
  const state = zoneFact(resource)?.state;
  return state === "unknown" ? UNKNOWN : state === "spans";
}
