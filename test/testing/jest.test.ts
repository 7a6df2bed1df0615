import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { Testing } from "cdktf";
import "../../src/testing/jest";
import { loadEnvironment } from "../../src/config/load";
import type { SynthesizedStack } from "../../src/plan/terraform-json";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PocEnvironment } from "../../stacks/1-poc";
import { folderWith } from "../support/folder";
import { asYaml, type Changes, pocConfig } from "../support/poc-config";

const today = "2026-11-21";
const plan = readFileSync(join(__dirname, "../policy/fixtures/vaults.plan.json"), "utf8");

const poc = (changes: Changes = {}) => new PocEnvironment(Testing.app(), pocConfig(changes));

/** A POC with blobs whose account was changed. */
function withStorage(path: string, value: unknown): PocEnvironment {
  const environment = poc({ stores: { files: { type: "blobs" } } });
  for (const one of environment.node.findAll()) if (one instanceof StorageAccount) one.addOverride(path, value);
  return environment;
}

/** What a matcher says when it fails. */
function message(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("the assertion passed");
}

describe("what may be asserted about", () => {
  const file = () => {
    const folder = folderWith({ "orders.poc.yaml": asYaml(pocConfig()) });
    return loadEnvironment(join(folder, "orders.poc.yaml"));
  };
  const stacks = (): readonly SynthesizedStack[] => synthesizeInMemory(poc());

  test.each<[string, () => unknown]>([
    ["an environment", poc],
    ["a config as it was loaded", file],
    ["synthesized stacks", stacks],
    ["the JSON of one stack", () => stacks().find(({ name }) => name.endsWith("services"))?.json],
  ])("%s", (_, received) => {
    const subject = received();
    expect(subject).toExposeOnly(["web"]);
    expect(subject).toExposeOnly(["web"]);
  });

  test("a plan, as text or parsed", () => {
    expect(plan).toExposeOnly([]);
    expect(JSON.parse(plan)).toHaveEveryResource("key_vault", { public_network_access_enabled: false });
  });

  test("nothing else", () => {
    expect(message(() => expect(42).toExposeOnly([]))).toContain(
      "expected an environment, its config, its synthesized stacks, or a plan's JSON",
    );
    expect(message(() => expect({}).toExposeOnly([]))).toContain(
      "neither synthesized Terraform JSON nor a Terraform plan",
    );
  });
});

describe("toPassGate", () => {
  test("passes a POC on a day before it expires", () => {
    expect(poc()).toPassGate("poc", { today });
    expect(poc()).not.toPassGate("poc", { today: "2026-12-20" });
    expect(poc()).not.toPassGate("pilot", { today });
  });

  test("names resource, attribute, value, control and fix", () => {
    const says = message(() => expect(withStorage("min_tls_version", "TLS1_0")).toPassGate("poc", { today }));
    expect(says).toContain("expected orders-poc to pass the POC gate on 2026-11-21, but it is held:");
    expect(says).toMatch(
      / {2}azurerm_storage_account\.storage[^\n]*TLS1_0[^\n]*\(NET-01\)\n {6}at min_tls_version\n {6}fix: \S/,
    );
  });

  test("names the line of a config that was loaded", () => {
    const folder = folderWith({ "orders.poc.yaml": asYaml(pocConfig()) });
    const says = message(() =>
      expect(loadEnvironment(join(folder, "orders.poc.yaml"))).toPassGate("poc", { today: "2027-01-01" }),
    );
    expect(says).toContain("The environment expired on 2026-12-19 (REC-02)");
    expect(says).toContain("orders.poc.yaml:6:1)");
  });

  test("sees what was changed since the last assertion", () => {
    const environment = poc({ stores: { files: { type: "blobs" } } });
    expect(environment).toPassGate("poc", { today });
    for (const one of environment.node.findAll())
      if (one instanceof StorageAccount) one.addOverride("min_tls_version", "TLS1_0");
    expect(environment).not.toPassGate("poc", { today });
  });

  test("needs a day that exists and a gate that exists", () => {
    expect(message(() => expect(poc()).toPassGate("poc", {} as never))).toContain(
      "toPassGate needs the day of the check",
    );
    expect(message(() => expect(poc()).toPassGate("poc", { today: "2026-02-30" }))).toContain('got "2026-02-30"');
    expect(message(() => expect(poc()).toPassGate("piloot" as never, { today }))).toContain('did you mean "pilot"');
  });
});

describe("toHoldControl", () => {
  test("holds when it judged something and found nothing wrong", () => {
    expect(poc()).toHoldControl("SEC-03");
    expect(plan).toHoldControl("NET-04");
  });

  test("does not hold where there is nothing to judge: a rule that never ran cannot pass", () => {
    expect(message(() => expect(poc()).toHoldControl("NET-07"))).toContain("there is nothing that it judges");
  });

  test("does not hold where it could not be judged", () => {
    expect(message(() => expect(poc()).toHoldControl("REC-02"))).toContain("it was not judged, for want of today");
    expect(poc()).toHoldControl("REC-02", { today });
  });

  test("says what is wrong, or that the control is unknown", () => {
    expect(message(() => expect(withStorage("https_traffic_only_enabled", false)).toHoldControl("NET-01"))).toContain(
      "      at https_traffic_only_enabled\n      fix: ",
    );
    expect(message(() => expect(poc()).toHoldControl("NET-4"))).toContain('did you mean "NET-04"');
  });
});

