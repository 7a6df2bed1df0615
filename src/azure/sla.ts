import type { Source } from "./source";

/**
 * Availability that Microsoft commits to, percent of a month. A commitment pays back a part of the bill when it is
 * missed; it is the best published figure that there is, not a prediction.
 */
export interface Sla extends Source {
  readonly id: SlaId;
  readonly what: string;
  readonly percent: number;
  /** When the figure holds. */
  readonly conditions: string;
}

type Row = readonly [percent: number, what: string, conditions: string];

interface SlaList extends Source {
  readonly figures: Readonly<Record<string, Row>>;
}

const RELIABILITY = "https://learn.microsoft.com/azure/reliability";
/** The document that counts; it is not readable here, so its figures are quoted. */
const AGREEMENT = "https://www.microsoft.com/licensing/docs/view/Service-Level-Agreements-SLA-for-Online-Services";

const LISTS = [
  {
    url: `${RELIABILITY}/reliability-database-postgresql`,
    asOf: "2026-03-24",
    confidence: "confirmed",
    figures: {
      postgres: [99.9, "PostgreSQL flexible server without a standby", "always"],
      "postgres-same-zone": [
        99.95,
        "PostgreSQL flexible server, standby in the same zone",
        "general purpose or larger",
      ],
      "postgres-zones": [
        99.99,
        "PostgreSQL flexible server, standby in another zone",
        "general purpose or larger, in a region with zones",
      ],
    },
  },
  {
    // Quoted by Azure Quick Review (github.com/Azure/azqr), the rules that report a service's SLA.
    url: AGREEMENT,
    asOf: "2026-08-21",
    confidence: "quoted",
    figures: {
      "container-apps": [99.95, "Container Apps", "at least one replica; zones do not raise it"],
      "application-gateway": [99.95, "Application Gateway v2", "two zones or more, or autoscale"],
      "front-door": [99.99, "Front Door", "Standard or Premium"],
      firewall: [99.95, "Azure Firewall in one zone", "always"],
      "firewall-zones": [99.99, "Azure Firewall over zones", "two zones or more"],
      "load-balancer": [99.99, "Load Balancer Standard", "two healthy machines or more behind it"],
      "web-app": [99.95, "App Service", "not a free or shared plan"],
      "web-app-zones": [99.99, "App Service over zones", "a plan that balances over zones"],
      "private-link": [99.99, "Private Link", "always"],
      storage: [99.9, "Blob and queue storage", "hot tier; reads and writes alike, whatever the replication"],
      "storage-cool": [99, "Blob storage, cool tier", "writes"],
      mysql: [99.9, "MySQL flexible server without a standby", "always"],
      "mysql-same-zone": [99.95, "MySQL flexible server, standby in the same zone", "general purpose or larger"],
      "mysql-zones": [99.99, "MySQL flexible server, standby in another zone", "general purpose or larger"],
      "sql-database": [99.99, "SQL database", "every tier"],
      "sql-database-zones": [99.995, "SQL database over zones", "zone redundant"],
      cosmos: [99.99, "Cosmos DB in one region", "always"],
      "cosmos-zones": [99.995, "Cosmos DB over zones", "zone redundant"],
      "service-bus": [99.9, "Service Bus", "every tier"],
      "event-hubs": [99.95, "Event Hubs", "Standard"],
      redis: [99.9, "Cache for Redis", "Standard or Premium"],
      "key-vault": [99.99, "Key Vault", "always"],
      registry: [99.9, "Container registry", "always"],
      "log-analytics": [99.9, "Log Analytics", "queries"],
      "vpn-gateway": [99.95, "VPN gateway", "not the Basic size"],
    },
  },
] as const satisfies readonly SlaList[];

type KeyOf<T> = T extends unknown ? keyof T : never;

/** The id of one figure, for example `postgres-zones`. */
export type SlaId = KeyOf<(typeof LISTS)[number]["figures"]>;

/** Every figure, in the order above. */
export const SLAS: readonly Sla[] = LISTS.flatMap(({ figures, ...source }: SlaList) =>
  Object.entries(figures).map(([id, [percent, what, conditions]]) => ({
    id: id as SlaId,
    what,
    percent,
    conditions,
    ...source,
  })),
);

const BY_ID = Object.fromEntries(SLAS.map((one) => [one.id, one])) as Readonly<Record<SlaId, Sla>>;

/** The figure of this id. */
export function sla(id: SlaId): Sla {
  return BY_ID[id];
}
