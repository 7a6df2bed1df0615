/**
 * What the platform's parts cost per month before any traffic, as far as Azure's public price list says. Figures are
 * estimates to plan with, never a quote: no discount, credit, tax or reservation is in them, and they age.
 *
 * USD, pay-as-you-go, West Europe unless `what` names where the figure was read; a month is 730 hours. `source` is the
 * official page; the figures behind it come from the Azure Retail Prices API
 * (https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices) or a published copy of it.
 * The firewall, VPN and PostgreSQL figures were read in EUR and converted by a meter that was read in both.
 */
export interface Price {
  readonly id: PriceId;
  /** What one unit is, as a report names it. */
  readonly what: string;
  /** USD for one unit over one month. */
  readonly monthly: number;
  /** The unit that `monthly` is for: `per month`, `per GiB-month`, `per user-month`. */
  readonly unit: string;
  /** Azure's own page, where the current figure can be looked up. */
  readonly source: string;
  /** The day that the figure was valid on, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** `confirmed`: read in the price list of that day, or where it is quoted. `estimate`: the best figure known. */
  readonly confidence: "confirmed" | "estimate";
}

type Row = readonly [monthly: number, unit: string, what: string];

interface PriceList extends Pick<Price, "source" | "asOf" | "confidence"> {
  readonly prices: Readonly<Record<string, Row>>;
}

/** Hours that the price list counts for one month. */
export const HOURS_PER_MONTH = 730;

/** What Container Apps Consumption gives each subscription each month, before anything is charged. */
export const CONTAINER_APPS_FREE_GRANT = { vcpuSeconds: 180_000, gibSeconds: 360_000, requests: 2_000_000 } as const;

const PRICING = "https://azure.microsoft.com/pricing/details";

