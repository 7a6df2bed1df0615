import { BOOTSTRAP_IMAGE } from "../../../src/config/bootstrap-image";
import type { EvidenceEntry } from "../../../src/evidence/entry";
import { nearMisses } from "./said";

const gate = "pre-production" as const;
const hex = (letter: string) => `sha256:${letter.repeat(64)}`;
const own = `acrorders.azurecr.io/orders/web@${hex("a")}`;
const runs = (image: string, more: object = {}) =>
  ({ template: { container: [{ name: "c", image }] }, ...more }) as never;
const registry = { "azurerm_container_registry.r": { name: "acrorders", resource_group_name: "rg" } };
const site = (docker_registry_url: string) =>
  ({
    site_config: { application_stack: { docker_image_name: `orders/web@${hex("a")}`, docker_registry_url } },
  }) as never;
const not = (host: string) => `It pulls from ${host}, which is not the environment's own registry.`;
const external = { kind: "registry", owner: "ada@orders.example", why: "images are built and scanned there" };
const supply = { buildRegistry: "build-registry" };
const path = "config supply.buildRegistry";

nearMisses("SUP-02", {
  "the own registry, by its name, in another case, or by reference, holds": {
    gate,
    resources: {
      ...registry,
      "azurerm_container_app.name": runs(own),
      "azurerm_container_app.case": runs(own.replace("acrorders", "ACROrders")),
      "azurerm_container_app_job.reference": runs(
        `\${azurerm_container_registry.r.login_server}/orders/web@${hex("a")}`,
      ),
    },
    pass: ["azurerm_container_app.case", "azurerm_container_app.name", "azurerm_container_app_job.reference"],
  },
  "another registry, a longer name, Docker Hub with and without its name, and one that is only read, do not": {
    gate,
    resources: {
      ...registry,
      "azurerm_container_app.other": runs("ghcr.io/orders/web:1"),
      "azurerm_container_app.longer": runs(own.replace("acrorders.", "acrorders.evil.")),
      "azurerm_container_app.hub": runs("docker.io/library/postgres:17"),
      "azurerm_container_app.bare": runs("orders/web:1"),
      "azurerm_container_app.word": runs("postgres"),
      "azurerm_container_app.local": runs("localhost/web:1"),
    },
    fail: {
      "azurerm_container_app.other": not("ghcr.io"),
      "azurerm_container_app.longer": not("acrorders.evil.azurecr.io"),
      "azurerm_container_app.hub": not("docker.io"),
      "azurerm_container_app.bare": not("docker.io"),
      "azurerm_container_app.word": not("docker.io"),
      "azurerm_container_app.local": not("localhost"),
    },
  },
  "an init container counts, and so does a registry that an app may sign in to": {
    gate,
    resources: {
      ...registry,
      "azurerm_container_app.init": {
        template: { container: [{ name: "c", image: own }], init_container: [{ name: "i", image: "busybox:1" }] },
      } as never,
      "azurerm_container_app.second": runs(own, {
        registry: [{ server: "acrorders.azurecr.io" }, { server: "ghcr.io" }],
      }),
    },
    fail: { "azurerm_container_app.init": not("docker.io"), "azurerm_container_app.second": not("ghcr.io") },
  },
  "sites and functions name their registry beside the image, container groups within it": {
    gate,
    resources: {
      ...registry,
      "azurerm_linux_web_app.own": site("https://acrorders.azurecr.io"),
      "azurerm_linux_web_app.hub": site("https://index.docker.io"),
      "azurerm_linux_web_app.later": site("${var.registry}"),
      "azurerm_linux_function_app.other": {
        site_config: {
          application_stack: { docker: { registry_url: "ghcr.io", image_name: "orders/web", image_tag: "1" } },
        },
      } as never,
      "azurerm_container_group.own": { container: [{ name: "c", image: own }] } as never,
      "azurerm_container_group.other": { container: [{ name: "c", image: "ghcr.io/orders/web:1" }] } as never,
      "azurerm_app_service.hub": { site_config: { linux_fx_version: "DOCKER|orders/web:1" } } as never,
    },
    pass: ["azurerm_container_group.own", "azurerm_linux_web_app.own"],
    fail: {
      "azurerm_linux_web_app.hub": not("index.docker.io"),
      "azurerm_linux_function_app.other": not("ghcr.io"),
      "azurerm_container_group.other": not("ghcr.io"),
      "azurerm_app_service.hub": not("docker.io"),
    },
    unknown: { "azurerm_linux_web_app.later": "Which registry it pulls from is not known before apply." },
  },
  "a plan without a registry has none of its own": {
    gate,
    resources: { "azurerm_container_app.a": runs(own) },
    fail: { "azurerm_container_app.a": not("acrorders.azurecr.io") },
  },
  "an image, a host or the registry's own name that is not known yet is unknown; a known host is not": {
    gate,
    resources: {
      "azurerm_container_registry.r": { name: "${var.registry}" },
      "azurerm_container_app.image": runs("${var.image}"),
      "azurerm_container_app.host": runs("${var.host}/orders/web:1"),
      "azurerm_container_app.named": runs(own),
      "azurerm_container_app.tag": runs("ghcr.io/orders/web:${var.tag}"),
    },
    fail: { "azurerm_container_app.tag": not("ghcr.io") },
    unknown: Object.fromEntries(
      ["image", "host", "named"].map((one) => [
        `azurerm_container_app.${one}`,
        "Which registry it pulls from is not known before apply.",
      ]),
    ),
  },
  "a cache rule lets another registry's images in by their name": {
    gate,
    resources: {
      ...registry,
      "azurerm_container_registry_cache_rule.c": { name: "hub", source_repo: "docker.io/library/*" },
    },
    fail: { "azurerm_container_registry_cache_rule.c": "It fetches docker.io/library/* whenever somebody asks." },
  },
  "a declared build registry holds": {
    gate: "production",
    config: { stage: "production", supply, externals: { "build-registry": external } },
    pass: [path],
  },
  ...Object.fromEntries(
    (
      [
        ["no build registry", { externals: {} }, "The config does not say which registry images are imported from."],
        ["one that is not declared", { supply }, "The registry build-registry is not declared under externals."],
        [
          "an external of another kind",
          { supply, externals: { "build-registry": { ...external, kind: "vpn-audience" } } },
          "The external build-registry is of kind vpn-audience, not registry.",
        ],
        [
          "an external that nobody answers for",
          { supply, externals: { "build-registry": { ...external, owner: "" } } },
          "The external build-registry does not say whose it is and why.",
        ],
      ] as const
    ).map(([title, config, says]) => [
      `${title} fails`,
      { gate, config: { stage: "pre-production", ...config }, fail: { [path]: says } },
    ]),
  ),
});

