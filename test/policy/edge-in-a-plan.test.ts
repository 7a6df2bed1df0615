import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readEnvironment, readPlan } from "../../src/plan/read-plan";
import { judgeStage } from "../../src/policy/engine";

// biome-ignore lint/suspicious/noExplicitAny: plans are edited in place to make bad twins of a good one
type Plan = any;

const FIXTURE = join(__dirname, "fixtures", "edge.plan.json");
const OF_EDGE = ["NET-05", "NET-07", "NET-12"];
const EDGE = "azurerm_cdn_frontdoor_";

/** What does not hold of a plan that azurerm 4.55 made of an edge before an environment and a guarded gateway, edited. */
function held(edit: (written: (address: string) => Plan) => void = () => {}): string[] {
  const plan: Plan = JSON.parse(readFileSync(FIXTURE, "utf8"));
  const { resources } = plan.configuration.root_module;
  edit((address) => resources.find((one: Plan) => one.address === address).expressions);
  const graph = readEnvironment([readPlan(JSON.stringify(plan), "edge.plan.json")]);
  return judgeStage({ gate: "scale", env: "orders", graph })
    .findings.filter(({ control, verdict }) => OF_EDGE.includes(control) && ["fail", "unknown"].includes(verdict))
    .map(({ control, verdict, resource, says }) => `${control} ${verdict} ${resource}: ${says}`);
}

const other = { references: ["var.domain"] };

describe("an edge in a plan, where no id is known before apply", () => {
  test("holds by what its references lead to", () => {
    expect(held()).toEqual([]);
  });

  test("is not filtered by a policy for another domain", () => {
    const edit = held((written) => {
      const [domain] = written(`${EDGE}security_policy.edge`).security_policies[0].firewall[0].association[0].domain;
      domain.cdn_frontdoor_domain_id = { references: [`${EDGE}endpoint.orders.id`, `${EDGE}endpoint.orders`] };
    });
    expect(edit).toEqual([`NET-07 fail ${EDGE}custom_domain.shop: No security policy filters what it takes.`]);
  });

  test("leads to an environment that it does not have, and to a gateway that asks for another id, by a variable", () => {
    const edit = held((written) => {
      written(`${EDGE}origin.web`).private_link[0].private_link_target_id = other;
      const [rule] = written("azurerm_web_application_firewall_policy.gw").custom_rules;
      rule.match_conditions[0].match_values = other;
    });
    const whose = "takes what one Front Door sends, and whether it is this one is not known before apply";
    expect(edit).toEqual([
      `NET-05 unknown azurerm_application_gateway.gw: It ${whose}; it takes requests from the Internet.`,
      `NET-12 unknown ${EDGE}origin.gw: It leads to azurerm_application_gateway.gw, which ${whose}.`,
      `NET-12 unknown ${EDGE}origin.web: It leads to an environment that the plan does not have, whose public side may be on.`,
    ]);
  });
});
