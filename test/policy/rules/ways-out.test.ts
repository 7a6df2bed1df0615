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
  "error pages of a gateway come from here, or from a host that somebody allowed by name": {
    gate,
    resources: {
      "azurerm_storage_account.pages": { name: "stpages" },
      "azurerm_application_gateway.own": {
        name: "own",
        custom_error_configuration: [
          { status_code: "HttpStatus403", custom_error_page_url: "https://stpages.z6.web.core.windows.net/403.html" },
        ],
      },
      "azurerm_application_gateway.foreign": {
        name: "foreign",
        http_listener: [
          {
            name: "shop",
            custom_error_configuration: [
              { status_code: "HttpStatus502", custom_error_page_url: "https://pages.elsewhere.example/502.html" },
            ],
          },
        ],
      },
      "azurerm_application_gateway.none": { name: "none" },
    },
    pass: ["azurerm_application_gateway.own"],
    fail: {
      "azurerm_application_gateway.foreign":
        "It shows callers error pages from pages.elsewhere.example, past the firewall.",
    },
  },
  "events go to what is here, or to a host that somebody allowed by name": {
    gate,
    resources: {
      "azurerm_linux_function_app.f": { name: "orders-hooks", public_network_access_enabled: false },
      "azurerm_firewall_policy_rule_collection_group.g": {
        name: "g",
        firewall_policy_id: "${azurerm_firewall_policy.p.id}",
        application_rule_collection: [
          {
            name: "c",
            action: "Allow",
            rule: [
              {
                name: "r",
                description: "ada@orders.example: tells the warehouse",
                destination_fqdns: ["hooks.warehouse.example"],
              },
            ],
          },
        ],
      },
      "azurerm_firewall_policy.p": { name: "p" },
      "azurerm_eventgrid_event_subscription.own": {
        name: "e",
        scope: "x",
        webhook_endpoint: [{ url: "https://orders-hooks.azurewebsites.net/api/hook?code=abc" }],
      },
      "azurerm_eventgrid_event_subscription.allowed": {
        name: "e",
        scope: "x",
        webhook_endpoint: [{ url: "https://hooks.warehouse.example/in" }],
      },
      "azurerm_eventgrid_event_subscription.foreign": {
        name: "e",
        scope: "x",
        webhook_endpoint: [{ url: "https://collect.example/in?code=never-said" }],
      },
      "azurerm_eventgrid_event_subscription.later": {
        name: "e",
        scope: "x",
        webhook_endpoint: [{ url: "${azurerm_linux_function_app.f.default_hostname}" }],
      },
    },
    pass: [
      "azurerm_eventgrid_event_subscription.allowed",
      "azurerm_eventgrid_event_subscription.later",
      "azurerm_eventgrid_event_subscription.own",
      "azurerm_firewall_policy_rule_collection_group.g",
    ],
    fail: {
      "azurerm_eventgrid_event_subscription.foreign": "It sends events to collect.example, past the firewall.",
    },
  },
  "code is fetched from nowhere else, and pushes are told to nobody": {
    gate,
    resources: {
      "azurerm_container_registry_task.t": {
        name: "t",
        docker_step: [{ context_path: "https://github.com/somebody/app.git", image_names: ["app"] }],
      },
      "azurerm_container_registry_webhook.w": { name: "w", service_uri: "https://ci.example/hook", actions: ["push"] },
      "azurerm_kubernetes_flux_configuration.f": {
        name: "f",
        git_repository: [{ url: "https://github.com/somebody/cluster" }],
      },
      "azurerm_automation_runbook.r": {
        name: "r",
        publish_content_link: [{ uri: "https://raw.githubusercontent.com/somebody/x/run.ps1" }],
      },
    },
    fail: {
      "azurerm_automation_runbook.r": "It runs code from raw.githubusercontent.com, past the firewall.",
      "azurerm_container_registry_task.t": "It builds from github.com, past the firewall.",
      "azurerm_container_registry_webhook.w": "It sends notices of pushes to ci.example, past the firewall.",
      "azurerm_kubernetes_flux_configuration.f": "It takes what it runs from github.com, past the firewall.",
    },
  },
  "an action group tells people; machines of others are told nothing": {
    gate,
    resources: {
      "azurerm_monitor_action_group.people": {
        name: "a",
        email_receiver: [{ name: "ada", email_address: "ada@orders.example" }],
      },
      "azurerm_monitor_action_group.machine": {
        name: "b",
        webhook_receiver: [{ name: "h", service_uri: "https://events.example/in" }],
      },
    },
    fail: { "azurerm_monitor_action_group.machine": "It sends alerts to events.example, past the firewall." },
  },
  "mail to anybody is a way out by its nature, and a key in a destination is never said": {
    gate,
    resources: {
      "azurerm_communication_service.c": { name: "c" },
      "azurerm_redis_cache.r": {
        name: "r",
        redis_configuration: [{ rdb_storage_connection_string: "AccountName=theirs;AccountKey=never-said" }],
      },
    },
    fail: {
      "azurerm_communication_service.c": "It sends mail and calls to anybody, past the firewall.",
      "azurerm_redis_cache.r":
        "It sends copies of its content to something that is neither an id nor a host, past the firewall.",
    },
  },
  "what goes to a company that the type names fails by its host, until that host is allowed": {
    gate,
    resources: {
      "azurerm_datadog_monitor.d": { name: "d" },
      "azurerm_new_relic_monitor.n": { name: "n" },
      "azurerm_firewall_policy_rule_collection_group.rules": {
        name: "rules",
        application_rule_collection: [
          { name: "a", action: "Allow", rule: [{ name: "logs", destination_fqdns: ["newrelic.com"] }] },
        ],
      },
    },
    pass: ["azurerm_new_relic_monitor.n"],
    fail: {
      "azurerm_datadog_monitor.d": "It sends logs and metrics to datadoghq.com, past the firewall.",
      "azurerm_firewall_policy_rule_collection_group.rules": "Its description does not name an owner and a reason.",
    },
  },
});
