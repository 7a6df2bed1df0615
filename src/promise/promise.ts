import type { Source } from "../azure/source";
import type { ScaleMode } from "../config/scale-mode";
import type { ConfigView } from "../config/view";
import type { PlanGraph } from "../plan/graph";

/** What drills measured, in minutes. */
export interface Measured {
  /** From the order to restore until the product worked on the restored data. */
  readonly restore?: number;
  /** Age of the newest data that the restore brought back. */
  readonly loss?: number;
  /** From nothing to a new environment that works, without its data. */
  readonly recreation?: number;
  /** From the loss of a region until the product worked in the second one, and what was lost. */
  readonly failover?: {
    readonly planned?: Failover;
    readonly forced?: Failover;
  };
}

/** What one failover drill measured, in minutes. */
export interface Failover {
  readonly rto?: number;
  readonly rpo?: number;
}

/** What a promise is held against. */
export interface Topology {
  /** All stacks of the environment, synthesized or from a plan. */
  readonly graph: PlanGraph;
  /** Says which services are public, where data may be and which region is the second; without it the plan alone speaks. */
  readonly config?: Pick<ConfigView, "services" | "residency" | "location" | "risks" | "scale">;
  /** What it would be in this mode. @default what config and plan say */
  readonly mode?: ScaleMode;
  readonly measured?: Measured;
}

/** What would have to change. */
export interface Fix {
  readonly says: string;
  /** USD a month, list price, more than now; absent where it depends on the amount of data. */
  readonly monthly?: number;
  /** The setting of a config that it changes, where it is one other than the promise: `scale.mode`. */
  readonly setting?: string;
}

/**
 * `kept` by published figures or by a drill; `not kept`; `unproven` where only estimates speak and a drill would decide;
 * `unknown` where it depends on a value that is not known before apply.
 */
export type PromiseVerdict = "kept" | "not kept" | "unproven" | "unknown";

/** The lines of a promise that are computed. */
export type PromiseLineName = "availability" | "rpo" | "rto" | "plannedDowntime";

/** How one line of a promise stands. */
export interface PromiseLine {
  readonly line: PromiseLineName;
  /** As it was promised: `99.9 %`, `8 hours`. */
  readonly promised: string;
  readonly verdict: PromiseVerdict;
  /** What the topology can keep: `99.87 %`, `5 minutes`; absent where there is no bound. */
  readonly can?: string;
  /** Address or name of the part that decides. */
  readonly limitedBy?: string;
  readonly says: string;
  /** Only where the line is not kept, or not proven. */
  readonly fix?: Fix;
  /** The calculation, one step each. */
  readonly steps: readonly string[];
  readonly sources: readonly Source[];
}

/** Something that no figure was multiplied for, and why. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

/** One mode of a second region: what it costs, and how the promise stands in it when the first region is lost. */
export interface ModeChoice {
  readonly mode: ScaleMode;
  /** USD a month of the whole environment, list price, nobody using it; absent for stacks that are not ours. */
  readonly monthly?: number;
  /** Availability, and loss and time after the loss of the region alone. */
  readonly lines: readonly PromiseLine[];
  /** Lines that are promised and that the mode cannot keep. */
  readonly against: readonly PromiseLine[];
}

/** What the topology can keep of a promise. */
export interface PromiseReport {
  readonly lines: readonly PromiseLine[];
  /** The modes that a second region could have; absent for a product in one region. */
  readonly modes?: readonly ModeChoice[];
  readonly leftOut: readonly LeftOut[];
}
