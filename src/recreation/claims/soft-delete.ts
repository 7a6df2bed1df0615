import { feature } from "../../policy/facts/providers";
import { asList, asObject } from "../../policy/graph/json";
import type { Says } from "../claim";
import type { Subject } from "../subject";

/** A provider setting that decides what becomes of a deleted thing. */
interface Setting {
  readonly name: string;
  /** What it must be where an environment dies for good; a retained one needs the opposite, or either. */
  readonly disposable: boolean;
  readonly retained: boolean | "either";
}

interface SoftDeleting {
  readonly type: string;
  readonly trap: string;
  readonly block: string;
  readonly settings: readonly Setting[];
}

const purge = (name: string): Setting => ({ name, disposable: true, retained: false });
const recover = (name: string): Setting => ({ name, disposable: false, retained: "either" });

const cognitive = { trap: "T7", block: "cognitive_account", settings: [purge("purge_soft_delete_on_destroy")] };
const learning = {
  trap: "T7",
  block: "machine_learning",
  settings: [purge("purge_soft_deleted_workspace_on_destroy")],
};

/**
 * Types that Azure keeps after a delete and whose fate the provider decides; every one needs its settings written out.
 *
 * Source: the resources of azurerm 4.55 that ask the provider's features whether to purge what they have deleted.
 */
const SOFT_DELETING: readonly SoftDeleting[] = [
  {
    type: "azurerm_key_vault",
    trap: "T1",
    block: "key_vault",
    settings: [purge("purge_soft_delete_on_destroy"), recover("recover_soft_deleted_key_vaults")],
  },
  {
    type: "azurerm_log_analytics_workspace",
    trap: "T5",
    block: "log_analytics_workspace",
    settings: [purge("permanently_delete_on_destroy")],
  },
  {
    type: "azurerm_app_configuration",
    trap: "T7",
    block: "app_configuration",
    settings: [purge("purge_soft_delete_on_destroy"), recover("recover_soft_deleted")],
  },
  {
    type: "azurerm_api_management",
    trap: "T7",
    block: "api_management",
    settings: [purge("purge_soft_delete_on_destroy"), recover("recover_soft_deleted")],
  },
  {
    type: "azurerm_key_vault_managed_hardware_security_module",
    trap: "T1",
    block: "key_vault",
    settings: [purge("purge_soft_deleted_hardware_security_modules_on_destroy")],
  },
  { type: "azurerm_ai_services", ...cognitive },
  { type: "azurerm_cognitive_account", ...cognitive },
  { type: "azurerm_ai_foundry", ...learning },
  { type: "azurerm_machine_learning_workspace", ...learning },
];

/** The provider must be told what to do with what Azure keeps; its own default differs from type to type. */
export function softDelete({ graph, resolved }: Subject, say: Says): void {
  const { retained } = resolved.stance;
  for (const { type, trap, block, settings } of SOFT_DELETING)
    for (const stack of new Set(graph.of(type).map((one) => one.stack))) {
      const provider = asObject(
        asList(asObject(stack.json["provider"])["azurerm"]).find((one) => asObject(one)["alias"] === undefined),
      );
      for (const { name, ...wanted } of settings) {
        const where = `${stack.name}/provider.azurerm`;
        const set = asObject(asList(asObject(asList(provider["features"])[0])[block])[0])[name];
        const value = feature(provider, block, name, false);
        const right = retained ? wanted.retained : wanted.disposable;
        if (set === undefined)
          say.against(where, `features.${block}.${name} is not set, and ${type} is kept by Azure.`, trap);
        else if (right !== "either" && value !== right)
          say.against(where, `features.${block}.${name} is ${value}; at this stage it must be ${right}.`, trap);
      }
    }
}
