import type { Stance } from "../../stages/stances";
import { secretVariable } from "../checks/services";
import type { ProbeConfig, ScaleRuleConfig, ServiceConfig } from "../schema";

export type ServiceKind = "http" | "worker" | "job";

/** A service with every setting decided. */
export interface ResolvedService {
  readonly name: string;
  readonly kind: ServiceKind;
  readonly image: string;
  /** Set for HTTP services. */
  readonly port?: number;
  /** From Pre-Production `public` is through the entry, and `network` from the environment's network. */
  readonly exposure: "public" | "network" | "private";
  readonly transport: "auto" | "http" | "http2";
  readonly allowFrom: readonly string[];
  /** Set for jobs. */
  readonly schedule?: string;
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly cpu: number;
  /** With unit, for example `0.5Gi`. */
  readonly memory: string;
  readonly scale: { readonly min: number; readonly max: number; readonly rules: readonly ScaleRuleConfig[] };
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: readonly { readonly name: string; readonly variable: string }[];
  readonly probes: Readonly<Partial<Record<"liveness" | "readiness" | "startup", ProbeConfig>>>;
  readonly uses: readonly string[];
  /** Custom domain of a public service; from Pilot on. */
  readonly domain?: string;
}

/** What a config says of a service, at any stage. */
type ServiceOfAnyStage = Omit<ServiceConfig, "exposure"> & {
  readonly exposure?: ResolvedService["exposure"];
  readonly domain?: string;
};

/** Decides what a service leaves open. */
export function resolveService(name: string, service: ServiceOfAnyStage, stance: Stance): ResolvedService {
  const kind: ServiceKind = service.port !== undefined ? "http" : service.schedule !== undefined ? "job" : "worker";
  const cpu = service.cpu ?? (service.memory === undefined ? 0.25 : Number.parseFloat(service.memory) / 2);
  const rules = service.scale?.rules ?? [];
  const wakesByItself = kind === "http" || rules.some((rule) => rule.type === "cron");
  const least = wakesByItself ? stance.apps.minReplicas : Math.max(1, stance.apps.minReplicas);
  const max = service.scale?.max ?? Math.max(stance.apps.maxReplicas, service.scale?.min ?? 0);
  return {
    name,
    kind,
    image: service.image,
    port: service.port,
    exposure: service.exposure ?? "private",
    transport: service.transport ?? "auto",
    allowFrom: service.allowFrom ?? [],
    schedule: service.schedule,
    timeoutSeconds: service.timeout ?? 1800,
    retries: service.retries ?? 1,
    cpu,
    memory: `${cpu * 2}Gi`,
    scale: { min: service.scale?.min ?? Math.min(least, max), max, rules },
    command: service.command ?? [],
    args: service.args ?? [],
    env: Object.fromEntries(Object.entries(service.env ?? {}).map(([key, value]) => [key, String(value)])),
    secrets: (service.secrets ?? []).map((secret) => ({ name: secret, variable: secretVariable(secret) })),
    probes: service.probes ?? {},
    uses: service.uses ?? [],
    domain: service.domain,
  };
}
