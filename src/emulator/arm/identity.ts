import { isObject, object, text } from "../json";
import type { Write } from "./azure";
import { TENANT } from "./azure";
import { Refusal } from "./refusal";

/**
 * Give a resource the identities that it asks for: a new principal for its own, as long as it has one, and what is known of
 * those that are assigned.
 */
export function fillIdentity(write: Write): void {
  const { azure, body, before, id } = write;
  const identity = body["identity"];
  if (!isObject(identity)) return;
  const kind = text(identity["type"]);
  if (/SystemAssigned/i.test(kind)) {
    identity["principalId"] = object(before?.["identity"])["principalId"] ?? azure.newId(`principal of ${id.text}`);
    identity["tenantId"] = TENANT;
  }
  const assigned = object(identity["userAssignedIdentities"]);
  for (const one of Object.keys(assigned)) {
    const found = azure.store.get(one);
    if (!found)
      throw new Refusal(
        400,
        "FailedIdentityOperation",
        `Identity operation for resource '${id.text}' failed with error 'Failed to perform resource identity operation. Status: 'NotFound'. The resource '${one}' was not found.'`,
      );
    const { principalId, clientId } = object(found.body["properties"]);
    assigned[one] = { principalId, clientId };
  }
  if (kind === "None") for (const key of Object.keys(identity)) if (key !== "type") delete identity[key];
}
