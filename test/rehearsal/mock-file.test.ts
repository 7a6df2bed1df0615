import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mockFile } from "../../src/rehearsal/mock-file";
import { dataForm, knownTypes, resourceForm } from "../../src/rehearsal/table";

const group = { name: "rg-orders", location: "westeurope" };

function stack(resource: object, more: object = {}): { [key: string]: unknown } {
  return {
    provider: { azurerm: [{ features: [{}] }] },
    resource: { azurerm_resource_group: { rg: group }, ...resource },
    ...more,
  };
}

/** The text of the block for one target. */
function override(hcl: string, target: string): string {
  return hcl.split(/\n\n(?=\S)/).find((part) => part.includes(`target = ${target}\n`)) ?? "";
}

describe("the test file for a rehearsal", () => {
  it("gives each resource an id made of its own name and group, through references and locals", () => {
    const { hcl, gaps } = mockFile(
      stack(
        {
          azurerm_key_vault: {
            vault: { name: "kv-${local.w}", resource_group_name: "${azurerm_resource_group.rg.name}" },
          },
        },
        { locals: { w: "orders" } },
      ),
    );
    expect(override(hcl, "azurerm_key_vault.vault")).toMatch(
      /id = "\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/rg-orders\/providers\/Microsoft.KeyVault\/vaults\/kv-orders"/,
    );
    expect(override(hcl, "azurerm_key_vault.vault")).toContain('vault_uri = "https://kv-orders.vault.azure.net/"');
    expect(gaps).toEqual([]);
  });

  it("gives two resources of a type two ids and two principals", () => {
    const identity = (name: string) => ({ name, resource_group_name: "rg-orders" });
    const { hcl } = mockFile(stack({ azurerm_user_assigned_identity: { a: identity("id-a"), b: identity("id-b") } }));
    const principals = ["a", "b"].map(
      (name) => /principal_id = "([0-9a-f-]{36})"/.exec(override(hcl, `azurerm_user_assigned_identity.${name}`))?.[1],
    );
    expect(new Set(principals).size).toBe(2);
    expect(override(hcl, "azurerm_user_assigned_identity.b")).toContain("/userAssignedIdentities/id-b");
  });

  it("builds a child's id under its parent's", () => {
    const { hcl } = mockFile(
      stack({
        azurerm_storage_account: { st: { name: "storders", resource_group_name: "rg-orders" } },
        azurerm_storage_container: { files: { name: "files", storage_account_id: "${azurerm_storage_account.st.id}" } },
      }),
    );
    expect(override(hcl, "azurerm_storage_container.files")).toContain(
      "/storageAccounts/storders/blobServices/default/containers/files",
    );
  });

  it("mocks a system-assigned identity where one is asked for", () => {
    const { hcl } = mockFile(
      stack({
        azurerm_service_plan: { p: { name: "p" } },
        azurerm_linux_web_app: { w: { name: "w", identity: { type: "SystemAssigned" } } },
      }),
    );
    expect(override(hcl, "azurerm_linux_web_app.w")).toMatch(/identity = \{\s+principal_id = "[0-9a-f-]{36}"/);
  });

  it("lists by name a type, an attribute and a data source that have no form, and nothing else", () => {
    const { gaps } = mockFile(
      stack(
        {
          azurerm_new_thing: { t: { name: "t" } },
          azurerm_key_vault: { v: { name: "v" } },
          azurerm_monitor_action_group: {
            g: { name: "${azurerm_key_vault.v.mystery}-${azurerm_key_vault.v.vault_uri}" },
          },
        },
        { data: { azurerm_new_source: { s: {} }, azurerm_client_config: { me: {} } } },
      ),
    );
    expect(gaps).toEqual(["azurerm_key_vault.mystery", "azurerm_new_thing", "data.azurerm_new_source"]);
  });

  it("does not count what only an output shows", () => {
    const output = { x: { value: "${azurerm_key_vault.v.mystery}" } };
    expect(mockFile(stack({ azurerm_key_vault: { v: { name: "v" } } }, { output })).gaps).toEqual([]);
  });

  it("mocks every alias of the provider, other clouds' providers, and leaves offline providers real", () => {
    const { hcl } = mockFile(
      stack(
        { random_id: { r: {} }, azuread_group: { g: {} } },
        { provider: { azurerm: [{ features: [{}] }, { alias: "dns" }] } },
      ),
    );
    expect(hcl.match(/mock_provider "\w+"/g)).toEqual([
      'mock_provider "azuread"',
      'mock_provider "azurerm"',
      'mock_provider "azurerm"',
    ]);
    expect(hcl).toContain('alias = "dns"');
  });

  it("gives types that are used out of sight a form too", () => {
    const { hcl, gaps } = mockFile(stack({}), { alsoUsed: ["azurerm_subnet", "data.azurerm_key_vault"] });
    expect(hcl).toContain('mock_resource "azurerm_subnet"');
    expect(hcl).toContain('mock_data "azurerm_key_vault"');
    expect(gaps).toEqual([]);
  });

  it("is the same text for the same configuration, and never interpolates", () => {
    const one = stack({ azurerm_key_vault: { v: { name: "${each.value}", resource_group_name: "rg-orders" } } });
    expect(mockFile(one).hcl).toBe(mockFile(one).hcl);
    expect(mockFile(one).hcl).not.toContain("${");
  });

  it.each(["platform", "private-network", "edge-and-services"])(
    "has a form for everything in the %s fixture",
    (name) => {
      expect(mockFile(JSON.parse(readFileSync(join(__dirname, "fixtures", `${name}.tf.json`), "utf8"))).gaps).toEqual(
        [],
      );
    },
  );
});

describe("the table", () => {
  const lib = join(__dirname, "../../node_modules/@cdktf/provider-azurerm/lib");
  const bound = new Set(readdirSync(lib).map((folder) => folder.replaceAll("-", "")));

  it("knows only types that the provider has", () => {
    const folded = (type: string): string => type.replace(/^azurerm_/, "").replaceAll("_", "");
    expect(knownTypes.filter((type) => !bound.has(folded(type)))).toEqual([]);
    expect(knownTypes.length).toBeGreaterThan(490);
  });

  it("refers to parents that it knows itself", () => {
    const unknown = knownTypes.flatMap((type) =>
      (resourceForm(type)?.ids ?? []).flatMap((id) =>
        [...id.matchAll(/\{\w+_id:(\w+)/g)]
          .map(([, parent = ""]) => parent)
          .filter((parent) => !resourceForm(`azurerm_${parent}`)),
      ),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });

  it("names only attributes that the bindings have", () => {
    const wrong = knownTypes.flatMap((type) => {
      const folder = readdirSync(lib).find(
        (one) => one.replaceAll("-", "") === type.replace(/^azurerm_/, "").replaceAll("_", ""),
      );
      const file = join(lib, folder ?? "", "index.d.ts");
      const text = existsSync(file) ? readFileSync(file, "utf8") : "";
      const camel = (name: string): string => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
      const names = Object.keys(resourceForm(type)?.attributes ?? {});
      return names.filter((name) => !text.includes(`get ${camel(name)}()`)).map((name) => `${type}.${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it("takes a data source's own line before that of the resource of its name", () => {
    expect(dataForm("azurerm_role_definition")?.ids[0]).not.toContain("|");
    expect(resourceForm("azurerm_role_definition")?.ids[0]).toContain("|");
    expect(dataForm("azurerm_key_vault")).toEqual(resourceForm("azurerm_key_vault"));
  });
});
