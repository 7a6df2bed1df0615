import { nearMisses } from "./said";

const gate = "pre-production" as const;
const setting = (to: object) => ({ name: "d", target_resource_id: "${azurerm_key_vault.v.id}", ...to });
const vault = { "azurerm_key_vault.v": { name: "kv" } };

nearMisses("NET-08", {
  "logs go to the environment's own workspace, a declared one, or nowhere": {
    gate,
    config: {
      externals: {
        partner: { kind: "other", owner: "ada@orders.example", why: "they audit us" },
        "build-registry": { kind: "registry", owner: "ada@orders.example", why: "images are built there" },
      },
    },
    resources: {
      ...vault,
      "azurerm_log_analytics_workspace.w": { name: "w" },
      "azurerm_monitor_diagnostic_setting.own": setting({
        log_analytics_workspace_id: "${azurerm_log_analytics_workspace.w.id}",
      }),
      "azurerm_monitor_diagnostic_setting.undeclared": setting({ storage_account_id: "${var.theirs}" }),
      "azurerm_monitor_diagnostic_setting.registry": setting({ storage_account_id: "${var.build_registry}" }),
      "azurerm_monitor_diagnostic_setting.declared": setting({ storage_account_id: "${var.partner}" }),
      "azurerm_monitor_diagnostic_setting.foreign": setting({
        storage_account_id:
          "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/x/providers/Microsoft.Storage/storageAccounts/theirs",
      }),
    },
    pass: ["azurerm_monitor_diagnostic_setting.declared", "azurerm_monitor_diagnostic_setting.own"],
    fail: {
      "azurerm_monitor_diagnostic_setting.undeclared":
        "It sends logs to var.theirs, past the firewall. var.theirs is an input that the config does not declare under externals.",
      "azurerm_monitor_diagnostic_setting.registry":
        "It sends logs to var.build_registry, past the firewall. The external build_registry is of kind registry, not dns-zone or network or workspace or other.",
      "azurerm_monitor_diagnostic_setting.foreign":
        "It sends logs to /subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/x/providers/Microsoft.Storage/storageAccounts/theirs, past the firewall.",
    },
  },
});
