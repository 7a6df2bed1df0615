import type { Resource } from "../../plan/resource";
import { ignoredBy } from "../../policy/helpers/ignored";
import type { Says } from "../claim";

/** Settings that Azure fills in when nobody does, so that the same config gives another environment or a changed plan. */
const FILLED: readonly {
  readonly type: string;
  readonly attribute: string;
  readonly trap?: string;
  readonly when?: (one: Resource) => boolean;
  readonly says: string;
}[] = [
  {
    type: "azurerm_container_app_environment",
    attribute: "infrastructure_resource_group_name",
    trap: "T16",
    when: (one) => one.blocks("workload_profile").length > 0,
    says: "Azure names its platform group, and every later plan replaces the environment.",
  },
  {
    type: "azurerm_postgresql_flexible_server",
    attribute: "zone",
    trap: "T27",
    says: "Azure picks its zone, and later plans want to change it.",
  },
  {
    type: "azurerm_private_endpoint",
    attribute: "custom_network_interface_name",
    trap: "T31",
    says: "Azure names its network interface, and a name given later replaces the endpoint.",
  },
  {
    type: "azurerm_private_dns_resolver_inbound_endpoint",
    attribute: "ip_configurations.private_ip_address",
    says: "Azure picks its address, which the network and the VPN profiles name as their DNS server.",
  },
];

/** What is neither set nor, for a recorded reason, left alone. */
export function leftToAzure(one: Resource, say: Says): void {
  const ignored = ignoredBy(one);
  for (const { type, attribute, trap, when, says } of FILLED) {
    if (one.type !== type || when?.(one) === false || ignored.includes(attribute)) continue;
    if (one.read(attribute).state === "absent") say.against(one.address, says, trap);
  }
  if (!one.type.startsWith("azurerm_consumption_budget_")) return;
  const start = one.value("time_period.start_date");
  if (typeof start === "string")
    say.against(one.address, "Its start is a fixed day, which Azure refuses in any later month.", "T36");
  else if (!ignored.some((change) => change.startsWith("time_period")))
    say.against(one.address, "Its start moves with every plan, which replaces it.", "T36");
}
