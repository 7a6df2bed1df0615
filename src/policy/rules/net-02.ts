import { typesWith } from "../../azure";
import { PAAS } from "../../reach/paas";
import { judgeFirewallRules, judgeStore } from "../helpers/public-stores";
import { rule } from "../rule";

const STORES = Object.entries(PAAS)
  .filter(([, one]) => one.data)
  .map(([type]) => type);
/** Rules of servers that azurerm has given up, in plans of older versions, and of those whose entry names no filter. */
const OLDER_RULES = [
  "azurerm_mariadb_firewall_rule",
  "azurerm_mysql_firewall_rule",
  "azurerm_sql_firewall_rule",
  "azurerm_synapse_firewall_rule",
];
const RULES_OF_SERVERS = [
  ...new Set([
    ...typesWith("publicSide").flatMap(([, { filter }]) => (filter?.kind === "rules" ? [filter.type] : [])),
    ...OLDER_RULES,
  ]),
];

export const net02 = rule({
  control: "NET-02",
  title: "No data store is reachable from the whole Internet",
  why: "A store that anyone can knock at is one leaked password away from being everyone's.",
  fix: "Close the public side, or deny by default and allow only the operators' addresses; never 0.0.0.0.",
  severity: "high",
  since: "pilot",
  types: [...STORES, ...RULES_OF_SERVERS, "azurerm_storage_container", "azurerm_storage_account_network_rules"],
  needs: ["plan"],
  neverWaived: true,
  check(context) {
    for (const one of context.resources(...STORES)) judgeStore(context, one);
    for (const one of context.resources(...RULES_OF_SERVERS)) judgeFirewallRules(context, one);
    for (const one of context.resources("azurerm_storage_account_network_rules"))
      if (one.ref("storage_account_id").kind === "unknown") context.unknown(one, "storage_account_id");
    for (const one of context.resources("azurerm_storage_container"))
      context.expect(
        one,
        "container_access_type",
        (value) => value === "private",
        (value) => `Anyone can read it: container_access_type is ${value}.`,
      );
  },
});
