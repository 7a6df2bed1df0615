import { nounOf, typesWith } from "../azure";
import type { Resource } from "../plan/resource";
import { isRetained } from "./retained";
import { localAddress, type Subject } from "./subject";

/** How long Azure takes to make one resource of a type. */
export interface Duration {
  readonly type: string;
  /** For people, for example `VPN gateway`. */
  readonly what: string;
  readonly minutes: number;
  /** Page that says so; absent where it is only experience. */
  readonly source?: string;
}

/**
 * What takes minutes, longest first; anything else takes seconds. What to expect on an ordinary day: no promise of Azure's.
 * A promise to customers is weighed with the longer times on the safe side, one after the other, and people's hands on top.
 */
export const DURATIONS: readonly Duration[] = typesWith("minutes")
  .flatMap(([type, { usual, what = nounOf(type), source }]): Duration[] =>
    usual === undefined ? [] : [{ type, what, minutes: usual, ...(source !== undefined && { source }) }],
  )
  .sort((a, b) => b.minutes - a.minutes);

const BY_TYPE = new Map(DURATIONS.map((one) => [one.type, one]));

/** How long it takes to make a generation, as far as waiting for Azure goes. */
export interface TimeBudget {
  /** Minutes along the longest chain of resources that wait for each other, stack after stack. */
  readonly minutes: number;
  /** That chain, for example `VPN gateway`, with minutes each. */
  readonly longest: readonly Duration[];
}

/**
 * What a generation waits for: Terraform makes side by side what does not depend on each other, so the longest chain counts,
 * not the sum. Seeding, restoring and looking come on top, and so does destroying the old generation, which nobody waits for.
 */
export function timeBudget(subject: Pick<Subject, "graph" | "dependencies">): TimeBudget {
  const longest = subject.graph.stacks.flatMap((stack) => {
    const made = subject.graph.managed().filter((one) => one.stack === stack && !isRetained(one));
    return chain(subject, made);
  });
  return { minutes: longest.reduce((sum, one) => sum + one.minutes, 0), longest };
}

/** The chain with the most minutes among the resources of one stack; seconds are not counted. */
function chain({ dependencies }: Pick<Subject, "dependencies">, resources: readonly Resource[]): Duration[] {
  const slow = resources.flatMap((one) => {
    const takes = takesOf(one);
    return takes ? [{ one, takes }] : [];
  });
  const best = new Map<Resource, Duration[]>();
  const total = (all: readonly Duration[]) => all.reduce((sum, { minutes }) => sum + minutes, 0);
  const upTo = ({ one, takes }: (typeof slow)[number]): Duration[] => {
    const known = best.get(one);
    if (known) return known;
    best.set(one, [takes]); // holds while a circle is followed, which another claim finds
    const before = slow
      .filter((other) => other.one !== one && dependencies(one.stack).after(localAddress(one), localAddress(other.one)))
      .map(upTo)
      .sort((a, b) => total(b) - total(a));
    const found = [...(before[0] ?? []), takes];
    best.set(one, found);
    return found;
  };
  return slow.map(upTo).sort((a, b) => total(b) - total(a))[0] ?? [];
}

/** A private vault is not asked whether it answers. */
function takesOf(one: Resource): Duration | undefined {
  if (one.type === "azurerm_key_vault" && one.value("public_network_access_enabled") === false) return undefined;
  return BY_TYPE.get(one.type);
}

/** `firewall 15, Container Apps environment 10`: the chain that is waited for. */
export function renderBudget({ longest }: TimeBudget): string {
  return longest.map(({ what, minutes }) => `${what} ${minutes}`).join(", ") || "nothing that takes minutes";
}
