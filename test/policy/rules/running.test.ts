import { nearMisses, type Resources } from "../near-miss";

const digest = `orders/web@sha256:${"0123456789abcdef".repeat(4)}`;
const runs = (image: string) => ({ template: [{ container: [{ name: "c", image }] }] }) as never;
const images: Resources = {
  "azurerm_container_app.digest": runs(digest),
  "azurerm_container_app.tag": runs("orders/web:0.3.1"),
  "azurerm_container_app.latest": runs("orders/web:latest"),
  "azurerm_container_app.none": runs("registry.example:5000/orders/web"),
  "azurerm_container_app.own": runs("${azurerm_container_registry.r.login_server}/orders/web:0.3.1"),
  "azurerm_container_app.later": runs("${var.image}"),
  "azurerm_container_app_job.init": { template: { init_container: { name: "i", image: "orders/web:latest" } } },
};

nearMisses("SUP-01", {
  "a version holds at a POC; latest, none and a registry's port do not": {
    gate: "poc",
    resources: images,
    pass: ["azurerm_container_app.digest", "azurerm_container_app.own", "azurerm_container_app.tag"],
    fail: ["azurerm_container_app.latest", "azurerm_container_app.none", "azurerm_container_app_job.init"],
    unknown: ["azurerm_container_app.later"],
  },
  "from the Pilot only a digest holds": {
    gate: "pilot",
    resources: images,
    pass: ["azurerm_container_app.digest"],
    fail: [
      "azurerm_container_app.latest",
      "azurerm_container_app.none",
      "azurerm_container_app.own",
      "azurerm_container_app.tag",
      "azurerm_container_app_job.init",
    ],
    unknown: ["azurerm_container_app.later"],
  },
});

const site = (docker: object) => ({ site_config: [{ application_stack: [docker] }] }) as never;
const web = (docker_image_name: string) => site({ docker_image_name, docker_registry_url: "https://acr.azurecr.io" });
const functions = (image_tag: string) =>
  site({ docker: [{ registry_url: "https://acr.azurecr.io", image_name: "shop/web", image_tag }] });
const group = (image: string) => ({ container: [{ name: "c", image }] }) as never;
const fx = (linux_fx_version: string) => ({ site_config: [{ linux_fx_version }] }) as never;

nearMisses("SUP-01", {
  "images of sites, functions and container groups are pinned like those of apps": {
    gate: "poc",
    resources: {
      "azurerm_linux_web_app.tag": web("shop/web:1.2.0"),
      "azurerm_linux_web_app.latest": web("shop/web:latest"),
      "azurerm_linux_web_app.later": web("${var.image}"),
      "azurerm_linux_web_app.code": site({ node_version: "22-lts" }),
      "azurerm_windows_web_app_slot.none": web("shop/web"),
      "azurerm_linux_function_app.tag": functions("1.2.0"),
      "azurerm_linux_function_app.latest": functions("latest"),
      "azurerm_linux_function_app_slot.later": functions("${var.tag}"),
      "azurerm_container_group.tag": group("shop/web:1.2.0"),
      "azurerm_container_group.none": group("shop/web"),
      "azurerm_container_group.init": { init_container: [{ name: "i", image: "busybox:latest" }] } as never,
      "azurerm_app_service.tag": fx("DOCKER|shop/web:1.2.0"),
      "azurerm_app_service.latest": fx("DOCKER|shop/web:latest"),
      "azurerm_app_service.compose": fx("COMPOSE|eAo="),
      "azurerm_app_service.code": fx("PYTHON|3.12"),
    },
    pass: [
      "azurerm_app_service.tag",
      "azurerm_container_group.tag",
      "azurerm_linux_function_app.tag",
      "azurerm_linux_web_app.tag",
    ],
    fail: [
      "azurerm_app_service.latest",
      "azurerm_container_group.init",
      "azurerm_container_group.none",
      "azurerm_linux_function_app.latest",
      "azurerm_linux_web_app.latest",
      "azurerm_windows_web_app_slot.none",
    ],
    unknown: ["azurerm_app_service.compose", "azurerm_linux_function_app_slot.later", "azurerm_linux_web_app.later"],
  },
});

