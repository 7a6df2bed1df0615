import { saysSomething } from "../../config/visible-text";
import { asList } from "../../plan/json";
import type { Resource } from "../../plan/resource";

/** What a recorded decision says of ignored changes: `ignore_changes on zone and storage_mb`. */
const DECIDED = /\bignore_changes on (.+)/s;

/** True for a decision that is about ignored changes: it says nothing of the setting itself. */
export function isAboutIgnoring(what: string): boolean {
  return what.startsWith("ignore_changes on ");
}

/** The attributes whose changes a resource ignores; `all` for every one. */
export function ignoredBy({ lifecycle }: Resource): string[] {
  return asList(lifecycle?.["ignore_changes"]).map((one) => String(one).trim());
}

/** Those of them for which no decision that names them is recorded, with a reason, beside the resource. */
export function ignoredUnsaid(one: Resource): string[] {
  const local = `${one.type}.${one.name}`;
  const decided = new Set(
    one.stack.recorded
      .filter(({ address, why }) => address === local && saysSomething(why))
      .flatMap(({ what }) =>
        (DECIDED.exec(what)?.[1] ?? "").split(/,(?:\s?and\s)?|\sand\s/).map((each) => each.trim()),
      ),
  );
  return ignoredBy(one).filter((each) => !decided.has(each));
}
