import { ResourceGroup as AzureResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Construct } from "constructs";
import type { IResource, ISubscription } from "./references";

/** Where resources live: a resource group of this stack, or a reference to one of another stack. */
export interface IResourceGroup extends IResource {
  /** Its name in Azure. */
  readonly name: string;
  /** Azure region, for example `westeurope`. */
  readonly location: string;
  /** Tags of every resource in the group that takes tags. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What everything in a resource group is given. */
export interface ResourceProps {
  /** The group that it is in, which gives it region and tags. */
  readonly group: IResourceGroup;
  /** Its name in Azure, unique among those of its type in the group. */
  readonly name: string;
}

/** Properties of {@link ResourceGroup}. */
export interface ResourceGroupProps {
  /** 1 to 90 characters. */
  readonly name: string;
  /** Azure region, for example `westeurope`. */
  readonly location: string;
  /** Tags of the group, and of every resource in it that takes tags, by name. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The resource group of an environment. Everything else takes location and tags from it.
 *
 * @example
 * const group = new ResourceGroup(this, "group", { name: "rg-orders", location: "westeurope", tags: {} });
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/resource_group
 */
export class ResourceGroup extends Construct implements IResourceGroup {
  readonly name: string;
  readonly id: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: ResourceGroupProps) {
    super(scope, id);
    const group = new AzureResourceGroup(this, "resource", { ...props, tags: { ...props.tags } });
    this.name = group.name;
    this.id = group.id;
    this.location = props.location;
    this.tags = props.tags;
  }

  /** A group of another stack, by its name: the ARM id is computed, nothing is read from Azure or from state. */
  static reference({ subscriptionId }: ISubscription, props: ResourceGroupProps): IResourceGroup {
    return { ...props, id: `/subscriptions/${subscriptionId}/resourceGroups/${props.name}` };
  }
}
