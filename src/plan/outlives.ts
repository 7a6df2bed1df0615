import type { StackIdentity } from "./stack";

/** True for the stack that no recreation touches: it holds copies of data and logs, and stays when its environment goes. */
export function outlives({ stack }: Pick<StackIdentity, "stack">): boolean {
  return stack !== undefined && /^recovery(?:-|$)/.test(stack);
}