const closed = {
  name: "acr",
  sku: "Premium",
  public_network_access_enabled: false,
  export_policy_enabled: false,
  retention_policy_in_days: 30,
};
const r = "azurerm_container_registry.r";

nearMisses("SUP-03", {
  "a private Premium registry that exports nothing and forgets holds": { gate, resources: { [r]: closed }, pass: [r] },
  ...Object.fromEntries(
    (
      [
        ["Standard", { sku: "Standard" }, "The registry is Standard: only Premium can be private."],
        ["public by default", { public_network_access_enabled: null }, "The registry is reachable from the Internet."],
        ["exporting by default", { export_policy_enabled: null }, "Images can be exported from the registry."],
        ["open to anyone", { anonymous_pull_enabled: true }, "Anyone may pull from the registry."],
        [
          "without retention",
          { retention_policy_in_days: null },
          "Images that no tag names stay in the registry for ever.",
        ],
        ["with none", { retention_policy_in_days: 0 }, "Images that no tag names stay in the registry for ever."],
      ] as const
    ).map(([title, changes, says]) => [
      `one that is ${title} fails`,
      { gate, resources: { [r]: { ...closed, ...changes } }, fail: { [r]: says } },
    ]),
  ),
  "a value that a variable decides is unknown": {
    gate,
    resources: { [r]: { ...closed, sku: "${var.sku}" } },
    unknown: { [r]: "sku is not known before apply." },
  },
});

