import type { Attributes, TerraformJson } from "../src/synth/terraform-json";

/**
 * Makes every management lock depend on all that lies below its scope. While a lock exists Azure refuses changes there,
 * so it must come last and go first. Worked out on the finished JSON, so that resources added by an extension count.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export function orderLocks(json: TerraformJson): void {
  const locks = Object.values(json.resource?.["azurerm_management_lock"] ?? {});
  if (locks.length === 0) return;
  const others = Object.entries(json.resource ?? {})
    .filter(([type]) => type !== "azurerm_management_lock")
    .flatMap(([type, named]) =>
      Object.entries(named).map(([name, attributes]) => ({
        address: `${type}.${name}`,
        text: JSON.stringify(attributes),
      })),
    );
  for (const lock of locks) {
    const target = /\$\{([\w-]+\.[\w-]+)\.id\}/.exec(String(lock["scope"]))?.[1];
    if (target === undefined) continue;
    const below = others.filter(
      ({ address, text }) => address === target || text.includes(`\${${target}.`) || text.includes(`"${target}"`),
    );
    const before = (lock["depends_on"] as readonly string[] | undefined) ?? [];
    (lock as Attributes & { depends_on?: string[] }).depends_on = [
      ...new Set([...before, ...below.map(({ address }) => address)]),
    ].sort();
  }
}
