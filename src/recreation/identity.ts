import { factOf } from "../azure";
import { type Reference, UNKNOWN } from "../plan/reference";
import type { Resource } from "../plan/resource";

/** Attributes that say where a resource is, beside its group. */
const PLACE = /(^scope$|_id$|_name$)/;
/** Attributes of that form that say what it uses, not where it is. */
const USED =
  /^(principal|tenant|object|client|log_analytics_workspace|action_group|role_definition|custom_network_interface|principal_|kind|sku)_?/;

/**
 * What a resource is in Azure: its ARM id where its names tell it, else its type, its place and its name. Two resources
 * with one identity are one thing. `undefined` where a name is not known, or where Azure gives it.
 */
export function identityOf(resource: Resource, depth = 0): string | undefined {
  const key = resource.graph.ids.keyOf(resource);
  if (key !== undefined && factOf(resource.type, "arm")) return key;
  if (resource.type === "azurerm_resource_group") return key;
  const name = resource.value("name");
  if (name === UNKNOWN || typeof name !== "string" || depth > 4) return undefined;
  const places = Object.keys(resource.attributes)
    .filter((attribute) => PLACE.test(attribute) && !USED.test(attribute))
    .sort()
    .flatMap((attribute) => resource.refs(attribute))
    .map((reference) => placeOf(reference, depth));
  return [resource.type, ...places.filter((one) => one !== ""), name.toLowerCase()].join("|");
}

/** What a reference leads to, so that two that lead to the same thing are alike. Azure does not look at the case of an id. */
export function placeOf(reference: Reference, depth = 0): string {
  if (reference.kind === "resource") {
    const { resource, below = "" } = reference;
    return `${identityOf(resource, depth + 1) ?? resource.address}${below.toLowerCase()}`;
  }
  if (reference.kind === "external") return `var.${reference.variable}`;
  return (
    reference.kind === "outside" ? reference.id.replace(/^\/subscriptions\/[^/]+/i, "") : reference.text
  ).toLowerCase();
}

/** True for a resource that lies directly in a resource group and has a place of its own in the world. */
export function isTopLevel(resource: Resource): boolean {
  const { attributes } = resource;
  return "name" in attributes && "resource_group_name" in attributes && "location" in attributes;
}
