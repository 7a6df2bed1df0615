import { type Entry, part, plain } from "../entry";

const WATCHES = "it watches, and is a setting";

/** Defender for Cloud. */
export const securityCenter: Readonly<Record<string, Entry>> = {
  azurerm_advanced_threat_protection: plain(WATCHES),
  azurerm_iot_security_device_group: part("azurerm_iothub"),
  azurerm_iot_security_solution: plain(WATCHES, {
    waysOut: [
      {
        what: "events of devices",
        to: ["log_analytics_workspace_id", "additional_workspace.workspace_id"],
        says: "sends events of devices to",
      },
    ],
  }),
  azurerm_security_center_assessment: plain(WATCHES),
  azurerm_security_center_assessment_policy: plain(WATCHES),
  azurerm_security_center_auto_provisioning: plain(WATCHES),
  azurerm_security_center_automation: plain(WATCHES, {
    waysOut: [
      {
        what: "findings",
        to: ["action.resource_id", "action.connection_string", "action.trigger_url"],
        says: "sends findings to",
      },
    ],
  }),
  azurerm_security_center_contact: plain("it tells people"),
  azurerm_security_center_server_vulnerability_assessment_virtual_machine: plain(WATCHES),
  azurerm_security_center_server_vulnerability_assessments_setting: plain(WATCHES),
  azurerm_security_center_setting: plain(WATCHES),
  azurerm_security_center_storage_defender: plain(WATCHES, {
    waysOut: [
      { what: "results of scans", to: ["scan_results_event_grid_topic_id"], says: "sends results of scans to" },
    ],
  }),
  azurerm_security_center_subscription_pricing: plain(WATCHES),
  azurerm_security_center_workspace: plain(WATCHES, {
    waysOut: [{ what: "events of machines", to: ["workspace_id"], says: "sends events of machines to" }],
  }),
};
