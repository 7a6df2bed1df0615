import { add, type Weakening } from "../../support/weakenings";

/** What is given to, trusted to or taken from somebody whom the config does not name. */
export const STRANGERS: readonly Weakening[] = [
  {
    what: "copies of blobs for an account of which only a variable is known",
    change: (stacks) => {
      stacks.platform.variable.partner_account = { type: "string" };
      add("platform", "azurerm_storage_object_replication.partner", {
        source_storage_account_id: "${azurerm_storage_account.storage.id}",
        destination_storage_account_id: "${var.partner_account}",
        rules: { source_container_name: "files", destination_container_name: "files" },
      })(stacks);
    },
    caught: ["NET-08", "REC-01", "REC-09"],
  },
];