const today = "2027-03-10";
const web = `orders/web@${hex("a")}`;
const api = `orders/api@${hex("b")}`;
const migrate = `orders/migrate@${hex("c")}`;
const config = {
  workload: "orders",
  stage: "pre-production",
  generation: 1,
  services: { web: { image: web }, api: { image: api } },
  stores: { database: { type: "postgresql", migrations: migrate } },
};
const sbom = (measured: unknown, changes: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  fact: "sbom",
  env: "orders-pre-production",
  by: "ada@orders.example",
  date: "2027-03-01",
  link: "https://build.orders.example/sbom",
  measured,
  ...changes,
});
const [webPath, apiPath, migratePath] = [
  "config services.web.image",
  "config services.api.image",
  "config stores.database.migrations",
];
const named = (image: string) => `No evidence names a bill of materials of ${image}.`;

const running = (image: string) => ({ template: { container: [{ name: "main", image }] } });

nearMisses("SUP-05", {
  "entries that name one digest, and one that names several, hold": {
    gate,
    today,
    config,
    evidence: [sbom({ digest: hex("a") }), sbom({ digests: [hex("b"), hex("C")] })],
    pass: [webPath, apiPath, migratePath],
  },
  "without any, each image is named once": {
    gate,
    today,
    config: { ...config, services: { ...config.services, again: { image: web } } },
    fail: { [webPath]: named(web), [apiPath]: named(api), [migratePath]: named(migrate) },
  },
  "an entry that names no digest, or another one, counts for nothing": {
    gate,
    today,
    config: { ...config, stores: {} },
    evidence: [sbom(undefined), sbom("sha256"), sbom({ digest: 7 }), sbom({ digest: hex("d") })],
    fail: { [webPath]: named(web), [apiPath]: named(api) },
  },
  "of another environment, or another generation, neither": {
    gate,
    today,
    config: { ...config, stores: {} },
    evidence: [sbom({ digest: hex("a") }, { env: "orders-pilot" }), sbom({ digest: hex("b") }, { generation: 2 })],
    fail: { [webPath]: named(web), [apiPath]: named(api) },
  },
  "an entry that does not count says why, a newer one takes its place": {
    gate,
    today,
    config,
    evidence: [
      sbom({ digest: hex("a") }, { date: "2026-01-01" }),
      sbom({ digest: hex("b") }, { date: "2026-01-01" }),
      sbom({ digest: hex("b") }),
      sbom({ digest: hex("c") }, { link: "" }),
    ],
    pass: [apiPath],
    fail: {
      [webPath]: `The bill of materials of ${web} is 433 days old; 365 are allowed.`,
      [migratePath]: `The bill of materials of ${migrate} lacks a person, a day or a link.`,
    },
  },
  "an image that runs and that the config does not name needs one too, but ours brings the database up": {
    gate,
    today,
    config: { ...config, stores: {}, services: { web: { image: web } } },
    resources: {
      "azurerm_container_app.app-web": running(`acr.azurecr.io/${web}`),
      "azurerm_container_app.billed": running(`acr.azurecr.io/orders/agent@${hex("b")}`),
      "azurerm_container_app.old": running(`acr.azurecr.io/orders/old@${hex("c")}`),
      "azurerm_container_app_job.extra": running(`acr.azurecr.io/orders/extra@${hex("d")}`),
      "azurerm_container_app_job.roles": running(`acr.azurecr.io/library/postgres@${BOOTSTRAP_IMAGE.digest}`),
    },
    evidence: [sbom({ digests: [hex("a"), hex("b")] }), sbom({ digest: hex("c") }, { date: "2026-01-01" })],
    pass: [webPath, "azurerm_container_app.billed"],
    fail: {
      "azurerm_container_app.old": `The bill of materials of acr.azurecr.io/orders/old@${hex("c")} is 433 days old; 365 are allowed.`,
      "azurerm_container_app_job.extra": named(`acr.azurecr.io/orders/extra@${hex("d")}`),
    },
  },
  "an image by tag has nothing that a bill could name": {
    gate,
    today,
    config: { ...config, stores: {}, services: { web: { image: "orders/web:1" } } },
    evidence: [sbom({ digest: hex("a") })],
    fail: { [webPath]: "orders/web:1 has no digest for a bill of materials." },
  },
});
