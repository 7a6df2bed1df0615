import type { PathPart } from "./parts";

/** Everything that a request to one service needs, in its order. */
export interface RequestPath {
  readonly service: string;
  readonly parts: readonly PathPart[];
}

/** A part's share of a path, 0 to 1; without a commitment it is 0. */
export function share(part: PathPart, view: "now" | "best" = "now"): number {
  const figure = view === "best" ? (part.atBest ?? part.sla) : part.sla;
  return (figure?.percent ?? 0) / 100;
}

/** Percent of a month in which every part of a path is there, if parts fail independently. */
export function composed(parts: readonly PathPart[], view: "now" | "best" = "now"): number {
  return 100 * parts.reduce((product, one) => product * share(one, view), 1);
}

/** A share as percent; rounded down, so that no figure looks better than it is. */
export function percent(value: number): string {
  return `${Math.floor(value * 1000 + 1e-6) / 1000} %`;
}
