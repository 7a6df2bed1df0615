import { TerraformOutput } from "cdktf";
import { ResourceHealthAlert } from "../constructs/activity-alert";
import { ActionGroup, MetricAlert } from "../constructs/alerting";
import { ContainerAppsEnvironment } from "../constructs/container-apps-environment";
import { Diagnostics } from "../constructs/diagnostics";
import { type EdgeOrigin, type EdgeRoute, FrontDoor } from "../constructs/front-door";
import { LogWorkspace } from "../constructs/log-analytics";
import { QueryAlert } from "../constructs/query-alert";
import type { IResourceGroup } from "../constructs/resource-group";
import type { ResolvedHardened, ResolvedScale } from "../src/config/resolve";
import { ACCESS_LOGS, promiseAlerts } from "../src/promise/alerts";
import { appsDomain } from "./apps-domain";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";
import { groupsOf } from "./first-region";

/** Requests a region without one of its own gets, among two that are equally near. */
const EVEN = 500;

/** How each mode spreads requests over the first region and the second. */
const SPREAD = {
  "cold-standby": [{ state: "enabled", priority: 1 }],
  "warm-standby": [
    { state: "enabled", priority: 1, switchedBy: "people" },
    { state: "disabled", priority: 2, switchedBy: "people" },
  ],
  "hot-failover": [
    { state: "enabled", priority: 1, switchedBy: "people" },
    { state: "enabled", priority: 2, switchedBy: "people" },
  ],
  "active-active": [
    { state: "enabled", priority: 1, weight: EVEN, switchedBy: "people" },
    { state: "enabled", priority: 1, weight: EVEN, switchedBy: "people" },
  ],
} as const satisfies Record<
  ResolvedScale["scale"]["mode"],
  readonly Pick<EdgeOrigin, "state" | "priority" | "weight" | "switchedBy">[]
>;

const NAMESPACE = "Microsoft.Cdn/profiles";

/**
 * The one way in at Scale, in front of both regions. It reaches the apps by private endpoints of their environments, so that
 * nothing of a region is on the Internet any more. It is named after the second region, whose loss needs no switch.
 */
export class Edge {
  readonly frontDoor: FrontDoor;
  private readonly group: IResourceGroup;
  /** The second region is not applied before it is needed: its address is not known, and nobody is told there. */
  private readonly regions: readonly { readonly region: ResolvedHardened; readonly domain: string }[];

  constructor(readonly stack: EnvironmentStack<ResolvedScale>) {
    const { entry, scale } = stack.environment;
    const { nameOf } = scale.second;
    // While a group's region is down nothing in it can be changed, and the edge is switched when the first one is lost.
    // https://learn.microsoft.com/azure/azure-resource-manager/management/overview#resource-group-location-alignment
    this.group = budgetedGroup(stack, { part: "edge", region: scale.second });
    const first = { region: stack.environment, domain: appsDomain(stack) };
    this.regions =
      SPREAD[scale.mode].length === 1
        ? [first]
        : [first, { region: scale.second, domain: appsDomain(stack, { code: scale.code, ...scale.second }) }];
    this.frontDoor = new FrontDoor(stack, "edge", {
      group: this.group,
      name: nameOf("cdn_frontdoor_profile"),
      endpointName: nameOf("cdn_frontdoor_endpoint"),
      policyName: nameOf("cdn_frontdoor_firewall_policy"),
      routes: this.routes(),
      allowFrom: entry.allowFrom,
      requestMessage: `Front Door of ${stack.environment.name}`,
    });
    this.addDiagnostics();
    this.addAlerts();
    this.addPromiseAlerts();
    this.addOutputs();
  }

  private routes(): EdgeRoute[] {
    const { entry, services } = this.stack.environment;
    return entry.routes.map(({ host, path, service }) => {
      const probes = services.find(({ name }) => name === service)?.probes;
      const asked = probes?.readiness?.path ?? probes?.liveness?.path ?? "/";
      return { host, path, service: { name: service, probe: { path: asked }, origins: this.origins(service) } };
    });
  }

