import type { JsonObject } from "../../src/plan/json";
import { saidBy } from "../policy/near-miss";
import { exposed, type Resources } from "./support";

/** What NET-02 says of the first store's public side, and what the report does. */
function both(resources: Resources) {
  const store = Object.keys(resources)[0];
  const said = saidBy("NET-02", { gate: "pilot", resources }).filter(({ key }) => key.startsWith(`${store}`));
  const [shown] = exposed(resources).platformServices;
  return [said.map(({ verdict }) => verdict).join(", "), shown?.publicSide];
}

const cosmos = (more: JsonObject) => ({ "azurerm_cosmosdb_account.c": { name: "c", ...more } });
const cache = (rules: Resources = {}) => ({ "azurerm_redis_cache.r": { name: "r" }, ...rules });
const rule = (name: string) => ({
  redis_cache_name: name,
  resource_group_name: "group",
  start_ip: "203.0.113.7",
  end_ip: "203.0.113.7",
});
const account = (more: Resources = {}) => ({
  "azurerm_storage_account.s": { name: "s", allow_nested_items_to_be_public: false },
  ...more,
});
const later = "${var.later}";

describe("the gate and the report say the same of a store's public side", () => {
  test.each<[string, Resources, string, string]>([
    ["a Cosmos account that nobody filters", cosmos({}), "fail", "everybody"],
    ["a Cosmos account for an address", cosmos({ ip_range_filter: ["203.0.113.7"] }), "pass", "some callers"],
    ["a Cosmos account for addresses of a variable", cosmos({ ip_range_filter: later }), "unknown", "some callers"],
    [
      "a Cosmos account whose filter of networks a variable sets",
      cosmos({ is_virtual_network_filter_enabled: later }),
      "unknown",
      "not known",
    ],
    ["a Redis cache without rules", cache(), "fail", "everybody"],
    [
      "a Redis cache with a rule",
      cache({ "azurerm_redis_firewall_rule.a": rule("${azurerm_redis_cache.r.name}") }),
      "pass",
      "some callers",
    ],
    [
      "a vault whose switch a variable sets",
      { "azurerm_key_vault.k": { name: "k", public_network_access_enabled: later } },
      "unknown",
      "not known",
    ],
    [
      "an account with rules that may be another's",
      account({
        "azurerm_storage_account_network_rules.n": { storage_account_id: "${each.value}", default_action: "Deny" },
      }),
      "pass, unknown",
      "not known",
    ],
    [
      "an account with rules that are another's",
      {
        ...account(),
        "azurerm_storage_account.t": { name: "t" },
        "azurerm_storage_account_network_rules.n": {
          storage_account_id: "${azurerm_storage_account.t.id}",
          default_action: "Deny",
        },
      },
      "pass, fail",
      "everybody",
    ],
  ])("%s", (_title, resources, verdict, side) => {
    expect(both(resources)).toEqual([verdict, side]);
  });
});
