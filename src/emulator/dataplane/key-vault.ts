import { Refusal } from "../arm/refusal";
import { text } from "../json";
import type { DataPlane } from "./data-plane";

/** The data plane of vaults, as far as azurerm asks it. */
export const vaultData: DataPlane = {
  host: /^([^.]+)\.vault\.azure\.net$/,
  answer: (call, name, azure) => {
    const vault = azure.store
      .ofType("Microsoft.KeyVault/vaults")
      .find((one) => text(one.body["name"]).toLowerCase() === name);
    if (!vault) return new Refusal(404, "VaultNotFound", `There is no vault ${name}.`).reply();
    if (call.path === "/certificates/contacts")
      return new Refusal(404, "ContactsNotFound", "Contacts not found").reply();
    return new Refusal(404, "NotFound", `${call.method} ${call.path} is not emulated.`).reply();
  },
};
