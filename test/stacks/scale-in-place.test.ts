import fc from "fast-check";
import { SCALE_MODES, type ScaleMode } from "../../src/config/scale-mode";
import { compare } from "../../src/diff/compare";
import type { SynthesizedStack } from "../../src/plan/terraform-json";
import { holding } from "../../src/policy/verdict";
import { unknownHolds } from "../../src/stages/stage";
import { GatewrightApp } from "../../src/synth/app";
import { judgeEnvironment } from "../../src/synth/gate";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { ProductionEnvironment, ScaleEnvironment } from "../../stacks";
import { arbitraryRung } from "../support/arbitrary-config";
import { scaleAt } from "../support/scale";
import { addresses, built, production, resources } from "../support/scale-stacks";

/** What holds an environment at its own synth gate. */
function held({ environment: { resolved }, stacks: all }: (typeof built)[ScaleMode]): string[] {
  return holding(judgeEnvironment(resolved, all), unknownHolds("scale")).map((one) => one.id);
}

describe("the gate at synth", () => {
  test.each([
    // Two hours and twenty minutes are more than the hour that the config promises.
    ["cold-standby", ["GOV-05 config promise.rto"]],
    ["warm-standby", []],
    ["hot-failover", []],
    ["active-active", []],
  ] as const)("of %s is held by what the mode cannot keep alone", (mode, by) => {
    expect(held(built[mode])).toEqual(by);
  });

  test("with one writer for both regions, apps of both connect to it; who makes roles uses the server beside it", () => {
    const hosts = (role: string, address: RegExp) => [
      ...new Set(
        resources(role, built["active-active"].stacks)
          .filter((one) => address.test(one.address))
          .flatMap(
            ({ attributes }) => JSON.stringify(attributes).match(/"[\w.-]+\.postgres\.database\.azure\.com"/g) ?? [],
          ),
      ),
    ];
    for (const [role, code] of [
      ["services", "weu"],
      ["services-neu", "neu"],
    ] as const) {
      expect(hosts(role, /\.(app|job)-/)).toEqual([expect.stringContaining("psql-database-orders-prod-weu-")]);
      expect(hosts(role, /bootstrap$/)).toEqual([expect.stringContaining(`psql-database-orders-prod-${code}-`)]);
    }
  });

  test("admits a cold standby that promises what it keeps", () => {
    const config = scaleAt("cold-standby");
    config.promise.rto = "4 hours";
    const cold = new ScaleEnvironment(new GatewrightApp(), config);
    expect(held({ environment: cold, stacks: synthesizeInMemory(cold) })).toEqual([]);
  });
});

/** What a comparison says would be destroyed or replaced outside the gateway's stack. */
function lost(before: readonly SynthesizedStack[], after: readonly SynthesizedStack[]) {
  const { inPlace, gone, changed } = compare(
    { title: "before", stacks: [...before] },
    { title: "after", stacks: [...after] },
  );
  return {
    inPlace,
    gone: gone.filter(({ stack }) => !stack.endsWith("-production-entry")).map(({ address }) => address),
    replaced: changed.flatMap(({ address, replaces }) => (replaces.length > 0 ? [address] : [])),
  };
}
const NOTHING = { inPlace: true, gone: [], replaced: [] };

describe("a Production that becomes a Scale", () => {
  test.each(SCALE_MODES)("changes only where its images go and who has roles in its database, at %s", (mode) => {
    const { changed, gone } = compare(
      { title: "before", stacks: production },
      { title: "after", stacks: built[mode].stacks },
    );
    const paths = changed.map(({ stack, address, arguments: all }) => [
      `${stack}/${address}`,
      [...new Set(all.map(({ path }) => path.replace(/[.[].*$/, "")))],
    ]);
    const services = "orders-production-services";
    expect(new Set(paths.map(String))).toEqual(
      new Set([
        "orders-production-platform/azurerm_container_registry.registry,georeplications",
        `${services}/azurerm_container_app_job.database-database-bootstrap,template`,
      ]),
    );
    expect(gone.map(({ address }) => address)).toEqual(addresses("entry", production));
    expect(lost(production, built[mode].stacks)).toEqual(NOTHING);
  });

  test("loses nothing but its gateway, whatever it is", () => {
    fc.assert(
      fc.property(arbitraryRung, ([before, after]) => {
        const app = new GatewrightApp();
        const [was, is] = [new ProductionEnvironment(app, before), new ScaleEnvironment(new GatewrightApp(), after)];
        expect(lost(synthesizeInMemory(was), synthesizeInMemory(is))).toEqual(NOTHING);
      }),
      { numRuns: 30 },
    );
  });
});
