import { ContainerApp as AzureContainerApp } from "@cdktf/provider-azurerm/lib/container-app";
import { Construct } from "constructs";
import { type ContainerProps, containerBlock, type RuntimeProps, runtimeBlocks } from "./container";
import type { IAppsEnvironment } from "./container-apps-environment";
import type { IResource } from "./references";
import type { IResourceGroup, ResourceProps } from "./resource-group";

/** How a container is asked whether it is well; times in seconds. */
export interface Probe {
  /** Path that is asked by HTTP. @default none: the probe opens a TCP connection */
  readonly path?: string;
  /** Port that is asked. @default the port of the ingress */
  readonly port?: number;
  /** Seconds after the start of the container until the first question. @default Azure's own, for the kind of probe */
  readonly initialDelay?: number;
  /** Seconds from one question to the next. @default Azure's own */
  readonly interval?: number;
  /** Seconds that an answer may take. @default Azure's own */
  readonly timeout?: number;
  /** Failed answers in a row after which the container counts as failing. @default Azure's own */
  readonly failures?: number;
}

/** What adds replicas. */
export type ScaleRule =
  | {
      readonly type: "http";
      /** Requests at a time that one replica is to have. */
      readonly concurrentRequests: number;
    }
  | {
      readonly type: "cpu" | "memory";
      /** How much of what a replica has it is to use, 1 to 100. */
      readonly percent: number;
    }
  | {
      readonly type: "cron";
      /** Of start and end, for example `Europe/Amsterdam`. */
      readonly timezone: string;
      /** When there are more replicas, as five-field cron expression. */
      readonly start: string;
      /** Until when, as five-field cron expression. */
      readonly end: string;
      /** How many there are between the two. */
      readonly replicas: number;
    };

/** Properties of {@link ContainerApp}. */
export interface ContainerAppProps extends RuntimeProps, ResourceProps {
  /** 2 to 31 characters. */
  readonly name: string;
  /** Where it runs. */
  readonly environment: IAppsEnvironment;
  /** What it runs. */
  readonly container: ContainerProps;
  /** Replicas at least and at most, and what makes them more. */
  readonly scale: { readonly min: number; readonly max: number; readonly rules: readonly ScaleRule[] };
  /** What Azure asks to know whether a replica is there, ready and well; one that is left out is not asked. */
  readonly probes: Readonly<Partial<Record<"liveness" | "readiness" | "startup", Probe>>>;
  /** `multiple` keeps the last revision, ready to take over again. */
  readonly revisions: "single" | "multiple";
  /** How requests arrive, by HTTPS only. @default none, as for a worker */
  readonly ingress?: {
    /** Port that the container listens on. */
    readonly port: number;
    /** `private` is the container environment only; the others are whoever reaches the environment. */
    readonly exposure: "public" | "network" | "private";
    /** Protocol to the container; `auto` is HTTP/1 or HTTP/2, as the caller speaks. */
    readonly transport: "auto" | "http" | "http2";
    /** Ranges that may call; empty is everybody. */
    readonly allowFrom: readonly string[];
  };
}

/**
 * A service that keeps running: an HTTP service with an ingress, or a worker without.
 *
 * @example
 * new ContainerApp(this, "web", { group, name: "ca-web-orders", environment, identity, registry, vault, container,
 *   revisions: "single", scale: { min: 0, max: 3, rules: [] }, probes: {},
 *   ingress: { port: 3000, exposure: "public", transport: "auto", allowFrom: [] } });
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/container_app
 */
export class ContainerApp extends Construct {
  readonly id: string;
  /** HTTPS address; only for services with an ingress. */
  readonly url?: string;
  private readonly resource: AzureContainerApp;
  private readonly added: Record<string, string> = {};

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ContainerAppProps,
  ) {
    super(scope, id);
    const { ingress } = props;
    const app = new AzureContainerApp(this, "resource", {
      name: props.name,
      resourceGroupName: props.group.name,
      tags: { ...props.group.tags },
      containerAppEnvironmentId: props.environment.id,
      workloadProfileName: "Consumption",
      revisionMode: props.revisions === "multiple" ? "Multiple" : "Single",
      ...runtimeBlocks(props, props.container.secrets),
      template: this.template({}),
      ...(ingress && {
        ingress: {
          targetPort: ingress.port,
          externalEnabled: ingress.exposure !== "private",
          allowInsecureConnections: false,
          transport: ingress.transport,
          trafficWeight: [{ latestRevision: true, percentage: 100 }],
          ...(ingress.allowFrom.length > 0 && {
            ipSecurityRestriction: ingress.allowFrom.map((range, index) => ({
              name: `allow-${index + 1}`,
              action: "Allow",
              ipAddressRange: range,
            })),
          }),
        },
      }),
    });
    this.resource = app;
    this.id = app.id;
    if (ingress) this.url = `https://${app.ingress.fqdn}`;
  }

  /**
   * Hands the app what an extension made: a host name, an endpoint. The value is a text that is known from names; one that
   * Azure makes up would tie the stack of the apps to the state of another.
   *
   * @example
   * pilot.services.apps["api"]?.addVariables({ CACHE_HOST: `${cacheName}.redis.cache.windows.net` });
   */
  addVariables(variables: Readonly<Record<string, string>>): void {
    Object.assign(this.added, variables);
    this.resource.putTemplate(this.template(this.added));
  }

  private template(added: Readonly<Record<string, string>>) {
    const { scale, ingress, container, identity, probes } = this.props;
    const withAdded = { ...container, env: { ...container.env, ...added } };
    return {
      minReplicas: scale.min,
      maxReplicas: scale.max,
      ...scaleRules(scale.rules),
      container: [{ ...containerBlock(withAdded, identity), ...probeBlocks(probes, ingress?.port) }],
    };
  }

  /** An app of another stack, by its name. */
  static reference(group: IResourceGroup, name: string): IResource {
    return { id: `${group.id}/providers/Microsoft.App/containerApps/${name}` };
  }
}

function scaleRules(rules: readonly ScaleRule[]) {
  const http = rules.filter((rule) => rule.type === "http");
  const others = rules.filter((rule) => rule.type !== "http");
  return {
    ...(http.length > 0 && {
      httpScaleRule: http.map((rule, index) => ({
        name: `http-${index + 1}`,
        concurrentRequests: String(rule.concurrentRequests),
      })),
    }),
    ...(others.length > 0 && {
      customScaleRule: others.map((rule, index) => ({
        name: `${rule.type}-${index + 1}`,
        customRuleType: rule.type,
        metadata: scaleMetadata(rule),
      })),
    }),
  };
}

function scaleMetadata(rule: Exclude<ScaleRule, { type: "http" }>): Record<string, string> {
  if (rule.type !== "cron") return { type: "Utilization", value: String(rule.percent) };
  return { timezone: rule.timezone, start: rule.start, end: rule.end, desiredReplicas: String(rule.replicas) };
}

function probeBlocks(probes: ContainerAppProps["probes"], port: number | undefined) {
  const block = (probe: Probe) => ({
    transport: probe.path === undefined ? "TCP" : "HTTP",
    port: probe.port ?? port ?? 0,
    path: probe.path,
    initialDelay: probe.initialDelay,
    intervalSeconds: probe.interval,
    timeout: probe.timeout,
    failureCountThreshold: probe.failures,
  });
  return {
    ...(probes.liveness && { livenessProbe: [block(probes.liveness)] }),
    ...(probes.readiness && { readinessProbe: [block(probes.readiness)] }),
    ...(probes.startup && { startupProbe: [block(probes.startup)] }),
  };
}
