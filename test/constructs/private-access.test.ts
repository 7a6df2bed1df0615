import { PrivateAccess, type PrivateTarget } from "../../constructs/private-access";
import { typesWith } from "../../src/azure";
import { refusal } from "../support/problems";
import { built, GROUP } from "./built";

const KNOWN = typesWith("privateLink").map(([type]) => type);
const ENDPOINTS = { id: "/endpoints", range: "10.20.2.0/26", ready: [] };

/** What these targets, by the part that names them, are made reachable by. */
const access = (targets: Readonly<Record<string, PrivateTarget>>) =>
  built((stack) => {
    const made = new PrivateAccess(stack, "private", {
      group: GROUP,
      network: { id: "/network" },
      subnet: ENDPOINTS,
      nameOf: (type, part) => `${type === "private_endpoint" ? "pep" : "nic"}-${part}`,
    });
    for (const [part, one] of Object.entries(targets)) made.addEndpoint(part, one);
  }).resources;

const refused = (target: PrivateTarget) => refusal(() => access({ x: target }));
const zonesOf = (resources: ReturnType<typeof access>) =>
  Object.keys(resources).filter((address) => address.startsWith("azurerm_private_dns_zone."));

describe("private access", () => {
  const resources = access({
    vault: { type: "azurerm_key_vault", resource: { id: "/vault" } },
    second: { type: "azurerm_key_vault", resource: { id: "/second" } },
    files: { type: "azurerm_storage_account", resource: { id: "/storage" }, subresource: "blob" },
  });
  const endpoint = (part: string) => resources[`azurerm_private_endpoint.private_endpoint-${part}`];

  test("gives a target an address in the network, by the name that everybody uses", () => {
    expect(endpoint("files")).toEqual({
      name: "pep-files",
      custom_network_interface_name: "nic-files",
      resource_group_name: "rg",
      location: "westeurope",
      subnet_id: "/endpoints",
      private_service_connection: {
        name: "files",
        private_connection_resource_id: "/storage",
        subresource_names: ["blob"],
        is_manual_connection: false,
      },
      private_dns_zone_group: {
        name: "default",
        private_dns_zone_ids: ["${azurerm_private_dns_zone.private_zone-blob-core-windows-net.id}"],
      },
      depends_on: ["azurerm_private_dns_zone_virtual_network_link.private_link-blob-core-windows-net"],
    });
  });

  test("makes a zone once, and links it once, however many targets use it", () => {
    expect(zonesOf(resources)).toEqual([
      "azurerm_private_dns_zone.private_zone-blob-core-windows-net",
      "azurerm_private_dns_zone.private_zone-vaultcore-azure-net",
    ]);
    const group = (part: string) => endpoint(part)?.["private_dns_zone_group"];
    expect(group("second")).toEqual(group("vault"));
    expect(resources["azurerm_private_dns_zone_virtual_network_link.private_link-vaultcore-azure-net"]).toMatchObject({
      virtual_network_id: "/network",
      registration_enabled: false,
    });
  });

  test("writes a name into the zone that another stack of the group has made, and makes none", () => {
    const { resources: made } = built((stack) => {
      new PrivateAccess(stack, "private", {
        group: GROUP,
        network: { id: "/network" },
        subnet: ENDPOINTS,
        nameOf: (type, part) => `${type}-${part}`,
        zones: "of-another-stack",
      }).addEndpoint("vault", { type: "azurerm_key_vault", resource: { id: "/vault" } });
    });
    const address = "azurerm_private_endpoint.private_endpoint-vault";
    expect(Object.keys(made)).toEqual([address]);
    expect(made[address]).toMatchObject({
      private_dns_zone_group: {
        name: "default",
        private_dns_zone_ids: [
          "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net",
        ],
      },
    });
    expect(made[address]).toHaveProperty("depends_on", []);
  });

  test("needs one zone for two types that share it", () => {
    const shared = access({
      events: { type: "azurerm_eventhub_namespace", resource: { id: "/events" } },
      bus: { type: "azurerm_servicebus_namespace", resource: { id: "/bus" } },
    });
    expect(zonesOf(shared)).toHaveLength(1);
  });

  test("to apps is by a zone of their region", () => {
    const apps = access({ apps: { type: "azurerm_container_app_environment", resource: { id: "/apps" } } });
    expect(zonesOf(apps).map((address) => apps[address]?.["name"])).toEqual([
      "privatelink.westeurope.azurecontainerapps.io",
    ]);
  });
});

describe("private access, by what the catalogue of Azure knows of a type, leads", () => {
  test.each([
    ["azurerm_search_service", "searchService", "privatelink.search.windows.net"],
    ["azurerm_key_vault_managed_hardware_security_module", "managedhsm", "privatelink.managedhsm.azure.net"],
    ["azurerm_linux_web_app", "sites", "privatelink.azurewebsites.net"],
  ])("to %s at its %s", (type, part, zone) => {
    const made = access({ one: { type, resource: { id: "/one" } } });
    expect(made["azurerm_private_endpoint.private_endpoint-one"]).toMatchObject({
      private_service_connection: { subresource_names: [part] },
    });
    expect(zonesOf(made).map((address) => made[address]?.["name"])).toEqual([zone]);
  });
});

describe("private access is refused", () => {
  test.each(["azurerm_route_table", "azurerm_kubernetes_cluster", "key_vault", "constructor", ""])(
    "to a type that it is not known for: %j",
    (type) => {
      expect(refused({ type, resource: { id: "/x" } })).toBe(
        `private access is not known for ${type}\n    Known: ${KNOWN.join(", ")}. For another type make the private endpoint and its zone yourself, in the environment's stack.   (NET-04)`,
      );
    },
  );

  const PARTS = "Name one of blob, dfs, file, queue, table, web.   (NET-04)";

  test("to a type of several parts, when none is named or one that it has not", () => {
    expect(refused({ type: "azurerm_storage_account", resource: { id: "/x" } })).toBe(
      `private access to azurerm_storage_account needs a sub-resource, got none\n    ${PARTS}`,
    );
    expect(refused({ type: "azurerm_storage_account", resource: { id: "/x" }, subresource: "blobs" })).toBe(
      `private access to azurerm_storage_account needs a sub-resource, got blobs\n    ${PARTS}`,
    );
  });

  test.each(["toString", "constructor", "__proto__"])("to a part that only JavaScript knows: %s", (subresource) => {
    expect(refused({ type: "azurerm_storage_account", resource: { id: "/x" }, subresource })).toBe(
      `private access to azurerm_storage_account needs a sub-resource, got ${subresource}\n    ${PARTS}`,
    );
  });

  test("to a part of another type", () => {
    expect(refused({ type: "azurerm_key_vault", resource: { id: "/x" }, subresource: "blob" })).toBe(
      "private access to azurerm_key_vault needs a sub-resource, got blob\n    Name one of vault.   (NET-04)",
    );
  });
});
