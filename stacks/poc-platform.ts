import { TerraformOutput } from "cdktf";
import { ContainerAppsEnvironment } from "../constructs/container-apps-environment";
import { ContainerRegistry } from "../constructs/container-registry";
import { KeyVault } from "../constructs/key-vault";
import { LogWorkspace } from "../constructs/log-analytics";
import type { ResourceGroup } from "../constructs/resource-group";
import { TeamAccess } from "../constructs/team-access";
import type { ResolvedPoc } from "../src/config/resolve";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";
import { Stores } from "./stores";
import { WorkloadIdentities } from "./workload-identities";

/** What lasts as long as the POC: everything but the apps and jobs. */
export class PocPlatform {
  readonly group: ResourceGroup;
  readonly logs: LogWorkspace;
  readonly apps: ContainerAppsEnvironment;
  readonly registry: ContainerRegistry;
  readonly vault: KeyVault;
  readonly identities: WorkloadIdentities;
  readonly stores: Stores;

  constructor(readonly stack: EnvironmentStack<ResolvedPoc>) {
    const { environment } = stack;
    const { stance, nameOf, team } = environment;
    const tenant = { tenantId: stack.idVariable("tenant_id", "Entra tenant that people and identities sign in to.") };
    const group = budgetedGroup(stack);
    this.group = group;
    if (team !== undefined)
      new TeamAccess(stack, "team", { team: { objectId: team }, target: group, role: "Contributor" });
    this.logs = new LogWorkspace(stack, "logs", { ...stance.logs, group, name: nameOf("log_analytics_workspace") });
    this.apps = new ContainerAppsEnvironment(stack, "apps", {
      group,
      name: nameOf("container_app_environment"),
      infrastructureGroupName: nameOf("resource_group", "apps"),
      logs: { name: nameOf("monitor_diagnostic_setting", "apps"), workspace: this.logs },
      exposure: "internet",
      redundancy: "none",
    });
    this.registry = new ContainerRegistry(stack, "registry", {
      ...stance.registry,
      group,
      name: nameOf("container_registry"),
    });
    this.vault = new KeyVault(stack, "vault", { ...stance.vault, group, name: nameOf("key_vault"), tenant });
    this.identities = new WorkloadIdentities(stack, { group, registry: this.registry, vault: this.vault });
    this.stores = new Stores(stack, { group, tenant, identities: this.identities });

    const output = (name: string, description: string, value: string) =>
      new TerraformOutput(stack, name, { description, value });
    output("resource_group_name", "Group that holds the environment.", group.name);
    output("registry_server", "Host that images are pushed to.", this.registry.loginServer);
    output("vault_name", "Vault that secrets are seeded into.", this.vault.name);
  }
}
