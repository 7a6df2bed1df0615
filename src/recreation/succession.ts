import type { Resource } from "../plan/resource";
import { type DataFate, dataFates } from "./data";
import { type TimeBudget, timeBudget } from "./durations";
import { identityOf } from "./identity";
import { type OutsideThing, outsideThings } from "./outside";
import { type RetainedThing, retainedThings } from "./retained";
import { localAddress, type Subject } from "./subject";

/** One resource under its name now and its name in the next generation. */
export interface Move {
  readonly address: string;
  readonly from: string;
  readonly to: string;
}

/** What raising the generation does. */
export interface Succession {
  readonly environment: string;
  readonly from: number;
  readonly to: number;
  /** Resources that are made anew under another name. */
  readonly moves: readonly Move[];
  /** Resources that are the same in both; there should be none. */
  readonly stays: readonly string[];
  /** What is outside and is used by both. */
  readonly keeps: readonly RetainedThing[];
  /** What becomes of the data. */
  readonly data: readonly DataFate[];
  /** What others know the environment by, and that changes with the generation. */
  readonly outside: readonly OutsideThing[];
  /** How long making the next generation takes. */
  readonly takes: TimeBudget;
  /** Grants to identities: a new identity is another principal, so these are given anew. */
  readonly grants: number;
}

/** Compares two generations of one environment. */
export function succession(subject: Subject): Succession {
  const { graph, next, resolved } = subject;
  const theirs = new Map(next.graph.managed().map((one) => [keyOf(one), one]));
  const identities = new Set(next.graph.managed().map((one) => identityOf(one)));
  const moves: Move[] = [];
  const stays: string[] = [];
  for (const one of graph.managed()) {
    const identity = identityOf(one);
    if (identity !== undefined && identities.has(identity)) stays.push(one.address);
    const [from, to] = [one.text("name"), theirs.get(keyOf(one))?.text("name")];
    if (from !== undefined && to !== undefined && from !== to) moves.push({ address: one.address, from, to });
  }
  return {
    environment: resolved.name,
    from: resolved.generation,
    to: next.resolved.generation,
    moves,
    stays,
    keeps: retainedThings(subject),
    data: dataFates(subject),
    outside: outsideThings(subject),
    takes: timeBudget(subject),
    grants: graph.of("azurerm_role_assignment").length,
  };
}

function keyOf(one: Resource): string {
  return `${one.stack.name}/${localAddress(one)}`;
}
