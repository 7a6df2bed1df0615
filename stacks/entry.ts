import { TerraformOutput } from "cdktf";
import { ActionGroup, MetricAlert } from "../constructs/alerting";
import { ApplicationGateway, type GatewayRoute } from "../constructs/application-gateway";
import { Diagnostics } from "../constructs/diagnostics";
import { KeyVault } from "../constructs/key-vault";
import { LogWorkspace } from "../constructs/log-analytics";
import { QueryAlert } from "../constructs/query-alert";
import { VirtualNetwork } from "../constructs/virtual-network";
import { WorkloadIdentity } from "../constructs/workload-identity";
import { region } from "../src/azure/regions";
import { ENTRY } from "../src/config/entry";
import type { CustomerPromise } from "../src/config/promise";
import type { ResolvedHardened } from "../src/config/resolve";
import { promiseAlerts } from "../src/promise/alerts";
import { appsDomain } from "./apps-domain";
import type { EnvironmentStack } from "./environment-stack";

/** Answers that say an app is there, when its config names no path to ask: all but server errors. */
const ANY_ANSWER = ["200-499"];
const HEALTHY = ["200-399"];

/**
 * The one way in from the Internet. A stack of its own, because the gateway reads its certificate from the vault when it
 * is created, and because the domain of the apps is known only when the platform exists.
 */
export class Entry {
  readonly gateway: ApplicationGateway;

  constructor(readonly stack: EnvironmentStack<ResolvedHardened>) {
    const { nameOf, stance, location, entry, promise } = stack.environment;
    const group = stack.groupReference();
    const zones = stance.apps.redundancy === "zones" && region(location)?.zones ? ["1", "2", "3"] : [];
    this.gateway = new ApplicationGateway(stack, "gateway", {
      group,
      name: nameOf("application_gateway"),
      publicIpName: nameOf("public_ip", ENTRY),
      policyName: nameOf("web_application_firewall_policy"),
      subnet: VirtualNetwork.subnetReference(group, nameOf("virtual_network"), nameOf("subnet", "gateway")),
      identity: WorkloadIdentity.reference(group, nameOf("user_assigned_identity", ENTRY)),
      certificate: { vault: KeyVault.reference(nameOf("key_vault")), secret: entry.certificate },
      routes: this.routes(appsDomain(stack)),
      zones,
      // Azure keeps two instances whatever the least is; reserved ones are paid for and there at once when load comes.
      capacity: { min: stance.apps.minReplicas > 1 ? stance.apps.minReplicas : 0, max: 10 },
      allowFrom: entry.allowFrom,
    });
    new Diagnostics(stack, "diagnostics-gateway", {
      name: nameOf("monitor_diagnostic_setting", "gateway"),
      target: this.gateway,
      workspace: LogWorkspace.reference(group, nameOf("log_analytics_workspace")),
      logs: ["allLogs"],
      metrics: ["AllMetrics"],
      ...(stance.observability.auditExport && { tables: "own" }),
    });
    this.addAlerts();
    if (promise) this.addPromiseAlerts(promise);
    new TerraformOutput(stack, "entry_address", {
      description: "Address that the DNS records of the entry lead to.",
      value: this.gateway.address,
    });
  }

  private routes(domain: string): readonly GatewayRoute[] {
    const { services, nameOf, entry } = this.stack.environment;
    return entry.routes.map(({ host, path, service }) => {
      const probes = services.find(({ name }) => name === service)?.probes;
      const asked = probes?.readiness?.path ?? probes?.liveness?.path;
      return {
        host,
        path,
        backend: {
          name: service,
          fqdn: `${nameOf("container_app", service)}.${domain}`,
          probe: { path: asked ?? "/", statuses: asked === undefined ? ANY_ANSWER : HEALTHY },
        },
      };
    });
  }

  /** INC-04: callers are worse off than promised, or soon will be. */
  private addPromiseAlerts(promise: CustomerPromise): void {
    const { nameOf } = this.stack.environment;
    const group = this.stack.groupReference();
    for (const { id, says, ...when } of promiseAlerts(promise))
      new QueryAlert(this.stack, `alert-promise-${id}`, {
        group,
        name: nameOf("monitor_alert", `promise-${id}`),
        says,
        workspace: LogWorkspace.reference(group, nameOf("log_analytics_workspace")),
        actions: ActionGroup.reference(group, nameOf("monitor_action_group")),
        severity: id === "failures-fast" ? 0 : 2,
        ...when,
      });
  }

  /** INC-03: an entry without a healthy app behind it, and one that answers with errors. */
  private addAlerts(): void {
    const { nameOf } = this.stack.environment;
    const group = this.stack.groupReference();
    const common = {
      group,
      target: this.gateway,
      actions: ActionGroup.reference(group, nameOf("monitor_action_group")),
      severity: 1 as const,
    };
    const namespace = "Microsoft.Network/applicationGateways";
    new MetricAlert(this.stack, "alert-entry-health", {
      ...common,
      name: nameOf("monitor_alert", "entry-health"),
      says: "The entry leads to an app that does not answer.",
      when: {
        namespace,
        metric: "UnhealthyHostCount",
        aggregation: "Average",
        operator: "GreaterThan",
        threshold: 0,
        window: "PT5M",
      },
    });
    new MetricAlert(this.stack, "alert-entry-errors", {
      ...common,
      name: nameOf("monitor_alert", "entry-errors"),
      says: "Callers of the entry get server errors.",
      when: {
        namespace,
        metric: "ResponseStatus",
        aggregation: "Total",
        operator: "GreaterThan",
        threshold: 10,
        window: "PT5M",
        dimension: { name: "HttpStatusGroup", values: ["5xx"] },
      },
    });
  }
}
