import { attribute } from "../../src/azure/schema";
import { resourcesOf } from "../../src/plan/terraform-json";
import { examples, run, writtenOf } from "../support/examples";

const found = examples();

test("every construct has an example; what another one hands out is in that one's", () => {
  expect(found.examples.length).toBeGreaterThan(40);
  expect(found.without).toEqual(["StateContainer", "StorageItem"]);
});

test.each(found.examples.map((one) => [one.title, one] as const))("%s: the example runs as it stands", (_, example) => {
  const resources = resourcesOf(writtenOf(run(example)));
  expect(resources.length).toBeGreaterThan(0);
  for (const { type, attributes } of resources)
    for (const argument of Object.keys(attributes).filter(
      (one) => !["//", "depends_on", "lifecycle", "provider"].includes(one),
    ))
      expect([type, argument, attribute(type, argument) !== undefined]).toEqual([type, argument, true]);
});
