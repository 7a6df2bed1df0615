import type { Resource } from "../../plan/resource";

/** The stack that no recreation touches. */
const RECOVERY = "recovery";

/** The stack that a resource goes with when the environment is destroyed; nothing where it stays, or where a plan does not say. */
export function goesWith({ stack }: Resource): string | undefined {
  const { stack: name } = stack.identity;
  return name === undefined || name === RECOVERY ? undefined : name;
}
