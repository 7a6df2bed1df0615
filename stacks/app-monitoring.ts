import { ActionGroup, MetricAlert } from "../constructs/alerting";
import { ApplicationInsights } from "../constructs/application-insights";
import { LogWorkspace } from "../constructs/log-analytics";
import type { EnvironmentStack } from "./environment-stack";

const APPS = "Microsoft.App/containerApps";

/**
 * Application Insights for the apps. It lives beside them, because its connection string is only known when it exists;
 * what it collects is in the platform's workspace.
 */
export function addInsights(stack: EnvironmentStack): ApplicationInsights | undefined {
  const { stance, nameOf } = stack.environment;
  if (!stance.observability.applicationInsights) return undefined;
  const group = stack.groupReference();
  return new ApplicationInsights(stack, "insights", {
    group,
    name: nameOf("application_insights"),
    workspace: LogWorkspace.reference(group, nameOf("log_analytics_workspace")),
    signIn: stance.logs.signIn,
  });
}

/** INC-01: failing requests and restarting containers reach the contacts. */
export function addAppAlerts(
  stack: EnvironmentStack,
  service: string,
  app: { readonly id: string; readonly http: boolean },
): void {
  const { nameOf } = stack.environment;
  const group = stack.groupReference();
  const common = {
    group,
    target: app,
    actions: ActionGroup.reference(group, nameOf("monitor_action_group")),
    severity: 2 as const,
  };
  new MetricAlert(stack, `alert-${service}-restarts`, {
    ...common,
    name: nameOf("monitor_alert", `${service}-restarts`),
    says: `Containers of ${service} restart again and again.`,
    when: {
      namespace: APPS,
      metric: "RestartCount",
      aggregation: "Maximum",
      operator: "GreaterThan",
      threshold: 3,
      window: "PT15M",
    },
  });
  if (!app.http) return;
  new MetricAlert(stack, `alert-${service}-errors`, {
    ...common,
    name: nameOf("monitor_alert", `${service}-errors`),
    says: `${service} answers with server errors.`,
    when: {
      namespace: APPS,
      metric: "Requests",
      aggregation: "Total",
      operator: "GreaterThan",
      threshold: 10,
      window: "PT5M",
      dimension: { name: "statusCodeCategory", values: ["5xx"] },
    },
  });
}
