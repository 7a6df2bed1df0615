import type { ResolvedEnvironment } from "../config/resolve";
import type { Step } from "./step";

/** Seeds the Key Vault secrets that services name; nothing when there are none. */
export function secrets(environment: ResolvedEnvironment): Step[] {
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
