import { ContainerAppJob } from "../constructs/container-app-job";
import { BOOTSTRAP_TIMEOUT_SECONDS } from "../constructs/postgresql/bootstrap";
import { bootstrapScript } from "../constructs/postgresql/bootstrap-script";
import { fullImage } from "../src/azure/image";
import { bootstrapImage } from "../src/config/bootstrap-image";
import { databaseJobs, migratorOf, type ResolvedDatabase } from "../src/config/resolve";
import type { EnvironmentStack } from "./environment-stack";
import { appsEnvironmentOf, runtimeOf } from "./runtime";
import { databaseName, postgresVariables } from "./store-variables";

/**
 * Two jobs a database, under the identity that administers it: `bootstrap` makes the SQL roles of the services, and
 * `migrate` runs the product's own migrations. A person or the release pipeline starts them, in this order.
 */
export class DatabaseJobs {
  constructor(private readonly stack: EnvironmentStack) {
    for (const store of stack.environment.stores) {
      if (store.type !== "postgresql") continue;
      this.addBootstrap(store);
      if (store.migrations !== undefined) this.addMigrations(store, store.migrations);
    }
  }

  private addBootstrap(store: ResolvedDatabase): void {
    const { services, stage, nameOf, elsewhere } = this.stack.environment;
    const database = databaseName(store);
    const script = bootstrapScript({
      database,
      owner: `${database}_owner`,
      access: `${database}_access`,
      migrator: this.migratorName(store),
      services: services
        .filter(({ uses }) => uses.includes(store.name))
        .flatMap(({ name }) => [nameOf, ...elsewhere].map((of) => ({ role: of("user_assigned_identity", name) }))),
    });
    this.addJob(store, databaseJobs(store.name).bootstrap, {
      image: bootstrapImage(stage),
      command: ["/bin/sh", "-c", script],
      timeoutSeconds: BOOTSTRAP_TIMEOUT_SECONDS,
    });
  }

  private addMigrations(store: ResolvedDatabase, image: string): void {
    this.addJob(store, databaseJobs(store.name).migrate, {
      image,
      command: [],
      timeoutSeconds: 1800,
    });
  }

  private migratorName(store: ResolvedDatabase): string {
    return this.stack.environment.nameOf("user_assigned_identity", migratorOf(store.name));
  }

  private addJob(
    store: ResolvedDatabase,
    part: string,
    {
      image,
      command,
      timeoutSeconds,
    }: { readonly image: string; readonly command: readonly string[]; readonly timeoutSeconds: number },
  ): void {
    const { stack } = this;
    const runtime = runtimeOf(stack, migratorOf(store.name));
    new ContainerAppJob(stack, `database-${part}`, {
      ...runtime,
      group: stack.groupReference(),
      environment: appsEnvironmentOf(stack),
      name: stack.environment.nameOf("container_app_job", part),
      timeoutSeconds,
      retries: 0,
      container: {
        name: part,
        image: fullImage(image, runtime.registry.loginServer),
        command,
        cpu: 0.25,
        memory: "0.5Gi",
        args: [],
        env: postgresVariables(stack.environment, store, this.migratorName(store)),
        secrets: [],
      },
    });
  }
}
