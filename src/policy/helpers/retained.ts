import { outlives } from "../../plan/outlives";
import type { Resource } from "../../plan/resource";

/** The stack that a resource goes with when the environment is destroyed; nothing where it stays, or where a plan does not say. */
export function goesWith({ stack }: Resource): string | undefined {
  return outlives(stack.identity) ? undefined : stack.identity.stack;
}
