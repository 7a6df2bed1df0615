import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironment } from "../../src/config/load";
import { listingOf } from "../../src/foundation/listing";
import { folderWith } from "../support/folder";

const EXAMPLE = "examples/full-ladder/environments";
const read = (name: string) => readFileSync(join(EXAMPLE, name), "utf8");

describe("what a foundation says of an environment", () => {
  it("is found by a POC, which names none: where it is, who deploys it, and where its name has to go in the end", () => {
    expect(listingOf(loadEnvironment(join(EXAMPLE, "orders.poc.yaml")))).toEqual({
      file: "orders.foundation.yaml",
      foundation: "orders-foundation",
      subscription: "orders-sandbox",
      stateSubscription: "orders-foundation",
      deployIdentity: "id-deploy-orders-poc",
      repository: "orders-example/orders",
    });
    expect(listingOf(loadEnvironment(join(EXAMPLE, "orders.production.yaml")))).toMatchObject({
      subscription: "orders-production",
      deployIdentity: "id-deploy-orders-production",
    });
  });

  it.each([
    ["without one", {}],
    [
      "beside one that does not list it",
      { "orders.foundation.yaml": read("orders.foundation.yaml").replace(/.*stage: poc.*\n/, "") },
    ],
    ["beside one that cannot be read", { "orders.foundation.yaml": "workload: [" }],
  ])("is nothing %s", (_title, files) => {
    const folder = folderWith({ "orders.poc.yaml": read("orders.poc.yaml"), ...files });
    expect(listingOf(loadEnvironment(join(folder, "orders.poc.yaml")))).toBeUndefined();
  });
});
