import * as fc from "fast-check";
import { REGIONS, region } from "../../src/azure/regions";
import { formatCidr } from "../../src/config/cidr";
import { addDays } from "../../src/config/dates";
import { SCALE_MODES } from "../../src/config/scale-mode";
import type { PocConfig, PreProductionConfig, ProductionConfig, ScaleConfig } from "../../src/config/schema";
import { CPU_STEPS } from "../../src/config/schema/service";
import { writerHosts } from "../../src/config/writer-hosts";
import { STAGE_TOKENS } from "../../src/stages/stage";
import { preProductionConfig } from "./pre-production";
import { productionConfig } from "./production";
import { scaleConfig } from "./scale";

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

const digestImage = fc
  .tuple(name(2, 12), fc.constantFrom(..."0123456789abcdef"))
  .map(([path, digit]) => `orders/${path}@sha256:${digit.repeat(64)}`);

/** A range inside 10.0.0.0/8 that all subnets fit into, and one outside for VPN clients. */
const network = fc
  .tuple(fc.integer({ min: 16, max: 23 }), fc.nat(2 ** 16 - 1))
  .map(([prefix, at]) => ({
    prefix,
    first: 10 * 2 ** 24 + Math.floor((at * 256) / 2 ** (32 - prefix)) * 2 ** (32 - prefix),
  }))
  // Not where Azure keeps addresses that the resolver cannot have.
  .filter(({ first }) => first < 10 * 2 ** 24 || first > 10 * 2 ** 24 + 17 * 256)
  .map(formatCidr);
const pool = fc.constantFrom("172.20.0.0/24", "192.168.220.0/26", "172.16.0.0/16");

const exposed = (stores: readonly string[], kind: fc.Arbitrary<"public" | "network" | "private" | "worker" | "job">) =>
  fc
    .record({
      image: digestImage,
      kind,
      port: fc.integer({ min: 1, max: 65_535 }),
      uses: fc.subarray([...stores]),
      secrets: fc.uniqueArray(name(4, 20), { maxLength: 2 }),
      probe: fc.option(fc.constantFrom("/", "/healthz"), { nil: undefined }),
    })
    .map(({ image, kind, port, uses, secrets, probe }) => ({
      image,
      uses,
      secrets,
      ...(["public", "network", "private"].includes(kind) && {
        port,
        exposure: kind as "public" | "network" | "private",
        ...(probe !== undefined && { probes: { readiness: { path: probe } } }),
      }),
      ...(kind === "job" && { schedule: "0 2 * * *" }),
    }));

const host = name(2, 12).map((label) => `${label}.partner.example`);

/** What may be reached outside, as a firewall of the size takes it. */
const destinations = (sku: "Basic" | "Standard") => {
  const FOR = { owner: "ada@orders.example", why: "it is needed" };
  const readable = fc.subarray([80, 443], { minLength: 1 });
  return fc.dictionary(
    name(2, 24).filter((text) => !text.startsWith("platform-")),
    fc
      .oneof(
        fc.record({
          fqdns: fc.array(
            fc.oneof(
              host,
              host.map((one) => `*.${one}`),
            ),
            { minLength: 1, maxLength: 3 },
          ),
          ports: readable,
        }),
        fc.record({
          fqdns: fc.array(host, { minLength: 1, maxLength: 2 }),
          ports: sku === "Basic" ? readable : fc.constant<number[]>([5671, 443]),
        }),
        fc.record({
          tag: fc.constantFrom(
            "MicrosoftContainerRegistry.WestEurope",
            "AzureMonitor.NorthEurope",
            "AzureFrontDoor.FirstParty",
          ),
          until: fc.constant("2027-12-31"),
        }),
      )
      .map((one) => ({ ...FOR, ...one })),
    { maxKeys: 4 },
  );
};

