import { added } from "../../support/built-pre-production";
import { add, inPlatform, inStack, type Json, type Stacks, set, type Weakening } from "../../support/weakenings";

const GATEWAY = "azurerm_application_gateway.gateway";
const address = { allocation_method: "Static", sku: "Standard" };
const { location: _, ...global } = added("afd");
const APPS = "${azurerm_subnet.network_subnet-apps.id}";

/** The controls that ask about every type, where nobody knows what is made. */
const UNREAD = ["DAT-02", "DAT-08", "IAM-01", "NET-04", "NET-05", "NET-08", "REC-01"];

/** Another frontend of the gateway, with what its listener does there. */
const listener = (frontend: string, port: string, more: object) => (gateway: Json) => {
  gateway.http_listener.push({
    name: "second",
    frontend_ip_configuration_name: frontend,
    frontend_port_name: port,
    protocol: "Https",
    ssl_certificate_name: "entry",
    ...more,
  });
  gateway.request_routing_rule.push({
    name: "second",
    rule_type: "Basic",
    http_listener_name: "second",
    priority: 500,
    backend_address_pool_name: "web",
    backend_http_settings_name: "web",
  });
};

const all =
  (...changes: readonly ((stacks: Stacks) => void)[]) =>
  (stacks: Stacks) => {
    for (const change of changes) change(stacks);
  };

const secondAddress = all(
  add("entry", "azurerm_public_ip.second", { ...added("pip-second"), ...address }),
  inStack("entry", GATEWAY, (gateway) =>
    gateway.frontend_ip_configuration.push({
      name: "second",
      public_ip_address_id: "${azurerm_public_ip.second.id}",
    }),
  ),
);

