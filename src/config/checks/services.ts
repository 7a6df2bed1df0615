import { isStage } from "../../stages/stage";
import { STANCES } from "../../stages/stances";
import { CPU_STEPS } from "../schema/service";
import { didYouMean } from "../suggest";
import { type Check, type Draft, type Found, mapping, mappings, texts } from "./draft";

/** Runs a check on every service; places are relative to the service. */
function eachService(check: (service: Draft, name: string, draft: Draft) => readonly Found[]): Check {
  return (draft) =>
    mappings(draft["services"]).flatMap(([name, service]) =>
      check(service, name, draft).map((found) => ({ ...found, place: ["services", name, ...found.place] })),
    );
}

/** A service is one of three kinds; fields of another kind would silently do nothing. */
export const kinds = eachService((service, name) => {
  const found: Found[] = [];
  const at = `services.${name}`;
  const http = service["port"] !== undefined;
  const job = service["schedule"] !== undefined;
  if (http && job)
    found.push({
      place: ["schedule"],
      says: `${at} has both a port and a schedule`,
      fix: "A port makes an HTTP service, a schedule a job: split it into two services.",
    });
  for (const key of ["exposure", "allowFrom", "transport"])
    if (service[key] !== undefined && !http)
      found.push({
        place: [key],
        says: `${at}.${key} needs a port`,
        fix: `Add the port that ${name} listens on, or remove ${key}.`,
      });
  for (const key of ["timeout", "retries"])
    if (service[key] !== undefined && !job)
      found.push({
        place: [key],
        says: `${at}.${key} is for scheduled jobs`,
        fix: `Add a schedule, or remove ${key}.`,
      });
  for (const key of ["scale", "probes"])
    if (service[key] !== undefined && job)
      found.push({
        place: [key],
        says: `${at}.${key} does not apply to a scheduled job`,
        fix: `Remove ${key}: a job runs, ends, and is started again by its schedule.`,
      });
  if (service["allowFrom"] !== undefined && http && service["exposure"] !== "public")
    found.push({
      place: ["allowFrom"],
      says: `${at}.allowFrom filters the Internet, but ${name} is private`,
      fix: "Set exposure: public, or remove allowFrom.",
    });
  return found;
});

/** Container Apps takes fixed pairs on the Consumption profile: two GiB of memory a core. */
export const cpuAndMemory = eachService((service, name) => {
  const { cpu, memory } = service;
  if (typeof memory !== "string") return [];
  const gibibytes = Number(/^(\d+(?:\.\d+)?)Gi$/.exec(memory)?.[1] ?? Number.NaN);
  if (cpu === undefined && !Number.isNaN(gibibytes) && !CPU_STEPS.includes(gibibytes / 2))
    return [
      {
        place: ["memory"],
        says: `services.${name}.memory must be between 0.5Gi and 8Gi in steps of 0.5Gi, got ${memory}`,
        fix: "Container Apps takes two GiB a core, and a quarter core up to four.",
      },
    ];
  if (typeof cpu !== "number" || !CPU_STEPS.includes(cpu) || Number.isNaN(gibibytes) || gibibytes === cpu * 2)
    return [];
  return [
    {
      place: ["memory"],
      says: `services.${name}.memory must be ${cpu * 2}Gi beside cpu ${cpu}, got ${memory}`,
      fix: "Container Apps takes two GiB a core; leave one of the two out and it follows the other.",
    },
  ];
});

/** The range of replicas is a range, and within what the stage allows. */
export const scaling = eachService((service, name, draft) => {
  const scale = mapping(service["scale"]);
  const { min, max } = scale;
  const rules = Array.isArray(scale["rules"]) ? scale["rules"].map(mapping) : [];
  const limit = isStage(draft["stage"]) ? STANCES[draft["stage"]].apps.replicaLimit : 300;
  const at = `services.${name}.scale`;
  const found: Found[] = [];
  if (typeof min === "number" && typeof max === "number" && min > max)
    found.push({
      place: ["scale", "min"],
      says: `${at}.min must be at most max (${max}), got ${min}`,
      fix: "Lower min or raise max.",
    });
  for (const [end, replicas] of Object.entries({ min, max }))
    if (typeof replicas === "number" && replicas > limit)
      found.push({
        place: ["scale", end],
        says: `${at}.${end} must be at most ${limit} at this stage, got ${replicas}`,
        fix: "A later gate allows more.",
        control: "CST-02",
      });
  const wakes = rules.some((rule) => rule["type"] === "cron");
  if (min === 0 && service["port"] === undefined && service["schedule"] === undefined && !wakes)
    found.push({
      place: ["scale", "min"],
      says: `${at}.min must be at least 1 for a worker, got 0`,
      fix: `Nothing would ever wake ${name}: keep one replica, add a cron rule, or make it a scheduled job.`,
    });
  for (const [index, rule] of rules.entries())
    if (rule["type"] === "http" && service["port"] === undefined)
      found.push({
        place: ["scale", "rules", index],
        says: `${at}.rules[${index}] scales on HTTP requests, but ${name} has no port`,
        fix: "Scale on cpu, memory or cron.",
      });
  return found;
});

