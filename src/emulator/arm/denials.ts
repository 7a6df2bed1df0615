import { at, type Json, text } from "../json";
import type { ArmId } from "./id";
import { sameType, within } from "./id";
import { normalizeLocation } from "./location";
import { Refusal } from "./refusal";
import type { Store } from "./store";

const ASSIGNMENT = "Microsoft.Authorization/policyAssignments";
/** "Allowed locations". @see https://learn.microsoft.com/en-us/azure/governance/policy/samples/built-in-policies */
const ALLOWED_LOCATIONS = "e56962a6-4747-49cd-b67b-bf8b01975c4c";

/**
 * Refuse what an assignment of "Allowed locations" denies. Other definitions are not evaluated.
 *
 * @see https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy
 */
export function refuseWhatPoliciesDeny(store: Store, id: ArmId, body: Json): void {
  const location = normalizeLocation(text(body["location"]));
  if (!location || location === "global" || sameType(id.type, "Microsoft.Resources/resourceGroups")) return;
  const denying = store.ofType(ASSIGNMENT).find((one) => {
    const scope = one.id.replace(/\/providers\/Microsoft\.Authorization\/policyAssignments\/[^/]+$/i, "");
    const definition = text(at(one.body, "properties.policyDefinitionId")).split("/").at(-1);
    const allowed = at(one.body, "properties.parameters.listOfAllowedLocations.value");
    return (
      definition === ALLOWED_LOCATIONS &&
      at(one.body, "properties.enforcementMode") !== "DoNotEnforce" &&
      within(id.text, scope) &&
      Array.isArray(allowed) &&
      !allowed.map(text).map(normalizeLocation).includes(location)
    );
  });
  if (!denying) return;
  const policies = [
    {
      policyAssignment: { name: denying.body["name"], id: denying.id },
      policyDefinition: { name: "Allowed locations", id: at(denying.body, "properties.policyDefinitionId") },
    },
  ];
  throw new Refusal(
    403,
    "RequestDisallowedByPolicy",
    `Resource '${id.name}' was disallowed by policy. Policy identifiers: '${JSON.stringify(policies)}'.`,
  );
}