/** Every way in that is not the one entry. */
export const WAYS_IN: readonly Weakening[] = [
  {
    what: "a firewall that forwards inwards",
    change: inPlatform("azurerm_firewall_policy_rule_collection_group.firewall_policy_rules", (group) => {
      const rule = {
        name: "web",
        protocols: ["TCP"],
        source_addresses: ["*"],
        destination_address: "${azurerm_public_ip.firewall_address.ip_address}",
        destination_ports: ["443"],
        translated_address: "10.30.0.4",
        translated_port: "443",
      };
      group.nat_rule_collection = [{ name: "in", priority: 90, action: "Dnat", rule: [rule] }];
    }),
    caught: ["NET-05"],
  },
  {
    what: "a second listener on another address",
    change: all(secondAddress, inStack("entry", GATEWAY, listener("second", "https", { host_name: "b.example" }))),
    caught: ["NET-05"],
  },
  {
    what: "a second listener on another port",
    change: inStack("entry", GATEWAY, (gateway) => {
      gateway.frontend_port.push({ name: "other", port: 8443 });
      listener("public", "other", { host_name: "b.example" })(gateway);
    }),
    caught: ["NET-05"],
  },
  {
    what: "a redirect on another address",
    change: all(
      secondAddress,
      inStack("entry", GATEWAY, (gateway) => {
        listener("second", "http", { protocol: "Http", ssl_certificate_name: undefined })(gateway);
        const rule = gateway.request_routing_rule.at(-1);
        for (const name of ["backend_address_pool_name", "backend_http_settings_name"]) delete rule[name];
        rule.redirect_configuration_name = "preprod.orders.example";
      }),
    ),
    caught: ["NET-05"],
  },
  {
    what: "a container environment on the Internet",
    change: set("platform", "azurerm_container_app_environment.apps", {
      internal_load_balancer_enabled: false,
      public_network_access: "Enabled",
    }),
    caught: ["NET-05"],
  },
  {
    what: "a second container environment, with an app that takes external ingress",
    change: ({ platform, services }) => {
      const { apps } = platform.resource.azurerm_container_app_environment;
      platform.resource.azurerm_container_app_environment.open = {
        ...apps,
        name: added("cae-open")["name"],
        internal_load_balancer_enabled: false,
        public_network_access: "Enabled",
      };
      const app = services.resource.azurerm_container_app["app-web"];
      app.container_app_environment_id = app.container_app_environment_id.replace(
        /[^/]+$/,
        String(added("cae-open")["name"]),
      );
    },
    caught: ["NET-05", "OBS-01", "OBS-02", "REC-09"],
  },
  {
    what: "a peering with another network",
    change: add("platform", "azurerm_virtual_network_peering.partner", {
      name: "partner",
      resource_group_name: added("peer")["resource_group_name"],
      virtual_network_name: "${azurerm_virtual_network.network.name}",
      remote_virtual_network_id: "${var.partner_network_id}",
    }),
    caught: ["NET-05"],
  },
  {
    what: "a tunnel to another site",
    change: add("platform", "azurerm_virtual_network_gateway_connection.office", {
      ...added("con"),
      type: "IPsec",
      virtual_network_gateway_id: "${azurerm_virtual_network_gateway.vpn.id}",
    }),
    caught: ["NET-05"],
  },
  {
    what: "a private-link service for other subscriptions",
    change: add("platform", "azurerm_private_link_service.partner", {
      ...added("pls"),
      load_balancer_frontend_ip_configuration_ids: ["${var.frontend_id}"],
      nat_ip_configuration: [{ name: "nat", subnet_id: APPS, primary: true }],
    }),
    caught: ["NET-05"],
  },
  {
    what: "a private link of the gateway for other subscriptions",
    change: inStack("entry", GATEWAY, (gateway) => {
      gateway.private_link_configuration = [{ name: "partner", ip_configuration: [{ name: "a", primary: true }] }];
    }),
    caught: ["NET-05"],
  },
  {
    what: "Front Door beside the gateway",
    change: all(
      add("entry", "azurerm_cdn_frontdoor_profile.edge", {
        ...global,
        sku_name: "Premium_AzureFrontDoor",
      }),
      add("entry", "azurerm_cdn_frontdoor_endpoint.edge", {
        name: added("fde")["name"],
        tags: added("fde")["tags"],
        cdn_frontdoor_profile_id: "${azurerm_cdn_frontdoor_profile.edge.id}",
      }),
      ({ entry: { resource } }) => {
        const settings = resource.azurerm_monitor_diagnostic_setting;
        const target_resource_id = "${azurerm_cdn_frontdoor_profile.edge.id}";
        settings.edge = { ...settings["diagnostics-gateway"], target_resource_id };
      },
    ),
    caught: ["INC-03", "NET-05"],
  },
  {
    what: "a network card with a public address",
    change: all(
      add("platform", "azurerm_public_ip.machine", { ...added("pip-machine"), ...address }),
      add("platform", "azurerm_network_interface.machine", {
        ...added("nic-machine"),
        ip_configuration: [
          {
            name: "public",
            subnet_id: APPS,
            private_ip_address_allocation: "Dynamic",
            public_ip_address_id: "${azurerm_public_ip.machine.id}",
          },
        ],
      }),
    ),
    caught: ["NET-05", "NET-06"],
  },
  {
    what: "a load balancer with a public address",
    change: all(
      add("platform", "azurerm_public_ip.balancer", { ...added("pip-balancer"), ...address }),
      add("platform", "azurerm_lb.balancer", {
        ...added("lb"),
        frontend_ip_configuration: [{ name: "public", public_ip_address_id: "${azurerm_public_ip.balancer.id}" }],
      }),
    ),
    caught: ["NET-05", "NET-06"],
  },
  {
    what: "a Bastion without an address of its own",
    change: add("platform", "azurerm_bastion_host.people", {
      ...added("bas"),
      sku: "Developer",
      virtual_network_id: "${azurerm_virtual_network.network.id}",
    }),
    caught: ["NET-05"],
  },
  {
    what: "a Bastion with a public address",
    change: all(
      add("platform", "azurerm_public_ip.people", { ...added("pip-people"), ...address }),
      add("platform", "azurerm_bastion_host.people", {
        ...added("bas"),
        ip_configuration: [
          {
            name: "public",
            subnet_id: "${azurerm_subnet.network_subnet-GatewaySubnet.id}",
            public_ip_address_id: "${azurerm_public_ip.people.id}",
          },
        ],
      }),
    ),
    caught: ["NET-05", "NET-06"],
  },
  {
    what: "a static website in the storage account",
    change: inPlatform("azurerm_storage_account.storage", (one) => {
      one.static_website = [{ index_document: "index.html" }];
    }),
    caught: ["NET-05"],
  },
  {
    what: "a static website as a resource of its own",
    change: add("platform", "azurerm_storage_account_static_website.site", {
      storage_account_id: "${azurerm_storage_account.storage.id}",
      index_document: "index.html",
    }),
    caught: ["NET-05", "REC-09"],
  },
  {
    what: "a web app that answers the Internet",
    change: add("platform", "azurerm_static_web_app.site", { ...added("stapp"), sku_tier: "Standard" }),
    caught: ["NET-05"],
  },
  {
    what: "no entry at all",
    change: ({ entry }) => {
      const { gateway_address } = entry.resource.azurerm_public_ip;
      entry.resource = { azurerm_public_ip: { gateway_address } };
    },
    caught: ["NET-05", "NET-06", "NET-08", "NET-10"],
  },
  {
    what: "an address that nothing holds",
    change: add("platform", "azurerm_public_ip.spare", { ...added("pip-spare"), ...address }),
    caught: ["NET-06"],
  },
  {
    what: "a range of addresses that nothing holds",
    change: add("platform", "azurerm_public_ip_prefix.spare", { ...added("ippre"), prefix_length: 30 }),
    caught: ["NET-06"],
  },
  {
    what: "machines with public addresses that a loop gives them",
    change: add("platform", "azurerm_linux_virtual_machine_scale_set.machines", {
      ...added("vmss"),
      zones: ["1", "2", "3"],
      network_interface: {
        name: "card",
        primary: true,
        ip_configuration: {
          name: "public",
          subnet_id: APPS,
          dynamic: { public_ip_address: { for_each: "${var.addresses}", content: { name: "public" } } },
        },
      },
    }),
    caught: ["NET-05", "REC-01", "REC-09"],
  },
  {
    what: "a load balancer of somebody else that forwards",
    change: add("platform", "azurerm_lb_nat_rule.foreign", {
      name: "ssh",
      resource_group_name: added("lb")["resource_group_name"],
      loadbalancer_id: "${var.balancer_id}",
      protocol: "Tcp",
      frontend_port: 22,
      backend_port: 22,
      frontend_ip_configuration_name: "public",
    }),
    caught: ["NET-05"],
  },
  {
    what: "an App Service environment on the Internet",
    change: add("platform", "azurerm_app_service_environment_v3.sites", {
      name: added("ase")["name"],
      resource_group_name: added("ase")["resource_group_name"],
      tags: added("ase")["tags"],
      subnet_id: APPS,
    }),
    caught: ["NET-05"],
  },
  {
    what: "a data factory on the Internet",
    change: add("platform", "azurerm_data_factory.copies", added("adf")),
    caught: ["NET-04"],
  },
  {
    what: "an address that another provider makes",
    change: add("platform", "azapi_resource.address", {
      type: "Microsoft.Network/publicIPAddresses@2024-05-01",
      name: added("pip-other")["name"],
    }),
    caught: UNREAD,
  },
  {
    what: "a template whose resources nobody sees",
    change: add("platform", "azurerm_resource_group_template_deployment.more", {
      name: added("deploy")["name"],
      resource_group_name: added("deploy")["resource_group_name"],
      tags: added("deploy")["tags"],
      deployment_mode: "Incremental",
      template_content: "{}",
    }),
    caught: UNREAD,
  },
  {
    what: "a program that Terraform runs",
    change: add("platform", "null_resource.program", {
      provisioner: { "local-exec": { command: "az network public-ip create" } },
    }),
    caught: ["REC-01", "REC-09"],
  },
  {
    what: "a module that only a plan shows",
    change: ({ platform }) => {
      platform.module = { more: { source: "./more" } };
    },
    caught: ["REC-01"],
  },
];
