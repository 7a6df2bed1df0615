import { type IResourceGroup, ResourceGroup } from "../constructs/resource-group";
import type { ResolvedHardened } from "../src/config/resolve";
import type { EnvironmentStack } from "./environment-stack";

/** The groups of an environment as a stack of another region sees them: main, and the one that holds data. */
export function groupsOf(
  stack: EnvironmentStack,
  { nameOf, location, tags }: ResolvedHardened,
): { readonly group: IResourceGroup; readonly data: IResourceGroup } {
  const group = (part?: "data") =>
    ResourceGroup.reference(stack, { name: nameOf("resource_group", part), location, tags });
  return { group: group(), data: group("data") };
}
