import { BadInput } from "../src/errors";
import type { IRegistry } from "./container-registry";
import type { IVault } from "./key-vault";
import type { IResource } from "./references";

/** One container of an app or a job. */
export interface ContainerProps {
  /** Name of the container within its app or job. */
  readonly name: string;
  /** Full image reference, with host. */
  readonly image: string;
  /** Cores, 0.25 to 4. */
  readonly cpu: number;
  /** With unit, twice the cores: `0.5Gi`. */
  readonly memory: string;
  /** Replaces the image's entry point; an empty list keeps it. */
  readonly command: readonly string[];
  /** Arguments of the command; an empty list keeps the image's. */
  readonly args: readonly string[];
  /** Environment variables by name, none of them secret. */
  readonly env: Readonly<Record<string, string>>;
  /** Key Vault secrets and the environment variables they arrive in. */
  readonly secrets: readonly { readonly name: string; readonly variable: string }[];
}

/** What every app and job needs to run under an identity. */
export interface RuntimeProps {
  /** The user-assigned identity that the containers run under. */
  readonly identity: IResource;
  /** Where images are pulled from. */
  readonly registry: IRegistry;
  /** Where secrets are read from. */
  readonly vault: IVault;
}

/** The provider ends an apply at an empty text in a list, which it reads as none. */
function refuseEmpty({ name, ...lists }: ContainerProps): void {
  const problems = (["command", "args"] as const).flatMap((list) => {
    const index = lists[list].indexOf("");
    if (index < 0) return [];
    const path = `${list}[${index}]`;
    return [{ path, says: `${path} of ${name} must not be empty`, fix: "Leave it out: azurerm cannot apply it." }];
  });
  if (problems.length > 0) throw new BadInput(problems);
}

/**
 * The container block of an app or a job. Empty lists are left out: azurerm would show them as a change.
 *
 * @throws BadInput for an empty text in `command` or `args`
 */
export function containerBlock(props: ContainerProps, identity: IResource) {
  refuseEmpty(props);
  const env = { ...props.env, AZURE_MANAGED_IDENTITY_RESOURCE_ID: identity.id };
  return {
    name: props.name,
    image: props.image,
    cpu: props.cpu,
    memory: props.memory,
    ...(props.command.length > 0 ? { command: [...props.command] } : {}),
    ...(props.args.length > 0 ? { args: [...props.args] } : {}),
    env: [
      ...Object.entries(env).map(([key, value]) => ({ name: key, value })),
      ...props.secrets.map((secret) => ({ name: secret.variable, secretName: secret.name })),
    ].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** Identity, registry and secret blocks: everything is reached by the identity, nothing by a password. */
export function runtimeBlocks(runtime: RuntimeProps, secrets: ContainerProps["secrets"]) {
  return {
    identity: { type: "UserAssigned", identityIds: [runtime.identity.id] },
    registry: [{ server: runtime.registry.loginServer, identity: runtime.identity.id }],
    secret: secrets.map(({ name }) => ({
      name,
      identity: runtime.identity.id,
      keyVaultSecretId: runtime.vault.secretUri(name),
    })),
  };
}
