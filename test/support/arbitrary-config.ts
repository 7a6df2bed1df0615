import * as fc from "fast-check";
import { addDays } from "../../src/config/dates";
import { REGIONS } from "../../src/config/regions";
import type { PocConfig } from "../../src/config/schema";
import { CPU_STEPS } from "../../src/config/schema/service";
import { STAGE_TOKENS } from "../../src/stages/stage";

const TOKENS = new Set<string>(Object.values(STAGE_TOKENS));
const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
const tail = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789-");

/** A name as the schema takes it: letters, digits and single hyphens. Long ones are as likely as short ones. */
const name = (min: number, max: number) =>
  fc
    .tuple(letter, fc.array(tail, { minLength: min - 1, maxLength: max - 1, size: "max" }))
    .map(([first, rest]) => [first, ...rest].join("").replace(/-+/g, "-").replace(/-$/, ""))
    .filter((text) => text.length >= min && !text.split("-").some((part) => TOKENS.has(part)));

/** Names that are alike at the beginning, which is what shortening keeps. */
const alike = fc
  .tuple(name(12, 18), fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 4 }))
  .map(([base, numbers]) => numbers.map((number) => `${base}-${number}`));

const names = (min: number, { atLeast, atMost }: { readonly atLeast: number; readonly atMost: number }) =>
  fc.oneof(fc.uniqueArray(name(min, 24), { minLength: atLeast, maxLength: atMost }), alike);

const image = fc
  .tuple(name(2, 12), fc.integer({ min: 0, max: 99 }))
  .map(([path, minor]) => `orders/${path}:0.${minor}.1`);

const service = (stores: readonly string[]) =>
  fc
    .record({
      image,
      kind: fc.constantFrom("public", "private", "worker", "job"),
      port: fc.integer({ min: 1, max: 65_535 }),
      cpu: fc.option(fc.constantFrom(...CPU_STEPS), { nil: undefined }),
      uses: fc.subarray([...stores]),
      secrets: fc.uniqueArray(name(4, 20), { maxLength: 3 }),
      env: fc.dictionary(
        fc.constantFrom("LOG_LEVEL", "_A", "PORT", "Feature1", "LANG", "TZ"),
        fc.oneof(fc.integer(), fc.boolean(), fc.constantFrom("info", "a ${b} c", '"quoted"', "%{if}", "line\nbreak")),
        { maxKeys: 3 },
      ),
    })
    .map(({ kind, port, cpu, env, image, uses, secrets }) => ({
      image,
      uses,
      secrets,
      env,
      ...(cpu !== undefined && { cpu }),
      ...(kind === "public" && { port, exposure: "public" as const }),
      ...(kind === "private" && { port }),
      ...(kind === "job" && { schedule: "0 2 * * *" }),
    }));

const store = fc.oneof(
  fc.constant({ type: "postgresql" as const }),
  image.map((migrations) => ({ type: "postgresql" as const, migrations })),
  fc.constant({ type: "blobs" as const }),
  fc.constant({ type: "queue" as const }),
);

/** Any POC that the schema takes, as far as names and resources depend on it. */
export const arbitraryPoc: fc.Arbitrary<PocConfig> = names(3, { atLeast: 0, atMost: 4 }).chain((stores) =>
  fc
    .record({
      workload: name(2, 20),
      location: fc.constantFrom(...REGIONS.map((one) => one.name)),
      generation: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 998 })),
      days: fc.integer({ min: 1, max: 90 }),
      monthlyBudget: fc.integer({ min: 1, max: 5000 }),
      services: names(2, { atLeast: 1, atMost: 5 }).chain((services) =>
        fc.record(Object.fromEntries(services.map((one) => [one, service(stores)]))),
      ),
      stores: fc.record(Object.fromEntries(stores.map((one) => [one, store]))),
    })
    .map(({ days, ...config }) => ({
      stage: "poc" as const,
      owner: "ada@orders.example",
      created: "2026-11-21",
      expires: addDays("2026-11-21", days),
      decisions: { platform: "Container Apps, until Pre-Production" },
      logging: { personalData: "never" as const },
      ...config,
    })),
);
