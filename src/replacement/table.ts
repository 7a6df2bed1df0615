import { OTHER_DATA } from "./other-data";
import { OTHERS } from "./others";
import { OWN_DATA } from "./own-data";
import type { ForceNewRow, TypeRows } from "./row";

/** Arguments that replace a resource of every type that has them. */
export const ALWAYS = ["name", "location", "resource_group_name"] as const;

const HOLDING = new Map(
  Object.entries({ ...OWN_DATA, ...OTHER_DATA }).map(([type, rows]) => [`azurerm_${type}`, rows]),
);

/**
 * What replaces a resource, each row as it was read in the provider's schema (`ForceNew`, or the resource's `CustomizeDiff`),
 * not in its documentation alone. A key vault has no row: its settings change in place, or not at all.
 */
export const FORCE_NEW: readonly ForceNewRow[] = Object.entries({ ...OWN_DATA, ...OTHER_DATA, ...OTHERS }).flatMap(
  ([type, { schema, rows }]) => rows.map((row) => ({ ...row, type: `azurerm_${type}`, schema })),
);

/** True for a resource that people or programs put data into: its replacement is a loss, unless the data is restored. */
export function holdsData(type: string): boolean {
  return HOLDING.has(type);
}

/** True for one whose data is not restored together with another resource. */
export function holdsDataOfItsOwn(type: string): boolean {
  return HOLDING.has(type) && HOLDING.get(type)?.part !== true;
}

/** The rows of a type that holds data. */
export function rowsHolding(type: string): TypeRows | undefined {
  return HOLDING.get(type);
}

/** The provider's documentation of a type. */
export function documentationOf(type: string): string {
  return `https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/${type.replace(/^azurerm_/, "")}`;
}

/** The schema that a row was read in. */
export function schemaLink({ schema }: Pick<ForceNewRow, "schema">): string {
  return `https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/${schema}`;
}
