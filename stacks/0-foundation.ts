import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import { assignRole } from "../constructs/admin-role";
import { DEPLOY_ROLES_EXPLAINED, DeployIdentity } from "../constructs/deploy-identity";
import { FederatedIdentity } from "../constructs/federated-identity";
import { LogWorkspace } from "../constructs/log-analytics";
import { ResourceGroup } from "../constructs/resource-group";
import { STATE_REACHABILITY, type StateContainer, StateStorage } from "../constructs/state-storage";
import type { FoundationConfig } from "../src/config/schema/foundation";
import type { LoadedFoundation } from "../src/foundation/load";
import { type ResolvedDeployment, resolveFoundation } from "../src/foundation/resolve";
import { FOUNDATION_RESOURCE_PROVIDERS } from "../src/foundation/resource-providers";
import { validateFoundation } from "../src/foundation/validate";
import { isAtLeast } from "../src/stages/stage";
import { withoutStackTraces } from "../src/synth/without-stack-traces";
import { FoundationStack } from "./foundation-stack";
import { FoundationSubscription, type FoundationSubscriptionProps } from "./foundation-subscription";

/** How a pull request plans without being able to change anything. */
const PLAN_EXPLAINED =
  "Reader on the environments' subscriptions and Storage Blob Data Reader on their states. It can take no state lock and may not list the settings of a container app, so it plans with -lock=false and -refresh=false: against the state, not against Azure.";

/**
 * The foundation of a company: one stack that outlives every environment and that no recreation touches. It keeps
 * state, makes the identities that deploy, and sets what holds for whole subscriptions. A person of the owners group
 * applies it: whoever gives roles out must hold more than any pipeline should.
 *
 * @example
 * const foundation = new Foundation(app, config);
 * foundation.deployIdentities["orders-pilot"].clientId;
 * @throws BadInput with every problem of the config
 */
export class Foundation extends Construct {
  readonly resolved;
  readonly stack: FoundationStack;
  readonly group: ResourceGroup;
  readonly logs: LogWorkspace;
  readonly state: StateStorage;
  /** By environment name. */
  readonly deployIdentities: Readonly<Record<string, DeployIdentity>>;
  readonly planIdentity: FederatedIdentity;

  constructor(scope: Construct, config: FoundationConfig) {
    const resolved = resolveFoundation(validateFoundation(config));
    super(scope, `${resolved.name}-app`);
    this.resolved = resolved;
    this.stack = new FoundationStack(this, resolved);
    const built = withoutStackTraces(() => this.build());
    this.group = built.group;
    this.logs = built.logs;
    this.state = built.state;
    this.deployIdentities = built.deployIdentities;
    this.planIdentity = built.planIdentity;
    this.outputs();
  }

  private build() {
    const { stack } = this;
    const { foundation: resolved } = stack;
    const { config, names } = resolved;
    const group = new ResourceGroup(stack, "group", {
      name: names.resourceGroup,
      location: config.location,
      tags: resolved.tags,
    });
    const logs = new LogWorkspace(stack, "logs", {
      group,
      name: names.workspace,
      retentionDays: resolved.logRetentionDays,
      dailyCapGb: -1,
      signIn: "entra",
    });
    const state = new StateStorage(stack, "state", {
      group,
      name: names.stateAccount,
      replication: resolved.replication,
      workspace: logs,
      lockName: names.lock,
    });
    this.ownState(state);
    const containers = new Map(
      resolved.environments.map(({ name, container }) => [name, state.addContainer(container)]),
    );
    const deployIdentities = Object.fromEntries(
      resolved.environments.map((one) => [one.name, this.deployIdentity(group, one, containers.get(one.name)!)]),
    );
    const planIdentity = this.plans(group, [...containers.values()]);
    const policyIdentity = this.policyIdentity(group);
    for (const subscription of resolved.subscriptions)
      new FoundationSubscription(stack, { subscription, workspace: logs, policyIdentity });
    return { group, logs, state, deployIdentities, planIdentity };
  }

