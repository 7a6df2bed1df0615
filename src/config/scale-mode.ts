/** How ready the second region stands, the cheapest first. */
export const SCALE_MODES = ["cold-standby", "warm-standby", "hot-failover", "active-active"] as const;

/** One of {@link SCALE_MODES}. */
export type ScaleMode = (typeof SCALE_MODES)[number];

/** True for one of the modes. */
export function isScaleMode(text: string | undefined): text is ScaleMode {
  return SCALE_MODES.some((one) => one === text);
}
