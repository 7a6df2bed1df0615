import { type Entry, entry, unread } from "../entry";

export const desktops: Readonly<Record<string, Entry>> = {
  azurerm_dev_test_linux_virtual_machine: entry({
    waysIn: [
      {
        kind: "public-address",
        path: "disallow_public_ip_address",
        closed: [true],
        absent: "open",
        says: "has a public address",
      },
    ],
  }),
  azurerm_dev_test_windows_virtual_machine: entry({
    waysIn: [
      {
        kind: "public-address",
        path: "disallow_public_ip_address",
        closed: [true],
        absent: "open",
        says: "has a public address",
      },
    ],
  }),
  azurerm_virtual_desktop_host_pool: entry({ publicSide: { path: "public_network_access", off: "Disabled" } }),
  azurerm_virtual_desktop_workspace: entry({ publicSide: { path: "public_network_access_enabled", off: false } }),
  ...unread(
    "azurerm_dev_center",
    "azurerm_dev_center_attached_network",
    "azurerm_dev_center_catalog",
    "azurerm_dev_center_dev_box_definition",
    "azurerm_dev_center_environment_type",
    "azurerm_dev_center_gallery",
    "azurerm_dev_center_network_connection",
    "azurerm_dev_center_project",
    "azurerm_dev_center_project_environment_type",
    "azurerm_dev_center_project_pool",
    "azurerm_dev_test_global_vm_shutdown_schedule",
    "azurerm_dev_test_lab",
    "azurerm_dev_test_policy",
    "azurerm_dev_test_schedule",
    "azurerm_dev_test_virtual_network",
    "azurerm_managed_devops_pool",
    "azurerm_virtual_desktop_application",
    "azurerm_virtual_desktop_application_group",
    "azurerm_virtual_desktop_host_pool_registration_info",
    "azurerm_virtual_desktop_scaling_plan",
    "azurerm_virtual_desktop_scaling_plan_host_pool_association",
    "azurerm_virtual_desktop_workspace_application_group_association",
  ),
};
