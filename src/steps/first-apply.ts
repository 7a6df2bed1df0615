import { isOwnImage } from "../config/image";
import { databaseJobs, type ResolvedEnvironment } from "../config/resolve";
import type { Step } from "./step";

/** Resource providers that the stacks of a POC need; a subscription registers each once. */
export const RESOURCE_PROVIDERS = [
  "Microsoft.App",
  "Microsoft.Consumption",
  "Microsoft.ContainerRegistry",
  "Microsoft.DBforPostgreSQL",
  "Microsoft.Insights",
  "Microsoft.KeyVault",
  "Microsoft.ManagedIdentity",
  "Microsoft.OperationalInsights",
  "Microsoft.Storage",
] as const;

/**
 * The ordered steps from an empty subscription to a running environment. An app whose image or secret is absent fails to
 * start, so the platform comes first, then what must be seeded into it, then the apps.
 */
export function firstApply(environment: ResolvedEnvironment): Step[] {
  return [
    prepare(),
    apply(
      environment,
      "platform",
      "Group, registry, vault, stores and identities; nothing that needs an image or a secret.",
    ),
    ...images(environment),
    ...secrets(environment),
    apply(environment, "services", "The apps and jobs, now that what they need exists."),
    ...databases(environment),
    addresses(environment),
    ...end(environment),
  ];
}

function prepare(): Step {
  return {
    id: "sign-in",
    title: "Sign in and name the subscription",
    why: "Terraform uses your Azure CLI sign-in. Your account needs Contributor and Role Based Access Control Administrator on the subscription: the platform gives each service its own roles.",
    commands: [
      "az login",
      'export TF_VAR_subscription_id="$(az account show --query id --output tsv)"',
      'export TF_VAR_tenant_id="$(az account show --query tenantId --output tsv)"',
      'export ARM_SUBSCRIPTION_ID="$TF_VAR_subscription_id"',
      `for provider in ${RESOURCE_PROVIDERS.join(" ")}; do az provider register --namespace "$provider" --wait; done`,
    ],
  };
}

function apply({ name }: ResolvedEnvironment, role: string, why: string): Step {
  const folder = `cdktf.out/stacks/${name}-${role}`;
  return {
    id: `apply-${role}`,
    title: `Apply ${role}`,
    why,
    stack: `${name}-${role}`,
    commands: [`terraform -chdir=${folder} init`, `terraform -chdir=${folder} apply`],
  };
}

function images(environment: ResolvedEnvironment): Step[] {
  const registry = environment.nameOf("container_registry");
  const migrations = environment.stores.flatMap((store) =>
    store.type === "postgresql" && store.migrations ? [store.migrations] : [],
  );
  const own = [...new Set([...environment.services.map(({ image }) => image), ...migrations])]
    .filter(isOwnImage)
    .sort();
  if (own.length === 0) return [];
  return [
    {
      id: "push-images",
      title: "Bring the images",
      why: "An app whose image is not in the registry does not start. These come from the environment's own registry.",
      commands: [
        `az acr login --name ${registry}`,
        ...own.flatMap((image) => [
          `docker tag ${image} ${registry}.azurecr.io/${image}`,
          `docker push ${registry}.azurecr.io/${image}`,
        ]),
      ],
    },
  ];
}

function secrets(environment: ResolvedEnvironment): Step[] {
  const names = [...new Set(environment.services.flatMap((service) => service.secrets.map(({ name }) => name)))].sort();
  if (names.length === 0) return [];
  const group = environment.nameOf("resource_group");
  const vault = environment.nameOf("key_vault");
  const base = `https://management.azure.com/subscriptions/$TF_VAR_subscription_id/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/${vault}/secrets`;
  return [
    {
      id: "seed-secrets",
      title: "Seed the secrets",
      why: "An app that references a secret which is absent does not start. Each command reads the value without showing it and writes it through the control plane, so it reaches neither your shell history nor a Terraform state.",
      commands: names.map(
        (name) =>
          `read -rs -p "${name}: " VALUE && printf %s "$VALUE" | jq -Rs '{properties:{value:.}}' | az rest --method put --url "${base}/${name}?api-version=2023-07-01" --body @- --output none; unset VALUE`,
      ),
    },
  ];
}

function databases(environment: ResolvedEnvironment): Step[] {
  const group = environment.nameOf("resource_group");
  return environment.stores.flatMap((store): Step[] => {
    if (store.type !== "postgresql") return [];
    const jobs = databaseJobs(store.name);
    const start = (part: string) => {
      const job = environment.nameOf("container_app_job", part);
      return [
        `RUN="$(az containerapp job start --name ${job} --resource-group ${group} --query name --output tsv)"`,
        `until az containerapp job execution show --name ${job} --resource-group ${group} --job-execution-name "$RUN" --query properties.status --output tsv | grep -E 'Succeeded|Failed'; do sleep 10; done`,
      ];
    };
    const bootstrap: Step = {
      id: `bootstrap-${store.name}`,
      title: `Make the SQL roles of ${store.name}`,
      why: "The server knows Entra sign-in only; the job gives each service that uses the database a role of its own. Repeat it when the set of services changes.",
      commands: start(jobs.bootstrap),
    };
    const migrate: Step = {
      id: `migrate-${store.name}`,
      title: `Migrate ${store.name}`,
      why: "Creates or changes the schema, under the role that owns the database.",
      commands: start(jobs.migrate),
    };
    return store.migrations === undefined ? [bootstrap] : [bootstrap, migrate];
  });
}

function addresses(environment: ResolvedEnvironment): Step {
  return {
    id: "open",
    title: "Open it",
    why: "The public addresses are outputs of the services stack.",
    commands: [`terraform -chdir=cdktf.out/stacks/${environment.name}-services output`],
  };
}

/** A POC ends; how is written down on the day it starts. */
function end(environment: ResolvedEnvironment): Step[] {
  const { name, config } = environment;
  return [
    {
      id: "destroy",
      title: `On ${config.expires} at the latest: destroy it`,
      why: "Nothing of a POC blocks its deletion: no lock, no purge protection. Vault and workspace are purged, so their names are free again.",
      commands: ["services", "platform"].map((role) => `terraform -chdir=cdktf.out/stacks/${name}-${role} destroy`),
    },
  ];
}
