import { ContainerAppEnvironment } from "@cdktf/provider-azurerm/lib/container-app-environment";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { App, type TerraformElement, TerraformStack } from "cdktf";
import {
  BlobReplication,
  ContainerRegistry,
  Diagnostics,
  FrontDoor,
  LogWorkspace,
  PostgresqlServer,
  ReadReplica,
  ResourceGroup,
  StorageAccount,
  WorkloadIdentity,
} from "../../constructs";
import { TENANT } from "../../src/emulator/arm/azure";

const SIZE = { version: "17", sku: "GP_Standard_D2ds_v5", storageGb: 64, backupDays: 35 };
const tenant = { tenantId: TENANT };

/** What two regions share: a database and its replica, blobs and images that are copied, and the edge before both. */
export class SecondRegionStack extends TerraformStack {
  private readonly west = this.group("west", "westeurope");
  private readonly north = this.group("north", "northeurope");
  private readonly logs: LogWorkspace;

  constructor(outdir: string) {
    super(new App({ outdir }), "second-region");
    new AzurermProvider(this, "azurerm", {
      features: [{ storage: [{ dataPlaneAvailable: false }] }],
      storageUseAzuread: true,
      resourceProviderRegistrations: "none",
    });
    this.logs = new LogWorkspace(this, "logs", {
      group: this.west,
      name: "log-orders",
      retentionDays: 30,
      dailyCapGb: -1,
      signIn: "entra",
    });
    this.databases();
    this.blobs();
    this.edge();
    new ContainerRegistry(this, "registry", {
      group: this.west,
      name: "acrordersemulated",
      sku: "Premium",
      exposure: "private",
      redundancy: "zones",
      copiesIn: ["northeurope"],
    });
  }

  protected override allocateLogicalId(element: TerraformElement): string {
    const below = element.node.scopes.slice(1).map((scope) => scope.node.id);
    return (below.at(-1) === "resource" ? below.slice(0, -1) : below).slice(1).join("_");
  }

  private group(id: string, location: string): ResourceGroup {
    return new ResourceGroup(this, id, { name: `rg-orders-${id}`, location, tags: { workload: "orders" } });
  }

  private databases(): void {
    const administrator = new WorkloadIdentity(this, "migrator", { group: this.west, name: "id-migrator" });
    const primary = new PostgresqlServer(this, "database", {
      ...SIZE,
      group: this.west,
      name: "psql-orders",
      database: "orders",
      tenant,
      standby: "other-zone",
      geoBackup: "paired-region",
      exposure: "private",
      administrator,
    });
    new ReadReplica(this, "replica", {
      ...SIZE,
      group: this.north,
      name: "psql-orders-neu",
      primary,
      tenant,
      virtualEndpointName: "psqlve-orders",
      ready: primary.ready,
    });
  }

  private blobs(): void {
    const account = (id: string, group: ResourceGroup, pointInTimeRestoreDays: number) =>
      new StorageAccount(this, id, {
        group,
        name: `storders${id}`,
        replication: "ZRS",
        versions: "kept",
        softDeleteDays: 30,
        pointInTimeRestoreDays,
        signIn: "entra",
        exposure: "private",
      });
    const [source, destination] = [account("first", this.west, 29), account("second", this.north, 0)];
    const ready = [source, destination].map((one) => one.addContainer("files").item);
    new BlobReplication(this, "copies", { source, destination, containers: ["files"], ready });
  }

  private edge(): void {
    const origin = (group: ResourceGroup, id: string, priority: number) => {
      const environment = this.apps(group, id);
      const fqdn = `web.${environment.defaultDomain}`;
      return { location: group.location, fqdn, environment, state: "enabled", priority } as const;
    };
    const service = {
      name: "web",
      probe: { path: "/ready" },
      origins: [origin(this.west, "west", 1), origin(this.north, "north", 2)],
    };
    const edge = new FrontDoor(this, "edge", {
      group: this.west,
      name: "afd-orders",
      endpointName: "fde-orders",
      policyName: "fdfporders",
      routes: [
        { host: "orders.example", path: "/", service },
        { host: "admin.orders.example", path: "/", service },
      ],
      allowFrom: ["203.0.113.0/24"],
      requestMessage: "Front Door of orders",
    });
    new Diagnostics(this, "diagnostics", {
      name: "diag-edge",
      target: edge,
      workspace: this.logs,
      logs: ["allLogs"],
      metrics: ["AllMetrics"],
    });
  }

  private apps(group: ResourceGroup, id: string): ContainerAppEnvironment {
    const place = { resourceGroupName: group.name };
    const network = new VirtualNetwork(this, `network-${id}`, {
      ...place,
      location: group.location,
      name: "vnet",
      addressSpace: ["10.0.0.0/22"],
    });
    const subnet = new Subnet(this, `subnet-${id}`, {
      ...place,
      name: "apps",
      virtualNetworkName: network.name,
      addressPrefixes: ["10.0.0.0/23"],
      delegation: [
        {
          name: "apps",
          serviceDelegation: {
            name: "Microsoft.App/environments",
            actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"],
          },
        },
      ],
    });
    return new ContainerAppEnvironment(this, `apps-${id}`, {
      ...place,
      location: group.location,
      name: "cae-orders",
      infrastructureResourceGroupName: `rg-orders-${id}-apps`,
      infrastructureSubnetId: subnet.id,
      internalLoadBalancerEnabled: true,
      publicNetworkAccess: "Disabled",
      workloadProfile: [{ name: "Consumption", workloadProfileType: "Consumption" }],
      logsDestination: "azure-monitor",
    });
  }
}
