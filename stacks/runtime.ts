import type { RuntimeProps } from "../constructs/container";
import { ContainerAppsEnvironment, type IAppsEnvironment } from "../constructs/container-apps-environment";
import { ContainerRegistry } from "../constructs/container-registry";
import { KeyVault } from "../constructs/key-vault";
import { WorkloadIdentity } from "../constructs/workload-identity";
import type { EnvironmentStack } from "./environment-stack";

/** What a container runs with: its identity (given the part of the identity's name), the registry and the vault. */
export function runtimeOf(stack: EnvironmentStack, part: string): RuntimeProps {
  const { nameOf, registry } = stack.environment;
  return {
    identity: WorkloadIdentity.reference(stack.groupReference(), nameOf("user_assigned_identity", part)),
    registry: ContainerRegistry.reference(registry),
    vault: KeyVault.reference(nameOf("key_vault")),
  };
}

/** The Container Apps environment of the platform stack. */
export function appsEnvironmentOf(stack: EnvironmentStack): IAppsEnvironment {
  return ContainerAppsEnvironment.reference(
    stack.groupReference(),
    stack.environment.nameOf("container_app_environment"),
  );
}
