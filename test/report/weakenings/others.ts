import { added } from "../../support/built-pre-production";
import { add, inPlatform, inStack, type Weakening } from "../../support/weakenings";

const platform = (address: string, values: object) => add("platform", address, { ...values });
const APPS = "${azurerm_subnet.network_subnet-apps.id}";
const INSIGHTS = "azurerm_application_insights.insights";

const group = (image: string) =>
  platform("azurerm_container_group.shop", {
    ...added("ci"),
    os_type: "Linux",
    ip_address_type: "Private",
    subnet_ids: [APPS],
    container: [{ name: "shop", image, cpu: 1, memory: 1, ports: [{ port: 8080 }] }],
  });

/** What other services open, bring or leave open, and what a plan may hold beside what Gatewright writes. */
export const OTHER_TYPES: readonly Weakening[] = [
  {
    what: "a web app that runs the latest image of Docker Hub",
    change: platform("azurerm_linux_web_app.shop", {
      ...added("app"),
      service_plan_id: "${var.plan_id}",
      https_only: true,
      public_network_access_enabled: false,
      ftp_publish_basic_authentication_enabled: false,
      webdeploy_publish_basic_authentication_enabled: false,
      site_config: {
        minimum_tls_version: "1.2",
        ftps_state: "Disabled",
        application_stack: { docker_image_name: "shop/web:latest", docker_registry_url: "https://index.docker.io" },
      },
    }),
    caught: ["REC-09", "SUP-01", "SUP-02"],
  },
  {
    what: "a container group that runs an image of no version",
    change: group("shop/web"),
    caught: ["REC-09", "SUP-01", "SUP-02"],
  },
  {
    what: "an identity of its own beside the one that an app was given",
    change: (stacks) => {
      const [identity] = [stacks.services.resource.azurerm_container_app["app-api"].identity].flat();
      identity.type = "SystemAssigned, UserAssigned";
    },
    caught: ["IAM-01"],
  },
  {
    what: "a search service with a public side",
    change: platform("azurerm_search_service.search", {
      ...added("srch"),
      sku: "standard",
      replica_count: 3,
      local_authentication_enabled: false,
    }),
    caught: ["NET-02", "NET-04", "REC-09"],
  },
  {
    what: "a sync service that takes traffic from everywhere",
    change: platform("azurerm_storage_sync.files", { ...added("sss"), incoming_traffic_policy: "AllowAllTraffic" }),
    caught: ["NET-04"],
  },
  {
    what: "a disk that can be read over the Internet",
    change: platform("azurerm_managed_disk.disk", {
      ...added("disk"),
      storage_account_type: "Premium_ZRS",
      create_option: "Empty",
      disk_size_gb: 32,
      public_network_access_enabled: true,
    }),
    caught: ["NET-04", "REC-09"],
  },
  {
    what: "a subnet inside its network, which lets SSH in",
    change: (stacks) => {
      platform("azurerm_network_security_group.inner", {
        ...added("nsg-inner"),
        security_rule: [
          {
            name: "ssh",
            priority: 100,
            direction: "Inbound",
            access: "Allow",
            protocol: "Tcp",
            source_address_prefix: "*",
            source_port_range: "*",
            destination_address_prefix: "*",
            destination_port_range: "22",
          },
        ],
      })(stacks);
      platform("azurerm_virtual_network.inner", {
        ...added("vnet-inner"),
        address_space: ["10.99.0.0/24"],
        subnet: [
          {
            name: "inner",
            address_prefixes: ["10.99.0.0/26"],
            security_group: "${azurerm_network_security_group.inner.id}",
          },
        ],
      })(stacks);
    },
    caught: ["NET-08", "NET-10"],
  },
  {
    what: "a subnet inside its network, without a security group",
    change: platform("azurerm_virtual_network.inner", {
      ...added("vnet-inner"),
      address_space: ["10.99.0.0/24"],
      subnet: [{ name: "inner", address_prefixes: ["10.99.0.0/26"] }],
    }),
    caught: ["NET-08", "NET-10"],
  },
  {
    what: "a type that this version does not know",
    change: platform("azurerm_made_up_service.new", added("new")),
    caught: ["DAT-02", "DAT-08", "IAM-01", "NET-04", "NET-05", "NET-08"],
  },
];

/** The same weaknesses under the names of azurerm 5. */
export const NEXT_MAJOR: readonly Weakening[] = [
  {
    what: "traces that are taken by key, in the words of azurerm 5",
    change: inStack("services", INSIGHTS, (one) => {
      delete one.local_authentication_disabled;
      one.local_authentication_enabled = true;
    }),
    caught: ["OBS-03"],
  },
  {
    what: "service endpoints, in the words of azurerm 5",
    change: inPlatform("azurerm_subnet.network_subnet-apps", (one) => {
      one.service_endpoint = [{ service: "Microsoft.Storage" }];
    }),
    caught: ["NET-08"],
  },
  {
    what: "private names for nobody's network, in the words of azurerm 5",
    change: (stacks) => {
      const links = stacks.platform.resource.azurerm_private_dns_zone_virtual_network_link;
      const link = links["private_link-azurecr-io"];
      delete link.private_dns_zone_name;
      delete link.resource_group_name;
      link.private_dns_zone_id = "${azurerm_private_dns_zone.private_zone-vaultcore-azure-net.id}";
    },
    caught: ["NET-04", "REC-09"],
  },
];
