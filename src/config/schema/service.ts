import { z } from "zod";
import { cronProblem, neverRuns } from "../cron";
import { cidr, image, partName, secretName } from "./primitives";
import { patterned, rule } from "./rule";

/** CPU and memory pairs that the Consumption profile takes: a quarter core up to four, 2 GiB per core. */
export const CPU_STEPS = Array.from({ length: 16 }, (_, step) => (step + 1) / 4);

export const cpu = rule(z.number(), (cores) => CPU_STEPS.includes(cores), {
  mustBe: "between 0.25 and 4 in steps of 0.25",
  fix: "Container Apps on the Consumption profile takes quarter cores.",
}).describe("CPU cores, 0.25 to 4 in steps of 0.25.");

export const memory = patterned(
  /^\d+(?:\.\d+)?Gi$/,
  'memory in GiB, such as "0.5Gi"',
  "Twice the cores: cpu 0.25 takes 0.5Gi, cpu 1 takes 2Gi.",
).describe("Memory in GiB, twice the cores: 0.5Gi for 0.25.");

const port = rule(z.number(), (n) => Number.isInteger(n) && n >= 1 && n <= 65535, {
  mustBe: "a whole number between 1 and 65535",
});

const probe = z
  .strictObject({
    path: patterned(/^\/[!-~]*$/, "a path that starts with /")
      .optional()
      .describe("HTTP path; without it the probe opens a TCP connection."),
    port: port.optional().describe("Port to probe. Default: the service's port."),
    initialDelay: z.int().min(0).max(60).optional().describe("Seconds before the first probe, 0 to 60."),
    interval: z.int().min(1).max(240).optional().describe("Seconds between probes, 1 to 240. Default 10."),
    timeout: z.int().min(1).max(240).optional().describe("Seconds to wait for an answer, 1 to 240. Default 1."),
    failures: z.int().min(1).max(10).optional().describe("Failures in a row that count, 1 to 10. Default 3."),
  })
  .describe("How Container Apps asks the service whether it is well.");

const percent = z.int().min(1).max(100).describe("Average use above which a replica is added, 1 to 100.");

const scaleRule = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("http"),
      concurrentRequests: z.int().min(1).describe("Requests in flight per replica."),
    }),
    z.strictObject({ type: z.literal("cpu"), percent }),
    z.strictObject({ type: z.literal("memory"), percent }),
    z.strictObject({
      type: z.literal("cron"),
      timezone: patterned(/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*$/, "an IANA time zone, such as Europe/Berlin").describe(
        "IANA time zone, for example Europe/Berlin.",
      ),
      start: cron().describe("When the replicas are added, a five-field cron expression."),
      end: cron().describe("When they go again, a five-field cron expression."),
      replicas: z.int().min(1).describe("Replicas between start and end."),
    }),
  ])
  .describe("What adds replicas.");

const scale = z
  .strictObject({
    min: z.int().min(0).optional().describe("Fewest replicas. Default: the stage's."),
    max: z.int().min(1).optional().describe("Most replicas. Default: the stage's."),
    rules: z.array(scaleRule).optional(),
  })
  .describe("Range and rules of scaling.");

function cron() {
  const readable = rule(z.string(), (text) => cronProblem(text) === undefined, {
    mustBe: "a cron expression of five fields: minute hour day month weekday, in UTC",
    fix: 'For example "0 2 * * *", every night at two.',
  });
  return rule(readable, (text) => cronProblem(text) !== undefined || !neverRuns(text), {
    mustBe: "a day that one of its months has: the job would never run",
    fix: 'For the last days of every month write "0 2 28-31 * *", or for one month a day that it has.',
  });
}

const environmentVariable = z.union([z.string(), z.number(), z.boolean()], {
  error: JSON.stringify({ mustBe: "a string, a number, true or false", fix: "Write one value.", hidden: true }),
});

const argument = patterned(
  /[\s\S]/,
  "text, which an argument that is empty is not",
  "The azurerm provider stops at an empty one when it applies: leave it out, write --name= for an option without a value, or put the line into a shell: [sh, -c, …].",
);

/** Fields of a service at every stage. Its kind is inferred: a port makes an HTTP service, a schedule a job, neither a worker. */
export const serviceShape = {
  image,
  port: port.optional().describe("Port the container listens on; makes this an HTTP service."),
  exposure: z
    .enum(["public", "private"])
    .optional()
    .describe("public: reachable from the Internet over HTTPS. Default private: this environment only."),
  transport: z.enum(["auto", "http", "http2"]).optional().describe("Protocol behind the ingress. Default auto."),
  allowFrom: z.array(cidr).min(1).optional().describe("Addresses that may call a public service. Default: everybody."),
  schedule: cron().optional().describe("Five-field cron expression in UTC; makes this a scheduled job."),
  timeout: z.int().min(1).max(86_400).optional().describe("Jobs: seconds a run may take. Default 1800."),
  retries: z.int().min(0).max(10).optional().describe("Jobs: how often a failed run is repeated. Default 1."),
  cpu: cpu.optional(),
  memory: memory.optional(),
  scale: scale.optional(),
  command: z.array(argument).optional().describe("Replaces the image's entry point."),
  args: z.array(argument).optional().describe("Replaces the image's arguments."),
  env: z
    .record(
      patterned(
        /^[A-Za-z_][A-Za-z0-9_]*$/,
        "letters, digits and underscores, not starting with a digit",
        "Write it like LOG_LEVEL.",
      ),
      environmentVariable,
    )
    .optional()
    .describe("Environment variables; never a secret."),
  secrets: z
    .array(secretName)
    .optional()
    .describe("Names of Key Vault secrets; payment-key arrives as the environment variable PAYMENT_KEY."),
  probes: z
    .strictObject({ liveness: probe.optional(), readiness: probe.optional(), startup: probe.optional() })
    .optional(),
  uses: z.array(z.string()).optional().describe("Names of the stores that the service's identity may use."),
} satisfies z.ZodRawShape;

const { allowFrom: _filter, ...behindEntry } = serviceShape;

/** Fields of a service that only the entry leads to: who may call is decided there. */
export const serviceBehindEntryShape = behindEntry;

/** The services of a stage: the shared fields, and those that the stage adds or tightens. */
export function servicesSchema<const X extends z.ZodRawShape>(extra: X) {
  return serviceRecord({ ...serviceShape, ...extra });
}

/** Named services of a shape. */
export function serviceRecord<const S extends z.ZodRawShape>(shape: S) {
  const service = z.strictObject(shape).describe("A container of the product.");
  return rule(z.record(partName, service), (all) => Object.keys(all).length > 0, {
    mustBe: "a mapping of at least one service",
  }).describe("The product's containers by name.");
}

const sharedService = z.strictObject(serviceShape);
export type ServiceConfig = z.infer<typeof sharedService>;
export type ScaleRuleConfig = z.infer<typeof scaleRule>;
export type ProbeConfig = z.infer<typeof probe>;
