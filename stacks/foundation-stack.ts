import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { AzurermBackend, LocalBackend, type TerraformElement, TerraformStack, TerraformVariable } from "cdktf";
import { addCustomSynthesis } from "cdktf/lib/synthesize/synthesizer";
import type { Construct, Node } from "constructs";
import type { ISubscription } from "../constructs/references";
import { ownBackend } from "../src/foundation/backend";
import type { ResolvedFoundation, ResolvedSubscription } from "../src/foundation/resolve";
import { FOUNDATION_RESOURCE_PROVIDERS } from "../src/foundation/resource-providers";
import { plainText, writePlainText } from "../src/plan/plain-text";
import { foundationSteps } from "../src/steps/foundation";
import { markFoundation } from "../src/synth/environment";
import { writeEnvironmentFiles } from "../src/synth/environment-files";
import { recordedDecisions } from "../src/synth/recorded";
import { TERRAFORM_VERSIONS } from "./environment-stack";
import { logicalIdIn } from "./logical-id";
import { providerFeatures } from "./provider-features";

/** A subscription as the stack reaches it. */
export interface SubscriptionAccess extends ISubscription {
  /** The provider that reaches it. */
  readonly provider: AzurermProvider;
}

/**
 * The stack of a foundation: a provider for each subscription, and a backend that its config chooses: a local file for
 * the first apply, its own storage from then on. Retained: no recreation touches it.
 */
export class FoundationStack extends TerraformStack {
  /** What it was resolved to, for constructs: no text of the config in it can become an expression. */
  readonly foundation: ResolvedFoundation;
  private readonly access: ReadonlyMap<string, SubscriptionAccess>;

  constructor(scope: Construct, foundation: ResolvedFoundation) {
    super(scope, foundation.name);
    markFoundation(this);
    this.foundation = plainText(foundation);
    this.access = new Map(foundation.subscriptions.map((one) => [one.name, this.reach(one)]));
    if (foundation.config.state === "own") new AzurermBackend(this, { ...ownBackend(foundation.config) });
    // Relative, and above the output folder, which is written anew by every synth.
    else new LocalBackend(this, { path: `../../../state/${foundation.name}.tfstate` });
    addCustomSynthesis(this, {
      onSynthesize: ({ outdir }) => writeEnvironmentFiles(outdir, foundation.name, foundationSteps(foundation)),
    });
  }

  /** The subscription of this name; it is one of the config's. */
  subscription(name: string): SubscriptionAccess {
    return this.access.get(name)!;
  }

  private reach({ name, key, alias, variable, own }: ResolvedSubscription): SubscriptionAccess {
    const subscriptionId = new TerraformVariable(this, variable, {
      type: "string",
      description: `Id of the Azure subscription ${name}.`,
      validation: [
        {
          condition: `\${can(regex("^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$", var.${variable}))}`,
          errorMessage: `${variable} must be a GUID.`,
        },
      ],
    }).stringValue;
    const provider = new AzurermProvider(this, own ? "azurerm" : `azurerm-${key}`, {
      ...(alias !== undefined && { alias }),
      subscriptionId,
      storageUseAzuread: true,
      resourceProviderRegistrations: "none",
      resourceProvidersToRegister: Object.keys(FOUNDATION_RESOURCE_PROVIDERS),
      features: [providerFeatures(true)],
    });
    return { subscriptionId, provider };
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return logicalIdIn(this, element);
  }

  override toTerraform(): Record<string, unknown> {
    const json = super.toTerraform();
    const elements = this.node.findAll().filter((node): node is TerraformElement => "friendlyUniqueId" in node);
    const { workload } = this.foundation.config;
    json["//"].gatewright = {
      workload,
      stage: "foundation",
      stack: "foundation",
      recorded: recordedDecisions(elements),
    };
    json.terraform.required_version = TERRAFORM_VERSIONS;
    json.terraform.required_providers.azurerm.version = this.foundation.azurerm;
    return writePlainText(json);
  }
}