nearMisses("SUP-04", {
  "exact versions hold; open ones and a module from a moving branch do not": {
    gate: "poc",
    stack: {
      provider: { azurerm: [{}], random: [{}] },
      terraform: {
        required_version: ">= 1.11.0, < 2.0.0",
        required_providers: { azurerm: { version: "4.55.0" }, random: { version: ">= 3.0" } },
      },
      module: {
        local: { source: "./net" },
        pinned: { source: "Azure/x/azurerm", version: "1.2.3" },
        open: { source: "Azure/x/azurerm" },
        branch: { source: "git::https://example.org/x.git" },
        commit: { source: "git::https://example.org/x.git?ref=abc" },
      },
    },
    pass: ["module.commit", "module.local", "module.pinned", "provider.azurerm", "terraform"],
    fail: ["module.branch", "module.open", "provider.random"],
  },
});

nearMisses("CHG-02", {
  "images and migrations go by digest; a database that nothing uses needs no migration": {
    gate: "pilot",
    config: {
      services: { web: { image: digest, uses: ["a", "b"] }, api: { image: "orders/api:1", uses: ["c"] } },
      stores: {
        a: { type: "postgresql", migrations: digest },
        b: { type: "postgresql" },
        c: { type: "blobs" },
        unused: { type: "postgresql" },
      },
    },
    pass: ["config services.web.image", "config stores.a.migrations"],
    fail: ["config releases.rollback", "config services.api.image", "config stores.b.migrations"],
  },
  "the way back is stated, and a blank is no statement": {
    gate: "pilot",
    config: { releases: { rollback: "apply the previous digests again" } },
    pass: ["config releases.rollback"],
  },
  "a blank way back": { gate: "pilot", config: { releases: { rollback: " " } }, fail: ["config releases.rollback"] },
});

const own = "${azurerm_log_analytics_workspace.w.id}";
const setting = (target: string, workspace = own) => ({
  name: "d",
  target_resource_id: target,
  log_analytics_workspace_id: workspace,
  enabled_log: { category_group: "allLogs" },
});
const workspace = { name: "w", retention_in_days: 30, daily_quota_gb: 1 };
const w = "azurerm_log_analytics_workspace.w";

nearMisses("OBS-01", {
  "logs reach the own workspace directly or through a setting of this environment's": {
    gate: "poc",
    resources: {
      [w]: workspace,
      "azurerm_container_app_environment.direct": { name: "a", log_analytics_workspace_id: own },
      "azurerm_container_app_environment.monitor": { name: "b", logs_destination: "azure-monitor" },
      "azurerm_container_app_environment.silent": { name: "c", logs_destination: "azure-monitor" },
      "azurerm_container_app_environment.foreign": { name: "d", log_analytics_workspace_id: "${var.workspace}" },
      "azurerm_monitor_diagnostic_setting.m": setting("${azurerm_container_app_environment.monitor.id}"),
    },
    pass: ["azurerm_container_app_environment.direct", "azurerm_container_app_environment.monitor", w],
    fail: ["azurerm_container_app_environment.foreign", "azurerm_container_app_environment.silent"],
  },
  "no cap at a POC and short retention fail": {
    gate: "poc",
    resources: { [w]: { name: "w" }, "azurerm_log_analytics_workspace.big": { ...workspace, daily_quota_gb: 5 } },
    fail: ["azurerm_log_analytics_workspace.big", w],
  },
  "the Pilot keeps logs 90 days and needs no cap": {
    gate: "pilot",
    resources: { [w]: { name: "w", retention_in_days: 90 }, "azurerm_log_analytics_workspace.short": workspace },
    pass: [w],
    fail: ["azurerm_log_analytics_workspace.short"],
  },
});

