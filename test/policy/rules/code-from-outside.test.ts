import { nearMisses } from "./said";

const gate = "pre-production" as const;
const script = (settings: unknown, more: object = {}) => ({
  name: "x",
  publisher: "Microsoft.Azure.Extensions",
  type: "CustomScript",
  type_handler_version: "2.1",
  settings: typeof settings === "string" ? settings : JSON.stringify(settings),
  ...more,
});
const UNKNOWN = "Whom it runs what its settings fetch from, past the firewall, is not known before apply.";
const GITHUB = "It runs what its settings fetch from raw.githubusercontent.com, past the firewall.";

nearMisses("NET-08", {
  "an extension brings code of Azure and of the environment's own storage, and none of anybody else": {
    gate,
    resources: {
      "azurerm_storage_account.scripts": { name: "stscripts" },
      "azurerm_virtual_machine_extension.agent": {
        name: "agent",
        publisher: "Microsoft.Azure.Monitor",
        type: "AzureMonitorLinuxAgent",
      },
      "azurerm_virtual_machine_extension.own": script({
        fileUris: ["https://stscripts.blob.core.windows.net/x/run.sh"],
      }),
      "azurerm_virtual_machine_extension.file": script({ fileUris: ["https://raw.githubusercontent.com/a/b/run.sh"] }),
      "azurerm_virtual_machine_extension.command": script(
        {},
        { protected_settings: '{"commandToExecute":"curl https://raw.githubusercontent.com/a/b/run.sh | sh"}' },
      ),
      "azurerm_virtual_machine_scale_set_extension.file": script({
        fileUris: ["https://raw.githubusercontent.com/a/b/run.sh"],
      }),
      "azurerm_arc_machine_extension.other": { name: "other", publisher: "Datadog.Agent", type: "DatadogLinuxAgent" },
      "azurerm_virtual_machine_extension.vaulted": script(
        {},
        {
          protected_settings_from_key_vault: [
            { secret_url: "https://kv.vault.azure.net/secrets/s", source_vault_id: "v" },
          ],
        },
      ),
      "azurerm_virtual_machine_extension.told": script("${jsonencode({ fileUris = [var.script] })}"),
    },
    pass: ["azurerm_virtual_machine_extension.own"],
    fail: {
      "azurerm_virtual_machine_extension.file": GITHUB,
      "azurerm_virtual_machine_extension.command": GITHUB,
      "azurerm_virtual_machine_scale_set_extension.file": GITHUB,
      "azurerm_arc_machine_extension.other": "It runs code of datadog.agent, past the firewall.",
    },
    unknown: {
      "azurerm_virtual_machine_extension.vaulted": UNKNOWN,
      "azurerm_virtual_machine_extension.told": UNKNOWN,
    },
  },
  "a trigger that looks somewhere by itself asks whom its body names; a schema's name is nobody": {
    gate,
    resources: {
      "azurerm_logic_app_trigger_custom.polls": {
        name: "polls",
        body: '{"type":"Http","inputs":{"method":"GET","uri":"https://partner.example/orders"}}',
      },
      "azurerm_logic_app_trigger_custom.called": {
        name: "called",
        body: '{"type":"Request","inputs":{"schema":{"$schema":"http://json-schema.org/draft-04/schema#"}}}',
      },
    },
    fail: { "azurerm_logic_app_trigger_custom.polls": "It asks partner.example, past the firewall." },
  },
});

const trigger = (body: string) => ({ name: "t", body });
const BESIDE = "It is a path beside the entry: it starts a workflow for whoever has its address.";

nearMisses("NET-05", {
  "a trigger in its own language is a way in where its kind has an address, and none where it looks by itself": {
    gate,
    resources: {
      "azurerm_logic_app_trigger_custom.daily": trigger('{"type":"Recurrence","recurrence":{"frequency":"Day"}}'),
      "azurerm_logic_app_trigger_custom.polls": trigger('{"type":"Http","inputs":{}}'),
      "azurerm_logic_app_trigger_custom.called": trigger('{"type":"Request","kind":"Http","inputs":{}}'),
      "azurerm_logic_app_trigger_custom.hook": trigger('{"type":"HttpWebhook","inputs":{}}'),
      "azurerm_logic_app_trigger_custom.told": trigger("${file(var.path)}"),
    },
    fail: {
      "azurerm_logic_app_trigger_custom.called": BESIDE,
      "azurerm_logic_app_trigger_custom.hook": BESIDE,
    },
    unknown: {
      "azurerm_logic_app_trigger_custom.told":
        "Whether it starts a workflow for whoever has its address is not known before apply.",
    },
  },
});
