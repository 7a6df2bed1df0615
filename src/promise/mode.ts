/** How much of the second region stands before the first is lost, least first; each has all of the ones before it. */
export const SCALE_MODES = ["cold-standby", "warm-standby", "hot-failover", "active-active"] as const;

export type ScaleMode = (typeof SCALE_MODES)[number];

/** True for a mode in which the second region takes requests without anybody's doing. */
export function switchesItself(mode: ScaleMode): boolean {
  return mode === "hot-failover" || mode === "active-active";
}

/** The mode that has less standing. */
export function lesser(one: ScaleMode, other: ScaleMode): ScaleMode {
  return SCALE_MODES[Math.min(SCALE_MODES.indexOf(one), SCALE_MODES.indexOf(other))] as ScaleMode;
}

export function isScaleMode(text: unknown): text is ScaleMode {
  return SCALE_MODES.some((one) => one === text);
}
