import type { Azure } from "../arm/azure";
import type { Call, Reply } from "../http";

/** A service that answers by hosts of its own: `<name>.vault.azure.net`. */
export interface DataPlane {
  /** The first group is the name of the resource. */
  readonly host: RegExp;
  readonly answer: (call: Call, name: string, azure: Azure) => Reply;
}
