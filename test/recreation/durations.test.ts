import { DURATIONS, renderBudget, timeBudget } from "../../src/recreation/durations";
import { outsideThings } from "../../src/recreation/outside";
import { proveSubject } from "../../src/recreation/prove";
import { renderSuccession } from "../../src/recreation/render-succession";
import { succession } from "../../src/recreation/succession";
import { subjectWith } from "./subjects";

describe("how long a recreation takes", () => {
  it("is the longest chain of each stack, not the sum of all there is", () => {
    const budget = timeBudget(subjectWith("pre-production"));
    expect(renderBudget(budget)).toBe("VPN gateway 45, app 2, application gateway 10");
    expect(budget.minutes).toBe(57);
  });

  it("follows the edges: without a VPN gateway the way out and the apps are what is waited for", () => {
    const { longest } = timeBudget(
      subjectWith("pre-production", ({ platform }) => {
        delete platform.resource.azurerm_virtual_network_gateway;
      }),
    );
    expect(longest.slice(0, 2).map(({ what }) => what)).toEqual(["firewall", "Container Apps environment"]);
  });

  it("does not end in a circle", () => {
    const subject = subjectWith("pre-production", ({ platform }) => {
      platform.resource.azurerm_firewall.firewall.depends_on = ["azurerm_container_app_environment.apps"];
    });
    expect(timeBudget(subject).minutes).toBeGreaterThan(0);
  });

  it("counts a lock and a vault that is asked over the Internet at a Pilot", () => {
    expect(renderBudget(timeBudget(subjectWith("pilot")))).toBe(
      "database server 10, private endpoint 2, lock 2, app 2",
    );
  });

  it("names each type once, in minutes, and where it is known a page that says so", () => {
    const types = DURATIONS.map(({ type }) => type);
    expect(types).toEqual([...new Set(types)]);
    expect(DURATIONS.filter(({ minutes }) => !Number.isInteger(minutes) || minutes < 1)).toEqual([]);
    expect(DURATIONS.flatMap(({ source }) => source ?? []).filter((one) => !one.startsWith("https://"))).toEqual([]);
  });
});

describe("whom a new generation is announced to", () => {
  it("is those who know the entry, the address that it calls from, or the VPN", () => {
    expect(outsideThings(subjectWith("pre-production")).map(({ what, action }) => `${what}: ${action}`)).toEqual([
      "the entry's address: move the records of preprod.orders.example and admin.orders.example to the new one",
      "the address that the environment calls from: tell whoever lets it in by address, before the move",
      "the VPN profile: people download it again",
    ]);
    expect(outsideThings(subjectWith("poc"))).toEqual([]);
  });

  it("stands with the time in what recreate prints", () => {
    const text = renderSuccession(succession(subjectWith("pre-production")), "the subnet is too small");
    expect(text).toContain("New for others:\n  the entry's address: ");
    expect(text).toContain(
      "Takes: about 57 minutes of waiting to make it (VPN gateway 45, app 2, application gateway 10)",
    );
    expect(text).toContain("  vgw-orders-preprod-weu-g1azds ");
  });
});

describe("the domain of the apps", () => {
  const claim = (change: Parameters<typeof subjectWith>[1]) =>
    proveSubject(subjectWith("pre-production", change)).find((one) => one.claim === "self-contained");

  it("is an input that the environment itself fills, and that is said", () => {
    const found = claim(() => {});
    expect(found?.findings).toEqual([]);
    expect(found?.evidence).toContain(
      "apps_domain of orders-pre-production-entry is the output of orders-pre-production-platform",
    );
  });

  it.each([
    ["no output gives it", (platform: { output: Record<string, unknown> }) => delete platform.output["apps_domain"]],
    [
      "the output says something of its own",
      (platform: { output: Record<string, unknown> }) => {
        platform.output["apps_domain"] = { value: "orders.westeurope.azurecontainerapps.io" };
      },
    ],
  ])("is a hidden input where %s", (_, change) => {
    const found = claim(({ platform }) => change(platform));
    expect(found?.findings.map(({ where }) => where)).toEqual(["orders-pre-production-entry/var.apps_domain"]);
  });

  it("is one where a stack before the platform asks for it", () => {
    const found = claim(({ platform }) => {
      platform.variable.apps_domain = { type: "string" };
    });
    expect(found?.findings.map(({ where }) => where)).toEqual(["orders-pre-production-platform/var.apps_domain"]);
  });
});
