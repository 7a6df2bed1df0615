import { type Entry, part, plain } from "../entry";

const capture = part("azurerm_network_watcher", {
  waysOut: [
    {
      what: "captured packets",
      to: ["storage_location.storage_account_id"],
      says: "sends captured packets to",
    },
  ],
});

/** What watches networks, and where it sends what it sees. */
export const networkWatch: Readonly<Record<string, Entry>> = {
  azurerm_network_watcher_flow_log: part("azurerm_network_watcher", {
    waysOut: [
      {
        what: "flow logs",
        to: ["storage_account_id", "traffic_analytics.workspace_resource_id"],
        says: "sends flow logs to",
      },
    ],
  }),
  azurerm_network_connection_monitor: part("azurerm_network_watcher", {
    waysOut: [
      { what: "results", to: ["output_workspace_resource_ids"], says: "sends results to" },
      { what: "probes", to: ["endpoint.address"], says: "sends probes to" },
    ],
  }),
  azurerm_network_function_azure_traffic_collector: plain("its policies say what it collects"),
  azurerm_network_function_collector_policy: part("azurerm_network_function_azure_traffic_collector"),
  azurerm_network_packet_capture: capture,
  azurerm_network_watcher: plain("what it watches is told by its parts"),
  azurerm_virtual_machine_packet_capture: capture,
  azurerm_virtual_machine_scale_set_packet_capture: capture,
};
