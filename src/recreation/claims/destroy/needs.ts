import type { Resource } from "../../../plan/resource";
import type { Says } from "../../claim";
import { localAddress, orderOf, type Subject } from "../../subject";

/** Why one resource must wait for another although no id says so. */
export interface Need {
  /** Continues "It must depend on …:", without a full stop. */
  readonly why: string;
  readonly trap?: string;
}

/** A resource is created after another and destroyed before it: by an edge within a stack, by the order of stacks between them. */
export function needs({ dependencies }: Subject, one: Resource, other: Resource, need: Need, say: Says): void {
  const met =
    one.stack === other.stack
      ? dependencies(one.stack).after(localAddress(one), localAddress(other))
      : orderOf(one) > orderOf(other);
  if (!met) say.against(one.address, `It must depend on ${other.address}: ${need.why}.`, need.trap);
}
