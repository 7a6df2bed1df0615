import { UNKNOWN } from "../graph/reference";
import type { Resource } from "../graph/resource";

/**
 * Built-in roles by the id that Azure gives them everywhere: those that only look, and those that decide everything.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
const NAMES: Readonly<Record<string, string>> = {
  "acdd72a7-3385-48ef-bd42-f606fba81ae7": "Reader",
  "fa23ad8b-c56e-40d8-ac0c-ce449e1d2c64": "Billing Reader",
  "72fafb9e-0641-4937-9268-a91bfd8191a3": "Cost Management Reader",
  "21090545-7ca7-4776-b22c-e363652d74d2": "Key Vault Reader",
  "73c42c96-874c-492b-b04d-ab87d138a893": "Log Analytics Reader",
  "43d0d8ad-25c7-4714-9337-8ba259a9fe05": "Monitoring Reader",
  "39bc4728-0917-49c7-9d2c-d95423bc2eb4": "Security Reader",
  "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1": "Storage Blob Data Reader",
  "19e7f393-937e-4f77-808e-94535e297925": "Storage Queue Data Reader",
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
  "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
  "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
  "f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
};

/** What a role lets its holder do; `unknown` for an id that is not in the table, or one not known before apply. */
export interface HeldRole {
  readonly name: string;
  readonly access: "read" | "write" | "unknown";
}

/** The role of an assignment, by its name or by the id of a built-in one. */
export function heldRole(assignment: Resource): HeldRole {
  const name = assignment.value("role_definition_name");
  if (typeof name === "string" && name !== "") return { name, access: onlyReads(name) ? "read" : "write" };
  const read = assignment.read("role_definition_id");
  const id = read.state === "known" ? String(read.value) : read.state === "unknown" ? read.text : "";
  const key = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(id)?.[0].toLowerCase();
  if (name === UNKNOWN || key === undefined) return { name: "a role that is not known yet", access: "unknown" };
  const known = NAMES[key];
  if (known === undefined) return { name: `the role ${key}`, access: "unknown" };
  return { name: known, access: onlyReads(known) ? "read" : "write" };
}

/** Azure calls what only looks a Reader. `Reader and Data Access` hands out keys and is none. */
function onlyReads(name: string): boolean {
  return /(^|\s)Reader( Role)?$/.test(name);
}
