import { BUILT_IN_ROLES, roleGuid } from "../../azure/built-in-roles";
import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { permissionsOf, readsOnly } from "./own-roles";

/** What a role lets its holder do; `unknown` for an id that is not in the table, or one not known before apply. */
export interface HeldRole {
  readonly name: string;
  readonly access: "read" | "write" | "unknown";
  /** The definition, where it is one of the environment's own. */
  readonly own?: Resource;
}

const NOT_KNOWN: HeldRole = { name: "a role that is not known yet", access: "unknown" };
const DEFINITION = "azurerm_role_definition";

/** The role of an assignment: by its name, by the id of a built-in one, or by its definition. */
export function heldRole(assignment: Resource): HeldRole {
  const name = assignment.value("role_definition_name");
  if (typeof name === "string" && name !== "") return named(name);
  if (name === UNKNOWN && assignment.wasWritten("role_definition_name")) return NOT_KNOWN;
  const reference = assignment.ref("role_definition_id");
  if (reference.kind === "resource" && reference.resource.type === DEFINITION) return defined(reference.resource);
  const read = assignment.read("role_definition_id");
  return byId(read.state === "known" ? String(read.value) : read.state === "unknown" ? read.text : "");
}

function named(name: string): HeldRole {
  return { name, access: onlyReads(name) ? "read" : "write" };
}

function byId(id: string): HeldRole {
  const key = roleGuid(id);
  if (key === undefined) return NOT_KNOWN;
  const known = BUILT_IN_ROLES[key];
  return known === undefined ? { name: `the role ${key}`, access: "unknown" } : named(known);
}

/** A definition of the environment's own, or one that is looked up. */
function defined(definition: Resource): HeldRole {
  const name = definition.text("name");
  if (definition.mode === "data")
    return name === undefined ? byId(definition.text("role_definition_id") ?? "") : named(name);
  const permissions = permissionsOf(definition);
  const access = permissions === undefined ? "unknown" : readsOnly(permissions) ? "read" : "write";
  return { name: name ?? definition.address, access, own: definition };
}

/** Azure calls what only looks a Reader. `Reader and Data Access` hands out keys and is none. */
function onlyReads(name: string): boolean {
  return /(^|\s)Reader( Role)?$/i.test(name);
}
