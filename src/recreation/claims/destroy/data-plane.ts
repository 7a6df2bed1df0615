import { feature } from "../../../plan/providers";
import type { Resource } from "../../../plan/resource";
import type { Says } from "../../claim";
import type { Subject } from "../../subject";

/** Types that Terraform writes, reads and deletes through a data plane, with the trap. */
const DATA_PLANE: readonly (readonly [types: RegExp, trap: string])[] = [
  [
    /^azurerm_key_vault_(?:certificate|certificate_contacts|certificate_issuer|key|secret|managed_storage_account)/,
    "T34",
  ],
  [/^azurerm_app_configuration_(?:feature|key)$/, "T34"],
  [
    /^azurerm_storage_(?:blob|data_lake_gen2_filesystem|data_lake_gen2_path|share_directory|share_file|table|table_entity)$/,
    "T33",
  ],
  [/^(?:mssql|mysql|postgresql)_/, "T34"],
];

/** Types that go through the control plane only when they name the account by its id. */
const BY_ACCOUNT_ID = /^azurerm_storage_(?:container|queue|share)$/;

/**
 * Where the stores are private, nobody outside the network reaches a data plane: neither the runner that applies nor the
 * one that destroys.
 */
export function dataPlane({ graph, resolved }: Subject, say: Says): void {
  if (resolved.stance.vault.exposure === "public") return;
  for (const one of graph.managed()) {
    const trap = trapOf(one);
    if (trap !== undefined)
      say.against(
        one.address,
        "Terraform reaches it through a data plane, which answers in the private network only: use the control plane, or a job that runs inside.",
        trap,
      );
  }
  for (const { stack, settings } of graph.azurermProviders()) {
    const closed = graph
      .of("azurerm_storage_account")
      .some((one) => one.stack === stack && one.value("public_network_access_enabled") === false);
    if (closed && feature(settings, "storage", "data_plane_available", true) !== false)
      say.against(
        `${stack.name}/provider.azurerm`,
        "features.storage.data_plane_available is not false: the provider would ask the private account itself.",
        "T33",
      );
  }
}

function trapOf(one: Resource): string | undefined {
  if (BY_ACCOUNT_ID.test(one.type)) return one.read("storage_account_name").state === "absent" ? undefined : "T33";
  return DATA_PLANE.find(([types]) => types.test(one.type))?.[1];
}
