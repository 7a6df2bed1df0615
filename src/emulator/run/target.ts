import type { Azure } from "../arm/azure";
import type { Exchange } from "../start";
import type { Seed } from "./seed";

/** The Azure on this machine that stacks are run against: our own, or another. */
export interface Target {
  /** Environment variables that lead Terraform's providers to it. */
  readonly env: Readonly<Record<string, string>>;
  /** Ids for stacks that ask for them. */
  readonly subscription: string;
  readonly tenant: string;
  /** Metadata host of one that is not our own. */
  readonly endpoint?: string;
  /** Our own, for what others do meanwhile. */
  readonly azure?: Azure;
  /** Bring what may be brought by now: where the vault or the registry stands. */
  bring(seeds: readonly Seed[]): Promise<void>;
  /** Stop the backups of what was made with these ids, and keep the copies that there are. */
  stopBackups(ids: readonly string[]): Promise<void>;
  /** What it holds that was not there when the run began. */
  holds(): Promise<Holdings>;
  /** What it refused since it was last asked for that; nothing, where it does not tell. */
  refusals(): readonly Exchange[];
  close(): Promise<void>;
}

export interface Holdings {
  /** Ids of everything, or why nobody can say. */
  readonly ids: readonly string[] | { readonly unknown: string };
  /** Ids of what was deleted and keeps its name. */
  readonly kept: readonly string[];
  /** Types that it stored and answered without knowledge of them. */
  readonly echoed: readonly string[];
  /** What it does not tell, in a few words each. */
  readonly unknown: readonly string[];
}
