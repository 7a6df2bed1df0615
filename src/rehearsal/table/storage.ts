import type { MockTable } from "./entry";

/** Storage accounts and what they hold. Types without their `azurerm_` prefix. */
export const storage: MockTable = {
  storage_account: [
    "{rg}/Microsoft.Storage/storageAccounts/{name}",
    {
      primary_access_key: "{base64}",
      secondary_access_key: "{base64}",
      primary_location: "westeurope",
      secondary_location: "northeurope",
      primary_connection_string:
        "DefaultEndpointsProtocol=https;AccountName={name};AccountKey={base64};EndpointSuffix=core.windows.net",
      primary_blob_connection_string:
        "DefaultEndpointsProtocol=https;BlobEndpoint=https://{name}.blob.core.windows.net/;AccountName={name};AccountKey={base64}",
      primary_blob_endpoint: "https://{name}.blob.core.windows.net/",
      primary_blob_host: "{name}.blob.core.windows.net",
      primary_queue_endpoint: "https://{name}.queue.core.windows.net/",
      primary_queue_host: "{name}.queue.core.windows.net",
      primary_table_endpoint: "https://{name}.table.core.windows.net/",
      primary_table_host: "{name}.table.core.windows.net",
      primary_file_endpoint: "https://{name}.file.core.windows.net/",
      primary_file_host: "{name}.file.core.windows.net",
      primary_dfs_endpoint: "https://{name}.dfs.core.windows.net/",
      primary_dfs_host: "{name}.dfs.core.windows.net",
      primary_web_endpoint: "https://{name}.z6.web.core.windows.net/",
      primary_web_host: "{name}.z6.web.core.windows.net",
    },
  ],
  storage_account_customer_managed_key: "{storage_account_id:storage_account}",
  storage_account_local_user: [
    "{storage_account_id:storage_account}/localUsers/{name}",
    { password: "{base64}", sid: "S-1-2-0-1000" },
  ],
  storage_account_network_rules: "{storage_account_id:storage_account}",
  storage_account_queue_properties: "{storage_account_id:storage_account}",
  storage_account_static_website: "{storage_account_id:storage_account}",
  storage_blob: [
    "https://{storage_account_name}.blob.core.windows.net/{storage_container_name}/{name}",
    { url: "{id}" },
  ],
  storage_blob_inventory_policy: "{storage_account_id:storage_account}",
  storage_container: [
    "{storage_account_id:storage_account}/blobServices/default/containers/{name} || https://{storage_account_name}.blob.core.windows.net/{name}",
    { resource_manager_id: "{storage_account_id:storage_account}/blobServices/default/containers/{name}" },
  ],
  storage_container_immutability_policy:
    "{storage_container_resource_manager_id:storage_container}/immutabilityPolicies/default",
  storage_data_lake_gen2_filesystem: "https://{storage_account_id:storage_account.name}.dfs.core.windows.net/{name}",
  storage_data_lake_gen2_path:
    "https://{storage_account_id:storage_account.name}.dfs.core.windows.net/{filesystem_name}/{path}",
  storage_encryption_scope: "{storage_account_id:storage_account}/encryptionScopes/{name}",
  storage_management_policy: "{storage_account_id:storage_account}/managementPolicies/default",
  storage_mover: "{rg}/Microsoft.StorageMover/storageMovers/{name}",
  storage_mover_agent: "{storage_mover_id:storage_mover}/agents/{name}",
  storage_mover_job_definition: "{storage_mover_project_id:storage_mover_project}/jobDefinitions/{name}",
  storage_mover_project: "{storage_mover_id:storage_mover}/projects/{name}",
  storage_mover_source_endpoint: "{storage_mover_id:storage_mover}/endpoints/{name}",
  storage_mover_target_endpoint: "{storage_mover_id:storage_mover}/endpoints/{name}",
  storage_object_replication:
    "{source_storage_account_id:storage_account}/objectReplicationPolicies/{guid};{destination_storage_account_id:storage_account}/objectReplicationPolicies/{guid}",
  storage_queue: [
    "{storage_account_id:storage_account}/queueServices/default/queues/{name} || https://{storage_account_name}.queue.core.windows.net/{name}",
    {
      resource_manager_id: "{storage_account_id:storage_account}/queueServices/default/queues/{name}",
      url: "https://{storage_account_id:storage_account.name}.queue.core.windows.net/{name}",
    },
  ],
  storage_share: [
    "{storage_account_id:storage_account}/fileServices/default/shares/{name} || https://{storage_account_name}.file.core.windows.net/{name}",
    {
      resource_manager_id: "{storage_account_id:storage_account}/fileServices/default/shares/{name}",
      url: "https://{storage_account_id:storage_account.name}.file.core.windows.net/{name}",
    },
  ],
  storage_share_directory: "{storage_share_url:storage_share}/{name}",
  storage_share_file: "{storage_share_url:storage_share}/{name}",
  storage_sync: "{rg}/Microsoft.StorageSync/storageSyncServices/{name}",
  storage_sync_cloud_endpoint: "{storage_sync_group_id:storage_sync_group}/cloudEndpoints/{name}",
  storage_sync_group: "{storage_sync_id:storage_sync}/syncGroups/{name}",
  storage_sync_server_endpoint: "{storage_sync_group_id:storage_sync_group}/serverEndpoints/{name}",
  storage_table: [
    "https://{storage_account_name}.table.core.windows.net/Tables('{name}')",
    {
      resource_manager_id:
        "/subscriptions/{subscription}/resourceGroups/rehearsed/providers/Microsoft.Storage/storageAccounts/{storage_account_name}/tableServices/default/tables/{name}",
    },
  ],
};
