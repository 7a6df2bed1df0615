import { exposed, guarded, network, reachOf, routesOf, securityRule, waysOf } from "./support";

const environment = (more: object = {}) => ({ "azurerm_container_app_environment.e": { name: "cae", ...more } });
const app = (ingress: object | undefined) => ({
  "azurerm_container_app.web": {
    name: "ca-web",
    container_app_environment_id: "${azurerm_container_app_environment.e.id}",
    ...(ingress && { ingress }),
  },
});
const restriction = (action: string, range: string) => ({ name: range, action, ip_address_range: range });

describe("an app with ingress of its own", () => {
  test("answers everybody, under its own domains and the one of its environment", () => {
    const found = exposed({
      ...environment(),
      ...app({ external_enabled: true, target_port: 80 }),
      "azurerm_container_app_custom_domain.d": {
        name: "app.example",
        container_app_id: "${azurerm_container_app.web.id}",
      },
    });
    expect(routesOf(found)).toEqual([
      "https://app.example/*, https://ca-web.<domain of its environment>/* → azurerm_container_app.web (everybody)",
    ]);
    expect(reachOf(found)).toEqual([
      "azurerm_container_app.web: the Internet; https://app.example/*, https://ca-web.<domain of its environment>/*, itself",
    ]);
  });

  test.each([
    [
      "some",
      [restriction("Allow", "203.0.113.7/32"), restriction("Allow", "192.0.2.0/24")],
      "192.0.2.0/24, 203.0.113.7/32",
    ],
    ["all but some", [restriction("Deny", "192.0.2.0/24")], "everybody but 192.0.2.0/24"],
    ["whom a variable says", [restriction("Allow", "${var.office}")], "${var.office}"],
    ["nobody knows whom", [{ name: "x", action: "${var.action}" }], "not known before apply"],
  ])("lets in %s by its own filter", (_, ip_security_restriction, from) => {
    const found = exposed({ ...environment(), ...app({ external_enabled: true, ip_security_restriction }) });
    expect(found.waysIn[0]?.from.join(", ")).toBe(from);
  });

  test("over TCP is told with its port", () => {
    const found = exposed({
      ...environment(),
      ...app({ external_enabled: true, transport: "tcp", exposed_port: 5000 }),
    });
    expect(routesOf(found)).toEqual([
      "tcp ca-web.<domain of its environment>:5000 → azurerm_container_app.web (everybody)",
    ]);
  });

  test.each([
    [
      "an environment that is not in the plan",
      app({ external_enabled: true }),
      "https://ca-web.<domain of its environment>/*",
    ],
    [
      "a switch that a variable sets",
      { ...environment(), ...app({ external_enabled: "${var.open}" as never }) },
      "https://ca-web.<domain of its environment>/*",
    ],
    [
      "ingress that is made in a loop",
      {
        ...environment(),
        ...app(undefined),
        "azurerm_container_app.web": {
          name: "ca-web",
          container_app_environment_id: "${azurerm_container_app_environment.e.id}",
          dynamic: { ingress: {} },
        },
      },
      "https://<its host>/*",
    ],
  ])("is not known for %s", (_, resources, asks) => {
    const found = exposed(resources);
    expect(waysOf(found)).toEqual(["app-ingress azurerm_container_app.web perhaps"]);
    expect(found.waysIn[0]?.routes[0]?.asks).toBe(asks);
    expect(found.services[0]?.reach).toBe("not known");
  });

  test("only in its environment, or in a network that the plan does not show, is no way in", () => {
    const inside = exposed({
      ...environment(),
      ...app({ external_enabled: false }),
      "azurerm_container_app_job.j": { name: "j" },
    });
    expect(inside.waysIn).toEqual([]);
    expect(reachOf(inside)).toEqual([
      "azurerm_container_app.web: its environment; other services of its environment",
      "azurerm_container_app_job.j: nobody; it takes no requests",
    ]);
    const elsewhere = exposed({
      ...environment({ internal_load_balancer_enabled: true, infrastructure_subnet_id: "${var.subnet}" }),
      ...app({ external_enabled: true }),
    });
    expect(reachOf(elsewhere)).toEqual([
      "azurerm_container_app.web: the network; from a network that the plan does not show",
    ]);
  });

  test("in an environment with public access off is reached through its private endpoint", () => {
    const found = exposed({
      ...network({ apps: {} }),
      ...environment({ public_network_access: "Disabled", infrastructure_subnet_id: "${azurerm_subnet.apps.id}" }),
      ...app({ external_enabled: true }),
      "azurerm_private_endpoint.e": {
        private_service_connection: { private_connection_resource_id: "${azurerm_container_app_environment.e.id}" },
      },
    });
    expect(reachOf(found)).toEqual([
      "azurerm_container_app.web: the network; from azurerm_virtual_network.v; through azurerm_private_endpoint.e",
    ]);
  });
});

