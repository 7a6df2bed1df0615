import { databaseJobs, type ResolvedEnvironment } from "../config/resolve";
import { hardenedConfig } from "./hardened";
import type { Step } from "./step";

/** Makes the SQL roles of every database. */
export function bootstrap(environment: ResolvedEnvironment): Step[] {
  return databases(environment).filter(({ id }) => id.startsWith("bootstrap-"));
}

/** Makes the SQL roles and runs the migrations of every database. */
export function databases(environment: ResolvedEnvironment): Step[] {
  const inside = hardenedConfig(environment)
    ? " A job runs inside the network, where the server is reached; starting it is the control plane's."
    : "";
  return environment.stores.flatMap((store): Step[] => {
    if (store.type !== "postgresql") return [];
    const jobs = databaseJobs(store.name);
    const start = (part: string) => startJob(environment, environment.nameOf("container_app_job", part));
    const bootstrap: Step = {
      id: `bootstrap-${store.name}`,
      title: `Make the SQL roles of ${store.name}`,
      why: `The server knows Entra sign-in only; the job gives each service that uses the database a role of its own. Repeat it when the set of services changes.${inside}`,
      commands: start(jobs.bootstrap),
    };
    const migrate: Step = {
      id: `migrate-${store.name}`,
      title: `Migrate ${store.name}`,
      why: "Creates or changes the schema, under the role that owns the database.",
      commands: start(jobs.migrate),
    };
    return store.migrations === undefined ? [bootstrap] : [bootstrap, migrate];
  });
}

/** Starts a job and waits for its end. */
export function startJob(environment: ResolvedEnvironment, job: string): string[] {
  const group = environment.nameOf("resource_group");
  return [
    `RUN="$(az containerapp job start --name ${job} --resource-group ${group} --query name --output tsv)"`,
    ...awaitRun(environment, job),
  ];
}

/** Waits for the end of the run `$RUN` of a job. */
export function awaitRun(environment: ResolvedEnvironment, job: string): string[] {
  const group = environment.nameOf("resource_group");
  return [
    `while STATE="$(az containerapp job execution show --name ${job} --resource-group ${group} --job-execution-name "$RUN" --query properties.status --output tsv)" && printf %s "$STATE" | grep -qE '^(Running|Processing|Unknown)$'; do sleep 10; done; [ "$STATE" = Succeeded ] || { echo "The job ended: $STATE. Go no further." >&2; false; }`,
  ];
}
