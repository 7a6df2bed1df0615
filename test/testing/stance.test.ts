import { join } from "node:path";
import { PrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { Testing } from "cdktf";
import { loadEnvironment } from "../../src/config/load";
import * as testing from "../../src/testing";
import { PocEnvironment } from "../../stacks/1-poc";
import { pocConfig } from "../support/poc-config";

const EXAMPLES = join(__dirname, "../../examples/full-ladder/environments");
const stanceOfExample = (stage: string) => testing.stanceOf(loadEnvironment(join(EXAMPLES, `orders.${stage}.yaml`)));

test("what is exported asks no test framework", () => {
  expect(Object.keys(testing).sort()).toEqual([
    "exposesOnly",
    "hasEveryResource",
    "hasNoResource",
    "hasSomeResource",
    "holdsControl",
    "keepsDataIn",
    "passesGate",
    "stanceOf",
  ]);
});

describe("a stance", () => {
  const preProduction = stanceOfExample("pre-production");

  test("says where what leaves goes, and what the product may reach", () => {
    expect(preProduction.egress).toEqual([
      "azurerm_subnet.network_subnet-AzureFirewallManagementSubnet: platform",
      "azurerm_subnet.network_subnet-AzureFirewallSubnet: platform",
      "azurerm_subnet.network_subnet-GatewaySubnet: platform",
      "azurerm_subnet.network_subnet-apps: firewall",
      "azurerm_subnet.network_subnet-data: firewall",
      "azurerm_subnet.network_subnet-endpoints: firewall",
      "azurerm_subnet.network_subnet-gateway: platform",
      "azurerm_subnet.network_subnet-resolver: platform",
      "payments: allow api.payments.example on https 443",
    ]);
  });

  test("says what is reached by private endpoints", () => {
    expect(preProduction.privateEndpoints).toEqual({
      "azurerm_private_endpoint.private_endpoint-database":
        "azurerm_postgresql_flexible_server.database-database (postgresqlServer)",
      "azurerm_private_endpoint.private_endpoint-registry": "azurerm_container_registry.registry (registry)",
      "azurerm_private_endpoint.private_endpoint-storage-blob": "azurerm_storage_account.storage (blob)",
      "azurerm_private_endpoint.private_endpoint-storage-queue": "azurerm_storage_account.storage (queue)",
      "azurerm_private_endpoint.private_endpoint-vault": "azurerm_key_vault.vault (vault)",
    });
  });

  test("says how every control stands, on no day in particular", () => {
    expect(preProduction.controls).toMatchObject({ "NET-04": "pass", "NET-05": "pass" });
    expect(stanceOfExample("poc").controls).toMatchObject({ "SEC-03": "pass", "REC-02": "not judged" });
    expect(Object.values(preProduction.controls)).not.toContain("fail");
    expect(Object.keys(preProduction.controls)).toEqual(Object.keys(preProduction.controls).toSorted());
  });

  test("shows a control that no longer holds, and an endpoint that is new", () => {
    const environment = new PocEnvironment(Testing.app(), pocConfig({ stores: { files: { type: "blobs" } } }));
    expect(testing.stanceOf(environment)).toMatchObject({ controls: { "NET-01": "pass" }, privateEndpoints: {} });
    for (const one of environment.node.findAll())
      if (one instanceof StorageAccount) one.addOverride("min_tls_version", "TLS1_0");
    const { stack, group, vault } = environment.platform;
    new PrivateEndpoint(stack, "extra", {
      name: "pep-extra",
      resourceGroupName: group.name,
      location: group.location,
      subnetId: "/subscriptions/…",
      privateServiceConnection: {
        name: "vault",
        privateConnectionResourceId: vault.id,
        subresourceNames: ["vault"],
        isManualConnection: false,
      },
    });
    expect(testing.stanceOf(environment)).toMatchObject({
      controls: { "NET-01": "fail" },
      privateEndpoints: { "azurerm_private_endpoint.extra": "azurerm_key_vault.vault (vault)" },
    });
  });

  test("of a plan that no stage is known of has no controls", () => {
    const plan = JSON.stringify({ format_version: "1.2", resource_changes: [], planned_values: {}, configuration: {} });
    expect(testing.stanceOf(plan).controls).toEqual({});
  });
});
