import { type Entry, entry, part, parts, plain } from "../entry";
import type { WayOut } from "../type";

const MACHINE = "azurerm_virtual_machine";
const SCALE_SET = "azurerm_virtual_machine_scale_set";
const ADDRESSES = { none: "its cards have addresses, and are judged by themselves" };
const INSTANCES = { none: "addresses of its instances are judged with the paths from the Internet" };
const GIVES = { none: "whoever signs in to it is judged with its keys and passwords" };
const PASSWORD = "an administrator's password";
const SPREAD = { path: "zones", spans: { atLeast: 2 }, want: 'zones = ["1", "2", "3"]' };

const bootLogs = (path: string) => ({ what: "boot logs", to: [path], says: "sends boot logs to" });
const installs = (...to: readonly string[]) => ({ what: "code", to, says: "installs code from" });
/**
 * What an extension brings into a machine: code of whoever made it, and what its settings let it fetch; a script's commands
 * are settings as well.
 * @see https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux
 * @see https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-windows
 */
export const extensionOf = (...kept: readonly string[]): readonly WayOut[] => [
  { what: "code", to: ["publisher"], as: "maker", says: "runs code of" },
  { what: "code", to: ["settings", "protected_settings"], as: "json", says: "runs what its settings fetch from" },
  ...kept.map((path) => ({
    what: "code",
    to: [path],
    as: "secret" as const,
    says: "runs what its settings fetch from",
  })),
];
const VAULTED = "protected_settings_from_key_vault";
const winRm = (path: string) => [{ path, good: ["Https", "HTTPS", undefined] }];

