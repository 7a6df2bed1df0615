import type { FoundationView } from "../src/policy/foundation-view";
import type { StateStorage } from "./environment-stack";

/** What an environment from Pilot on may be told beside its config. */
export interface RetainedOptions {
  /** Where state is kept, from the foundation. @default a backend that `terraform init -backend-config` completes */
  readonly state?: StateStorage;
  /** How its foundation stands, for the gate. @default not judged */
  readonly foundation?: FoundationView;
}
