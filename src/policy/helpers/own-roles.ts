import type { Resource } from "../../plan/resource";
import { isOpenList } from "../../reach/open-lists";

/** What a role definition allows: `actions` on resources, `data` on what is in them. */
export interface Permissions {
  readonly actions: readonly string[];
  readonly data: readonly string[];
}

/** The permissions of a role definition; `undefined` where they are not known before apply. What it excludes does not count. */
export function permissionsOf(definition: Resource): Permissions | undefined {
  const blocks = definition.blocks("permissions");
  if (definition.isUnknown("permissions")) return undefined;
  if (blocks.some((one) => isOpenList(one, "actions") || isOpenList(one, "data_actions"))) return undefined;
  return {
    actions: blocks.flatMap((one) => one.texts("actions")),
    data: blocks.flatMap((one) => one.texts("data_actions")),
  };
}

const READS = /\/read$/i;
/** The whole of Azure, of a provider, or of a type. */
const WHOLE = /^\*|^[^/]+\/\*|^[^/]+\/[^/]+\/\*$/;
/** Changes resources, hands out their keys, or decides who may do what. */
const MANAGES =
  /\/(?:write|delete|\*)$|^Microsoft\.Authorization\/|\/(?:list\w*(?:keys|sas|credentials?|secrets))\/action$/i;

/** True when a role only looks. */
export function readsOnly({ actions, data }: Permissions): boolean {
  return [...actions, ...data].every((one) => READS.test(one));
}

/** The permissions that no service needs: all that manages resources, and whole types of data. */
export function excessIn({ actions, data }: Permissions): string[] {
  const managing = actions.filter((one) => !READS.test(one) && (WHOLE.test(one) || MANAGES.test(one)));
  return [...new Set([...managing, ...data.filter((one) => !READS.test(one) && WHOLE.test(one))])];
}
