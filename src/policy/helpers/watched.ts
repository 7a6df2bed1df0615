/** A metric that shows what is to be watched, and which way it goes when things are bad. */
export interface Metric {
  readonly name: string;
  readonly bad: "high" | "low";
  /** True for a share of 100: a threshold at or beyond the end is never passed. */
  readonly percent?: true;
  /** The dimension that singles it out, and the value that must be among those looked at. */
  readonly only?: readonly [dimension: string, value: string];
}

/** One thing about a resource that somebody must be told of. */
export interface Watch {
  /** Word in paths of findings: `alert.restarts`. */
  readonly name: string;
  /** How findings call it. */
  readonly what: string;
  /** One of them is enough. */
  readonly metrics: readonly Metric[];
}

const high = (name: string): Metric => ({ name, bad: "high" });
const percent = (name: string, bad: Metric["bad"] = "high"): Metric => ({ name, bad, percent: true });
const serverErrors = (name: string): Metric => ({ name, bad: "high", only: ["HttpStatusGroup", "5xx"] });

const cpu: Watch = { name: "cpu", what: "its CPU", metrics: [percent("cpu_percent")] };
const storage: Watch = {
  name: "storage",
  what: "its storage",
  metrics: [percent("storage_percent"), { name: "storage_free", bad: "low" }],
};

/**
 * What an environment's people must hear of, by type.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/metrics-index
 */
export const WATCHED: Readonly<Record<string, readonly Watch[]>> = {
  azurerm_application_gateway: [
    {
      name: "health",
      what: "whether the apps behind the entry answer",
      metrics: [high("UnhealthyHostCount"), { name: "HealthyHostCount", bad: "low" }],
    },
    {
      name: "errors",
      what: "server errors of the entry",
      metrics: [serverErrors("ResponseStatus"), serverErrors("BackendResponseStatus"), high("FailedRequests")],
    },
  ],
  azurerm_cdn_frontdoor_profile: [
    {
      name: "health",
      what: "whether the apps behind the edge answer",
      metrics: [percent("OriginHealthPercentage", "low")],
    },
    { name: "errors", what: "server errors of the edge", metrics: [percent("Percentage5XX")] },
  ],
  azurerm_container_app: [{ name: "restarts", what: "its restarts", metrics: [high("RestartCount")] }],
  azurerm_key_vault: [{ name: "availability", what: "its availability", metrics: [percent("Availability", "low")] }],
  azurerm_mssql_database: [cpu, storage],
  azurerm_mysql_flexible_server: [cpu, storage],
  azurerm_postgresql_flexible_server: [cpu, storage],
};