/** Virtual machines, scale sets, what runs in them and what they run on. */
export const compute: Readonly<Record<string, Entry>> = {
  azurerm_availability_set: plain("it spreads machines"),
  azurerm_capacity_reservation: part("azurerm_capacity_reservation_group", { paid: true }),
  azurerm_capacity_reservation_group: plain("it reserves machines that are judged by themselves"),
  azurerm_dedicated_host: part("azurerm_dedicated_host_group", { paid: true }),
  azurerm_dedicated_host_group: plain("its machines are judged by themselves"),
  azurerm_linux_virtual_machine: entry({
    noun: "virtual machine",
    holds: "customer data",
    publicSide: ADDRESSES,
    waysIn: ADDRESSES,
    waysOut: [
      bootLogs("boot_diagnostics.storage_account_uri"),
      installs("gallery_application.version_id", "gallery_application.configuration_blob_uri"),
    ],
    localAuth: [{ path: "disable_password_authentication", off: true, what: PASSWORD, onRequest: true }],
    gives: GIVES,
    paid: true,
  }),
  azurerm_linux_virtual_machine_scale_set: entry({
    noun: "scale set",
    holds: "customer data",
    publicSide: INSTANCES,
    waysIn: INSTANCES,
    waysOut: [
      bootLogs("boot_diagnostics.storage_account_uri"),
      installs("gallery_application.version_id", "gallery_application.configuration_blob_uri"),
    ],
    localAuth: [{ path: "disable_password_authentication", off: true, what: PASSWORD, onRequest: true }],
    gives: GIVES,
    inSubnets: [{ path: "network_interface.ip_configuration.subnet_id" }],
    publicAddresses: ["network_interface.ip_configuration.public_ip_address.public_ip_prefix_id"],
    zones: SPREAD,
    paid: true,
  }),
  azurerm_marketplace_agreement: plain("it accepts the terms of an image"),
  azurerm_orchestrated_virtual_machine_scale_set: entry({
    unreported: "its network cards are not read",
    noun: "scale set",
    holds: "customer data",
    publicSide: INSTANCES,
    waysIn: INSTANCES,
    waysOut: [bootLogs("boot_diagnostics.storage_account_uri")],
    localAuth: [
      {
        path: "os_profile.linux_configuration.disable_password_authentication",
        off: true,
        what: PASSWORD,
        onRequest: true,
      },
    ],
    gives: GIVES,
    tls: winRm("os_profile.windows_configuration.winrm_listener.protocol"),
    inSubnets: [{ path: "network_interface.ip_configuration.subnet_id" }],
    publicAddresses: ["network_interface.ip_configuration.public_ip_address.public_ip_prefix_id"],
    zones: SPREAD,
    paid: true,
  }),
  azurerm_proximity_placement_group: plain("it says which machines stand close together"),
  azurerm_ssh_public_key: plain("it is a public key; machines say who has it"),
  azurerm_virtual_machine: entry({
    noun: "virtual machine",
    holds: "customer data",
    publicSide: ADDRESSES,
    waysIn: ADDRESSES,
    waysOut: [
      bootLogs("boot_diagnostics.storage_uri"),
      {
        what: "disks",
        to: ["storage_os_disk.image_uri", "storage_os_disk.vhd_uri", "storage_data_disk.vhd_uri"],
        says: "keeps its disks in",
      },
    ],
    localAuth: [
      {
        path: "os_profile_linux_config.disable_password_authentication",
        off: true,
        what: PASSWORD,
        onRequest: true,
      },
    ],
    gives: GIVES,
    tls: winRm("os_profile_windows_config.winrm.protocol"),
    paid: true,
  }),
  azurerm_virtual_machine_extension: part(MACHINE, { waysOut: extensionOf(VAULTED) }),
  azurerm_virtual_machine_gallery_application_assignment: part(MACHINE, {
    waysOut: [installs("gallery_application_version_id", "configuration_blob_uri")],
  }),
  azurerm_virtual_machine_run_command: part(MACHINE, {
    waysOut: [
      { what: "code", to: ["source.script_uri"], says: "runs code from" },
      { what: "what it prints", to: ["output_blob_uri", "error_blob_uri"], says: "sends what it prints to" },
    ],
  }),
  azurerm_virtual_machine_scale_set: entry({
    unreported: "its network cards are not read",
    noun: "scale set",
    holds: "customer data",
    publicSide: INSTANCES,
    waysIn: INSTANCES,
    waysOut: [
      bootLogs("boot_diagnostics.storage_uri"),
      { what: "disks", to: ["storage_profile_os_disk.image"], says: "is filled from" },
    ],
    localAuth: [
      {
        path: "os_profile_linux_config.disable_password_authentication",
        off: true,
        what: PASSWORD,
        onRequest: true,
      },
    ],
    gives: GIVES,
    tls: winRm("os_profile_windows_config.winrm.protocol"),
    inSubnets: [{ path: "network_profile.ip_configuration.subnet_id" }],
    zones: SPREAD,
    paid: true,
  }),
  azurerm_virtual_machine_scale_set_extension: part(SCALE_SET, { waysOut: extensionOf(VAULTED) }),
  ...parts(SCALE_SET, "azurerm_virtual_machine_scale_set_standby_pool"),
  azurerm_windows_virtual_machine: entry({
    noun: "virtual machine",
    holds: "customer data",
    publicSide: ADDRESSES,
    waysIn: ADDRESSES,
    waysOut: [
      bootLogs("boot_diagnostics.storage_account_uri"),
      installs("gallery_application.version_id", "gallery_application.configuration_blob_uri"),
    ],
    localAuth: [{ what: PASSWORD }],
    gives: GIVES,
    tls: winRm("winrm_listener.protocol"),
    paid: true,
  }),
  azurerm_windows_virtual_machine_scale_set: entry({
    noun: "scale set",
    holds: "customer data",
    publicSide: INSTANCES,
    waysIn: INSTANCES,
    waysOut: [
      bootLogs("boot_diagnostics.storage_account_uri"),
      installs("gallery_application.version_id", "gallery_application.configuration_blob_uri"),
    ],
    localAuth: [{ what: PASSWORD }],
    gives: GIVES,
    tls: winRm("winrm_listener.protocol"),
    inSubnets: [{ path: "network_interface.ip_configuration.subnet_id" }],
    publicAddresses: ["network_interface.ip_configuration.public_ip_address.public_ip_prefix_id"],
    zones: SPREAD,
    paid: true,
  }),
};
