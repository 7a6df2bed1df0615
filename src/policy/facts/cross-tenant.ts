import { UNKNOWN } from "../graph/reference";
import type { RuleContext } from "../rule";

const PATH = "cross_tenant_replication_enabled";

/** An account that lets somebody copy its blobs into another company's directory, past every firewall. */
export function judgeCrossTenant(context: RuleContext): void {
  for (const one of context.resources("azurerm_storage_account")) {
    const on = one.value(PATH);
    if (on === UNKNOWN) context.unknown(one, PATH);
    else if (on === true)
      context.fail(one, PATH, "Its blobs may be replicated into another tenant.", { fix: `Set ${PATH} to false.` });
  }
}
