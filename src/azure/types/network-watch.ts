import { type Entry, entry, unread } from "../entry";

export const networkWatch: Readonly<Record<string, Entry>> = {
  azurerm_network_watcher_flow_log: entry({
    waysOut: [{ what: "flow logs", to: ["storage_account_id"], says: "sends flow logs to" }],
  }),
  ...unread(
    "azurerm_network_connection_monitor",
    "azurerm_network_function_azure_traffic_collector",
    "azurerm_network_function_collector_policy",
    "azurerm_network_packet_capture",
    "azurerm_network_watcher",
    "azurerm_virtual_machine_packet_capture",
    "azurerm_virtual_machine_scale_set_packet_capture",
  ),
};
