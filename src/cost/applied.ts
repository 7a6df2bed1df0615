import type { ScaleMode } from "../config/scale-mode";

/** Stacks of a second region that not every mode applies before the first one is lost. */
export type LaterStack = "platform" | "access" | "services";

const NOT_APPLIED: Readonly<Record<ScaleMode, readonly LaterStack[]>> = {
  "cold-standby": ["platform", "access", "services"],
  "warm-standby": ["access"],
  "hot-failover": [],
  "active-active": [],
};

/** Which part of a second region a stack is: `access-neu`; `platform` is the first region's, and applied. */
export function laterStack(name: string): LaterStack | undefined {
  return /(?:^|-)(platform|access|services)-[a-z0-9]+$/.exec(name)?.[1] as LaterStack | undefined;
}

/**
 * True for a stack that costs something in a mode: those of a second region are written down in every mode, and some are
 * applied when they are needed.
 *
 * @param name  the stack's own, for example `orders-production-access-neu`
 * @param mode  absent for an environment in one region
 */
export function isApplied(name: string, mode: ScaleMode | undefined): boolean {
  const part = laterStack(name);
  return mode === undefined || part === undefined || !NOT_APPLIED[mode].includes(part);
}
