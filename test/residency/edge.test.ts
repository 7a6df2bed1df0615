import { buildGraph } from "../../src/plan/build";
import { residency } from "../../src/residency/residency";
import { stackJson } from "../policy/near-miss";
import { ENVIRONMENT, linked, ORIGIN, PROFILE, withArguments } from "../policy/rules/edge-plans";

/** Where what passes an edge goes, which leads to westeurope, by the word of whoever allows it. */
function placesOf(worldwide?: string, resources = linked): string[] {
  const graph = buildGraph([{ kind: "synth", name: "edge", json: stackJson(resources) }]);
  const flows = residency(graph, ["westeurope"], worldwide).rows.filter(({ how }) => how === "flow");
  return flows.map(
    ({ resource, how, region, allowed, because }) => `${resource} ${how} ${region} ${allowed}: ${because}`,
  );
}

const ends = "TLS of callers ends at whichever edge is nearest to them";
const origin = `${ORIGIN} flow westeurope yes: to ${ENVIRONMENT}`;

describe("where what passes Front Door is", () => {
  test("worldwide, which nothing but somebody's word allows", () => {
    expect(placesOf()).toEqual([origin, `${PROFILE} flow worldwide no: ${ends}`]);
    expect(placesOf(" ")).toEqual([origin, `${PROFILE} flow worldwide no: ${ends}`]);
    expect(placesOf("nothing is kept there")).toEqual([
      origin,
      `${PROFILE} flow worldwide yes: ${ends}: nothing is kept there`,
    ]);
  });

  test("goes where the private link leads, whatever the origin is called", () => {
    const elsewhere = withArguments(linked, ENVIRONMENT, { location: "eastus" });
    expect(placesOf("fine", elsewhere)[0]).toBe(`${ORIGIN} flow eastus no: to ${ENVIRONMENT}`);
    const byName = withArguments(linked, ORIGIN, { private_link: undefined as never, host_name: "shop.example" });
    expect(placesOf("fine", byName)[0]).toBe(`${ORIGIN} flow unknown unknown: to shop.example`);
  });
});
