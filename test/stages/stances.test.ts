import { STAGES } from "../../src/stages/stage";
import { STANCES, type Stance } from "../../src/stages/stances";

/** From weakest to strongest. */
const ladderOf =
  <T>(...steps: readonly T[]) =>
  (value: T) => {
    const at = steps.findIndex((step) => Object.is(step, value));
    if (at === -1) throw new Error(`${String(value)} is not on the ladder ${steps.join(", ")}`);
    return at;
  };
const on = ladderOf(false, true);
const closed = ladderOf("public", "private");
const withoutKeys = ladderOf("entra-or-keys", "entra");
const overZones = ladderOf("none", "zones");
const more = (value: number) => value;
/** -1 is no limit. */
const unlimited = (value: number) => (value === -1 ? Number.POSITIVE_INFINITY : value);

type Leaves<T> = T extends object ? { [K in keyof T]-?: Leaves<T[K]> } : (value: T) => number;
type Strength = Omit<Leaves<Stance>, "lifetime"> & { lifetime: (value: Stance["lifetime"]) => number };

/** How strong the value of each field is: a stage must never be below the one before it. */
const STRENGTH: Strength = {
  lifetime: ({ kind }) => ladderOf("expires", "reviewed", "recreated", "permanent")(kind),
  retained: on,
  network: {
    ownNetwork: on,
    entry: ladderOf("app-ingress", "application-gateway", "front-door"),
    privateAccess: ladderOf("none", "data", "all"),
    peopleAccess: ladderOf("internet", "operator-addresses", "vpn"),
    egress: ladderOf("open", "firewall"),
  },
  apps: {
    minReplicas: more,
    maxReplicas: more,
    replicaLimit: more,
    redundancy: overZones,
    internal: on,
  },
  images: { pinning: ladderOf("tag", "digest"), ownRegistryOnly: on },
  registry: { sku: ladderOf("Basic", "Standard", "Premium"), exposure: closed, redundancy: overZones },
  vault: { softDeleteDays: more, purge: ladderOf("allowed", "refused"), exposure: closed },
  database: {
    skus: ladderOf("burstable", "burstable-or-general-purpose", "general-purpose"),
    defaultSku: ladderOf("B_Standard_B1ms", "B_Standard_B2s", "GP_Standard_D2ds_v5"),
    backupDays: more,
    standby: ladderOf("none", "other-zone"),
    exposure: closed,
  },
  storage: {
    replication: ladderOf("LRS", "ZRS", "GZRS"),
    versions: ladderOf("overwritten", "kept"),
    softDeleteDays: more,
    pointInTimeRestoreDays: more,
    signIn: withoutKeys,
    exposure: closed,
  },
  logs: { retentionDays: more, dailyCapGb: unlimited, signIn: withoutKeys },
  observability: { applicationInsights: on, diagnostics: ladderOf("apps", "all"), auditExport: on },
  locks: ladderOf("none", "data", "data-and-group"),
  recovery: { copyDays: more, evidenceDays: more },
  state: ladderOf("local", "remote"),
};

/** Every field with its strength at every stage. */
function strengths(): [field: string, values: unknown[], numbers: number[]][] {
  const found: [string, unknown[], number[]][] = [];
  const walk = (strength: object, slices: readonly object[], path: string) => {
    for (const [key, inner] of Object.entries(strength)) {
      const values = slices.map((slice) => (slice as Record<string, unknown>)[key]);
      if (typeof inner === "function") found.push([`${path}${key}`, values, values.map(inner)]);
      else walk(inner, values as object[], `${path}${key}.`);
    }
  };
  walk(
    STRENGTH,
    STAGES.map((stage) => STANCES[stage]),
    "",
  );
  return found;
}

describe("the stance table", () => {
  test.each(strengths())("%s does not weaken from one stage to the next", (_, __, numbers) => {
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });

  test("a strength is known for every field of every stage, and for no other", () => {
    const fieldsOf = (value: object, path = ""): string[] =>
      Object.entries(value).flatMap(([key, inner]) =>
        path === "" && key === "lifetime"
          ? [key]
          : inner !== null && typeof inner === "object"
            ? fieldsOf(inner, `${path}${key}.`)
            : [`${path}${key}`],
      );
    for (const stage of STAGES)
      expect(fieldsOf(STANCES[stage]).sort()).toEqual(
        strengths()
          .map(([field]) => field)
          .sort(),
      );
  });

  test("the numbers are these", () => {
    const numbers = (pick: (stance: Stance) => unknown) => STAGES.map((stage) => pick(STANCES[stage]));
    expect(numbers(({ lifetime }) => (lifetime.kind === "expires" ? lifetime.maxDays : lifetime.kind))).toEqual([
      90,
      "reviewed",
      "recreated",
      "permanent",
      "permanent",
    ]);
    expect(numbers(({ apps }) => apps.minReplicas)).toEqual([0, 1, 1, 2, 2]);
    expect(numbers(({ vault }) => vault.softDeleteDays)).toEqual([7, 30, 90, 90, 90]);
    expect(numbers(({ database }) => database.backupDays)).toEqual([7, 14, 14, 35, 35]);
    expect(numbers(({ storage }) => storage.softDeleteDays)).toEqual([0, 14, 14, 30, 30]);
    expect(numbers(({ logs }) => logs.retentionDays)).toEqual([30, 90, 180, 365, 365]);
    expect(numbers(({ logs }) => logs.dailyCapGb)).toEqual([1, -1, -1, -1, -1]);
    expect(numbers(({ registry }) => registry.sku)).toEqual(["Basic", "Standard", "Premium", "Premium", "Premium"]);
    expect(numbers(({ locks }) => locks)).toEqual(["none", "data", "data", "data-and-group", "data-and-group"]);
    expect(numbers(({ network }) => network.entry)).toEqual([
      "app-ingress",
      "app-ingress",
      "application-gateway",
      "application-gateway",
      "front-door",
    ]);
  });

  test("nothing that cannot be undone is demanded of a POC", () => {
    const { vault, locks, retained } = STANCES.poc;
    expect({ purge: vault.purge, locks, retained }).toEqual({
      purge: "allowed",
      locks: "none",
      retained: false,
    });
  });
});
