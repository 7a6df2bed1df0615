import type { PositionOf } from "./path";
import type { EnvironmentConfig } from "./schema";

/** An environment config and the file that it came from. */
export interface LoadedEnvironment {
  /** As given, for messages. */
  readonly file: string;
  readonly config: EnvironmentConfig;
  readonly positionOf: PositionOf;
}
