import { added } from "../../support/built-pre-production";
import { add, inPlatform, type Stacks, type Weakening } from "../../support/weakenings";

const REGISTRY = "${azurerm_container_registry.registry.id}";
const ELSEWHERE = "/subscriptions/00000000-0000-0000-0000-00000000000e/resourceGroups/rg-elsewhere/providers/Microsoft";
const IN_GROUP = { resource_group_name: added("")["resource_group_name"], tags: added("")["tags"] };

const diagnosticsTo = (destination: object) =>
  add("platform", "azurerm_monitor_diagnostic_setting.more", {
    name: "more",
    target_resource_id: REGISTRY,
    enabled_log: [{ category: "ContainerRegistryLoginEvents" }],
    ...destination,
  });

const subscriptionTo = (url: string) =>
  add("platform", "azurerm_eventgrid_event_subscription.images", {
    name: "images",
    scope: REGISTRY,
    webhook_endpoint: { url },
  });

/** A workflow, and what it calls or is called by. */
const workflow = (type: string, values: object) => (stacks: Stacks) => {
  add("platform", "azurerm_logic_app_workflow.flow", added("logic"))(stacks);
  add("platform", `${type}.step`, {
    name: "step",
    logic_app_id: "${azurerm_logic_app_workflow.flow.id}",
    ...values,
  })(stacks);
};

/** What Azure sends out or fetches by itself, where no firewall sees it. */
export const SENT: readonly Weakening[] = [
  {
    what: "events of the registry to a webhook outside",
    change: subscriptionTo("https://hooks.example/in"),
    caught: ["NET-08"],
  },
  {
    what: "events of the registry to whom only a variable says",
    change: subscriptionTo("${var.hook}"),
    caught: ["NET-08"],
  },
  {
    what: "notices of pushed images to somebody else",
    change: add("platform", "azurerm_container_registry_webhook.pushes", {
      ...added("pushes"),
      name: `${added("pushes")["name"]}`.replaceAll("-", ""),
      registry_name: "${azurerm_container_registry.registry.name}",
      service_uri: "https://hooks.example/pushes",
      actions: ["push"],
    }),
    caught: ["NET-08"],
  },
  {
    what: "images built from somebody's repository",
    change: add("platform", "azurerm_container_registry_task.build", {
      name: "build",
      tags: IN_GROUP.tags,
      container_registry_id: REGISTRY,
      platform: { os: "Linux" },
      docker_step: {
        dockerfile_path: "Dockerfile",
        context_path: "https://github.com/somebody/shop#main",
        context_access_token: "${var.token}",
        image_names: ["shop:{{.Run.ID}}"],
      },
    }),
    caught: ["NET-08"],
  },
  {
    what: "storage that may be copied into another tenant",
    change: inPlatform("azurerm_storage_account.storage", (one) => {
      one.cross_tenant_replication_enabled = true;
    }),
    caught: ["NET-08"],
  },
  {
    what: "logs to a workspace of somebody else",
    change: diagnosticsTo({
      log_analytics_workspace_id: `${ELSEWHERE}.OperationalInsights/workspaces/log-elsewhere`,
    }),
    caught: ["NET-08", "REC-01", "REC-09"],
  },
  {
    what: "logs to an event hub of somebody else",
    change: diagnosticsTo({
      eventhub_authorization_rule_id: `${ELSEWHERE}.EventHub/namespaces/evhns-elsewhere/authorizationRules/send`,
      eventhub_name: "logs",
    }),
    caught: ["NET-08", "REC-01", "REC-09"],
  },
  {
    what: "alerts to a webhook outside",
    change: inPlatform("azurerm_monitor_action_group.contacts", (group) => {
      group.webhook_receiver = [{ name: "chat", service_uri: "https://chat.example/in" }];
    }),
    caught: ["NET-08"],
  },
  {
    what: "a workflow that calls somebody else",
    change: workflow("azurerm_logic_app_action_http", { method: "POST", uri: "https://partner.example/orders" }),
    caught: ["NET-08"],
  },
  {
    what: "a workflow that whoever has its address starts",
    change: workflow("azurerm_logic_app_trigger_http_request", { schema: "{}" }),
    caught: ["NET-05"],
  },
  {
    what: "a workflow that a request starts, in its own language",
    change: workflow("azurerm_logic_app_trigger_custom", { body: '{"type":"Request","kind":"Http","inputs":{}}' }),
    caught: ["NET-05"],
  },
  {
    what: "a relay, by which callers from anywhere get inside",
    change: (stacks) => {
      add("platform", "azurerm_relay_namespace.relay", { ...added("relay"), sku_name: "Standard" })(stacks);
      add("platform", "azurerm_relay_hybrid_connection.relay", {
        name: "inside",
        resource_group_name: IN_GROUP.resource_group_name,
        relay_namespace_name: "${azurerm_relay_namespace.relay.name}",
        requires_client_authorization: false,
      })(stacks);
    },
    caught: ["NET-05"],
  },
  {
    what: "a hybrid connection of a web app to somebody else's relay",
    change: add("platform", "azurerm_web_app_hybrid_connection.office", {
      web_app_id: "${var.web_app_id}",
      relay_id: `${ELSEWHERE}.Relay/namespaces/relay-elsewhere/hybridConnections/office`,
      hostname: "files.office.example",
      port: 445,
    }),
    caught: ["NET-05", "REC-01", "REC-09"],
  },
  {
    what: "a script from somebody's repository in a machine",
    change: add("platform", "azurerm_virtual_machine_extension.setup", {
      name: "setup",
      tags: IN_GROUP.tags,
      virtual_machine_id: "${var.machine_id}",
      publisher: "Microsoft.Azure.Extensions",
      type: "CustomScript",
      type_handler_version: "2.1",
      settings: '{"fileUris":["https://raw.githubusercontent.com/somebody/setup/main/run.sh"]}',
    }),
    caught: ["NET-08"],
  },
  {
    what: "a cluster that runs what somebody's repository says",
    change: add("platform", "azurerm_kubernetes_flux_configuration.apps", {
      name: "apps",
      cluster_id: "${var.cluster_id}",
      namespace: "flux",
      git_repository: { url: "https://github.com/somebody/apps", reference_type: "branch", reference_value: "main" },
      kustomizations: [{ name: "apps" }],
    }),
    caught: ["NET-08"],
  },
  {
    what: "an extension of a cluster, of which this version knows nothing",
    change: add("platform", "azurerm_kubernetes_cluster_extension.flux", {
      name: "flux",
      cluster_id: "${var.cluster_id}",
      extension_type: "microsoft.flux",
    }),
    caught: ["DAT-02", "DAT-08", "IAM-01", "NET-05", "NET-08"],
  },
];
