import type { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { ResolvedEnvironment } from "../config/resolve";
import type { Listing, StatePlace } from "../foundation/listing";
import type { FoundationView } from "../policy/foundation-view";

const MARK = Symbol.for("gatewright/Environment");

/** What the app needs to know of an environment: what it was resolved to, and its stacks in the order of deployment. */
export interface IEnvironment extends IConstruct {
  readonly resolved: ResolvedEnvironment;
  readonly stacks: readonly TerraformStack[];
  /** How its foundation stands; absent where nobody looked. */
  readonly foundation?: FoundationView;
  /** Where the foundation keeps state; absent for local state, and where no foundation was at hand. */
  readonly state?: StatePlace;
  /** What the foundation says of it; absent where none was at hand, or none lists it. */
  readonly listing?: Listing;
}

/** Marks a construct as an environment; works across copies of this package. */
export function markEnvironment(construct: IEnvironment): void {
  Object.defineProperty(construct, MARK, { value: true });
}

export function isEnvironment(construct: IConstruct): construct is IEnvironment {
  return MARK in construct;
}

const FOUNDATION = Symbol.for("gatewright/Foundation");

/** Marks a stack as the one of a foundation, which has a gate of its own: `gatewright check foundation`. */
export function markFoundation(stack: TerraformStack): void {
  Object.defineProperty(stack, FOUNDATION, { value: true });
}

export function isFoundation(construct: IConstruct): boolean {
  return FOUNDATION in construct;
}
