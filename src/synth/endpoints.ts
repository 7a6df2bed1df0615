import { block, blocks, resourcesOf, type SynthesizedStack } from "./terraform-json";

/**
 * The HTTPS entry points that the Internet can call, sorted: apps by their name, unless their environment is internal, and
 * the host names of gateways.
 */
export function publicEndpoints(stacks: readonly SynthesizedStack[]): string[] {
  const resources = stacks.flatMap(({ json }) => resourcesOf(json));
  const of = (wanted: string) => resources.filter(({ type }) => type === wanted);
  const internal = of("azurerm_container_app_environment").some(
    ({ attributes }) => attributes["internal_load_balancer_enabled"] === true,
  );
  const apps = of("azurerm_container_app")
    .filter(({ attributes }) => !internal && block(attributes, "ingress")?.["external_enabled"] === true)
    .map(({ address }) => address.replace(/^azurerm_container_app\.(?:app-)?/, ""));
  const hosts = of("azurerm_application_gateway")
    .flatMap(({ attributes }) => blocks(attributes, "http_listener"))
    .filter((listener) => listener["protocol"] === "Https")
    .map((listener) => String(listener["host_name"]));
  return [...apps, ...hosts].sort();
}
