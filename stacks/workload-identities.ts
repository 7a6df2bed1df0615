import type { Construct } from "constructs";
import type { KeyVault } from "../constructs/key-vault";
import type { IResourceGroup } from "../constructs/resource-group";
import { grant, type IIdentity } from "../constructs/role";
import { WorkloadIdentity } from "../constructs/workload-identity";
import { migratorOf } from "../src/config/resolve";
import type { EnvironmentStack } from "./environment-stack";

/** A registry that says who may pull from it. */
export interface PullableRegistry {
  /** `who` names the grant within this registry. */
  grantPull(who: string, identity: IIdentity): void;
}

/**
 * One identity per service and one per database for its bootstrap and migration jobs, each with the right to pull images
 * and to read the secrets that it names. Grants live beside the identities, because Azure takes minutes to honour them.
 */
export class WorkloadIdentities {
  /** The identities that services run under. */
  readonly ofServices: readonly { readonly part: string; readonly identity: WorkloadIdentity }[];
  private readonly all = new Map<string, WorkloadIdentity>();

  constructor(
    stack: EnvironmentStack,
    props: { readonly group: IResourceGroup; readonly registry: PullableRegistry; readonly vault: KeyVault },
  ) {
    const { services, stores, nameOf } = stack.environment;
    const databases = stores.filter((store) => store.type === "postgresql");
    for (const part of [...services.map(({ name }) => name), ...databases.map(({ name }) => migratorOf(name))]) {
      const identity = new WorkloadIdentity(stack, `identity-${part}`, {
        group: props.group,
        name: nameOf("user_assigned_identity", part),
      });
      this.all.set(part, identity);
      props.registry.grantPull(part, identity);
    }
    this.ofServices = services.map(({ name }) => ({ part: name, identity: this.of(name) }));
    for (const service of services)
      for (const secret of service.secrets) props.vault.grantRead(secret.name, service.name, this.of(service.name));
  }

  /** Services send what they measure to the group's Application Insights. */
  grantTelemetry(scope: Construct, group: IResourceGroup): void {
    for (const { part, identity } of this.ofServices)
      grant(scope, `telemetry-${part}`, "Monitoring Metrics Publisher", group, identity);
  }

  /** The identity of a service, or of a database's migrator. */
  of(part: string): WorkloadIdentity {
    const identity = this.all.get(part);
    if (!identity) throw new Error(`no identity for ${part}`);
    return identity;
  }
}
