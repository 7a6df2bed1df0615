import type { ResolvedEnvironment } from "../config/resolve";
import type { IEnvironment } from "../synth/environment";
import { databases } from "./databases";
import { domains } from "./domains";
import { ending } from "./ending";
import { images } from "./images";
import { releases } from "./releases";
import { secrets } from "./secrets";
import type { Step } from "./step";

/** Resource providers that the stacks of a POC or a Pilot need; a subscription registers each once. */
export const RESOURCE_PROVIDERS = [
  "Microsoft.App",
  "Microsoft.Consumption",
  "Microsoft.ContainerRegistry",
  "Microsoft.DBforPostgreSQL",
  "Microsoft.Insights",
  "Microsoft.KeyVault",
  "Microsoft.ManagedIdentity",
  "Microsoft.Network",
  "Microsoft.OperationalInsights",
  "Microsoft.Storage",
] as const;

/**
 * The ordered steps from an empty subscription to a running environment. An app whose image or secret is absent fails to
 * start, so the platform comes first, then what must be seeded into it, then the apps.
 */
export function firstApply(environment: ResolvedEnvironment, state?: IEnvironment["state"]): Step[] {
  const apply = (role: string, why: string) => applyStack(environment, role, why, state);
  return [
    prepare(environment, state),
    apply("platform", "Group, registry, vault, stores and identities; nothing that needs an image or a secret."),
    ...images(environment),
    ...secrets(environment),
    apply("services", "The apps and jobs, now that what they need exists."),
    ...databases(environment),
    addresses(environment),
    ...domains(environment, (why) => apply("domains", why)),
    ...releases(environment),
    ...ending(environment),
  ];
}

function prepare({ config }: ResolvedEnvironment, state: IEnvironment["state"]): Step {
  const poc = config.stage === "poc";
  const rights = poc
    ? "Your account needs Contributor and Role Based Access Control Administrator on the subscription: the platform gives each service its own roles."
    : `The foundation (${config.foundation}) is applied before: it keeps the state of these stacks and makes the deploy identity. Whoever applies needs Contributor, Role Based Access Control Administrator and the right to make locks on the subscription, and Storage Blob Data Contributor on the state.`;
  return {
    id: "sign-in",
    title: "Sign in and name the subscription",
    why: `Terraform uses your Azure CLI sign-in. ${rights}`,
    commands: [
      "az login",
      ...(poc ? [] : [`az account set --subscription ${config.subscription}`]),
      'export TF_VAR_subscription_id="$(az account show --query id --output tsv)"',
      'export TF_VAR_tenant_id="$(az account show --query tenantId --output tsv)"',
      'export ARM_SUBSCRIPTION_ID="$TF_VAR_subscription_id"',
      ...(poc || state !== undefined
        ? []
        : [
            'read -r -p "Storage account of the foundation: " STATE_ACCOUNT',
            'read -r -p "State container of this environment: " STATE_CONTAINER',
          ]),
      `for provider in ${RESOURCE_PROVIDERS.join(" ")}; do az provider register --namespace "$provider" --wait; done`,
    ],
  };
}

function applyStack(
  { name, stance }: ResolvedEnvironment,
  role: string,
  why: string,
  state: IEnvironment["state"],
): Step {
  // Without a foundation file at hand the backend is completed here.
  const backend =
    stance.state === "remote" && state === undefined
      ? ' -backend-config="storage_account_name=$STATE_ACCOUNT" -backend-config="container_name=$STATE_CONTAINER"'
      : "";
  const folder = `stacks/${name}-${role}`;
  return {
    id: `apply-${role}`,
    title: `Apply ${role}`,
    why,
    stack: `${name}-${role}`,
    commands: [`terraform -chdir=${folder} init${backend}`, `terraform -chdir=${folder} apply`],
  };
}

function addresses(environment: ResolvedEnvironment): Step {
  return {
    id: "open",
    title: "Open it",
    why: "The public addresses are outputs of the services stack.",
    commands: [`terraform -chdir=stacks/${environment.name}-services output`],
  };
}
