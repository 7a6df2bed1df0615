import type { AzurermProviderFeatures } from "@cdktf/provider-azurerm/lib/provider";

/**
 * What the provider does with things that Azure keeps after a delete. An environment that is not retained dies cleanly:
 * vaults and workspaces are purged and nothing of the same name comes back with its old content. A retained one purges
 * nothing and refuses to delete a group that still holds resources.
 *
 * @param retained  from the stance
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/guides/features-block
 */
export function providerFeatures(retained: boolean): AzurermProviderFeatures {
  return {
    keyVault: [
      {
        purgeSoftDeleteOnDestroy: !retained,
        purgeSoftDeletedSecretsOnDestroy: !retained,
        purgeSoftDeletedKeysOnDestroy: !retained,
        purgeSoftDeletedCertificatesOnDestroy: !retained,
        purgeSoftDeletedHardwareSecurityModulesOnDestroy: !retained,
        purgeSoftDeletedHardwareSecurityModuleKeysOnDestroy: !retained,
        recoverSoftDeletedKeyVaults: retained,
        recoverSoftDeletedSecrets: retained,
        recoverSoftDeletedKeys: retained,
        recoverSoftDeletedCertificates: retained,
        recoverSoftDeletedHardwareSecurityModuleKeys: retained,
      },
    ],
    logAnalyticsWorkspace: [{ permanentlyDeleteOnDestroy: !retained }],
    // Types that only an extension adds: Azure keeps these after a delete as well.
    apiManagement: [{ purgeSoftDeleteOnDestroy: !retained, recoverSoftDeleted: retained }],
    appConfiguration: [{ purgeSoftDeleteOnDestroy: !retained, recoverSoftDeleted: retained }],
    cognitiveAccount: [{ purgeSoftDeleteOnDestroy: !retained }],
    machineLearning: [{ purgeSoftDeletedWorkspaceOnDestroy: !retained }],
    resourceGroup: [{ preventDeletionIfContainsResources: retained }],
    applicationInsights: [{ disableGeneratedRule: true }],
    storage: [{ dataPlaneAvailable: false }],
  };
}
