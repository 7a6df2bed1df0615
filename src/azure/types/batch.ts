import { type Entry, entry, part, parts } from "../entry";

const ACCOUNT = "azurerm_batch_account";

/** Batch: pools of machines that run jobs. */
export const batch: Readonly<Record<string, Entry>> = {
  azurerm_batch_account: entry({
    hosts: ["{region}.batch.azure.com"],
    noun: "Batch account",
    holds: { none: "what tasks write is in the account that it is given" },
    publicSide: { path: "public_network_access_enabled", off: false },
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "its pools say what they fetch" },
    localAuth: { none: "its methods to sign in are a list, and judged as one" },
    gives: { none: "it gives nobody a right" },
    privateLink: [{ name: "batchAccount", zone: "privatelink.batch.azure.com" }],
    signInMethods: { path: "allowed_authentication_modes", entra: ["AAD", "TaskAuthenticationToken"] },
  }),
  ...parts(ACCOUNT, "azurerm_batch_application", "azurerm_batch_certificate", "azurerm_batch_job"),
  azurerm_batch_pool: part(ACCOUNT, {
    waysIn: [
      {
        kind: "public-address",
        path: "network_configuration.public_address_provisioning_type",
        closed: ["NoPublicIPAddresses"],
        absent: "open",
        says: "gives its nodes public addresses",
      },
    ],
    waysOut: [
      {
        what: "files",
        to: ["start_task.resource_file.http_url", "start_task.resource_file.storage_container_url"],
        says: "runs code from",
      },
      {
        what: "files",
        to: ["mount.azure_file_share.azure_file_url", "mount.cifs_mount.source", "mount.nfs_mount.source"],
        says: "mounts files of",
      },
    ],
    gives: { what: "a sign-in to its nodes", to: "user_accounts.name", right: "user_accounts.elevation_level" },
    images: ["container_configuration.container_image_names", "start_task.container.image_name"],
    inSubnets: [{ path: "network_configuration.subnet_id" }],
    publicAddresses: ["network_configuration.public_ips"],
    paid: true,
  }),
};
