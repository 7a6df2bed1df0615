import {
  add,
  container,
  inConfig,
  inPlatform,
  ofFact,
  set,
  type Weakening,
  withoutFact,
} from "../../support/weakenings";

/** What runs, where it comes from, and how it changes. */
export const CHANGE: readonly Weakening[] = [
  {
    what: "a platform that was decided on until now",
    change: inConfig((config) => Object.assign(config.decisions, { platform: "Container Apps, until Pre-Production" })),
    caught: ["CHG-01"],
  },
  {
    what: "a database that nothing migrates",
    change: inConfig(({ stores }) => delete stores.database.migrations),
    caught: ["CHG-02"],
  },
  { what: "no check before a release", change: inConfig(({ change }) => delete change.checks), caught: ["CHG-03"] },
  {
    what: "nobody who may accept a risk",
    change: inConfig(({ change }) => delete change.acceptsRisk),
    caught: ["CHG-03"],
  },
  {
    what: "an image by tag",
    change: (stacks) => {
      const web = container(stacks, "app-web");
      web.image = web.image.replace(/@.*/, ":1.2.3");
    },
    caught: ["REC-09", "SUP-01"],
  },
  {
    what: "an image of another registry",
    change: (stacks) => {
      const web = container(stacks, "app-web");
      web.image = web.image.replace(/^[^/]+/, "ghcr.io");
    },
    caught: ["SUP-02"],
  },
  {
    what: "an image of Docker Hub",
    change: (stacks) => {
      const web = container(stacks, "app-web");
      web.image = web.image.replace(/^[^/]+\//, "");
    },
    caught: ["SUP-02"],
  },
  {
    what: "a registry that fetches what its name leads to",
    change: add("platform", "azurerm_container_registry_cache_rule.hub", {
      name: "hub",
      container_registry_id: "${azurerm_container_registry.registry.id}",
      source_repo: "docker.io/library/nginx",
      target_repo: "nginx",
    }),
    caught: ["NET-08", "SUP-02"],
  },
  {
    what: "a build registry that nobody declared",
    change: inConfig(({ externals }) => delete externals["build-registry"]),
    caught: ["SUP-02"],
  },
  {
    what: "a registry that cannot be private",
    change: set("platform", "azurerm_container_registry.registry", { sku: "Standard" }),
    caught: ["SUP-03"],
  },
  {
    what: "a registry that images can be exported from",
    change: set("platform", "azurerm_container_registry.registry", { export_policy_enabled: true }),
    caught: ["SUP-03"],
  },
  {
    what: "a registry that anyone may pull from",
    change: set("platform", "azurerm_container_registry.registry", { anonymous_pull_enabled: true }),
    caught: ["SUP-03"],
  },
  {
    what: "a registry that forgets nothing",
    change: inPlatform("azurerm_container_registry.registry", (one) => delete one.retention_policy_in_days),
    caught: ["SUP-03"],
  },
  {
    what: "a provider of any version",
    change: ({ entry }) => Object.assign(entry.terraform.required_providers.azurerm, { version: ">= 4.0.0" }),
    caught: ["REC-08", "REC-09", "SUP-04"],
  },
  { what: "images without bills of materials", change: withoutFact("sbom"), caught: ["SUP-05"] },
  {
    what: "a new image without its bill of materials",
    change: ofFact("sbom", ({ measured }) => measured.digests.pop()),
    caught: ["SUP-05"],
  },
  {
    what: "a bill of materials of more than a year ago",
    change: ofFact("sbom", (entry) => Object.assign(entry, { date: "2026-01-01" })),
    caught: ["SUP-05"],
  },
];
