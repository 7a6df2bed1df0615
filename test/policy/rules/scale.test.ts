import { parseToday } from "../../../src/config/day";
import { graphOf } from "../../../src/plan/graph-of";
import { type GateInput, judgeStage } from "../../../src/policy/engine";
import { builtProduction } from "../../support/built-production";
import type { Json } from "../../support/weakenings";

const base = builtProduction();
const OF_SCALE = ["NET-05", "NET-07", "NET-12", "RES-04", "RES-05"];
const gateway = "azurerm_application_gateway.gateway";
const group = "azurerm_network_security_group.network_security-gateway";
const redirects = "it sends callers on to HTTPS";
const takes = "it takes requests from the Internet";

/** What of the Scale gate's own controls does not hold of a Production's plan, after a change of its entry. */
function held(change: (resources: Json) => void, given: Partial<GateInput> = {}): readonly string[] {
  const stacks = JSON.parse(JSON.stringify(base.stacks)) as typeof base.stacks;
  for (const { name, json } of stacks) if (name.endsWith("-entry")) change(json.resource);
  const [today, graph] = [parseToday(base.today), graphOf(stacks)];
  const { outcome, findings, notJudged } = judgeStage({ gate: "scale", env: base.env, graph, today, ...given });
  return [
    outcome,
    ...findings
      .filter(({ control, verdict }) => OF_SCALE.includes(control) && (verdict === "fail" || verdict === "unknown"))
      .map(({ control, resource, verdict, says }) => `${control} ${verdict} ${resource}: ${says}`),
    ...notJudged.filter(({ control }) => OF_SCALE.includes(control)).map(({ control }) => `${control} not judged`),
  ];
}

const region =
  "RES-04 unknown config: How the second region is to stand by is in no plan, and there is no config that says it.";

describe("a Production at the Scale gate", () => {
  test("has no entry of this stage, and nobody knows how its second region is to stand by", () => {
    const alone = (says: string) => `NET-05 fail ${gateway}: No Front Door stands before it: ${says}.`;
    expect(held(() => {})).toEqual([
      "held",
      ...[alone(redirects), alone(redirects), alone(takes), alone(takes)],
      region,
      "RES-05 not judged",
    ]);
  });

  test("with a bare Front Door beside its open gateway has two ways in, of which one filters nothing", () => {
    const bare = (entry: Json) =>
      Object.assign(entry, {
        azurerm_cdn_frontdoor_profile: { edge: { name: "afd-orders", sku_name: "Standard_AzureFrontDoor" } },
        azurerm_cdn_frontdoor_endpoint: {
          edge: { name: "fde-orders", cdn_frontdoor_profile_id: "${azurerm_cdn_frontdoor_profile.edge.id}" },
        },
      });
    const second = (says: string) =>
      `NET-05 fail ${gateway}: It is a second entry: ${says}, and is reached on port 443 by more than Front Door: ${group} lets Internet in.`;
    expect(held(bare)).toEqual([
      "held",
      ...[second(redirects), second(redirects), second(takes), second(takes)],
      "NET-07 fail azurerm_cdn_frontdoor_endpoint.edge: No security policy filters what it takes.",
      "NET-07 fail azurerm_cdn_frontdoor_profile.edge: The profile is Standard_AzureFrontDoor: it has neither managed rules nor origins by private link.",
      region,
      "RES-05 not judged",
    ]);
  });

  test("says in its config neither how the region stands by nor what asks for it, and nobody has moved there", () => {
    const { config, evidence } = base;
    const ofConfig = held(() => {}, { config, evidence }).filter((one) => one.includes(" config: "));
    expect(ofConfig).toEqual([
      "RES-04 fail config: No failover was drilled.",
      "RES-04 fail config: The config does not say how the second region stands by.",
      "RES-04 fail config: The config does not name the second region.",
      "RES-05 fail config: Nothing is recorded that asks for a second region.",
    ]);
  });
});
