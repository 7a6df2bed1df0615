import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { exposure } from "../../src/exposure/exposure";
import { renderExposure } from "../../src/exposure/render-exposure";
import { buildGraph, type GraphInput } from "../../src/plan/build";
import { stackJson } from "../policy/near-miss";
import { small } from "./small";

type Place = readonly [holder: Record<string, unknown>, key: string];

/** Every place in a JSON value. */
function placesOf(value: unknown): Place[] {
  if (value === null || typeof value !== "object") return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key): Place[] => [[holder, key], ...placesOf(holder[key])]);
}

const odd = fc.constantFrom(null, "", "${var.x}", "${azurerm_subnet.a.id}", 0, true, [], {}, [null], [{}], ["x"], {
  a: 1,
});
const spoils = fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 40 });

const plan = (stack: string): GraphInput => ({
  kind: "plan",
  name: stack,
  json: JSON.parse(readFileSync(join(__dirname, `../policy/fixtures/orders-pilot-${stack}.plan.json`), "utf8")),
});

describe("a plan with values that no provider writes", () => {
  test.each<[string, readonly GraphInput[], readonly string[]]>([
    ["synthesized", [{ kind: "synth", name: "platform", json: stackJson(small) }], ["resource"]],
    ["planned", [plan("platform"), plan("services")], ["planned_values", "resource_changes", "configuration"]],
  ])("is still reported on, %s", (_, inputs, parts) => {
    fc.assert(
      fc.property(spoils, (changes) => {
        const copy = structuredClone(inputs) as GraphInput[];
        const places = copy.flatMap(({ json }) => parts.flatMap((part) => placesOf(json[part])));
        for (const [at, value] of changes) {
          const [holder, key] = places[at % places.length]!;
          holder[key] = value;
        }
        expect(renderExposure("odd", exposure(buildGraph(copy)))).toContain("# What reaches and leaves odd");
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
