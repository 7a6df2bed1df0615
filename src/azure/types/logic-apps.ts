import { type Entry, entry, unread } from "../entry";

export const logicApps: Readonly<Record<string, Entry>> = {
  azurerm_logic_app_standard: entry({
    localAuth: [
      { path: "ftp_publish_basic_authentication_enabled", off: false, what: "passwords for FTP" },
      { path: "scm_publish_basic_authentication_enabled", off: false, what: "passwords for deployments" },
    ],
    waysIn: [
      {
        kind: "public-service",
        path: "public_network_access",
        closed: ["Disabled"],
        absent: "open",
        says: "answers the Internet",
      },
    ],
  }),
  azurerm_logic_app_trigger_http_request: entry({
    waysIn: [{ kind: "public-service", path: "", says: "starts a workflow for whoever has its address" }],
  }),
  ...unread(
    "azurerm_api_connection",
    "azurerm_logic_app_action_custom",
    "azurerm_logic_app_action_http",
    "azurerm_logic_app_integration_account",
    "azurerm_logic_app_integration_account_agreement",
    "azurerm_logic_app_integration_account_assembly",
    "azurerm_logic_app_integration_account_batch_configuration",
    "azurerm_logic_app_integration_account_certificate",
    "azurerm_logic_app_integration_account_map",
    "azurerm_logic_app_integration_account_partner",
    "azurerm_logic_app_integration_account_schema",
    "azurerm_logic_app_integration_account_session",
    "azurerm_logic_app_trigger_custom",
    "azurerm_logic_app_trigger_recurrence",
    "azurerm_logic_app_workflow",
  ),
};
