import { render, type SynthSummary } from "../../src/cli/synth";

const summary: SynthSummary = {
  environment: "orders-pilot",
  stacks: ["orders-pilot-platform"],
  resources: 1,
  public: [],
  monthlyFloor: 138,
  monthlyBudget: 350,
  output: "cdktf.out",
};

/** What is said of the floor below the table. */
const said = (...summaries: readonly SynthSummary[]) =>
  /The floor .*\. (?=Next:)/.exec(render(summaries, "0.10"))?.[0].trim();

test("a floor that lacks the price of a size says of which resources", () => {
  expect(said(summary)).toBe("The floor is an estimate from list prices.");
  expect(said(summary, { ...summary, unpriced: ["azurerm_firewall.a", "azurerm_firewall.b"] })).toBe(
    "The floor is an estimate from list prices. It lacks the price of azurerm_firewall.a, azurerm_firewall.b.",
  );
});
