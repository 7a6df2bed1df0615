import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publicEndpoints } from "../../src/exposure/endpoints";
import { readStacks, resourcesOf } from "../../src/plan/terraform-json";

const output = mkdtempSync(join(tmpdir(), "gatewright-minimal-"));
afterAll(() => rmSync(output, { recursive: true, force: true }));

test("twenty lines of TypeScript make a POC whose only public service is web", () => {
  process.env["CDKTF_OUTDIR"] = output;
  require("./main");
  const stacks = readStacks(output, ["hello-poc-platform", "hello-poc-services"]);
  expect(publicEndpoints(stacks)).toEqual(["web"]);
  expect(stacks.flatMap(({ json }) => resourcesOf(json)).map(({ address }) => address)).toEqual([
    "azurerm_consumption_budget_resource_group.budget",
    "azurerm_container_app_environment.apps",
    "azurerm_container_registry.registry",
    "azurerm_key_vault.vault",
    "azurerm_log_analytics_workspace.logs",
    "azurerm_monitor_diagnostic_setting.apps_diagnostics",
    "azurerm_resource_group.group",
    "azurerm_role_assignment.registry_pull-web",
    "azurerm_user_assigned_identity.identity-web",
    "azurerm_container_app.app-web",
  ]);
});