/** Any Pre-Production that the schema takes, as far as its network, names and resources depend on it. */
export const arbitraryPreProduction: fc.Arbitrary<PreProductionConfig> = fc
  .record({ stores: names(3, { atLeast: 0, atMost: 4 }), services: names(2, { atLeast: 1, atMost: 5 }) })
  .chain(({ stores, services }) => {
    const any = fc.constantFrom("public", "network", "private", "worker", "job" as const);
    const kept = fc.constant({ data: preProductionConfig().stores!["mail"]!.data });
    return fc.record({
      workload: name(2, 20),
      location: fc.constantFrom(...REGIONS.map((one) => one.name)),
      generation: fc.integer({ min: 1, max: 998 }),
      network,
      pool,
      audience: fc.constantFrom("vpn-audience", "vpn", "apps"),
      services: fc.record(
        Object.fromEntries(
          services.map((one, index) => [one, exposed(stores, index === 0 ? fc.constant("public") : any)]),
        ),
      ),
      stores: fc.record(
        Object.fromEntries(
          stores.map((one) => [
            one,
            fc
              .tuple(
                fc.oneof(
                  digestImage.map((migrations) => ({ type: "postgresql" as const, migrations })),
                  fc.constant({ type: "blobs" as const }),
                  fc.constant({ type: "queue" as const }),
                ),
                kept,
              )
              .map(([store, data]) => ({ ...store, ...data })),
          ]),
        ),
      ),
      hosts: fc.boolean(),
      filtered: fc.boolean(),
      egress: fc
        .constantFrom("Basic", "Standard" as const)
        .chain((sku) => fc.record({ sku: fc.constant(sku), allow: destinations(sku) })),
      revisions: fc.constantFrom("single", "multiple" as const),
      writers: fc.constantFrom("eligible", "standing" as const),
    });
  })
  .map(({ pool, audience, hosts, filtered, revisions, writers, ...own }) => {
    const base = preProductionConfig();
    const open = Object.entries(own.services).flatMap(([one, { exposure }]) => (exposure === "public" ? [one] : []));
    const routes = open.map((one, index) => [index === 0 ? "/" : hosts ? `${one}.orders.example/` : `/${one}`, one]);
    return {
      ...base,
      ...own,
      residency: [own.location],
      externals: { ...base.externals, [audience]: base.externals["vpn-audience"]! },
      vpn: { pool, audience },
      entry: { ...base.entry, routes: Object.fromEntries(routes), ...(filtered && { allowFrom: ["203.0.113.0/24"] }) },
      releases: { ...base.releases, revisions },
      access: { ...base.access, writers },
      promotion: { ...base.promotion, from: `${own.workload}-pilot` },
    };
  });

/** Any Production that the schema takes, where a region has zones; its promise is one that every topology can keep. */
export const arbitraryProduction: fc.Arbitrary<ProductionConfig> = fc
  .tuple(
    arbitraryPreProduction.filter(({ location }) => region(location)?.zones === true),
    fc.constantFrom("none", "paired-region" as const),
  )
  .map(([below, copies]) => {
    const { stage: _stage, previous: _previous, recovery: _recovery, promotion: _promotion, ...carried } = below;
    const base = productionConfig();
    const pair = copies === "paired-region" ? region(below.location)?.pair : undefined;
    return {
      ...base,
      ...carried,
      stage: "production",
      entry: { ...below.entry, host: "app.orders.example" },
      residency: pair ? [below.location, pair] : [below.location],
      recovery: { ...base.recovery, geoBackup: pair ? "paired-region" : "none" },
      promotion: { ...base.promotion, from: `${below.workload}-pre-production` },
    };
  });

const ZONED = REGIONS.filter(({ zones }) => zones).map(({ name }) => name);

/** What a Scale adds: any mode, region and size of network, in ranges that no network and pool of a Production touches. */
const secondRegion = fc.record({
  mode: fc.constantFrom(...SCALE_MODES),
  region: fc.constantFrom(...ZONED),
  network: fc
    .tuple(fc.integer({ min: 20, max: 23 }), fc.nat(12))
    .map(([prefix, at]) => formatCidr({ prefix, first: 192 * 2 ** 24 + 168 * 2 ** 16 + at * 2 ** 12 })),
  vpnPool: fc.constantFrom("172.24.0.0/24", "172.24.1.0/26", "172.28.0.0/16"),
  disasters: fc.subarray(["mistake", "zone", "region"] as const, { minLength: 1 }),
});

/**
 * A Production, and the Scale that it becomes. Any Scale that the schema takes, as far as networks, names and resources
 * depend on it; each queue's loss is accepted.
 */
export const arbitraryRung: fc.Arbitrary<readonly [before: ProductionConfig, after: ScaleConfig]> = fc
  .tuple(arbitraryProduction, secondRegion)
  .filter(([{ location }, { region: other }]) => location !== other)
  .map(([before, { mode: drawn, region: other, network, vpnPool, disasters }]) => {
    const { scale, promise, risks, promotion } = scaleConfig();
    const stores = Object.entries(before.stores ?? {});
    const queues = stores.flatMap(([name, { type }]) => (type === "queue" ? [name] : []));
    const databases = stores.filter(([, { type }]) => type === "postgresql").length;
    // One writer's host leads to one database.
    const mode = drawn === "active-active" && databases > 1 ? "hot-failover" : drawn;
    const writes = mode === "active-active" && databases > 0;
    const { vpnPool: _, ...common } = scale;
    return [
      before,
      {
        ...before,
        stage: "scale",
        residency: [...new Set([...before.residency, other])],
        scale: {
          ...common,
          mode,
          region: other,
          network,
          ...(mode !== "cold-standby" && { vpnPool }),
          ...(writes && { writerHost: writerHosts(before, other)[0] }),
        },
        promise: { ...promise, disasters },
        risks: [
          ...risks,
          ...queues.map((name) => ({ ...risks[0]!, risk: `what waits in ${name} is lost with a region` })),
        ],
        promotion: { ...promotion, from: `${before.workload}-production` },
      },
    ] as const;
  });

/** Any Scale that the schema takes. */
export const arbitraryScale: fc.Arbitrary<ScaleConfig> = arbitraryRung.map(([, after]) => after);
