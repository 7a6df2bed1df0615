import { parseToday } from "../../../src/config/day";
import { buildGraph } from "../../../src/plan/build";
import { judgeStage } from "../../../src/policy/engine";
import type { Resources } from "../near-miss";
import { stackJson } from "../near-miss";
import { nearMisses } from "./said";

const notYet = (says: string) => `The Scale gate does not judge yet ${says}.`;

nearMisses("NET-12", {
  "no plan passes before its origins are read": {
    gate: "scale",
    unknown: {
      "config entry.origins": notYet(
        "whether every origin is a private link to an environment that nothing else reaches",
      ),
    },
  },
});

nearMisses("RES-04", {
  "no plan passes before its regions are read": {
    gate: "scale",
    unknown: { "config regions": notYet("whether a second region is there as its mode says") },
  },
});

nearMisses("RES-05", {
  "no plan passes before its trigger is read": {
    gate: "scale",
    unknown: { "config trigger": notYet("which numbers justify a second region") },
  },
});

describe("the Scale gate", () => {
  const judged = (resources: Resources, waivers: readonly unknown[] = []) => {
    const graph = buildGraph([{ kind: "synth", name: "platform", json: stackJson(resources) }]);
    return judgeStage({ gate: "scale", env: "orders", graph, waivers, today: parseToday("2027-06-15") });
  };
  const unjudged = ({ findings }: ReturnType<typeof judged>) => {
    const open = findings.filter(({ verdict, waived }) => verdict === "unknown" && !waived);
    return open.map(({ id }) => id);
  };
  const everywhere = ["NET-12 config entry.origins", "RES-04 config regions", "RES-05 config trigger"];
  const frontDoors = {
    "azurerm_cdn_frontdoor_endpoint.a": { name: "a" },
    "azurerm_cdn_endpoint.b": { name: "b" },
    "azurerm_frontdoor.c": { name: "c" },
  };

  test("holds an empty plan, and says why", () => {
    const verdict = judged({});
    expect([verdict.outcome, unjudged(verdict)]).toEqual(["held", everywhere]);
    expect(verdict.warnings).toEqual([
      {
        control: "NET-12",
        says: "The Scale gate does not judge yet the entry (NET-05, NET-07), its origins (NET-12), the second region (RES-04) and what justifies it (RES-05), so that it holds every environment.",
        fix: "Judge the environment as a Production: --gate production.",
      },
    ]);
  });

  test("passes no Front Door of any kind without having read its filter", () => {
    expect(unjudged(judged(frontDoors))).toEqual([
      "NET-05 azurerm_cdn_endpoint.b name",
      "NET-07 azurerm_cdn_endpoint.b name",
      "NET-07 azurerm_cdn_frontdoor_endpoint.a name",
      "NET-07 azurerm_frontdoor.c name",
      ...everywhere,
    ]);
  });

  test("cannot be waived open", () => {
    const waivers = ["NET-12", "RES-04", "RES-05"].map((control) => ({
      control,
      resource: "config",
      by: "ada@orders.example",
      why: "we looked ourselves",
      until: "2027-06-30",
    }));
    const verdict = judged({}, waivers);
    expect([verdict.outcome, unjudged(verdict)]).toEqual(["held", everywhere]);
  });
});

test("below Scale nothing of this is said", () => {
  const graph = buildGraph([{ kind: "synth", name: "platform", json: stackJson({}) }]);
  const verdict = judgeStage({ gate: "production", env: "orders", graph, today: parseToday("2027-06-15") });
  expect([verdict.findings.filter(({ verdict: one }) => one === "unknown"), verdict.warnings]).toEqual([[], []]);
});