describe("a machine with a public address", () => {
  const card = (more: object = {}) => ({
    ...network({ vms: {} }),
    "azurerm_public_ip.a": { name: "a" },
    "azurerm_network_interface.n": {
      name: "n",
      ip_configuration: [
        { name: "i", subnet_id: "${azurerm_subnet.vms.id}", public_ip_address_id: "${azurerm_public_ip.a.id}" },
      ],
    },
    "azurerm_linux_virtual_machine.vm": { name: "vm", network_interface_ids: ["${azurerm_network_interface.n.id}"] },
    ...more,
  });
  const cardGroup = (rules: object[]) => ({
    "azurerm_network_security_group.own": { name: "own", resource_group_name: "rg", security_rule: rules },
    "azurerm_network_interface_security_group_association.own": {
      network_interface_id: "${azurerm_network_interface.n.id}",
      network_security_group_id: "${azurerm_network_security_group.own.id}",
    },
  });
  const ssh = securityRule("Inbound", "Allow", 100, { destination_port_range: "22" });
  const wide = securityRule("Inbound", "Allow", 110, { destination_port_range: "20-25" });
  const office = securityRule("Inbound", "Allow", 120, {
    destination_port_range: "22",
    source_address_prefix: "203.0.113.0/24",
  });
  const vm = "azurerm_linux_virtual_machine.vm";

  test.each([
    ["what the group of its subnet opens", guarded("vms", [ssh]), `port 22 → ${vm} (everybody)`],
    ["what its own group opens", cardGroup([ssh]), `port 22 → ${vm} (everybody)`],
    ["what both open", { ...guarded("vms", [wide]), ...cardGroup([office]) }, `port 22 → ${vm} (203.0.113.0/24)`],
  ])("is reached on %s", (_, more, route) => {
    expect(routesOf(exposed(card(more)))).toEqual([route]);
  });

  test.each([
    ["groups that open nothing", guarded("vms", []), "nobody: its security groups open nothing"],
    [
      "groups that open different ports",
      { ...guarded("vms", [ssh]), ...cardGroup([securityRule("Inbound", "Allow", 1)]) },
      "nobody: its security groups open nothing",
    ],
    ["no group and a Standard address", {}, "nobody: a Standard address is closed without a security group"],
    ["no group and a Basic address", { "azurerm_public_ip.a": { name: "a", sku: "Basic" } }, "everybody"],
    [
      "no group and an address of unknown kind",
      { "azurerm_public_ip.a": { name: "a", sku: "${var.sku}" } },
      "not known before apply",
    ],
    [
      "a group that is not in the plan",
      {
        "azurerm_network_interface_security_group_association.own": {
          network_interface_id: "${azurerm_network_interface.n.id}",
          network_security_group_id: "${var.group}",
        },
      },
      "not known before apply",
    ],
  ])("with %s is open to whom that lets in", (_, more, from) => {
    const found = exposed(card(more));
    expect(found.waysIn.map((way) => way.from.join(", "))).toEqual([from]);
  });
});
