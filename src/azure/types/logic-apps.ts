import { type Entry, entry, part, parts, plain } from "../entry";
import { PRIVATE_SITE } from "./app-service";

const WORKFLOW = "azurerm_logic_app_workflow";
const PARTNERS = "azurerm_logic_app_integration_account";
/** What it calls or is called by stands in a body of its own language. */
const body = (more: Parameters<typeof part>[1]) => entry({ partOf: WORKFLOW, ...more });

/** Logic Apps: workflows, what starts them, and what they call. */
export const logicApps: Readonly<Record<string, Entry>> = {
  azurerm_logic_app_standard: entry({
    hosts: ["azurewebsites.net"],
    privateLink: PRIVATE_SITE,
    runs: "site",
    holds: { none: "what it runs is deployed again; what it keeps is in its storage account" },
    publicSide: { none: "its endpoint is a way in, and judged as one" },
    gives: { none: "it gives nobody a right" },
    inSubnets: [{ path: "virtual_network_subnet_id" }],
    tls: [
      { path: "https_only", good: [true] },
      { path: "site_config.min_tls_version", good: ["1.2", "1.3", undefined] },
      { path: "site_config.scm_min_tls_version", good: ["1.2", "1.3", undefined] },
      { path: "site_config.ftps_state", good: ["Disabled", "FtpsOnly", undefined] },
    ],
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
  azurerm_logic_app_trigger_http_request: part(WORKFLOW, {
    waysIn: [{ kind: "public-service", path: "", says: "starts a workflow for whoever has its address" }],
  }),
  // What it reaches is chosen by the API, with arguments of its own.
  azurerm_api_connection: entry({
    publicSide: { none: "it has no endpoint" },
    holds: "secrets",
    waysIn: { none: "it takes no requests" },
    localAuth: { none: "it signs in elsewhere" },
    gives: { none: "it gives workflows what it holds" },
  }),
  azurerm_logic_app_action_custom: body({
    publicSide: { none: "it has no endpoint" },
    holds: { none: "it keeps nothing" },
    waysIn: { none: "it takes no requests" },
    localAuth: { none: "nobody signs in to it" },
    gives: { none: "it gives nobody a right" },
  }),
  azurerm_logic_app_action_http: part(WORKFLOW, {
    waysOut: [{ what: "requests", to: ["uri"], says: "sends requests to" }],
  }),
  azurerm_logic_app_integration_account: plain("partners are in it, and its workflows talk to them", { paid: true }),
  ...parts(
    PARTNERS,
    "azurerm_logic_app_integration_account_agreement",
    "azurerm_logic_app_integration_account_batch_configuration",
    "azurerm_logic_app_integration_account_certificate",
    "azurerm_logic_app_integration_account_map",
    "azurerm_logic_app_integration_account_partner",
    "azurerm_logic_app_integration_account_schema",
    "azurerm_logic_app_integration_account_session",
  ),
  azurerm_logic_app_integration_account_assembly: part(PARTNERS, {
    waysOut: [{ what: "code", to: ["content_link_uri"], says: "runs code from" }],
  }),
  // Which kinds have an address: https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers
  azurerm_logic_app_trigger_custom: part(WORKFLOW, {
    waysIn: [
      {
        kind: "public-service",
        path: "body",
        key: "type",
        closed: ["ApiConnection", "Batch", "Http", "Recurrence", "SlidingWindow"],
        says: "starts a workflow for whoever has its address",
      },
    ],
    waysOut: [{ what: "requests", to: ["body"], as: "json", says: "asks" }],
  }),
  azurerm_logic_app_trigger_recurrence: part(WORKFLOW),
  azurerm_logic_app_workflow: plain("what starts it and what it calls are resources of their own"),
};
