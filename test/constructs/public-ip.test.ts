import { PublicIp } from "../../constructs/public-ip";
import { ScratchStack } from "./scratch-stack";

function addressIn(zones: readonly string[]) {
  const stack = new ScratchStack();
  const { address } = new PublicIp(stack, "address", { group: stack.group, name: "pip", zones });
  return { resources: stack.resources(), address, stack };
}

describe("a public address", () => {
  it("is static and Standard, in no zone where none is named", () => {
    expect(addressIn([]).resources).toEqual({
      "azurerm_public_ip.address": { name: "pip", sku: "Standard", allocation_method: "Static" },
    });
  });

  it("lies in the zones that are named", () => {
    expect(addressIn(["1", "2", "3"]).resources["azurerm_public_ip.address"]?.["zones"]).toEqual(["1", "2", "3"]);
  });

  it("is known as a reference", () => {
    const { stack, address } = addressIn([]);
    expect(stack.written(address)).toBe("${azurerm_public_ip.address.ip_address}");
  });
});
