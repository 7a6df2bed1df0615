import { OTHER_DATA } from "./other-data";
import { OWN_DATA } from "./own-data";
import type { TypeRows } from "./row";

const READ = new Map(Object.entries({ ...OWN_DATA, ...OTHER_DATA }).map(([type, rows]) => [`azurerm_${type}`, rows]));

/** What is changed outside a plan on a type that holds data; `undefined` for a type that nobody has read for it. */
export function changedOutside(type: string): TypeRows | undefined {
  return READ.get(type);
}

/** Every type that was read for what is changed outside a plan. */
export function typesRead(): readonly (readonly [type: string, rows: TypeRows])[] {
  return [...READ];
}

/** The provider's documentation of a type. */
export function documentationOf(type: string): string {
  return `https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/${type.replace(/^azurerm_/, "")}`;
}

/** The schema that a row was read in. */
export function schemaLink({ schema }: Pick<TypeRows, "schema">): string {
  return `https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/${schema}`;
}
