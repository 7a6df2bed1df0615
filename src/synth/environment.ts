import type { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { ResolvedEnvironment } from "../config/resolve";
import type { FoundationView } from "../policy/foundation-view";

/** What a foundation says of an environment that it lists. */
export interface Listing {
  /** Name of its file, for example `orders.foundation.yaml`. */
  readonly file: string;
  /** Name of the foundation and of its stack, for example `orders-foundation`. */
  readonly foundation: string;
  /** Subscription of the environment. */
  readonly subscription: string;
  /** Subscription of the foundation, where the states are. */
  readonly stateSubscription: string;
  /** Identity that deploys the environment. */
  readonly deployIdentity: string;
  /** GitHub repository, as organization/name. */
  readonly repository: string;
}

const MARK = Symbol.for("gatewright/Environment");

/** What the app needs to know of an environment: what it was resolved to, and its stacks in the order of deployment. */
export interface IEnvironment extends IConstruct {
  readonly resolved: ResolvedEnvironment;
  readonly stacks: readonly TerraformStack[];
  /** How its foundation stands; absent where nobody looked. */
  readonly foundation?: FoundationView;
  /** Where the foundation keeps state; absent for local state, and where no foundation was at hand. */
  readonly state?: { readonly storageAccountName: string; readonly containerName: string };
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
