import { changedOutside } from "./table";

/** An argument that is changed outside Terraform, where a plan that changes it back would do harm. */
export interface LeftAlone {
  readonly argument: string;
  /** Why it is ignored. */
  readonly why: string;
  /** True where to change it back replaces the resource; false where that is refused, or undoes a repair. */
  readonly replaces: boolean;
}

/**
 * What a resource that holds data has to leave alone, so that neither Azure nor an operator brings about its replacement.
 *
 * @param of  a written argument, `undefined` where it is absent
 */
export function leftAlone(type: string, of: (argument: string) => unknown): LeftAlone[] {
  const { rows = [], along = [] } = changedOutside(type) ?? {};
  const replacing = rows.flatMap(({ argument, outside }) => {
    if (outside.unless?.(of) || (outside.computed && of(argument) === undefined)) return [];
    return [{ argument, why: outside.why, replaces: true }];
  });
  return [...replacing, ...along.map((one) => ({ ...one, replaces: false }))];
}

/** What `ignore_changes` has to name: a block is left alone as a whole. */
export function ignoredAs(argument: string): string {
  return argument.split(".")[0]!;
}

/** True when changes that are ignored cover an argument; a block covers what is in it, a part of a block not the block. */
export function isIgnored(ignored: readonly string[], argument: string): boolean {
  return ignored.some((one) => {
    const path = one.replace(/\[[^\]]*(?:\]|$)/g, "");
    return path === "all" || path === argument || argument.startsWith(`${path}.`);
  });
}
