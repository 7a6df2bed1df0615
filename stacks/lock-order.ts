import type { Attributes, TerraformJson } from "../src/plan/terraform-json";

const REFERENCE = /\$\{([\w-]+\.[\w-]+)\./g;
const EXPLICIT = /"(azurerm_\w+\.[\w-]+)"/g;

/**
 * Makes every management lock depend on all that lies below its scope, at any depth: a lock on a group covers the vault in
 * it, and the private endpoint of the vault. While a lock exists Azure refuses changes there, so it must come last and go
 * first. Worked out on the finished JSON, so that resources added by an extension count.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export function orderLocks(json: TerraformJson): void {
  const locks = Object.values(json.resource?.["azurerm_management_lock"] ?? {});
  if (locks.length === 0) return;
  const users = usersIn(json);
  for (const lock of locks) {
    const target = /\$\{([\w-]+\.[\w-]+)\.id\}/.exec(String(lock["scope"]))?.[1];
    if (target === undefined) continue;
    const below = new Set([target]);
    for (const one of below) for (const user of users.get(one) ?? []) below.add(user);
    const before = (lock["depends_on"] as readonly string[] | undefined) ?? [];
    (lock as Attributes & { depends_on?: string[] }).depends_on = [...new Set([...before, ...below])].sort();
  }
}

/** Who refers to a resource, by its address; locks refer to no purpose. */
function usersIn(json: TerraformJson): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [type, named] of Object.entries(json.resource ?? {})) {
    if (type === "azurerm_management_lock") continue;
    for (const [name, attributes] of Object.entries(named)) {
      const text = JSON.stringify(attributes);
      const used = [REFERENCE, EXPLICIT].flatMap((each) =>
        [...text.matchAll(each)].map(([, address]) => address ?? ""),
      );
      for (const address of new Set(used)) users.set(address, [...(users.get(address) ?? []), `${type}.${name}`]);
    }
  }
  return users;
}
