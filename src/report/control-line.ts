import type { Severity } from "../policy/rule";
import type { ControlState } from "../policy/verdict";

/** One control of the gate, with how it stands. */
export interface ControlLine {
  readonly control: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly severity: Severity;
  readonly state: ControlState;
}
