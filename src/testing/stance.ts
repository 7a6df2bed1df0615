import { dataStores } from "../report/facts/data-stores";
import { entryLabel, entryPoints } from "../report/facts/entry-points";
import { deletionBlockers } from "../report/facts/protection";
import { budgets, grants } from "../report/facts/roles";
import { subjectOf } from "./subject";

/** What matters of an environment, small and sorted, so that a change of it is a diff that people read. */
export interface StanceSnapshot {
  /** Ways in from the Internet. */
  readonly entryPoints: readonly string[];
  /** Roles by identity. */
  readonly identities: Readonly<Record<string, readonly string[]>>;
  /** Region, copies and retention by data store. */
  readonly dataStores: Readonly<Record<string, string>>;
  /** What keeps something from being destroyed. */
  readonly protection: readonly string[];
  /** Monthly budgets. */
  readonly budget: readonly string[];
}

/** The stance of an environment, its stacks or a plan. */
export function stanceOf(received: unknown): StanceSnapshot {
  const { graph } = subjectOf(received);
  return {
    entryPoints: [...new Set(entryPoints(graph).map(entryLabel))].sort(),
    identities: Object.fromEntries(grants(graph).map(({ identity, roles }) => [identity, roles])),
    dataStores: Object.fromEntries(
      dataStores(graph).map(({ address, region, copies, retention }) => [
        address,
        [
          region ?? "unknown region",
          ...copies.map((copy) => `copy in ${copy.region ?? "unknown region"}`),
          ...retention.map(({ path, value }) => `${path.split(".").slice(-2).join(".")} ${value}`),
        ].join(", "),
      ]),
    ),
    protection: deletionBlockers(graph),
    budget: budgets(graph).map(({ address, amount }) => `${address} ${amount}`),
  };
}
