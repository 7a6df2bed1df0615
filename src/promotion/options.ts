import type { PositionOf } from "../config/path";
import type { EnvironmentConfig } from "../config/schema";

/** What a promotion may be told beside config and answers. */
export interface PromotionOptions {
  /** The day of the promotion, year-month-day. */
  readonly today: string;
  /** Where the config was written, for the messages. */
  readonly positionOf?: PositionOf;
  /** Name of the answers file, for the record. @default `<workload>.<stage>.answers.yaml` */
  readonly answersFile?: string;
  /** What both environments cost a month when nobody uses them. @default not recorded, and no budget is recommended */
  readonly cost?: { readonly before: number; readonly after: number; readonly second?: number };
  /** Other environments, whose networks this one must not overlap. @default none */
  readonly others?: readonly EnvironmentConfig[];
}
