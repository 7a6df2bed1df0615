import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import {
  AzurermBackend,
  type AzurermBackendConfig,
  LocalBackend,
  type TerraformElement,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import type { Construct, Node } from "constructs";
import { type IResourceGroup, ResourceGroup } from "../constructs/resource-group";
import type { ResolvedEnvironment } from "../src/config/resolve";
import { plainText, writePlainText } from "../src/plan/plain-text";
import { gateOnSynthesis } from "../src/synth/gate";
import { recordedDecisions } from "../src/synth/recorded";
import { orderLocks } from "./lock-order";
import { logicalIdIn } from "./logical-id";
import { providerFeatures } from "./provider-features";

/** What a stack of an environment is for; the order is the order of deployment. */
export type StackRole =
  | "platform"
  | "services"
  | "domains"
  | "entry"
  | "recovery"
  | "edge"
  | `${"data" | "platform" | "access" | "services" | "recovery"}-${string}`;

/** Where the foundation keeps state. */
export interface StateStorage {
  /** Name of the foundation's storage account. */
  readonly storageAccountName: string;
  /** Name of the environment's own container in it. */
  readonly containerName: string;
}

/** Terraform versions that the stacks work with: write-only arguments and tests need 1.11, 2 is unknown. */
export const TERRAFORM_VERSIONS = ">= 1.11.0, < 2.0.0";

const UUID_CONDITION = (name: string) =>
  `\${can(regex("^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$", var.${name}))}`;

/**
 * One stack of an environment: provider, backend, versions and the two ids that it takes as variables. Resource addresses
 * are the construct ids joined by `_`, so that they can be read and stay stable.
 */
export class EnvironmentStack<R extends ResolvedEnvironment = ResolvedEnvironment> extends TerraformStack {
  readonly subscriptionId: string;
  /** What it was resolved to, for constructs: no text of the config in it can become an expression. */
  readonly environment: R;

  constructor(
    scope: Construct,
    environment: R,
    readonly role: StackRole,
    state?: StateStorage,
  ) {
    super(scope, `${environment.name}-${role}`);
    this.environment = plainText(environment);
    gateOnSynthesis(this);
    this.subscriptionId = this.idVariable("subscription_id", `Azure subscription of ${environment.name}.`);
    new AzurermProvider(this, "azurerm", {
      subscriptionId: this.subscriptionId,
      storageUseAzuread: true,
      resourceProviderRegistrations: "none",
      // Pipelines sign in by federation; at a desk, where there is no token to exchange, the Azure CLI's sign-in serves.
      ...(environment.stance.retained && { useOidc: true }),
      features: [providerFeatures(environment.stance.retained)],
    });
    if (environment.stance.state === "remote") this.remoteState(state);
    // Relative, and above the output folder, which is written anew by every synth.
    else
      new LocalBackend(this, { path: `../../../state/${environment.name}-g${environment.generation}-${role}.tfstate` });
  }

  /** REC-07: state in the foundation's storage, by Entra sign-in, under a key of this environment and generation alone. */
  private remoteState(state: StateStorage | undefined): void {
    const { name, generation } = this.environment;
    // Without a foundation at hand the account is named at `terraform init -backend-config=…`.
    new AzurermBackend(this, {
      ...state,
      key: `${name}/g${generation}/${this.role}.tfstate`,
      useAzureadAuth: true,
      useOidc: true,
    } as AzurermBackendConfig);
  }

  /** A variable that takes a GUID; returns the reference to it. */
  idVariable(name: string, description: string): string {
    // A config may name an external after what a resource is called here, for example vpn.
    const variable = new TerraformVariable(this, `variable-${name}`, {
      type: "string",
      description,
      validation: [{ condition: UUID_CONDITION(name), errorMessage: `${name} must be a GUID.` }],
    });
    variable.overrideLogicalId(name);
    return variable.stringValue;
  }

  /**
   * A resource group of the environment, as a stack sees it that does not create it.
   *
   * @param part  which of them, for example `data`. @default the environment's main group
   */
  groupReference(part?: string): IResourceGroup {
    const { environment } = this;
    return ResourceGroup.reference(this, {
      name: environment.nameOf("resource_group", part),
      location: environment.location,
      tags: environment.tags,
    });
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return logicalIdIn(this, element);
  }

  override toTerraform(): Record<string, unknown> {
    const json = super.toTerraform();
    const { workload, stage, generation, azurerm } = this.environment;
    const elements = this.node.findAll().filter((node): node is TerraformElement => "friendlyUniqueId" in node);
    json["//"].gatewright = { workload, stage, generation, stack: this.role, recorded: recordedDecisions(elements) };
    orderLocks(json);
    json.terraform.required_version = TERRAFORM_VERSIONS;
    json.terraform.required_providers.azurerm.version = azurerm;
    return writePlainText(json);
  }
}