const LISTS = [
  {
    source: `${PRICING}/container-apps/`,
    asOf: "2026-08-28",
    confidence: "confirmed",
    prices: {
      "container-apps-vcpu-active": [89.35, "per vCPU-month", "Container Apps Consumption, vCPU that is serving"],
      "container-apps-vcpu-idle": [10.51, "per vCPU-month", "Container Apps Consumption, vCPU that is idle"],
      "container-apps-memory-active": [10.51, "per GiB-month", "Container Apps Consumption, memory that is serving"],
      "container-apps-memory-idle": [10.51, "per GiB-month", "Container Apps Consumption, memory that is idle"],
    },
  },
  {
    // Also of an environment that has only Consumption, once it has private endpoints; each feature that needs it adds one.
    // Quoted from the page: https://github.com/microsoft/azure-container-apps/issues/1596
    source: `${PRICING}/container-apps/`,
    asOf: "2025-11-06",
    confidence: "confirmed",
    prices: {
      "container-apps-plan-management": [
        73,
        "per environment-month",
        "Container Apps Dedicated plan management, for private endpoints among others",
      ],
    },
  },
  {
    source: `${PRICING}/container-registry/`,
    asOf: "2024-07-01",
    confidence: "confirmed",
    prices: {
      "registry-basic": [5, "per month", "Container registry Basic, 10 GiB included (East US)"],
      "registry-premium": [50, "per month", "Container registry Premium, 500 GiB included (East US)"],
      "registry-replica": [50, "per replica-month", "Container registry geo-replica, Premium (East US)"],
    },
  },
  {
    source: `${PRICING}/container-registry/`,
    asOf: "2026-11-21",
    confidence: "estimate",
    prices: {
      "registry-standard": [20, "per month", "Container registry Standard, 100 GiB included"],
    },
  },
  {
    source: `${PRICING}/key-vault/`,
    asOf: "2025-12-12",
    confidence: "confirmed",
    prices: {
      "key-vault": [0, "per month", "Key Vault Standard; operations only"],
    },
  },
  {
    source: `${PRICING}/monitor/`,
    asOf: "2024-08-30",
    confidence: "confirmed",
    prices: {
      "logs-ingestion": [2.99, "per GB", "Log Analytics ingestion, Analytics logs"],
      "logs-retention": [0.13, "per GB-month", "Log Analytics retention beyond what is included"],
      "logs-export": [0.13, "per GB", "Log Analytics data export"],
    },
  },
  {
    source: `${PRICING}/monitor/`,
    asOf: "2024-07-01",
    confidence: "confirmed",
    prices: {
      "application-insights": [0, "per month", "Application Insights; its data is billed by the workspace"],
      "alert-metric": [0.1, "per time series-month", "Metric alert (East US)"],
      "alert-query-5-minutes": [1.5, "per rule-month", "Scheduled query alert, every 5 minutes"],
      "alert-query-10-minutes": [1, "per rule-month", "Scheduled query alert, every 10 minutes"],
      "alert-query-15-minutes": [0.5, "per rule-month", "Scheduled query alert, every 15 minutes or rarer"],
    },
  },
  {
    source: `${PRICING}/monitor/`,
    asOf: "2026-11-21",
    confidence: "estimate",
    prices: {
      "alert-query-1-minute": [3, "per rule-month", "Scheduled query alert, every minute"],
    },
  },
  {
    source: "https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets",
    asOf: "2026-11-21",
    confidence: "estimate",
    prices: {
      budget: [0, "per month", "Budget and its notifications"],
    },
  },
  {
    source: `${PRICING}/storage/blobs/`,
    asOf: "2026-08-22",
    confidence: "confirmed",
    prices: {
      "storage-hot-lrs": [0.018032, "per GB-month", "Blob storage, hot, LRS"],
      "storage-hot-zrs": [0.02208, "per GB-month", "Blob storage, hot, ZRS"],
      "storage-hot-grs": [0.036064, "per GB-month", "Blob storage, hot, GRS"],
      "storage-hot-gzrs": [0.04232, "per GB-month", "Blob storage, hot, GZRS"],
    },
  },
  {
    // High availability adds a standby of the same size: compute and storage are paid twice. General purpose is billed by
    // the vCore of its series, so that a size costs twice what the one with half its vCores does.
    source: `${PRICING}/postgresql/flexible-server/`,
    asOf: "2025-12-12",
    confidence: "confirmed",
    prices: {
      "postgres-b1ms": [14.53, "per server-month", "PostgreSQL flexible server B1ms, compute"],
      "postgres-b2s": [58.11, "per server-month", "PostgreSQL flexible server B2s, compute"],
      "postgres-b2ms": [116.22, "per server-month", "PostgreSQL flexible server B2ms, compute"],
      "postgres-d2s-v3": [148.19, "per server-month", "PostgreSQL flexible server D2s_v3, compute"],
      "postgres-d4s-v3": [296.38, "per server-month", "PostgreSQL flexible server D4s_v3, compute"],
      "postgres-d2ds-v5": [154.76, "per server-month", "PostgreSQL flexible server D2ds_v5, compute"],
      "postgres-d4ds-v5": [309.52, "per server-month", "PostgreSQL flexible server D4ds_v5, compute"],
      "postgres-d8ds-v5": [619.04, "per server-month", "PostgreSQL flexible server D8ds_v5, compute"],
      "postgres-storage": [0.137, "per GiB-month", "PostgreSQL flexible server storage"],
      "postgres-backup": [0.103, "per GiB-month", "PostgreSQL backup beyond the provisioned storage, LRS"],
    },
  },
  {
    source: `${PRICING}/private-link/`,
    asOf: "2024-07-01",
    confidence: "confirmed",
    prices: {
      "private-endpoint": [7.3, "per month", "Private endpoint (West US)"],
    },
  },
  {
    source: `${PRICING}/dns/`,
    asOf: "2024-07-01",
    confidence: "confirmed",
    prices: {
      "private-dns-zone": [0.5, "per zone-month", "Private DNS zone, each of the first 25 (West US)"],
      "dns-resolver-endpoint": [180, "per endpoint-month", "DNS private resolver endpoint"],
    },
  },
  {
    source: `${PRICING}/ip-addresses/`,
    asOf: "2025-12-12",
    confidence: "confirmed",
    prices: {
      "public-ip": [3.65, "per month", "Public IP address, Standard, static IPv4"],
    },
  },
  {
    source: `${PRICING}/azure-nat-gateway/`,
    asOf: "2024-07-01",
    confidence: "confirmed",
    prices: {
      "nat-gateway": [32.85, "per month", "NAT gateway, Standard"],
    },
  },
  {
    source: `${PRICING}/load-balancer/`,
    asOf: "2026-11-21",
    confidence: "estimate",
    prices: {
      "load-balancer": [18.25, "per month", "Load balancer, Standard, up to 5 rules"],
    },
  },
  {
    source: `${PRICING}/application-gateway/`,
    asOf: "2025-12-12",
    confidence: "confirmed",
    prices: {
      "application-gateway-waf": [341.64, "per month", "Application Gateway WAF_v2, fixed part"],
      "application-gateway-capacity-unit": [10.51, "per unit-month", "Application Gateway WAF_v2, capacity unit"],
    },
  },
  {
    source: `${PRICING}/azure-firewall/`,
    asOf: "2025-12-12",
    confidence: "confirmed",
    prices: {
      "firewall-basic": [288.35, "per month", "Azure Firewall Basic, deployment"],
      "firewall-standard": [912.5, "per month", "Azure Firewall Standard, deployment"],
      "firewall-premium": [1277.5, "per month", "Azure Firewall Premium, deployment"],
    },
  },
  {
    source: `${PRICING}/vpn-gateway/`,
    asOf: "2025-12-12",
    confidence: "confirmed",
    prices: {
      "vpn-gateway-1-az": [153.3, "per month", "VPN gateway VpnGw1AZ, 128 point-to-site connections included"],
    },
  },
  {
    source: `${PRICING}/frontdoor/`,
    asOf: "2026-01-01",
    confidence: "confirmed",
    prices: {
      "front-door-premium": [330, "per month", "Front Door Premium profile, WAF included (every region)"],
    },
  },
  {
    source: `${PRICING}/ddos-protection/`,
    asOf: "2024-07-01",
    confidence: "confirmed",
    prices: {
      "ddos-network-protection": [2943.55, "per month", "DDoS network protection plan, 100 public IPs included"],
    },
  },
  {
    source: `${PRICING}/backup/`,
    asOf: "2025-12-12",
    confidence: "confirmed",
    prices: {
      "backup-postgres": [7.5, "per instance-month", "Vaulted PostgreSQL backup, protected instance without its data"],
      "backup-blobs": [13, "per instance-month", "Vaulted blob backup, protected instance without its data"],
    },
  },
  {
    source: `${PRICING}/defender-for-cloud/`,
    asOf: "2024-12-05",
    confidence: "confirmed",
    prices: {
      "defender-key-vault": [0.25, "per vault-month", "Defender for Key Vault (every region)"],
      "defender-resource-manager": [5.04, "per subscription-month", "Defender for Resource Manager (every region)"],
      "defender-containers": [6.87, "per vCore-month", "Defender for Containers, Kubernetes cores (every region)"],
      "defender-storage": [9.78, "per account-month", "Defender for Storage (every region)"],
      "defender-postgres": [15, "per server-month", "Defender for open-source databases (every region)"],
    },
  },
  {
    source: "https://www.microsoft.com/security/business/microsoft-entra-pricing",
    asOf: "2026-05-01",
    confidence: "confirmed",
    prices: {
      "entra-id-p2": [9, "per user-month", "Entra ID P2 (every region)"],
    },
  },
] as const satisfies readonly PriceList[];

type KeyOf<T> = T extends unknown ? keyof T : never;

/** The id of one price, for example `firewall-basic`. */
export type PriceId = KeyOf<(typeof LISTS)[number]["prices"]>;

/** Every price, in the order above. */
export const PRICES: readonly Price[] = LISTS.flatMap(({ prices, ...from }: PriceList) =>
  Object.entries(prices).map(([id, [monthly, unit, what]]) => ({ id: id as PriceId, what, monthly, unit, ...from })),
);

const BY_ID = Object.fromEntries(PRICES.map((one) => [one.id, one])) as Readonly<Record<PriceId, Price>>;

/** The price of this id. */
export function price(id: PriceId): Price {
  return BY_ID[id];
}
