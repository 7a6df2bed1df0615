import fc from "fast-check";
import { region } from "../../src/azure/regions";
import { foundationNames } from "../../src/foundation/names";
import { STAGES } from "../../src/stages/stage";

const config = { workload: "orders", location: "westeurope", repository: "orders-example/orders" };
const pilot = { workload: "orders", stage: "pilot" } as const;

const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
const workload = fc
  .tuple(letter, fc.stringMatching(/^(?:-?[a-z0-9]){1,9}$/))
  .map(([first, rest]) => `${first}${rest}`.slice(0, 20).replace(/-$/, "x"));
const key = fc.record({
  workload,
  stage: fc.constantFrom(...STAGES.filter((stage) => stage !== "scale")),
  generation: fc.integer({ min: 1, max: 999 }),
  stack: fc.constantFrom("platform", "services", "domains", "entry", "recovery"),
});

describe("the names of a foundation", () => {
  it("are these for the example", () => {
    const names = foundationNames(config);
    expect({ ...names, environment: names.environment(pilot), container: names.container(pilot) }).toEqual({
      stack: "orders-foundation",
      resourceGroup: "rg-orders-foundation-weu",
      stateAccount: "stordersfndweu4adrae",
      workspace: "log-orders-foundation-weu",
      lock: "lock-orders-foundation-state",
      policyIdentity: "id-policy-orders",
      planIdentity: "id-plan-orders",
      own: { container: "foundation", key: "foundation.tfstate" },
      environment: "orders-pilot",
      container: "orders-pilot",
      key: expect.any(Function),
      deployIdentity: expect.any(Function),
    });
    expect(names.key(pilot, 2, "platform")).toBe("orders-pilot/g2/platform.tfstate");
    expect(names.deployIdentity(pilot)).toBe("id-deploy-orders-pilot");
  });

  it("give Scale what Production has, because it grows in place", () => {
    const names = foundationNames(config);
    const scale = { workload: "orders", stage: "scale" } as const;
    expect(names.container(scale)).toBe("orders-production");
    expect(names.key(scale, 1, "platform")).toBe("orders-production/g1/platform.tfstate");
    expect(names.deployIdentity(scale)).toBe("id-deploy-orders-production");
  });

  it("tell the state accounts of two organizations apart, and take a written one as it is", () => {
    const other = foundationNames({ ...config, repository: "somebody-else/orders" }).stateAccount;
    expect(other).not.toBe(foundationNames(config).stateAccount);
    expect(foundationNames({ ...config, repository: "orders-example/renamed" }).stateAccount).toBe(
      "stordersfndweu4adrae",
    );
    expect(foundationNames({ ...config, stateAccount: "stold" }).stateAccount).toBe("stold");
  });

  it("never give two stacks one key", () => {
    const names = foundationNames(config);
    fc.assert(
      fc.property(key, key, (a, b) => {
        const place = (one: typeof a) => `${names.container(one)}/${names.key(one, one.generation, one.stack)}`;
        const same =
          a.workload === b.workload && a.stage === b.stage && a.generation === b.generation && a.stack === b.stack;
        return (place(a) === place(b)) === same;
      }),
      { numRuns: 1000 },
    );
  });

  it("are legal in Azure for every workload and region", () => {
    fc.assert(
      fc.property(
        workload,
        fc.constantFrom("westeurope", "australiacentral2", "indiasouthcentral"),
        (name, location) => {
          const names = foundationNames({ ...config, workload: name, location });
          const one = { workload: name, stage: "pre-production" } as const;
          return (
            region(location) !== undefined &&
            /^[a-z0-9]{3,24}$/.test(names.stateAccount) &&
            /^(?=.{3,63}$)[a-z0-9](?:-?[a-z0-9])*$/.test(names.container(one)) &&
            /^[a-z][a-z0-9-]{2,62}$/.test(names.deployIdentity(one)) &&
            /^[a-z0-9][a-z0-9-]{2,61}[a-z0-9]$/.test(names.workspace)
          );
        },
      ),
    );
  });
});
