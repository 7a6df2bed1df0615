import type { MockTable } from "./entry";

/** Virtual machines, disks, images, Batch. Types without their `azurerm_` prefix. */
export const compute: MockTable = {
  availability_set: "{rg}/Microsoft.Compute/availabilitySets/{name}",
  batch_account: [
    "{rg}/Microsoft.Batch/batchAccounts/{name}",
    { account_endpoint: "{name}.westeurope.batch.azure.com" },
  ],
  batch_application: "{rg}/Microsoft.Batch/batchAccounts/{account_name}/applications/{name}",
  batch_pool: "{rg}/Microsoft.Batch/batchAccounts/{account_name}/pools/{name}",
  chaos_studio_experiment: "{rg}/Microsoft.Chaos/experiments/{name}",
  disk_access: "{rg}/Microsoft.Compute/diskAccesses/{name}",
  disk_encryption_set: [
    "{rg}/Microsoft.Compute/diskEncryptionSets/{name}",
    { key_vault_key_url: "https://rehearsed.vault.azure.net/keys/{name}/{hex}" },
  ],
  image: "{rg}/Microsoft.Compute/images/{name}",
  linux_virtual_machine: [
    "{rg}/Microsoft.Compute/virtualMachines/{name}",
    {
      private_ip_address: "{private_ip}",
      private_ip_addresses: ["{private_ip}"],
      public_ip_address: "{public_ip}",
      virtual_machine_id: "{guid}",
    },
  ],
  linux_virtual_machine_scale_set: "{rg}/Microsoft.Compute/virtualMachineScaleSets/{name}",
  managed_disk: "{rg}/Microsoft.Compute/disks/{name}",
  orchestrated_virtual_machine_scale_set: "{rg}/Microsoft.Compute/virtualMachineScaleSets/{name}",
  proximity_placement_group: "{rg}/Microsoft.Compute/proximityPlacementGroups/{name}",
  shared_image: "{rg}/Microsoft.Compute/galleries/{gallery_name}/images/{name}",
  shared_image_gallery: "{rg}/Microsoft.Compute/galleries/{name}",
  snapshot: "{rg}/Microsoft.Compute/snapshots/{name}",
  ssh_public_key: "{rg}/Microsoft.Compute/sshPublicKeys/{name}",
  virtual_machine_data_disk_attachment:
    "{virtual_machine_id:linux_virtual_machine}/dataDisks/{managed_disk_id:managed_disk.name}",
  virtual_machine_extension: "{virtual_machine_id:linux_virtual_machine}/extensions/{name}",
  virtual_machine_run_command: "{virtual_machine_id:linux_virtual_machine}/runCommands/{name}",
  windows_virtual_machine: [
    "{rg}/Microsoft.Compute/virtualMachines/{name}",
    {
      private_ip_address: "{private_ip}",
      private_ip_addresses: ["{private_ip}"],
      public_ip_address: "{public_ip}",
      virtual_machine_id: "{guid}",
    },
  ],
  windows_virtual_machine_scale_set: "{rg}/Microsoft.Compute/virtualMachineScaleSets/{name}",
};
