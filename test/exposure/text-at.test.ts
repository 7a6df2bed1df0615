import { textAt } from "../../src/exposure/values";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";

const address = "azurerm_network_interface.n";
const [part] = buildGraph([
  {
    kind: "plan",
    name: "old",
    json: {
      planned_values: {
        root_module: {
          resources: [
            {
              address,
              mode: "managed",
              type: "azurerm_network_interface",
              name: "n",
              values: { name: "nic", size: 3 },
            },
          ],
        },
      },
      resource_changes: [
        {
          address,
          change: {
            actions: ["create"],
            after: { name: "nic", size: 3 },
            after_unknown: { private_ip_address: true, dns: true },
          },
        },
      ],
      configuration: {
        root_module: { resources: [{ address, expressions: { dns: { references: ["var.dns"] } } }] },
      },
    } as JsonObject,
  },
]).of("azurerm_network_interface");

describe("what a plan says of an attribute", () => {
  test("is what it holds, also where the provider and nobody else wrote it", () => {
    expect([textAt(part!, "name"), textAt(part!, "size")]).toEqual(["nic", "3"]);
  });

  test("is nothing where nobody wrote it and Azure fills it in", () => {
    expect(textAt(part!, "private_ip_address")).toBeUndefined();
  });

  test("is that it is not known yet where somebody wrote an expression", () => {
    expect(textAt(part!, "dns")).toBe("not known before apply");
  });
});
