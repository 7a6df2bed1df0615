import { ContainerRegistry, type ContainerRegistryProps } from "../../constructs/container-registry";
import { built, GROUP } from "./built";

const COMMON = { admin_enabled: false, anonymous_pull_enabled: false };
const PLACE = { name: "acrorders", location: "westeurope", resource_group_name: "rg" };

const registry = (props: Pick<ContainerRegistryProps, "sku" | "exposure" | "redundancy" | "retentionDays">) =>
  built((stack) => new ContainerRegistry(stack, "registry", { group: GROUP, name: "acrorders", ...props })).resources[
    "azurerm_container_registry.registry"
  ];

describe("a container registry", () => {
  test("of a smaller tier has none of the settings that are Premium's", () => {
    expect(registry({ sku: "Standard", exposure: "public", redundancy: "none" })).toEqual({
      ...PLACE,
      ...COMMON,
      sku: "Standard",
      public_network_access_enabled: true,
    });
  });

  test("that is private exports nothing, has a data endpoint of its own and lets Azure import into it", () => {
    expect(registry({ sku: "Premium", exposure: "private", redundancy: "zones", retentionDays: 30 })).toEqual({
      ...PLACE,
      ...COMMON,
      lifecycle: { ignore_changes: ["zone_redundancy_enabled"] },
      sku: "Premium",
      public_network_access_enabled: false,
      export_policy_enabled: false,
      data_endpoint_enabled: true,
      network_rule_bypass_option: "AzureServices",
      retention_policy_in_days: 30,
      zone_redundancy_enabled: true,
    });
  });
});