  /** The people who apply the foundation reach its own state; no pipeline does. */
  private ownState(state: StateStorage): void {
    const { config, names } = this.stack.foundation;
    const container = state.addContainer(names.own.container);
    for (const [who, objectId] of [
      ["owners", config.groups.owners],
      ["break-glass", config.groups.breakGlass],
    ] as const)
      container.grant(container, who, {
        subscription: this.stack.subscription(config.subscription),
        principal: { objectId, type: "Group" },
        role: "Storage Blob Data Contributor",
      });
  }

  private deployIdentity(group: ResourceGroup, one: ResolvedDeployment, state: StateContainer): DeployIdentity {
    return new DeployIdentity(this.stack, `deploy-${one.name}`, {
      group,
      name: one.identity,
      repository: this.stack.foundation.config.repository,
      environment: one.name,
      subscription: this.stack.subscription(one.subscription),
      stateSubscription: this.stack.subscription(this.stack.foundation.config.subscription),
      state,
      locks: isAtLeast(one.stage, "pilot") ? "managed" : "none",
    });
  }

  /** FND-02: what pull requests plan with: it reads, and that is all. */
  private plans(group: ResourceGroup, states: readonly StateContainer[]): FederatedIdentity {
    const { stack } = this;
    const { foundation: resolved } = stack;
    const { config } = resolved;
    const plan = new FederatedIdentity(stack, "plan", {
      group,
      name: resolved.names.planIdentity,
      repository: config.repository,
      trusts: "pull-requests",
    });
    const { principal } = plan;
    for (const { name, key, environments } of resolved.subscriptions) {
      if (environments.length === 0) continue;
      assignRole(plan, `reads-${key}`, {
        subscription: stack.subscription(name),
        principal,
        role: "Reader",
      });
    }
    for (const state of states)
      state.grant(plan, `state-${state.node.id}`, {
        subscription: stack.subscription(config.subscription),
        principal,
        role: "Storage Blob Data Reader",
      });
    return plan;
  }

  /** The identity with which Azure Policy sets missing tags: it can change tags and nothing else. */
  private policyIdentity(group: ResourceGroup): FoundationSubscriptionProps["policyIdentity"] {
    const identity = new UserAssignedIdentity(this.stack, "policy-identity", {
      name: this.stack.foundation.names.policyIdentity,
      resourceGroupName: group.name,
      location: group.location,
      tags: { ...group.tags },
    });
    return { id: identity.id, principal: { objectId: identity.principalId, type: "ServicePrincipal" } };
  }

  private outputs(): void {
    const { stack, deployIdentities } = this;
    const { foundation: resolved } = stack;
    const output = (name: string, description: string, value: unknown) =>
      new TerraformOutput(stack, name, { description, value });
    const of = <T>(value: (one: ResolvedDeployment) => T) =>
      Object.fromEntries(resolved.environments.map((one) => [one.name, value(one)]));
    output("state_account_name", "Storage account that holds every state.", resolved.names.stateAccount);
    output(
      "state_containers",
      "Container of each environment's states.",
      of(({ container }) => container),
    );
    output("state_reachability", "How the state storage can be reached.", STATE_REACHABILITY);
    output(
      "deploy_client_ids",
      "Client id that each environment's jobs sign in with.",
      of(({ name }) => deployIdentities[name]!.clientId),
    );
    output("deploy_roles", "Roles of the deploy identities, and why not Owner.", DEPLOY_ROLES_EXPLAINED);
    output(
      "subscription_ids",
      "Subscription of each environment.",
      of(({ subscription }) => stack.subscription(subscription).subscriptionId),
    );
    output("plan_client_id", "Client id that pull requests plan with.", this.planIdentity.clientId);
    output("plan_roles", "Roles of the plan identity, and what follows from them.", PLAN_EXPLAINED);
    output("tenant_id", "Entra tenant that workflows sign in to.", this.planIdentity.tenantId);
    output(
      "resource_providers",
      "What the subscriptions have registered, and for what.",
      FOUNDATION_RESOURCE_PROVIDERS,
    );
  }
}

/** Makes the foundation that a loaded config describes. */
export function createFoundation(scope: Construct, loaded: LoadedFoundation): Foundation {
  return new Foundation(scope, loaded.config);
}
