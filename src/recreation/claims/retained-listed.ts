import { backendOf } from "../../plan/providers";
import type { Claim, Says } from "../claim";
import { isRetained, retainedThings } from "../retained";
import type { Subject } from "../subject";

/** Vaults of backups: they must outlive what they restore. */
const BACKUPS: Readonly<Record<string, string>> = {
  azurerm_data_protection_backup_vault: "T9",
  azurerm_recovery_services_vault: "T8",
};

/** What a recreation leaves alone is known, and none of it is among what it destroys. */
export const retainedListed: Claim = {
  id: "retained-listed",
  title: "What outlives the environment is listed with its reason, and is not part of it",
  check(subject, say) {
    for (const { what, why } of retainedThings(subject)) say.evidence(`${what}: ${why}`);
    backups(subject, say);
    stateInside(subject, say);
  },
};

function backups({ graph }: Subject, say: Says): void {
  for (const [type, trap] of Object.entries(BACKUPS))
    for (const one of graph.of(type))
      if (!isRetained(one))
        say.against(
          one.address,
          "It holds backups and would be destroyed with what they restore: put it into a recovery stack.",
          trap,
        );
}

/** State that lies in the environment goes with it. */
function stateInside({ graph }: Subject, say: Says): void {
  const own = new Set(graph.of("azurerm_storage_account").map((one) => one.text("name")));
  for (const stack of graph.stacks) {
    const account = backendOf(stack.backend)?.settings["storage_account_name"];
    if (typeof account === "string" && own.has(account))
      say.against(`${stack.name}/backend`, `Its state is in ${account}, which it destroys.`, "T35");
  }
}
