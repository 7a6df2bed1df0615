import type { ResolvedEnvironment } from "../config/resolve";
import { hardenedConfig } from "./hardened";
import { resourceProviders } from "./resource-providers";
import { type Surroundings, subscriptionOf } from "./standalone";
import type { Step } from "./step";

/** Who applies, with which rights, and in which subscription. */
export function signIn(environment: ResolvedEnvironment, around: Surroundings): Step {
  const { stage } = environment;
  const chooses =
    subscriptionOf(environment, around) === undefined
      ? " No foundation says where it is, so every step asks for the subscription that has not been told."
      : "";
  return {
    id: "sign-in",
    title: "Sign in and prepare the subscription",
    why: `Terraform uses your Azure CLI sign-in. ${rights(environment)}${chooses}`,
    commands: [
      "az account show --output table",
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