describe("toExposeOnly", () => {
  test("is about exactly these", () => {
    const services = {
      web: { image: "orders/web:0.3.1", port: 3000, exposure: "public" },
      api: { image: "orders/api:0.3.1", port: 8080, exposure: "public" },
    };
    expect(poc({ services })).toExposeOnly(["web", "api"]);
    const says = message(() => expect(poc({ services })).toExposeOnly(["web", "admin"]));
    expect(says).toContain("expected orders-poc to expose only web, admin, but:");
    expect(says).toContain("azurerm_container_app.app-api takes requests from the Internet itself (NET-05)");
    expect(says).toContain("at ingress.external_enabled");
    expect(says).toContain('"admin" is not reachable from the Internet');
  });

  test("counts a static website as a way in", () => {
    const says = message(() =>
      expect(withStorage("static_website", { index_document: "index.html" })).toExposeOnly(["web"]),
    );
    expect(says).toContain("azurerm_storage_account.storage serves a website to everyone");
  });
});

describe("toKeepDataIn", () => {
  test("counts where data is, and where copies of it go", () => {
    expect(withStorage("account_kind", "StorageV2")).toKeepDataIn(["westeurope"]);
    expect(withStorage("account_kind", "StorageV2")).toKeepDataIn(["West Europe"]);
    const says = message(() => expect(withStorage("account_replication_type", "GRS")).toKeepDataIn(["westeurope"]));
    expect(says).toContain(
      "azurerm_storage_account.storage is copied to northeurope (DAT-02)\n      at account_replication_type\n      fix: ",
    );
    expect(message(() => expect(poc()).toKeepDataIn(["swedencentral"]))).toContain(
      "azurerm_key_vault.vault is in westeurope (DAT-01)\n      at location\n      fix: move it to swedencentral",
    );
  });
});

describe("resources", () => {
  test("toHaveEveryResource is about all of them, and there must be one", () => {
    expect(poc()).toHaveEveryResource("azurerm_container_registry", { admin_enabled: false, sku: "Basic" });
    expect(poc()).toHaveEveryResource("container_app", { ingress: { external_enabled: true } });
    expect(poc()).toHaveEveryResource("key_vault", { name: expect.stringMatching(/^kv-orders-poc-/) });
    expect(poc()).toHaveEveryResource("key_vault", { soft_delete_retention_days: (days: number) => days >= 7 });
    expect(message(() => expect(poc()).toHaveEveryResource("redis_cache"))).toContain(
      "there is no azurerm_redis_cache",
    );
    expect(message(() => expect(poc()).toHaveEveryResource("container_registry", { sku: "Premium" }))).toContain(
      'azurerm_container_registry.registry: sku is "Basic", must be "Premium"',
    );
  });

  test("the provider's defaults count: absent is not off", () => {
    const environment = withStorage("public_network_access_enabled", undefined);
    expect(environment).toHaveEveryResource("storage_account", { public_network_access_enabled: true });
  });

  test("toHaveSomeResource and toHaveNoResource", () => {
    expect(poc()).toHaveSomeResource("role_assignment", { role_definition_name: "AcrPull" });
    expect(poc()).toHaveNoResource("role_assignment", { role_definition_name: "Owner" });
    expect(poc()).toHaveNoResource("redis_cache");
    expect(message(() => expect(poc()).toHaveNoResource("key_vault"))).toContain("azurerm_key_vault.vault does");
    expect(
      message(() => expect(poc()).toHaveSomeResource("role_assignment", { role_definition_name: "Owner" })),
    ).toContain('must be "Owner"');
  });

  test("a secret is not shown", () => {
    const environment = withStorage("tags.password", "Tr0ub4dor&3xyzzy");
    expect(
      message(() => expect(environment).toHaveEveryResource("storage_account", { "tags.password": "no" })),
    ).not.toContain("Tr0ub4dor");
  });
});

describe("toMatchStance", () => {
  test("is a small, sorted snapshot of what matters", () => {
    expect(poc({ stores: { files: { type: "blobs" }, database: { type: "postgresql" } } })).toMatchStance();
  });

  test("differs when a role is added, and cannot be negated", () => {
    const environment = poc();
    new RoleAssignment(environment.platform.stack, "extra", {
      principalId: "${azurerm_user_assigned_identity.identity-web.principal_id}",
      roleDefinitionName: "Reader",
      scope: "${azurerm_resource_group.group.id}",
    });
    expect(environment).toMatchStance();
    expect(() => expect(environment).not.toMatchStance()).toThrow("cannot be negated");
  });
});