/** Every store that a service uses exists, once. */
export const uses = eachService((service, name, draft) => {
  const stores = Object.keys(mapping(draft["stores"]));
  const seen = new Set<string>();
  return texts(service["uses"]).flatMap(([index, store]) => {
    const place = ["uses", index];
    const at = `services.${name}.uses[${index}]`;
    if (seen.has(store)) return [{ place, says: `${at} names "${store}" twice`, fix: "Once is enough." }];
    seen.add(store);
    if (stores.includes(store)) return [];
    const known =
      stores.length > 0 ? `Declared stores: ${stores.join(", ")}.` : "No stores are declared; add it under stores.";
    return [{ place, says: `${at} names "${store}", which is not a store${didYouMean(store, stores)}`, fix: known }];
  });
});

/** The environment variable that a Key Vault secret arrives in: payment-key becomes PAYMENT_KEY. */
export function secretVariable(secret: string): string {
  return secret.toUpperCase().replaceAll("-", "_");
}

/** The variable that tells a service its own identity. */
const IDENTITY_VARIABLE = "AZURE_MANAGED_IDENTITY_RESOURCE_ID";

/** The variables that a store brings to the services that use it. */
function variablesOf(store: string, type: unknown): string[] {
  const prefix = secretVariable(store);
  if (type !== "postgresql") return [`${prefix}_URL`];
  const libpq = ["PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGSSLMODE"];
  return [...["HOST", "DATABASE", "USER"].map((part) => `${prefix}_${part}`), ...libpq];
}

/** A variable has one source: the config or a secret, and none that the library sets itself. */
export const variables = eachService((service, name, draft) => {
  const env = Object.keys(mapping(service["env"]));
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const [index, secret] of texts(service["secrets"])) {
    if (seen.has(secret))
      found.push({
        place: ["secrets", index],
        says: `services.${name}.secrets[${index}] names "${secret}" twice`,
        fix: "Once is enough.",
      });
    seen.add(secret);
    if (env.includes(secretVariable(secret)))
      found.push({
        place: ["env", secretVariable(secret)],
        says: `services.${name}.env.${secretVariable(secret)} is also set by the secret ${secret}`,
        fix: "Remove one of the two.",
      });
  }
  if (env.includes(IDENTITY_VARIABLE))
    found.push({
      place: ["env", IDENTITY_VARIABLE],
      says: `services.${name}.env.${IDENTITY_VARIABLE} is set by Gatewright`,
      fix: "Remove it: every service gets its own identity's id.",
    });
  const stores = mapping(draft["stores"]);
  const used = texts(service["uses"]).map(([, store]) => store);
  const ours = new Set([
    IDENTITY_VARIABLE,
    ...used.flatMap((store) => variablesOf(store, mapping(stores[store])["type"])),
  ]);
  for (const [index, secret] of texts(service["secrets"]))
    if (ours.has(secretVariable(secret)))
      found.push({
        place: ["secrets", index],
        says: `services.${name}.secrets[${index}] would arrive as ${secretVariable(secret)}, which Gatewright sets itself`,
        fix: "Give the secret another name.",
      });
  return found;
});

/** A probe that names no port needs the service's. */
export const probes = eachService((service, name) =>
  mappings(service["probes"])
    .filter(([kind]) => ["liveness", "readiness", "startup"].includes(kind))
    .filter(([, probe]) => service["port"] === undefined && probe["port"] === undefined)
    .map(([kind]) => ({
      place: ["probes", kind],
      says: `services.${name}.probes.${kind} needs a port`,
      fix: `${name} listens on none: give the probe a port.`,
    })),
);
