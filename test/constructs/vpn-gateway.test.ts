import { PointToSiteVpn } from "../../constructs/vpn-gateway";
import { judged } from "../policy/near-miss";
import { madeBefore, ScratchStack } from "./scratch-stack";

function vpnIn(zones: readonly string[]) {
  const stack = new ScratchStack();
  new PointToSiteVpn(stack, "vpn", {
    group: stack.group,
    name: "vpng",
    publicIpName: "pip-vpn",
    subnet: { id: "/subnet" },
    pool: "172.20.0.0/24",
    tenant: { tenantId: "${var.tenant_id}" },
    audience: { clientId: "${var.vpn_audience}" },
    zones,
  });
  return stack.resources();
}

const gateway = "azurerm_virtual_network_gateway.vpn";

describe("a point-to-site VPN", () => {
  it("takes OpenVPN and Entra sign-in only; the issuer ends in a slash and the tenant does not", () => {
    expect(vpnIn([])[gateway]).toEqual({
      name: "vpng",
      type: "Vpn",
      vpn_type: "RouteBased",
      sku: "VpnGw1AZ",
      generation: "Generation1",
      active_active: false,
      ip_configuration: [
        {
          name: "default",
          subnet_id: "/subnet",
          public_ip_address_id: "${azurerm_public_ip.vpn_address.id}",
          private_ip_address_allocation: "Dynamic",
        },
      ],
      vpn_client_configuration: {
        address_space: ["172.20.0.0/24"],
        vpn_client_protocols: ["OpenVPN"],
        vpn_auth_types: ["AAD"],
        aad_tenant: "https://login.microsoftonline.com/${var.tenant_id}",
        aad_audience: "${var.vpn_audience}",
        aad_issuer: "https://sts.windows.net/${var.tenant_id}/",
      },
    });
  });

  it("holds its address in the zones of the region and gives it back last", () => {
    const resources = vpnIn(["1", "2", "3"]);
    expect(resources["azurerm_public_ip.vpn_address"]).toEqual({
      name: "pip-vpn",
      sku: "Standard",
      allocation_method: "Static",
      zones: ["1", "2", "3"],
    });
    expect(madeBefore(resources, gateway)).toEqual(["azurerm_public_ip.vpn_address"]);
  });

  it("fails nothing of NET-09 by itself; who resolves names is the network's to say", () => {
    const resources = vpnIn([]) as never;
    expect(judged("NET-09", { gate: "pre-production", resources }).fail).toEqual([]);
  });
});
