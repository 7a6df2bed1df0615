import { type Entry, entry, part, parts } from "../entry";

const ACCOUNT = "azurerm_automation_account";

/** Automation: runbooks, and the code that they are made of. */
export const automation: Readonly<Record<string, Entry>> = {
  azurerm_automation_account: entry({
    noun: "Automation account",
    holds: "secrets",
    waysIn: { none: "its endpoint has a switch" },
    waysOut: { none: "its runbooks, modules and sources are resources of their own" },
    gives: { none: "credentials in it are resources of their own" },
    privateLink: [
      { name: "Webhook", zone: "privatelink.azure-automation.net" },
      { name: "DSCAndHybridWorker", zone: "privatelink.azure-automation.net" },
    ],
    publicSide: { path: "public_network_access_enabled", off: false },
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "shared keys" }],
  }),
  azurerm_automation_webhook: part(ACCOUNT, {
    waysIn: [{ kind: "public-service", path: "", says: "starts a runbook for whoever has its address" }],
  }),
  ...parts(
    ACCOUNT,
    "azurerm_automation_connection_type",
    "azurerm_automation_dsc_configuration",
    "azurerm_automation_dsc_nodeconfiguration",
    "azurerm_automation_hybrid_runbook_worker",
    "azurerm_automation_hybrid_runbook_worker_group",
    "azurerm_automation_job_schedule",
    "azurerm_automation_runtime_environment",
    "azurerm_automation_schedule",
    "azurerm_automation_software_update_configuration",
    "azurerm_automation_variable_bool",
    "azurerm_automation_variable_datetime",
    "azurerm_automation_variable_int",
    "azurerm_automation_variable_object",
    "azurerm_automation_variable_string",
    "azurerm_automation_watcher",
  ),
  azurerm_automation_certificate: part(ACCOUNT, { gives: { what: "a certificate to runbooks" } }),
  azurerm_automation_connection: part(ACCOUNT, { gives: { what: "a sign-in to runbooks" } }),
  azurerm_automation_connection_certificate: part(ACCOUNT, { gives: { what: "a sign-in to runbooks" } }),
  azurerm_automation_connection_classic_certificate: part(ACCOUNT, { gives: { what: "a sign-in to runbooks" } }),
  azurerm_automation_connection_service_principal: part(ACCOUNT, { gives: { what: "a sign-in to runbooks" } }),
  azurerm_automation_credential: part(ACCOUNT, { gives: { what: "a password to runbooks" } }),
  azurerm_automation_module: part(ACCOUNT, {
    waysOut: [{ what: "code", to: ["module_link.uri"], says: "runs code from" }],
  }),
  azurerm_automation_powershell72_module: part(ACCOUNT, {
    waysOut: [{ what: "code", to: ["module_link.uri"], says: "runs code from" }],
  }),
  azurerm_automation_python3_package: part(ACCOUNT, {
    waysOut: [{ what: "code", to: ["content_uri"], says: "runs code from" }],
  }),
  azurerm_automation_runbook: part(ACCOUNT, {
    waysOut: [
      {
        what: "code",
        to: ["publish_content_link.uri", "draft.content_link.uri"],
        says: "runs code from",
      },
    ],
  }),
  azurerm_automation_runtime_environment_package: part(ACCOUNT, {
    waysOut: [{ what: "code", to: ["content_uri"], says: "runs code from" }],
  }),
  azurerm_automation_source_control: part(ACCOUNT, {
    waysOut: [{ what: "code", to: ["repository_url"], says: "runs code from" }],
  }),
};
