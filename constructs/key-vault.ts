import { KeyVault as AzureKeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { Construct } from "constructs";
import type { Exposure, Purge } from "../src/stages/stances";
import type { IResource, ITenant } from "./references";
import type { IResourceGroup, ResourceProps } from "./resource-group";
import { grant, type IIdentity } from "./role";

/** A vault that secrets are read from. */
export interface IVault {
  /** Its name in Azure. */
  readonly name: string;
  /** Versionless address of a secret, which apps reference. */
  secretUri(secret: string): string;
}

/** Properties of {@link KeyVault}; a stance's `vault` fills most of them. */
export interface KeyVaultProps extends ResourceProps {
  /** 3 to 24 characters, unique in the world. */
  readonly name: string;
  /** The Entra tenant whose identities may get roles on it. */
  readonly tenant: ITenant;
  /** 7 to 90; cannot be changed once the vault exists. */
  readonly softDeleteDays: number;
  /** Whether a deleted vault or secret can be removed before its days are over; `refused` cannot be taken back. */
  readonly purge: Purge;
  /** Who reaches it: the ranges below, who still need a role, or private endpoints only. */
  readonly exposure: Exposure;
  /** Ranges that may reach the public side; an empty list closes it. @default everybody, who still needs a role */
  readonly allowedRanges?: readonly string[];
}

/**
 * A Key Vault under Azure RBAC: no access policies. Secrets are seeded through the control plane, never by Terraform, so
 * that no value reaches a plan or a state file.
 *
 * @example
 * const vault = new KeyVault(this, "vault", { ...STANCES.poc.vault, group, name: "kv-orders", tenant });
 * vault.grantRead("payment-key", "api", api);
 * @see https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 */
export class KeyVault extends Construct implements IVault {
  readonly id: string;
  readonly name: string;

  constructor(scope: Construct, id: string, props: KeyVaultProps) {
    super(scope, id);
    const vault = new AzureKeyVault(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      location: props.group.location,
      tags: { ...props.group.tags },
      tenantId: props.tenant.tenantId,
      skuName: "standard",
      rbacAuthorizationEnabled: true,
      softDeleteRetentionDays: props.softDeleteDays,
      purgeProtectionEnabled: props.purge === "refused",
      publicNetworkAccessEnabled: props.exposure === "public",
      ...(props.allowedRanges && {
        networkAcls: { defaultAction: "Deny", bypass: "AzureServices", ipRules: [...props.allowedRanges] },
      }),
    });
    this.id = vault.id;
    this.name = props.name;
  }

  /** A vault of another stack, by its name. */
  static reference(name: string): IVault {
    return { name, secretUri: (secret) => secretUri(name, secret) };
  }

  /** A vault of another stack as a target of private endpoints. */
  static target(group: IResourceGroup, name: string): IResource {
    return { id: `${group.id}/providers/Microsoft.KeyVault/vaults/${name}` };
  }

  secretUri(secret: string): string {
    return secretUri(this.name, secret);
  }

  /** Lets an identity read one secret and no other; `who` names the grant within this vault. */
  grantRead(secret: string, who: string, identity: IIdentity): void {
    grant(this, `read-${secret}_${who}`, "Key Vault Secrets User", { id: `${this.id}/secrets/${secret}` }, identity);
  }
}

function secretUri(vault: string, secret: string): string {
  return `https://${vault}.vault.azure.net/secrets/${secret}`;
}
