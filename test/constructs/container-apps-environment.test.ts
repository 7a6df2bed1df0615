import { AppsDomain } from "../../constructs/apps-domain";
import { type AppsPlacement, ContainerAppsEnvironment } from "../../constructs/container-apps-environment";
import { LogWorkspace } from "../../constructs/log-analytics";
import { ResourceGroup } from "../../constructs/resource-group";
import { built, GROUP } from "./built";

const SUBNET = { id: "/subnet", range: "10.0.0.0/23", ready: [] };
const TYPE = "azurerm_container_app_environment.apps";

const environment = (placement: AppsPlacement) =>
  built((stack) => {
    const group = new ResourceGroup(stack, "group", { name: "rg", location: "westeurope", tags: {} });
    const logs = { name: "diag", workspace: LogWorkspace.reference(GROUP, "log") };
    const ready = [{ fqn: "azurerm_private_dns_resolver.resolver" }];
    const props = { group, name: "cae", infrastructureGroupName: "rg-apps", logs, ...placement };
    new ContainerAppsEnvironment(stack, "apps", { ...props, ...(placement.subnet && { ready }) });
  }).resources[TYPE];

describe("where a container environment is", () => {
  test("on the Internet without a subnet, it has neither a network nor zones", () => {
    expect(Object.keys(environment({ exposure: "internet", redundancy: "none" }) ?? {})).toEqual([
      "infrastructure_resource_group_name",
      "location",
      "logs_destination",
      "name",
      "public_network_access",
      "resource_group_name",
      "workload_profile",
    ]);
  });

  test("on the Internet in a subnet, its ingress stays public", () => {
    expect(environment({ exposure: "internet", subnet: SUBNET, redundancy: "none" })).toMatchObject({
      infrastructure_subnet_id: "/subnet",
      internal_load_balancer_enabled: false,
      public_network_access: "Enabled",
    });
  });

  test("in the network, its ingress is internal, public access is off, and it waits for what it needs", () => {
    expect(environment({ exposure: "network", subnet: SUBNET, redundancy: "zones" })).toMatchObject({
      infrastructure_subnet_id: "/subnet",
      internal_load_balancer_enabled: true,
      public_network_access: "Disabled",
      zone_redundancy_enabled: true,
      depends_on: ["azurerm_private_dns_resolver.resolver"],
    });
  });
});

describe("the domain of an internal environment", () => {
  const { resources } = built((stack) => {
    const environment = { defaultDomain: "kind-sea.westeurope.azurecontainerapps.io", staticAddress: "10.0.1.9" };
    new AppsDomain(stack, "apps-domain", { group: GROUP, environment, network: { id: "/network" } });
  });

  test("leads every name to the one address", () => {
    const zone = "${azurerm_private_dns_zone.apps-domain_zone.name}";
    const record = { records: ["10.0.1.9"], resource_group_name: "rg", ttl: 300, zone_name: zone };
    expect(resources).toMatchObject({
      "azurerm_private_dns_zone.apps-domain_zone": { name: "kind-sea.westeurope.azurecontainerapps.io" },
      "azurerm_private_dns_a_record.apps-domain_apps": { ...record, name: "*" },
      "azurerm_private_dns_a_record.apps-domain_domain": { ...record, name: "@" },
    });
  });

  test("is linked to the network once", () => {
    const links = Object.entries(resources).filter(([address]) => address.includes("virtual_network_link"));
    expect(links.map(([, link]) => link["virtual_network_id"])).toEqual(["/network"]);
  });
});
