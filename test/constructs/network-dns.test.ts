import { NetworkDns } from "../../constructs/network-dns";
import { PublicIp } from "../../constructs/public-ip";
import { built, GROUP } from "./built";

const ADDRESS = "azurerm_virtual_network_dns_servers.dns";
const dns = (ready: "nothing" | "something") =>
  built((stack) => {
    const answers = new PublicIp(stack, "answers", { group: GROUP, name: "pip", zones: [] });
    new NetworkDns(stack, "dns", {
      network: { id: "/network" },
      servers: ["10.44.3.84"],
      ...(ready === "something" && { ready: [answers.node.findChild("resource") as never] }),
    });
  }).resources[ADDRESS];

describe("what answers names in a network that is there already", () => {
  test("is named beside the network, whose own resource does not know it", () => {
    expect(dns("nothing")).toEqual({ virtual_network_id: "/network", dns_servers: ["10.44.3.84"] });
  });

  test("is named once it answers", () => {
    expect(dns("something")).toHaveProperty("depends_on", ["azurerm_public_ip.answers"]);
  });
});
