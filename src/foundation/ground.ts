import type { LoadedEnvironment } from "../config/loaded";
import { oncePerFile } from "../disk/once-per-file";
import type { Listing } from "./listing";
import { listingOf } from "./listing";
import { loadFoundation, type ReadFoundation } from "./load";
import { type Standing, standingOf } from "./standing";

/** What the foundation of an environment says of it: where its state is, for its gate, and for its steps. */
export interface Ground extends Standing {
  readonly listing?: Listing;
}

/**
 * Reads the foundation that an environment stands on, once.
 *
 * @throws BadInput when it cannot be read, or says something else than the environment
 */
export function groundOf(loaded: LoadedEnvironment, read: ReadFoundation = oncePerFile(loadFoundation)): Ground {
  return { listing: listingOf(loaded, read), ...standingOf(loaded, read) };
}
