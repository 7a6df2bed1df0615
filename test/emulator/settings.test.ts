import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settingsOf } from "../../src/emulator/run/settings";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatewright-settings-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const json = (value: object) => JSON.stringify(value);

test.each([
  ["HCL", "main.tf", 'terraform {\n  backend "azurerm" {\n    key = "x"\n  }\n}', "azurerm"],
  ["HCL without space", "main.tf", 'terraform {\n  backend "s3"{}\n}', "s3"],
  ["HCP Terraform", "main.tf", 'terraform {\n  cloud {\n    organization = "x"\n  }\n}', "cloud"],
  ["a comment", "main.tf", 'terraform {\n  # backend "azurerm" {\n}', undefined],
  ["local state", "main.tf", 'terraform {\n  backend "local" {}\n}', undefined],
  ["JSON", "cdk.tf.json", json({ terraform: { backend: { azurerm: { key: "x" } } } }), "azurerm"],
  ["JSON in lists", "cdk.tf.json", json({ terraform: [{ backend: [{ http: {} }] }] }), "http"],
  ["JSON of HCP Terraform", "cdk.tf.json", json({ terraform: { cloud: {} } }), "cloud"],
  ["JSON without one", "cdk.tf.json", json({ terraform: { required_version: ">= 1.11" } }), undefined],
  ["another file", "notes.txt", 'backend "azurerm" {', undefined],
])("the backend in %s", (_, file, text, backend) => {
  writeFileSync(join(folder, file), text);
  expect(settingsOf(folder).backend).toBe(backend);
});

test.each([
  ["main.tf", "recover_soft_deleted_key_vaults = false", true],
  ["main.tf", "recover_soft_deleted_key_vaults = true", false],
  ["main.tf", "recover_soft_deleted_keys = false", false],
  ["cdk.tf.json", '{"recover_soft_deleted_key_vaults":false}', true],
  ["cdk.tf.json", '{"recover_soft_deleted_key_vaults": true}', false],
])("whether deleted vaults are left alone: %s with %s", (file, text, expected) => {
  writeFileSync(join(folder, file), text);
  expect(settingsOf(folder).leavesDeletedVaults).toBe(expected);
});
