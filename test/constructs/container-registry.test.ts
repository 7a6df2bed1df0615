import { ContainerRegistry, type ContainerRegistryProps } from "../../constructs/container-registry";
import { refusal } from "../support/problems";
import { built, GROUP } from "./built";

const COMMON = { admin_enabled: false, anonymous_pull_enabled: false };
const PLACE = { name: "acrorders", location: "westeurope", resource_group_name: "rg" };

const registry = (
  props: Pick<ContainerRegistryProps, "sku" | "exposure" | "redundancy" | "retentionDays" | "copiesIn">,
) =>
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

  test("keeps copies in other regions, in the order of the alphabet, spread as it is", () => {
    const copied = { sku: "Premium", exposure: "private", copiesIn: ["northeurope", "francecentral"] } as const;
    const copies = (redundancy: "none" | "zones") => registry({ ...copied, redundancy })?.["georeplications"];
    expect(copies("zones")).toEqual([
      { location: "francecentral", zone_redundancy_enabled: true, tags: {} },
      { location: "northeurope", zone_redundancy_enabled: true, tags: {} },
    ]);
    expect(copies("none")).toMatchObject([{ zone_redundancy_enabled: false }, { zone_redundancy_enabled: false }]);
    expect(registry({ ...copied, redundancy: "zones", copiesIn: [] })).not.toHaveProperty("georeplications");
  });

  test.each([
    [
      "Standard",
      ["northeurope", "francecentral"],
      "the registry acrorders must be Premium to be copied to francecentral and northeurope, got Standard\n    Choose Premium, or no copies.   (RES-04)",
    ],
    [
      "Premium",
      ["westeurope", "northeurope"],
      "the registry acrorders must be copied to other regions than its own, got westeurope\n    Leave its own region out.   (RES-04)",
    ],
  ] as const)("of the tier %s is not copied to %s", (sku, copiesIn, says) => {
    expect(refusal(() => registry({ sku, exposure: "public", redundancy: "none", copiesIn }))).toBe(says);
  });
});
