import { exposed, network } from "./support";

/** `resource (made): held by … because …` of every public address. */
function addresses(resources: object): string[] {
  return exposed(resources).publicAddresses.map(
    ({ resource, made, heldBy, why }) => `${resource} (${made}): ${heldBy.join(", ")}: ${why.join("; ")}`,
  );
}

const id = (name: string) => `\${azurerm_public_ip.${name}.id}`;

test("every address is told with who holds it and why", () => {
  const found = addresses({
    ...Object.fromEntries(
      ["gw", "fw", "mgmt", "vpn", "nat", "bastion", "nic", "lb", "idle"].map((name) => [
        `azurerm_public_ip.${name}`,
        { name },
      ]),
    ),
    "azurerm_application_gateway.g": { frontend_ip_configuration: [{ name: "f", public_ip_address_id: id("gw") }] },
    "azurerm_firewall.f": {
      ip_configuration: [{ name: "i", public_ip_address_id: id("fw") }],
      management_ip_configuration: { name: "m", public_ip_address_id: id("mgmt") },
    },
    "azurerm_virtual_network_gateway.v": {
      ip_configuration: [{ public_ip_address_id: id("vpn") }],
      vpn_client_configuration: {},
    },
    "azurerm_nat_gateway.n": { name: "n" },
    "azurerm_nat_gateway_public_ip_association.n": {
      nat_gateway_id: "${azurerm_nat_gateway.n.id}",
      public_ip_address_id: id("nat"),
    },
    "azurerm_bastion_host.b": { ip_configuration: { name: "i", public_ip_address_id: id("bastion") } },
    "azurerm_network_interface.n": { ip_configuration: [{ name: "i", public_ip_address_id: id("nic") }] },
    "azurerm_lb.l": { frontend_ip_configuration: [{ name: "f", public_ip_address_id: id("lb") }] },
  });
  expect(found).toEqual([
    "azurerm_public_ip.bastion (plan): azurerm_bastion_host.b: people reach machines over it",
    "azurerm_public_ip.fw (plan): azurerm_firewall.f: what leaves through the firewall comes from here; nothing answers",
    "azurerm_public_ip.gw (plan): azurerm_application_gateway.g: callers reach the gateway here",
    "azurerm_public_ip.idle (plan): nothing: nothing of the plan uses it",
    "azurerm_public_ip.lb (plan): azurerm_lb.l: callers reach the load balancer here",
    "azurerm_public_ip.mgmt (plan): azurerm_firewall.f: Azure manages the firewall over it; no traffic of the environment passes",
    "azurerm_public_ip.nat (plan): azurerm_nat_gateway.n: what leaves through the NAT gateway comes from here; nothing answers",
    "azurerm_public_ip.nic (plan): azurerm_network_interface.n: the machine behind it is reached here",
    "azurerm_public_ip.vpn (plan): azurerm_virtual_network_gateway.v: the VPN of people ends here",
  ]);
});

test("a firewall that forwards inward says so; a gateway without clients is for sites", () => {
  expect(
    addresses({
      "azurerm_public_ip.fw": { name: "fw" },
      "azurerm_public_ip.s2s": { name: "s2s" },
      "azurerm_firewall.f": { ip_configuration: [{ name: "i", public_ip_address_id: id("fw") }] },
      "azurerm_firewall_policy_rule_collection_group.d": { nat_rule_collection: [{ name: "n", rule: [] }] },
      "azurerm_virtual_network_gateway.v": { ip_configuration: [{ public_ip_address_id: id("s2s") }] },
    }),
  ).toEqual([
    "azurerm_public_ip.fw (plan): azurerm_firewall.f: what leaves through the firewall comes from here, and what it forwards inward arrives here",
    "azurerm_public_ip.s2s (plan): azurerm_virtual_network_gateway.v: connections of other sites end here",
  ]);
});

