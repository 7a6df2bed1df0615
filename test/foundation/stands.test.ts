import { loadFoundation } from "../../src/foundation/load";
import { standsApart } from "../../src/foundation/stands";
import { scaleConfig } from "../support/scale";

const FILE = "examples/full-ladder/environments/orders.foundation.yaml";
const positionOf = () => ({ file: "orders.scale.yaml", line: 1, column: 1 });

/** What is said of a Scale whose second region is another one, on a foundation that allows two regions. */
function told(region: string): string[] {
  const base = scaleConfig();
  const config = {
    ...base,
    residency: ["westeurope", region],
    scale: { ...base.scale, region },
  };
  const loaded = { file: "examples/full-ladder/environments/orders.scale.yaml", config, positionOf };
  return standsApart(loadFoundation(FILE), loaded).map(({ path, says, control }) => `${path}: ${says} (${control})`);
}

test("a second region that the foundation allows is none of its business", () => {
  expect(told("northeurope")).toEqual([]);
});

test("a second region that the foundation does not allow is refused, and its file is named", () => {
  expect(told("swedencentral")).toEqual([
    `scale.region: scale.region must be one of westeurope, northeurope, which ${FILE} allows, got swedencentral (DAT-01)`,
  ]);
});