nearMisses("OBS-02", {
  "each resource needs its own setting; an account's is on its blob service": {
    gate: "pilot",
    resources: {
      [w]: workspace,
      "azurerm_container_registry.yes": { name: "a" },
      "azurerm_container_registry.no": { name: "b" },
      "azurerm_monitor_diagnostic_setting.a": setting("${azurerm_container_registry.yes.id}"),
      "azurerm_storage_account.blobs": { name: "c" },
      "azurerm_monitor_diagnostic_setting.b": setting("${azurerm_storage_account.blobs.id}/blobServices/default"),
      "azurerm_storage_account.account": { name: "d" },
      "azurerm_monitor_diagnostic_setting.c": setting("${azurerm_storage_account.account.id}"),
    },
    pass: ["azurerm_container_registry.yes", "azurerm_storage_account.blobs"],
    fail: ["azurerm_container_registry.no", "azurerm_storage_account.account"],
  },
});

nearMisses("OBS-03", {
  "insights on the own workspace hold": {
    gate: "pilot",
    resources: {
      [w]: workspace,
      "azurerm_container_app.a": { name: "a" },
      "azurerm_application_insights.own": { name: "i", workspace_id: own },
      "azurerm_application_insights.foreign": { name: "j", workspace_id: "${var.workspace}" },
      "azurerm_application_insights.classic": { name: "k" },
    },
    pass: ["azurerm_application_insights.own"],
    fail: ["azurerm_application_insights.classic", "azurerm_application_insights.foreign"],
  },
  "apps without any fail": {
    gate: "pilot",
    resources: { "azurerm_container_app.a": { name: "a" } },
    fail: ["azurerm_container_app.a"],
  },
  "from Pre-Production nothing takes data by key": {
    gate: "pre-production",
    resources: {
      [w]: { ...workspace, local_authentication_enabled: false },
      "azurerm_application_insights.i": { name: "i", workspace_id: own },
      "azurerm_container_app_environment.key": { name: "e", logs_destination: "log-analytics" },
      "azurerm_container_app_environment.silent": { name: "s" },
      "azurerm_container_app_environment.keyless": { name: "k", logs_destination: "azure-monitor" },
      "azurerm_container_group.key": { diagnostics: { log_analytics: { workspace_id: "x" } } },
      "azurerm_container_group.none": { name: "n" },
    },
    pass: ["azurerm_container_app_environment.keyless", w],
    fail: [
      "azurerm_application_insights.i",
      "azurerm_container_app_environment.key",
      "azurerm_container_app_environment.silent",
      "azurerm_container_group.key",
    ],
  },
  "a workspace whose key a variable decides on is unknown, the older name of the switch counts": {
    gate: "pre-production",
    resources: {
      [w]: { ...workspace, local_authentication_enabled: "${var.key}" },
      "azurerm_log_analytics_workspace.older": { ...workspace, local_authentication_disabled: true },
      "azurerm_log_analytics_workspace.default": workspace,
    },
    pass: ["azurerm_log_analytics_workspace.older"],
    fail: ["azurerm_log_analytics_workspace.default"],
    unknown: [w],
  },
});

nearMisses("OBS-04", {
  "the stance with an owner holds": {
    gate: "poc",
    config: { owner: "ada@orders.example", logging: { personalData: "never" } },
    pass: ["config logging.personalData"],
  },
  "no stance fails": { gate: "poc", config: { owner: "ada@orders.example" }, fail: ["config logging.personalData"] },
  "a stance that nobody answers for fails": {
    gate: "poc",
    config: { logging: { personalData: "never" } },
    fail: ["config logging.owner"],
  },
});

const alerting = (email: string, more: object = {}) =>
  ({ name: "g", email_receiver: [{ name: "m", email_address: email }], ...more }) as never;

nearMisses("INC-01", {
  "the group that reaches the contact holds": {
    gate: "pilot",
    config: { support: { contact: "help@orders.example" } },
    resources: {
      "azurerm_monitor_action_group.a": alerting("Help@orders.example"),
      "azurerm_monitor_action_group.b": alerting("ada@orders.example"),
    },
    pass: ["azurerm_monitor_action_group.a"],
  },
  "one that is off, or reaches someone else, does not": {
    gate: "pilot",
    config: { support: { contact: "help@orders.example" } },
    resources: {
      "azurerm_monitor_action_group.a": alerting("help@orders.example", { enabled: false }),
      "azurerm_monitor_action_group.b": alerting("ada@orders.example"),
    },
    fail: ["azurerm_monitor_action_group.a"],
  },
});
