import type { ResolvedEnvironment } from "../config/resolve";
import type { IEnvironment } from "../synth/environment";
import { audienceVariable, hardenedConfig } from "./hardened";
import { resourceProviders } from "./resource-providers";
import { shellWord } from "./shell-word";
import type { Step } from "./step";

/** Who applies, with which rights, and the values that the stacks ask for. */
export function signIn(environment: ResolvedEnvironment, state: IEnvironment["state"]): Step {
  const { config, stage } = environment;
  const poc = config.stage === "poc";
  return {
    id: "sign-in",
    title: "Sign in and name the subscription",
    why: `Terraform uses your Azure CLI sign-in. ${rights(environment)}`,
    commands: [
      "az login",
      ...(poc ? [] : [`az account set --subscription ${shellWord(config.subscription)}`]),
      'export TF_VAR_subscription_id="$(az account show --query id --output tsv)"',
      'export TF_VAR_tenant_id="$(az account show --query tenantId --output tsv)"',
      'export ARM_SUBSCRIPTION_ID="$TF_VAR_subscription_id"',
      ...audience(environment),
      ...(poc || state !== undefined
        ? []
        : [
            'read -r -p "Storage account of the foundation: " STATE_ACCOUNT',
            'read -r -p "State container of this environment: " STATE_CONTAINER',
          ]),
      `for provider in ${resourceProviders(stage).join(" ")}; do az provider register --namespace "$provider" --wait; done`,
    ],
  };
}

function rights(environment: ResolvedEnvironment): string {
  const { config } = environment;
  if (config.stage === "poc")
    return "Your account needs Contributor and Role Based Access Control Administrator on the subscription: the platform gives each service its own roles.";
  const needed = `The foundation (${config.foundation}) is applied before: it keeps the state of these stacks and makes the deploy identity. An owner of the subscription runs these steps, because operators may neither give roles nor make locks; the deploy workflow may, and can take any of the stacks.`;
  const hardened = hardenedConfig(environment);
  if (!hardened) return needed;
  const activate =
    hardened.access.writers === "eligible"
      ? " Owners activate their role first, on the foundation's subscription too; the deploy identity always holds its own."
      : "";
  return `${needed}${activate} Nothing here needs the network: what is private is reached through Azure's control plane, so these steps work from any computer and from hosted runners.`;
}

function audience(environment: ResolvedEnvironment): string[] {
  const config = hardenedConfig(environment);
  if (!config) return [];
  const { audience: name } = config.vpn;
  return [
    `read -r -p "Client id of ${name}, the app registration that people sign in to for the VPN: " VPN_AUDIENCE`,
    `export TF_VAR_${audienceVariable(config)}="$VPN_AUDIENCE"`,
  ];
}
