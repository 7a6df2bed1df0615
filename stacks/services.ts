import { TerraformOutput } from "cdktf";
import type { ApplicationInsights } from "../constructs/application-insights";
import type { ContainerProps } from "../constructs/container";
import { ContainerApp } from "../constructs/container-app";
import { ContainerAppJob } from "../constructs/container-app-job";
import { fullImage } from "../src/azure/image";
import type { ResolvedService } from "../src/config/resolve";
import { addAppAlerts, addInsights } from "./app-monitoring";
import { DatabaseJobs } from "./database-jobs";
import type { EnvironmentStack } from "./environment-stack";
import { appsEnvironmentOf, runtimeOf } from "./runtime";
import { storeVariables } from "./store-variables";

/**
 * The apps and jobs: all that a release changes. The platform's resources are known here by names and computed ARM ids,
 * so that a release reads no other stack's state.
 */
export class Services {
  /** Apps by service name. */
  readonly apps: Readonly<Record<string, ContainerApp>>;
  /** Scheduled jobs by service name. */
  readonly jobs: Readonly<Record<string, ContainerAppJob>>;

  constructor(readonly stack: EnvironmentStack) {
    const { services } = stack.environment;
    const isJob = ({ kind }: ResolvedService) => kind === "job";
    const insights = addInsights(stack);
    this.apps = Object.fromEntries(
      services.filter((one) => !isJob(one)).map((one) => [one.name, addApp(stack, one, insights)]),
    );
    this.jobs = Object.fromEntries(services.filter(isJob).map((one) => [one.name, addJob(stack, one, insights)]));
    new DatabaseJobs(stack);
    if (insights)
      for (const [name, app] of Object.entries(this.apps))
        addAppAlerts(stack, name, { id: app.id, http: app.url !== undefined });
    // From Pre-Production on the entry has the address.
    if (stack.environment.stance.apps.internal) return;
    for (const [name, app] of Object.entries(this.apps))
      if (app.url !== undefined && services.some((one) => one.name === name && one.exposure === "public"))
        new TerraformOutput(stack, `url-${name}`, { description: `Public address of ${name}.`, value: app.url });
  }
}

function common(stack: EnvironmentStack, service: ResolvedService, insights?: ApplicationInsights) {
  const { environment } = stack;
  const runtime = runtimeOf(stack, service.name);
  const container: ContainerProps = {
    name: service.name,
    image: fullImage(service.image, runtime.registry.loginServer),
    cpu: service.cpu,
    memory: service.memory,
    command: service.command,
    args: service.args,
    env: {
      ...storeVariables(environment, service.uses, environment.nameOf("user_assigned_identity", service.name)),
      ...(insights && { APPLICATIONINSIGHTS_CONNECTION_STRING: insights.connectionString }),
      ...service.env,
    },
    secrets: service.secrets,
  };
  return { ...runtime, group: stack.groupReference(), environment: appsEnvironmentOf(stack), container };
}

function addApp(stack: EnvironmentStack, service: ResolvedService, insights?: ApplicationInsights): ContainerApp {
  const { port, exposure, transport, allowFrom, scale, probes } = service;
  return new ContainerApp(stack, `app-${service.name}`, {
    ...common(stack, service, insights),
    name: stack.environment.nameOf("container_app", service.name),
    revisions: stack.environment.revisions,
    scale,
    probes,
    ...(port !== undefined && { ingress: { port, exposure, transport, allowFrom } }),
  });
}

function addJob(stack: EnvironmentStack, service: ResolvedService, insights?: ApplicationInsights): ContainerAppJob {
  return new ContainerAppJob(stack, `job-${service.name}`, {
    ...common(stack, service, insights),
    name: stack.environment.nameOf("container_app_job", service.name),
    schedule: service.schedule,
    timeoutSeconds: service.timeoutSeconds,
    retries: service.retries,
  });
}
