import type { Principal } from "./principals";

/** One thing that somebody may do. */
export interface Grant {
  readonly principal: Principal;
  /** The role as Azure calls it, or what else gives the right. */
  readonly role: string;
  /** What it allows, in words. */
  readonly may: string;
  /** What it is allowed on. */
  readonly on: string;
  readonly administers: boolean;
  /** `always`, or until and after what. */
  readonly held: string;
}
