import type { ConfigView } from "../policy/config-view";
import type { PlanGraph } from "../policy/graph/graph";
import { inOrder } from "./values";

/** Something of the plan that this section cannot look into. */
export interface NotRead {
  readonly what: string;
  readonly why: string;
}

/** Types that open ways in or out which are not read here. */
const TYPES: Readonly<Record<string, string>> = {
  azurerm_cosmosdb_postgresql_cluster: "its own switches of public access are not read",
  azurerm_express_route_gateway: "what connects through it is not read",
  azurerm_key_vault_managed_hardware_security_module_role_assignment: "roles inside the module are not read",
  azurerm_kusto_cluster_principal_assignment: "roles inside the cluster are not read",
  azurerm_kusto_database_principal_assignment: "roles inside the database are not read",
  azurerm_managed_application: "what it makes is not in the plan",
  azurerm_orchestrated_virtual_machine_scale_set: "its network cards are not read",
  azurerm_point_to_site_vpn_gateway: "a VPN of a virtual hub is not read",
  azurerm_resource_deployment_script_azure_cli: "what it does is not in the plan",
  azurerm_resource_deployment_script_azure_power_shell: "what it does is not in the plan",
  azurerm_resource_group_template_deployment: "what it makes is not in the plan",
  azurerm_subscription_template_deployment: "what it makes is not in the plan",
  azurerm_synapse_workspace: "its endpoints are not read",
  azurerm_virtual_hub_route_table: "routes of a virtual hub are not read",
  azurerm_virtual_machine_scale_set: "its network cards are not read",
  azurerm_vpn_gateway: "a VPN of a virtual hub is not read",
};

const PLAIN_PROVIDERS = new Set(["azuread", "local", "null", "random", "terraform", "time", "tls"]);

function* found(graph: PlanGraph): Generator<NotRead> {
  for (const one of graph.resources) {
    if (one.mode !== "managed") continue;
    const provider = one.type.split("_")[0] ?? "";
    const known = TYPES[one.type];
    if (known !== undefined) yield { what: one.address, why: known };
    else if (provider !== "azurerm" && !PLAIN_PROVIDERS.has(provider))
      yield { what: one.address, why: `resources of provider ${provider} are not read` };
  }
  for (const stack of graph.stacks)
    if (stack.basis === "static")
      for (const { name } of stack.modules)
        yield { what: graph.label(stack, `module.${name}`), why: "its resources show in a plan only" };
  const servers = ["azurerm_mssql_server", "azurerm_mysql_flexible_server", "azurerm_postgresql_flexible_server"];
  for (const one of graph.of(...servers))
    yield { what: `roles in the databases of ${one.address}`, why: "they are made in SQL, by its administrators" };
}

/** Groups of people that a config names; their roles are at the subscription, and so in another plan. */
function* groups({ access, foundation }: ConfigView): Generator<NotRead> {
  if (foundation === undefined) return;
  const where = `the foundation gives it: gatewright report ${foundation} tells`;
  yield { what: "what the deploy identity may do", why: where };
  const named = {
    readers: access?.readers,
    operators: access?.operators,
    approvers: access?.approvers,
    "break-glass": access?.breakGlass,
  };
  for (const [role, id] of Object.entries(named))
    if (id !== undefined) yield { what: `what group ${id} may do (${role})`, why: where };
}

/** A firewall sees requests, not the questions that Azure's resolver answers. */
function names(graph: PlanGraph): NotRead[] {
  if (graph.of("azurerm_firewall").length === 0) return [];
  return [
    { what: "names that are asked for", why: "Azure resolves any public name; rules of a firewall are about requests" },
  ];
}

/** What the section says nothing about although the plan or its config has it, so that silence is not taken for safety. */
export function notRead(graph: PlanGraph, config?: ConfigView): NotRead[] {
  return inOrder([...found(graph), ...names(graph), ...groups(config ?? {})], ({ what }) => what);
}
