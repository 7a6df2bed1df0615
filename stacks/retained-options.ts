import type { Listing } from "../src/foundation/listing";
import type { FoundationView } from "../src/policy/foundation-view";

import type { StateStorage } from "./environment-stack";

/** What an environment may be told beside its config. */
export interface EnvironmentOptions {
  /** What the foundation says of it, which its steps name. @default steps ask for it */
  readonly listing?: Listing;
}

/** What an environment from Pilot on may be told beside its config. */
export interface RetainedOptions extends EnvironmentOptions {
  /** Where state is kept, from the foundation. @default a backend that `terraform init -backend-config` completes */
  readonly state?: StateStorage;
  /** How its foundation stands, for the gate. @default not judged */
  readonly foundation?: FoundationView;
}
