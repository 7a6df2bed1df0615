import { factOf } from "../../src/azure";
import { attribute, schemaOf } from "../../src/azure/schema";
import { flatten, schemaPath } from "../../src/diff/flatten";
import { resourcesOf, type TerraformJson } from "../../src/plan/terraform-json";
import { generationOf } from "../recreation/subjects";
import { examples, run, writtenOf } from "../support/examples";
import { productionConfig } from "../support/production";

/** What azurerm 5 no longer takes of what our constructs write, and azurerm 4.55 knows by no other name. */
const OLD_NAMES = [
  "azurerm_application_gateway.enable_http2",
  "azurerm_application_insights.local_authentication_disabled",
  "azurerm_federated_identity_credential.parent_id",
  "azurerm_federated_identity_credential.resource_group_name",
  "azurerm_private_dns_a_record.resource_group_name",
  "azurerm_private_dns_a_record.zone_name",
  "azurerm_private_dns_zone_virtual_network_link.private_dns_zone_name",
  "azurerm_private_dns_zone_virtual_network_link.resource_group_name",
];

const NOT_ARGUMENTS = /^(lifecycle|tags)\b/;
const isMap = (type: string, path: string) => attribute(type, path.split(".")[0]!)?.kind === "map";

function* written(json: TerraformJson): Generator<[type: string, path: string]> {
  for (const { type, attributes } of resourcesOf(json))
    for (const path of flatten(attributes).keys()) {
      const plain = schemaPath(path);
      if (!NOT_ARGUMENTS.test(plain) && !isMap(type, plain)) yield [type, plain];
    }
}

const stacks = [
  ...generationOf(productionConfig()).stacks.map(({ json }) => json),
  ...examples().examples.map((one) => writtenOf(run(one))),
];
const all = [...new Set(stacks.flatMap((json) => [...written(json)].map(([type, path]) => `${type}.${path}`)))].map(
  (key): [type: string, path: string] => [key.slice(0, key.indexOf(".")), key.slice(key.indexOf(".") + 1)],
);

test("every argument that our constructs write is known to azurerm 4.55", () => {
  expect(all.length).toBeGreaterThan(250);
  expect(all.filter(([type, path]) => attribute(type, path, 4) === undefined)).toEqual([]);
  expect(all.filter(([type, path]) => attribute(type, path, 4)?.deprecated === true)).toEqual([]);
});

test("and stays in azurerm 5, but for those that the bindings know by their old name alone", () => {
  expect(all.filter(([type]) => schemaOf(type, 5) === undefined)).toEqual([]);
  const gone = all.filter(([type, path]) => attribute(type, path, 5) === undefined).map((one) => one.join("."));
  expect(gone.sort()).toEqual(OLD_NAMES);
});

test("whose new names rules read as well; a group goes without one, because the new name is an id", () => {
  for (const key of OLD_NAMES) {
    const [type = "", path = ""] = key.split(".");
    const renamed = factOf(type, "renamed")?.[path];
    if (path === "resource_group_name") expect(renamed).toBeUndefined();
    else {
      expect([key, attribute(type, renamed!.to, 5) !== undefined]).toEqual([key, true]);
      expect([key, attribute(type, renamed!.to, 4)]).toEqual([key, undefined]);
    }
  }
});
