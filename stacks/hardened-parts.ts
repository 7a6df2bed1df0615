import type { ITerraformDependable } from "cdktf";
import { ResourceHealthAlert, ServiceHealthAlert } from "../constructs/activity-alert";
import type { IActionGroup } from "../constructs/alerting";
import { AppsDomain } from "../constructs/apps-domain";
import type { ContainerAppsEnvironment } from "../constructs/container-apps-environment";
import { DeleteLock } from "../constructs/delete-lock";
import { Diagnostics } from "../constructs/diagnostics";
import type { ILogWorkspace, LogWorkspace } from "../constructs/log-analytics";
import type { IResource } from "../constructs/references";
import type { IResourceGroup, ResourceGroup } from "../constructs/resource-group";
import { LOCKED, lockNote } from "../src/config/lock-notes";
import type { ResolvedHardened } from "../src/config/resolve";
import { budgetedGroup } from "./budgeted-group";
import type { EnvironmentStack } from "./environment-stack";
import { addApps } from "./platform-parts";
import type { RegionNetwork } from "./region-network";

// What the platforms from Pre-Production on have in common, in whatever region they are.

/** The container environment, inside its network alone. @param ready  what its nodes need to start */
export function addPrivateApps(
  stack: EnvironmentStack<ResolvedHardened>,
  where: { readonly group: IResourceGroup; readonly network: RegionNetwork; readonly logs: LogWorkspace },
  ready: readonly ITerraformDependable[],
): ContainerAppsEnvironment {
  const { group, network, logs } = where;
  const apps = addApps(stack, group, logs, { exposure: "network", subnet: network.apps, ready });
  new AppsDomain(stack, "apps-domain", { group, environment: apps, network: network.network });
  return apps;
}

/** The group of all that holds data, locked as a whole. */
export function lockedDataGroup(stack: EnvironmentStack<ResolvedHardened>): ResourceGroup {
  const group = budgetedGroup(stack, { part: "data", prefix: "data-" });
  new DeleteLock(stack, "lock-data-group", {
    name: stack.environment.nameOf("management_lock", "data-group"),
    target: group,
    why: lockNote(LOCKED.dataGroup),
  });
  return group;
}

/** OBS-02: who came in and what went out. */
export function addGuardDiagnostics(
  stack: EnvironmentStack<ResolvedHardened>,
  workspace: ILogWorkspace,
  guards: { readonly firewall?: IResource; readonly vpn?: IResource },
): void {
  for (const [part, target] of Object.entries(guards))
    new Diagnostics(stack, `diagnostics-${part}`, {
      name: stack.environment.nameOf("monitor_diagnostic_setting", part),
      target,
      workspace,
      logs: ["allLogs"],
      metrics: ["AllMetrics"],
      ...(part === "firewall" && stack.environment.stance.observability.auditExport && { tables: "own" }),
    });
}

/** INC-02: what Azure says of its own services, and of the resources of some groups. */
export function addHealthAlerts(
  stack: EnvironmentStack<ResolvedHardened>,
  told: {
    readonly group: IResourceGroup;
    readonly groups: readonly IResourceGroup[];
    readonly actions: IActionGroup;
  },
): void {
  const { group, groups, actions } = told;
  const { nameOf } = stack.environment;
  new ServiceHealthAlert(stack, "alert-service-health", {
    group,
    name: nameOf("monitor_alert", "service-health"),
    subscription: stack,
    actions,
  });
  new ResourceHealthAlert(stack, "alert-resource-health", {
    group,
    groups: [...new Set(groups)],
    name: nameOf("monitor_alert", "resource-health"),
    actions,
  });
}
