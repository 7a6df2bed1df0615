import { readFileSync } from "node:fs";
import { resourcesOf, type SynthesizedStack } from "../../src/plan/terraform-json";
import { GatewrightApp } from "../../src/synth/app";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PreProductionEnvironment } from "../../stacks";
import { changed, preProductionConfig } from "../support/pre-production";
import { only } from "../support/synthesize";

const environment = new PreProductionEnvironment(new GatewrightApp(), preProductionConfig());
const stacks = synthesizeInMemory(environment);
const [platform, services, entry] = stacks as [SynthesizedStack, SynthesizedStack, SynthesizedStack];
const addresses = ({ json }: SynthesizedStack) => resourcesOf(json).map(({ address }) => address);

describe("a Pre-Production's stacks", () => {
  test("are deployed in this order, and destroyed in the other", () => {
    expect(stacks.map(({ name }) => name)).toEqual([
      "orders-pre-production-platform",
      "orders-pre-production-services",
      "orders-pre-production-entry",
    ]);
    expect(environment.stacks.map((stack) => stack.dependencies.map(({ node }) => node.id))).toEqual([
      [],
      ["orders-pre-production-platform"],
      ["orders-pre-production-services"],
    ]);
  });

  test("take these variables, and give these values", () => {
    const keys = (part: "variable" | "output") => stacks.map(({ json }) => Object.keys(json[part] ?? {}).sort());
    expect(keys("variable")).toEqual([
      ["subscription_id", "tenant_id", "vpn_audience"],
      ["subscription_id"],
      ["apps_domain", "subscription_id"],
    ]);
    expect(keys("output")).toEqual([
      ["apps_domain", "registry_server", "resource_group_name", "vault_name"],
      [],
      ["entry_address"],
    ]);
  });

  test("check the format of what they are given", () => {
    const guid = (name: string) =>
      `\${can(regex("^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$", var.${name}))}`;
    expect(platform.json.variable?.["vpn_audience"]).toEqual({
      type: "string",
      description: "the app registration that people sign in to; owner ada@orders.example.",
      validation: [{ condition: guid("vpn_audience"), error_message: "vpn_audience must be a GUID." }],
    });
    expect(entry.json.variable?.["apps_domain"]).toMatchObject({
      validation: [
        {
          condition: '${can(regex("^[a-z0-9-]+\\\\.westeurope\\\\.azurecontainerapps\\\\.io$", var.apps_domain))}',
          error_message: "apps_domain must be the platform's output apps_domain.",
        },
      ],
    });
  });

  test("an external may be called like a resource", () => {
    const config = changed(({ externals, vpn }) => {
      externals.vpn = externals["vpn-audience"];
      vpn.audience = "vpn";
    });
    const [first] = synthesizeInMemory(new PreProductionEnvironment(new GatewrightApp(), config));
    expect(Object.keys(first?.json.variable ?? {})).toEqual(["subscription_id", "tenant_id", "vpn"]);
  });

  test("keep state by environment, generation and stack, in the foundation's storage by Entra sign-in", () => {
    expect(stacks.map(({ json }) => json.terraform?.["backend"])).toEqual(
      ["platform", "services", "entry"].map((role) => ({
        azurerm: { key: `orders-pre-production/g1/${role}.tfstate`, use_azuread_auth: true, use_oidc: true },
      })),
    );
  });

  test("read nothing from Azure, from another stack's state or from another stack's resources", () => {
    for (const { json } of stacks) {
      expect(json.data).toBeUndefined();
      const text = JSON.stringify({ ...json, "//": undefined });
      expect(text).not.toContain("terraform_remote_state");
      const used = [...text.matchAll(/\$\{(azurerm_\w+\.[\w-]+)/g)].map(([, address]) => address);
      const own = new Set(resourcesOf(json).map(({ address }) => address));
      expect(used.filter((address) => !own.has(String(address)))).toEqual([]);
    }
  });

  test("an apply needs no data plane: nothing is read from or written into vault, storage or database", () => {
    const types = new Set(stacks.flatMap(({ json }) => Object.keys(json.resource ?? {})));
    const DATA_PLANE =
      /^azurerm_(?:key_vault_(?:secret|key|certificate)|storage_(?:blob|share|table|data_lake)|app_configuration_)/;
    expect([...types].filter((type) => DATA_PLANE.test(type))).toEqual([]);
    for (const { json } of stacks) {
      const features = expect.arrayContaining([
        expect.objectContaining({ storage: [{ data_plane_available: false }] }),
      ]);
      expect(json.provider).toEqual({ azurerm: [expect.objectContaining({ storage_use_azuread: true, features })] });
    }
  });
});

describe("the addresses of a Pre-Production, of which a changed one replaces real infrastructure", () => {
  test("in the services stack are exactly these", () => {
    expect(addresses(services)).toEqual([
      "azurerm_application_insights.insights",
      ...["admin", "api", "mailer", "rates", "reports", "web"].map((name) => `azurerm_container_app.app-${name}`),
      "azurerm_container_app_job.database-database-bootstrap",
      "azurerm_container_app_job.database-database-migrate",
      "azurerm_container_app_job.job-cleanup",
      ...[
        ...["admin-errors", "admin-restarts", "api-errors", "api-restarts", "mailer-restarts", "rates-errors"],
        ...["rates-restarts", "reports-errors", "reports-restarts", "web-errors", "web-restarts"],
      ].map((name) => `azurerm_monitor_metric_alert.alert-${name}`),
    ]);
  });

  test("in the entry stack are exactly these", () => {
    expect(addresses(entry)).toEqual([
      "azurerm_application_gateway.gateway",
      "azurerm_monitor_diagnostic_setting.diagnostics-gateway",
      "azurerm_monitor_metric_alert.alert-entry-errors",
      "azurerm_monitor_metric_alert.alert-entry-health",
      "azurerm_public_ip.gateway_address",
      "azurerm_web_application_firewall_policy.gateway_firewall",
    ]);
  });

  test("in the platform stack are exactly those of the list beside this test", () => {
    const list = readFileSync(`${__dirname}/pre-production-platform.addresses.txt`, "utf8");
    expect(addresses(platform)).toEqual(list.trimEnd().split("\n"));
  });
});

describe("each service gets the ingress of its exposure, in an environment that only the network reaches", () => {
  test("public and network services answer the network, private ones the environment alone, and none plain HTTP", () => {
    const ingress = Object.entries(services.json.resource?.["azurerm_container_app"] ?? {}).map(([name, app]) => {
      const [block] = [app["ingress"]].flat() as ({ external_enabled: boolean } | undefined)[];
      return [name, block && { external: block.external_enabled, ...block }];
    });
    const of = (external: boolean) =>
      expect.objectContaining({ external, allow_insecure_connections: false, transport: "auto" });
    expect(Object.fromEntries(ingress)).toEqual({
      "app-web": of(true),
      "app-api": of(true),
      "app-admin": of(true),
      "app-reports": of(true),
      "app-rates": of(false),
      "app-mailer": undefined,
    });
    expect(only(stacks, "azurerm_container_app_environment")).toMatchObject({
      internal_load_balancer_enabled: true,
      public_network_access: "Disabled",
    });
  });

  test("images come from the environment's own registry, by digest, fetched by the service's identity", () => {
    const apps = ["azurerm_container_app", "azurerm_container_app_job"].flatMap((type) =>
      Object.values(services.json.resource?.[type] ?? {}),
    );
    const text = JSON.stringify(apps);
    const images = [...text.matchAll(/"image":"([^"]+)"/g)].map(([, image]) => String(image));
    expect(images).toHaveLength(9);
    for (const image of images)
      expect(image).toMatch(/^acrorderspreprodweug1\w{4}\.azurecr\.io\/[\w/-]+@sha256:[0-9a-f]{64}$/);
    expect(text).not.toContain("password_secret_name");
  });
});
