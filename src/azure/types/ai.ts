import { type Entry, entry, part, parts } from "../entry";

const FOUNDRY = "azurerm_ai_foundry";
const SERVICE = "azurerm_cognitive_account";
const SEARCH = "azurerm_search_service";
const GIVES = { none: "it gives nobody a right" };
const SWITCHED = { none: "its endpoint has a switch" };
const CONNECTION = part(SERVICE, { waysOut: [{ what: "requests", to: ["target"], says: "calls" }] });

/** AI services with their models, Foundry, search, and the Video Indexer. */
export const ai: Readonly<Record<string, Entry>> = {
  azurerm_ai_foundry: entry({
    noun: "AI Foundry hub",
    holds: { none: "what it keeps is in its storage account and its vault" },
    publicSide: { path: "public_network_access", off: "Disabled" },
    waysIn: SWITCHED,
    waysOut: [
      {
        what: "files, images and telemetry",
        to: ["application_insights_id", "container_registry_id", "storage_account_id"],
        says: "keeps files, images and telemetry in",
      },
    ],
    localAuth: { none: "people sign in by Entra ID" },
    gives: GIVES,
    privateLink: [{ name: "amlworkspace", zone: "privatelink.api.azureml.ms" }],
    softDelete: { trap: "T7", block: "machine_learning", purge: "purge_soft_deleted_workspace_on_destroy" },
  }),
  azurerm_ai_foundry_project: part(FOUNDRY),
  azurerm_ai_services: entry({
    noun: "AI service",
    holds: "customer data",
    publicSide: {
      path: "public_network_access",
      off: "Disabled",
      filter: { kind: "default-action", block: "network_acls", ips: "ip_rules" },
    },
    waysIn: SWITCHED,
    waysOut: [{ what: "files", to: ["storage.storage_account_id"], says: "keeps files in" }],
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "shared keys" }],
    gives: GIVES,
    privateLink: [{ name: "account", zone: "privatelink.cognitiveservices.azure.com" }],
    softDelete: { trap: "T7", block: "cognitive_account", purge: "purge_soft_delete_on_destroy" },
  }),
  azurerm_cognitive_account: entry({
    noun: "AI service",
    arm: { segment: "Microsoft.CognitiveServices/accounts" },
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "default-action", block: "network_acls", ips: "ip_rules" },
    },
    waysIn: SWITCHED,
    waysOut: [
      { what: "files", to: ["storage.storage_account_id"], says: "keeps files in" },
      {
        what: "questions",
        to: ["custom_question_answering_search_service_id", "qna_runtime_endpoint"],
        says: "sends questions to",
      },
    ],
    gives: GIVES,
    privateLink: [{ name: "account", zone: "privatelink.cognitiveservices.azure.com" }],
    localAuth: [{ path: "local_auth_enabled", off: false, what: "shared keys" }],
    inSubnets: [{ path: "network_injection.subnet_id" }],
    softDelete: { trap: "T7", block: "cognitive_account", purge: "purge_soft_delete_on_destroy" },
  }),
  azurerm_cognitive_account_connection_account_key: CONNECTION,
  azurerm_cognitive_account_connection_account_managed_identity: CONNECTION,
  azurerm_cognitive_account_connection_api_key: CONNECTION,
  azurerm_cognitive_account_connection_custom_keys: CONNECTION,
  azurerm_cognitive_account_connection_entra_id: CONNECTION,
  ...parts(
    SERVICE,
    "azurerm_cognitive_account_customer_managed_key",
    "azurerm_cognitive_account_project",
    "azurerm_cognitive_account_rai_blocklist",
    "azurerm_cognitive_account_rai_policy",
  ),
  // https://learn.microsoft.com/azure/ai-foundry/foundry-models/concepts/deployment-types
  azurerm_cognitive_deployment: part(SERVICE, {
    answeredIn: {
      path: "sku.name",
      begins: { DataZone: "any region of its data zone", Global: "any region of Azure" },
    },
  }),
  azurerm_search_service: entry({
    hosts: ["search.windows.net"],
    noun: "search service",
    arm: { segment: "Microsoft.Search/searchServices" },
    holds: "customer data",
    publicSide: {
      path: "public_network_access_enabled",
      off: false,
      filter: { kind: "lists", paths: ["allowed_ips"] },
    },
    waysIn: SWITCHED,
    waysOut: { none: "what it reads is set by indexers, which are made inside it" },
    gives: GIVES,
    privateLink: [{ name: "searchService", zone: "privatelink.search.windows.net" }],
    localAuth: [{ path: "local_authentication_enabled", off: false, what: "shared keys" }],
    paid: true,
  }),
  azurerm_search_shared_private_link_service: part(SEARCH, {
    waysOut: [{ what: "requests", to: ["target_resource_id"], says: "sends requests to" }],
  }),
  azurerm_video_indexer_account: entry({
    noun: "Video Indexer account",
    holds: "customer data",
    publicSide: { path: "public_network_access", off: "Disabled" },
    waysIn: SWITCHED,
    waysOut: [{ what: "videos", to: ["storage.storage_account_id"], says: "keeps videos in" }],
    localAuth: { none: "its tokens are had from Azure by Entra ID" },
    gives: GIVES,
  }),
};
