import { OperationAlert } from "../constructs/activity-alert";
import type { IActionGroup } from "../constructs/alerting";
import type { IResource } from "../constructs/references";
import type { IResourceGroup } from "../constructs/resource-group";
import { ACCESS_OPERATIONS } from "../src/steps/access-operations";
import type { EnvironmentStack } from "./environment-stack";

/** Properties of {@link addAccessAlerts}. */
export interface AccessAlertsProps {
  /** The group that the alerts and the jobs are in. */
  readonly group: IResourceGroup;
  /** Where the databases are. */
  readonly dataGroup: IResourceGroup;
  /** Who is told. */
  readonly contacts: IActionGroup;
}

/** Whoever opens a way in to data, as the steps say or around them, is told of to the contacts. */
export function addAccessAlerts(stack: EnvironmentStack, { group, dataGroup, contacts }: AccessAlertsProps): void {
  const { stores, nameOf } = stack.environment;
  const databases = stores.some(({ type }) => type === "postgresql");
  const alert = (part: string, operation: string, says: string, scope: IResource) =>
    new OperationAlert(stack, `alert-${part}`, {
      group,
      name: nameOf("monitor_alert", part),
      says,
      operation,
      scopes: [scope],
      actions: contacts,
    });
  // A role at the subscription reaches everything below it, so the whole of it is watched.
  alert(
    "roles",
    ACCESS_OPERATIONS.role,
    "Somebody was given a role in the subscription: by an apply, or to look at data.",
    { id: `/subscriptions/${stack.subscriptionId}` },
  );
  if (!databases) return;
  alert(
    "database-jobs",
    ACCESS_OPERATIONS.job,
    "A job was started by hand: to migrate, to make SQL roles, or to let people look at data.",
    group,
  );
  alert(
    "database-admins",
    ACCESS_OPERATIONS.administrator,
    "Somebody became administrator of a database: by an apply, or to look at data.",
    dataGroup,
  );
}
