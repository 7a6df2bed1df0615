import type { MockTable } from "./entry";

/** Cognitive services, AI Foundry, machine learning. Types without their `azurerm_` prefix. */
export const ai: MockTable = {
  ai_foundry: "{rg}/Microsoft.MachineLearningServices/workspaces/{name}",
  ai_foundry_project: "{rg}/Microsoft.MachineLearningServices/workspaces/{name}",
  ai_services: [
    "{rg}/Microsoft.CognitiveServices/accounts/{name}",
    { endpoint: "https://{name}.cognitiveservices.azure.com/", primary_access_key: "{base64}" },
  ],
  cognitive_account: [
    "{rg}/Microsoft.CognitiveServices/accounts/{name}",
    {
      endpoint: "https://{name}.cognitiveservices.azure.com/",
      primary_access_key: "{base64}",
      secondary_access_key: "{base64}",
    },
  ],
  cognitive_account_customer_managed_key: "{cognitive_account_id:cognitive_account}",
  cognitive_account_project: "{cognitive_account_id:cognitive_account}/projects/{name}",
  cognitive_account_rai_blocklist: "{cognitive_account_id:cognitive_account}/raiBlocklists/{name}",
  cognitive_account_rai_policy: "{cognitive_account_id:cognitive_account}/raiPolicies/{name}",
  cognitive_deployment: "{cognitive_account_id:cognitive_account}/deployments/{name}",
  machine_learning_workspace: [
    "{rg}/Microsoft.MachineLearningServices/workspaces/{name}",
    { discovery_url: "https://westeurope.api.azureml.ms/discovery", workspace_id: "{guid}" },
  ],
};
