import { foundationBackend, ownBackend } from "../../src/foundation/backend";
import { foundationConfig } from "./support";

const pilot = { name: "orders-pilot", workload: "orders", stage: "pilot", generation: 3 } as const;

describe("the backend of an environment's stack", () => {
  it("names storage, container and key, and signs in with Entra", () => {
    expect(foundationBackend(foundationConfig(), pilot, "services")).toEqual({
      storageAccountName: "stordersfndweu4adrae",
      containerName: "orders-pilot",
      key: "orders-pilot/g3/services.tfstate",
      useAzureadAuth: true,
    });
  });

  it("is refused for an environment that the foundation does not list", () => {
    const poc = { ...pilot, name: "orders-poc", stage: "poc" } as const;
    expect(() => foundationBackend(foundationConfig(), poc, "platform")).toThrow(
      "orders-poc is not an environment of orders.foundation.yaml; did you mean orders-pilot?\n    List it there and apply the foundation first: it makes the state container and the deploy identity.",
    );
  });

  it("is refused when the two files disagree about the subscription", () => {
    const config = { subscription: "somewhere" };
    expect(() => foundationBackend(foundationConfig(), { ...pilot, config }, "platform")).toThrow(
      "orders-pilot says subscription somewhere, but orders.foundation.yaml gives it customers\n    Make both say the same: the deploy identity has rights in the foundation's answer only.",
    );
    expect(() =>
      foundationBackend(foundationConfig(), { ...pilot, config: { subscription: "customers" } }, "platform"),
    ).not.toThrow();
  });

  it("of the foundation itself is apart from every environment's", () => {
    expect(ownBackend(foundationConfig())).toEqual({
      storageAccountName: "stordersfndweu4adrae",
      containerName: "foundation",
      key: "foundation.tfstate",
      useAzureadAuth: true,
    });
  });
});
