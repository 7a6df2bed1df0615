import { block, resourcesOf, type SynthesizedStack } from "./terraform-json";

/** The HTTPS entry points that the Internet can call, by the app's resource name, sorted. */
export function publicEndpoints(stacks: readonly SynthesizedStack[]): string[] {
  return stacks
    .flatMap(({ json }) => resourcesOf(json))
    .filter(
      ({ type, attributes }) =>
        type === "azurerm_container_app" && block(attributes, "ingress")?.["external_enabled"] === true,
    )
    .map(({ address }) => address.replace(/^azurerm_container_app\.(?:app-)?/, ""))
    .sort();
}
