import { UNKNOWN } from "../../plan/reference";
import { excessIn, permissionsOf } from "./own-roles";
import type { HeldRole } from "./roles";

/**
 * Names of roles that manage a resource, decide who may use it, hand out its keys, or change the images that others run: more than a service needs to use
 * it. Azure calls what changes data a Data Contributor; a Data Owner also decides who else may.
 */
const TOO_MUCH: readonly RegExp[] = [
  /^(?:owner|contributor)$/,
  /\b(?:administrator|admin|officer|operator)\b/,
  /\bdata owner$/,
  /^(?!.*(?<!^)\bdata\b).*\bcontributor$/,
  /^reader and data access$/,
  /^acr(?:push|delete|imagesigner)$/,
  /^container registry repository (?:catalog )?writer$/,
];

/** Named like the others; nothing less does what they are for. */
const NEEDED = new Set([
  "app configuration data owner",
  "mysql backup and export operator",
  "storage account backup contributor",
]);

/** What a role gives a service beyond use, in words; `undefined` when nothing, `UNKNOWN` when that cannot be told. */
export function excessOf({ name, access, own }: HeldRole): string | undefined | typeof UNKNOWN {
  if (own) {
    const permissions = permissionsOf(own);
    if (permissions === undefined) return UNKNOWN;
    const excess = excessIn(permissions);
    return excess.length === 0 ? undefined : `${name}, which permits ${excess.join(", ")}`;
  }
  if (access === "unknown") return UNKNOWN;
  const plain = name.trim().toLowerCase();
  return !NEEDED.has(plain) && TOO_MUCH.some((one) => one.test(plain)) ? name : undefined;
}