  private origins(service: string): EdgeOrigin[] {
    const { stack } = this;
    return this.regions.flatMap(({ region, domain }, index): EdgeOrigin[] => {
      const how = SPREAD[stack.environment.scale.mode][index];
      if (!how) return [];
      const { group } = groupsOf(stack, region);
      const environment = ContainerAppsEnvironment.reference(group, region.nameOf("container_app_environment"));
      const fqdn = `${region.nameOf("container_app", service)}.${domain}`;
      return [{ location: region.location, fqdn, environment, ...how }];
    });
  }

  /** Every region keeps the edge's logs: the one that is left after a loss has them. */
  private addDiagnostics(): void {
    const { stack } = this;
    for (const [index, { region }] of this.regions.entries())
      new Diagnostics(stack, index === 0 ? "diagnostics-edge" : `diagnostics-edge-${stack.environment.scale.code}`, {
        name: region.nameOf("monitor_diagnostic_setting", "edge"),
        target: this.frontDoor,
        workspace: this.workspaceOf(region),
        logs: ["allLogs"],
        metrics: ["AllMetrics"],
      });
  }

  private workspaceOf(region: ResolvedHardened) {
    return LogWorkspace.reference(groupsOf(this.stack, region).group, region.nameOf("log_analytics_workspace"));
  }

  /** The contacts of both regions. */
  private get told(): ReturnType<typeof ActionGroup.reference>[] {
    const { stack } = this;
    return [stack.environment, stack.environment.scale.second].map((region) =>
      ActionGroup.reference(groupsOf(stack, region).group, region.nameOf("monitor_action_group")),
    );
  }

  /** INC-03: a region that does not answer, an edge that answers with errors, and what Azure itself finds wrong with it. */
  private addAlerts(): void {
    const { nameOf } = this.stack.environment.scale.second;
    const common = { group: this.group, target: this.frontDoor, actions: this.told, severity: 1 as const };
    new MetricAlert(this.stack, "alert-entry-health", {
      ...common,
      name: nameOf("monitor_alert", "entry-health"),
      says: "The edge leads to a region that does not answer.",
      when: {
        namespace: NAMESPACE,
        metric: "OriginHealthPercentage",
        aggregation: "Average",
        operator: "LessThan",
        threshold: 90,
        window: "PT5M",
      },
    });
    new MetricAlert(this.stack, "alert-entry-errors", {
      ...common,
      name: nameOf("monitor_alert", "entry-errors"),
      says: "The edge answers with server errors.",
      when: {
        namespace: NAMESPACE,
        metric: "Percentage5XX",
        aggregation: "Average",
        operator: "GreaterThan",
        threshold: 5,
        window: "PT5M",
      },
    });
    new ResourceHealthAlert(this.stack, "alert-resource-health", {
      group: this.group,
      groups: [this.group],
      name: nameOf("monitor_alert", "edge-resource-health"),
      actions: this.told,
    });
  }

  /**
   * INC-04: callers are worse off than promised, or soon will be. Asked where the logs are that outlive the first region, as
   * far as the second has a workspace; a rule and what it asks are in one region.
   */
  private addPromiseAlerts(): void {
    const { stack } = this;
    const { promise } = stack.environment;
    const watching = this.regions.at(-1)?.region;
    if (!promise || !watching) return;
    const first = watching === stack.environment;
    for (const { id, says, ...when } of promiseAlerts(promise, ACCESS_LOGS.frontDoor))
      new QueryAlert(stack, `alert-promise-${id}`, {
        group: first ? groupsOf(stack, watching).group : this.group,
        // The gateway's alerts are there until it is gone, under names without the edge.
        name: watching.nameOf("monitor_alert", `edge-promise-${id}`),
        says,
        workspace: this.workspaceOf(watching),
        actions: this.told,
        severity: id === "failures-fast" ? 0 : 2,
        ...when,
      });
  }

  private addOutputs(): void {
    new TerraformOutput(this.stack, "entry_host", {
      description: "Host name that the CNAME records of the entry lead to.",
      value: this.frontDoor.endpointHost,
    });
    new TerraformOutput(this.stack, "domain_proofs", {
      description: "TXT records, by host, that prove to the edge that a host name is ours.",
      value: Object.fromEntries(this.frontDoor.domains.map(({ host, validationToken }) => [host, validationToken])),
    });
  }
}