test("addresses from elsewhere, prefixes, and uses that are not described are told too", () => {
  expect(
    addresses({
      "azurerm_public_ip_prefix.p": { name: "p" },
      "azurerm_public_ip.a": { name: "a", public_ip_prefix_id: "${azurerm_public_ip_prefix.p.id}" },
      "azurerm_network_interface.n": { ip_configuration: [{ name: "i", public_ip_address_id: "${var.address}" }] },
      "azurerm_virtual_hub_ip.h": { public_ip_address_id: id("a") },
    }),
  ).toEqual([
    "azurerm_public_ip.a (plan): azurerm_virtual_hub_ip.h: held by a resource of type azurerm_virtual_hub_ip, whose use of it is not described here",
    "azurerm_public_ip_prefix.p (plan): azurerm_public_ip.a: an address is taken from it",
    "var.address (elsewhere): azurerm_network_interface.n: the machine behind it is reached here",
  ]);
});

test("an address that nothing is known to hold is perhaps held where a holder is not known", () => {
  expect(
    addresses({
      "azurerm_public_ip.a": { name: "a" },
      "azurerm_network_interface.n": {
        ip_configuration: [{ name: "i", public_ip_address_id: '${var.a ? "x" : "y"}' }],
      },
    }),
  ).toEqual([
    "azurerm_public_ip.a (plan): perhaps azurerm_network_interface.n: whose it is, is not known before apply",
  ]);
});

test("addresses that Azure makes beside the plan are counted in, with what for", () => {
  expect(
    addresses({
      ...network({ apps: {} }),
      "azurerm_container_app_environment.inside": { internal_load_balancer_enabled: true },
      "azurerm_container_app_environment.open": { name: "open" },
      "azurerm_container_app_environment.perhaps": { internal_load_balancer_enabled: "${var.internal}" },
      "azurerm_container_group.open": { name: "open" },
      "azurerm_container_group.perhaps": { ip_address_type: "${var.type}" },
      "azurerm_container_group.private": { ip_address_type: "Private" },
      "azurerm_kubernetes_cluster.k": { default_node_pool: { name: "d", node_public_ip_enabled: true } },
      "azurerm_kubernetes_cluster.routed": { network_profile: { outbound_type: "userDefinedRouting" } },
      "azurerm_linux_virtual_machine_scale_set.v": {
        network_interface: [{ name: "n", ip_configuration: [{ name: "i", public_ip_address: { name: "p" } }] }],
      },
    }),
  ).toEqual([
    "azurerm_container_app_environment.inside (by Azure): azurerm_container_app_environment.inside: what leaves comes from here where no route sends it elsewhere; nothing answers",
    "azurerm_container_app_environment.open (by Azure): azurerm_container_app_environment.open: callers reach its apps here, and what leaves comes from here",
    "azurerm_container_app_environment.perhaps (by Azure): azurerm_container_app_environment.perhaps: callers reach its apps here, unless it is internal, which is not known before apply",
    "azurerm_container_group.open (by Azure): azurerm_container_group.open: callers reach its containers here",
    "azurerm_container_group.perhaps (by Azure): azurerm_container_group.perhaps: callers may reach its containers here: that is not known before apply",
    "azurerm_kubernetes_cluster.k (by Azure): azurerm_kubernetes_cluster.k: what leaves the cluster comes from here",
    "azurerm_kubernetes_cluster.k (by Azure): azurerm_kubernetes_cluster.k: each of its nodes is reached at one",
    "azurerm_linux_virtual_machine_scale_set.v (by Azure): azurerm_linux_virtual_machine_scale_set.v: each of its machines is reached at one",
  ]);
});

test("the address itself is told where the plan knows it", () => {
  const [known, unknown] = exposed({
    "azurerm_public_ip.a": { name: "a", ip_address: "198.51.100.4" },
    "azurerm_public_ip.b": { name: "b" },
  }).publicAddresses;
  expect([known?.address, unknown?.address]).toEqual(["198.51.100.4", "not known before apply"]);
});
