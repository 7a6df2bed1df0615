import { ContainerRegistry as AzureContainerRegistry } from "@cdktf/provider-azurerm/lib/container-registry";
import { Construct } from "constructs";
import { BadInput } from "../src/errors";
import type { Exposure, Redundancy } from "../src/stages/stances";
import { leaveAlone } from "./left-alone";
import type { IResource } from "./references";
import type { IResourceGroup, ResourceProps } from "./resource-group";
import { grant, type IIdentity } from "./role";

/** A registry that images are pulled from. */
export interface IRegistry {
  /** Host name, for example `acrorders.azurecr.io`. */
  readonly loginServer: string;
}

/** Properties of {@link ContainerRegistry}; a stance's `registry` fills most of them. */
export interface ContainerRegistryProps extends ResourceProps {
  /** Tier; only Premium has private endpoints, zones and retention. */
  readonly sku: "Basic" | "Standard" | "Premium";
  /** Who reaches it: everybody, who still needs a role, or private endpoints only; `private` needs Premium. */
  readonly exposure: Exposure;
  /** Whether it is spread over the region's availability zones; Premium only. */
  readonly redundancy: Redundancy;
  /**
   * Days until Azure deletes a manifest that no tag names, 1 to 365; Premium only. It does not ask whether an app runs from
   * it: import every digest under a tag. @default such manifests are kept
   */
  readonly retentionDays?: number;
  /**
   * Further regions that keep a copy of every image, for example `northeurope`; Premium only. A private endpoint then takes
   * one more address per region. @default none: images are in the group's region
   */
  readonly copiesIn?: readonly string[];
}

/**
 * The environment's own container registry: no admin user, no anonymous pull.
 *
 * Without public access nothing can be exported either, and layers come from a data endpoint of its own instead of a
 * shared storage host. Images then arrive by `az acr import`, which runs inside Azure: it needs no network path from the
 * caller, but the registry's exception for trusted Azure services, which is therefore on.
 *
 * @example
 * const registry = new ContainerRegistry(this, "registry", { ...STANCES.poc.registry, group, name: "acrorders" });
 * @throws BadInput for copies of a smaller tier, or in the registry's own region
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/container_registry
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-import-images
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-retention-policy
 */
export class ContainerRegistry extends Construct implements IRegistry {
  readonly id: string;
  readonly name: string;
  readonly loginServer: string;

  constructor(scope: Construct, id: string, props: ContainerRegistryProps) {
    super(scope, id);
    const premium = props.sku === "Premium";
    const open = props.exposure === "public";
    const copies = [...new Set(props.copiesIn)].sort();
    if (copies.length > 0 && (!premium || copies.includes(props.group.location))) throw noCopies(props, copies);
    const registry = new AzureContainerRegistry(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      location: props.group.location,
      tags: { ...props.group.tags },
      sku: props.sku,
      adminEnabled: false,
      anonymousPullEnabled: false,
      publicNetworkAccessEnabled: open,
      ...(premium && {
        zoneRedundancyEnabled: props.redundancy === "zones",
        exportPolicyEnabled: open,
        dataEndpointEnabled: !open,
        networkRuleBypassOption: "AzureServices",
        ...(props.retentionDays !== undefined && { retentionPolicyInDays: props.retentionDays }),
        ...(copies.length > 0 && {
          // The provider reads them in this order, and any other is a change in every plan.
          georeplications: copies.map((location) => ({
            location,
            zoneRedundancyEnabled: props.redundancy === "zones",
            tags: { ...props.group.tags },
          })),
        }),
      }),
    });
    leaveAlone(registry);
    this.id = registry.id;
    this.name = props.name;
    this.loginServer = ContainerRegistry.reference(props.name).loginServer;
  }

  /** A registry of another stack, by its name. */
  static reference(name: string): IRegistry {
    return { loginServer: `${name}.azurecr.io` };
  }

  /** A registry of another stack as a target of roles and private endpoints. */
  static target(group: IResourceGroup, name: string): IResource {
    return { id: `${group.id}/providers/Microsoft.ContainerRegistry/registries/${name}` };
  }

  /** Lets an identity pull images; `who` names the grant within this registry. */
  grantPull(who: string, identity: IIdentity): void {
    grant(this, `pull-${who}`, "AcrPull", this, identity);
  }
}

function noCopies({ name, sku, group }: ContainerRegistryProps, copies: readonly string[]): BadInput {
  const says =
    sku === "Premium"
      ? `the registry ${name} must be copied to other regions than its own, got ${group.location}`
      : `the registry ${name} must be Premium to be copied to ${copies.join(" and ")}, got ${sku}`;
  const fix = sku === "Premium" ? "Leave its own region out." : "Choose Premium, or no copies.";
  return new BadInput([{ path: "copiesIn", says, fix, control: "RES-04" }]);
}
