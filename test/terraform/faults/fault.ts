import type { Azure } from "../../../src/emulator/arm/azure";
import { EMULATED_SUBSCRIPTION } from "../../../src/emulator/arm/azure";
import type { Phase } from "../../../src/emulator/run/phases";

/** A configuration with something wrong in it that Terraform does not see, and where an emulated run must find it. */
export interface Fault {
  readonly name: string;
  /** Where somebody met it, or where Azure says so. */
  readonly source: string;
  /** The phase that fails. */
  readonly phase: Phase;
  /** The resource that Terraform names, or that is left in its state. */
  readonly resource: string;
  /** Words in what the phase says. */
  readonly says: string;
  /** The code with which Azure refused; undefined where the provider or a plan finds it without a refusal. */
  readonly code?: string;
  /** The configuration, in HCL, without its provider and its group, which is `azurerm_resource_group.main`. */
  readonly hcl: string;
  /** That of the next generation, in a group of its own. */
  readonly successor?: string;
  /** Settings in the provider's `features`. */
  readonly features?: string;
  /** For each command, where the provider would wait longer than is worth it. @default 240 */
  readonly seconds?: number;
  /** What others do in Azure before a phase. */
  readonly meanwhile?: (phase: Phase, azure: Azure) => void;
}

const SUBSCRIPTION = `/subscriptions/${EMULATED_SUBSCRIPTION}`;

/** The id of something in the group of the configuration. */
export const ours = (type: string): string => `${SUBSCRIPTION}/resourceGroups/rg-orders/providers/${type}`;

/** The id of something in the group of somebody else. */
export const theirs = (type: string): string => `${OTHERS}/providers/${type}`;

/** A group of somebody else. */
export const OTHERS = `${SUBSCRIPTION}/resourceGroups/rg-others`;

/** What others do before one phase: PUT a body at each id. */
export function others(when: Phase, made: Readonly<Record<string, object>>): NonNullable<Fault["meanwhile"]> {
  return (phase, azure) => {
    if (phase !== when) return;
    azure.write(OTHERS, { location: "westeurope" });
    for (const [id, body] of Object.entries(made)) azure.write(id, { location: "westeurope", ...body });
  };
}

/** A resource of the configuration, in its group and region. */
export function resource(type: string, label: string, body: string): string {
  return `resource "azurerm_${type}" "${label}" {
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
${body}
}
`;
}

/** A network with one address range, and a subnet of it. */
export const NETWORK = `${resource("virtual_network", "main", `  name = "vnet-orders"\n  address_space = ["10.0.0.0/16"]`)}
resource "azurerm_subnet" "app" {
  name                 = "app"
  resource_group_name  = azurerm_resource_group.main.name
  virtual_network_name = azurerm_virtual_network.main.name
  address_prefixes     = ["10.0.0.0/23"]
}
`;

/** The whole configuration. */
export function configuration(hcl: string, group: string, features = ""): string {
  return `terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm" }
  }
}
provider "azurerm" {
  resource_provider_registrations = "none"
  features {
${features}
  }
}
resource "azurerm_resource_group" "main" {
  name     = "${group}"
  location = "westeurope"
}
${hcl}`;
}
