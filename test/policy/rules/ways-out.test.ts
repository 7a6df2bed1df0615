import { nearMisses } from "./said";

const gate = "pre-production" as const;
const setting = (to: object) => ({ name: "d", target_resource_id: "${azurerm_key_vault.v.id}", ...to });
const vault = { "azurerm_key_vault.v": { name: "kv" } };

nearMisses("NET-08", {
  "logs go to the environment's own workspace, a declared one, or nowhere": {
    gate,
    stack: { variable: { partner: { type: "string" } } },
    resources: {
      ...vault,
      "azurerm_log_analytics_workspace.w": { name: "w" },
      "azurerm_monitor_diagnostic_setting.own": setting({
        log_analytics_workspace_id: "${azurerm_log_analytics_workspace.w.id}",
      }),
      "azurerm_monitor_diagnostic_setting.declared": setting({ storage_account_id: "${var.partner}" }),
      "azurerm_monitor_diagnostic_setting.foreign": setting({
        storage_account_id:
          "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/x/providers/Microsoft.Storage/storageAccounts/theirs",
      }),
    },
    pass: ["azurerm_monitor_diagnostic_setting.declared", "azurerm_monitor_diagnostic_setting.own"],
    fail: {
      "azurerm_monitor_diagnostic_setting.foreign":
        "It sends logs to /subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/x/providers/Microsoft.Storage/storageAccounts/theirs, past the firewall.",
    },
  },
});
