import type { ConfigView } from "../../config/view";

/** A number that is watched, with the mark that it has to reach. */
export interface WatchedNumber {
  readonly measure?: string;
  readonly was?: number;
  readonly now?: number;
  readonly mark?: number;
}

/** What a config says of its second region, as far as rules read it. */
export interface SecondRegion {
  readonly mode?: string;
  readonly region?: string;
  readonly edge?: { readonly worldwide?: string };
  readonly trigger?: {
    readonly usage?: WatchedNumber;
    readonly expectation?: WatchedNumber;
    readonly supportLoad?: WatchedNumber;
    readonly unitCost?: {
      readonly measure?: string;
      readonly now?: number;
      readonly after?: number;
      readonly carries?: number;
    };
    readonly measured?: string;
    readonly by?: string;
  };
}

/** The second region of a config; absent below Scale. */
export function secondRegionOf(config: ConfigView): SecondRegion | undefined {
  return (config as { readonly scale?: SecondRegion }).scale;
}
