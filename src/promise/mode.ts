import { SCALE_MODES, type ScaleMode } from "../config/scale-mode";

/** True for a mode in which the second region takes requests without anybody's doing. */
export function switchesItself(mode: ScaleMode): boolean {
  return mode === "hot-failover" || mode === "active-active";
}

/** The mode that has less standing. */
export function lesser(one: ScaleMode, other: ScaleMode): ScaleMode {
  return SCALE_MODES[Math.min(SCALE_MODES.indexOf(one), SCALE_MODES.indexOf(other))] as ScaleMode;
}
