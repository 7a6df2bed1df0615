import type { z } from "zod";
import { formatPath, type Path, valueAt } from "../config/path";
import type { EnvironmentConfig } from "../config/schema";
import { childrenOf, schemaAt, unwrap } from "../config/schema-walk";
import { findSecrets } from "../config/secrets";
import { STAGE_TITLES } from "../stages/stage";
import { STANCES, type Stance } from "../stages/stances";
import type { PromotionGate } from "./gate";
import { layOver, nest } from "./merge";
import { matches, questionAt } from "./questions";

/** Why a carried setting was raised, by path. */
export type Raised = ReadonlyMap<string, string>;

/** What belongs to one environment and none after it. */
export const LEFT_BEHIND: readonly string[] = ["waivers"];

/** Settings that a stance has a least value for. A config may ask for more, so that only less is raised. */
const LEAST: readonly {
  readonly pattern: readonly string[];
  readonly least: (stance: Stance) => number;
  readonly says: (least: number, title: string) => string;
}[] = [
  {
    pattern: ["logging", "retentionDays"],
    least: ({ logs }) => logs.retentionDays,
    says: (least, title) => `a ${title} keeps logs for ${least} days or more`,
  },
  {
    pattern: ["stores", "*", "backupDays"],
    least: ({ database }) => database.backupDays,
    says: (least, title) => `a ${title} keeps backups for ${least} days or more`,
  },
  {
    pattern: ["stores", "*", "softDeleteDays"],
    least: ({ storage }) => storage.softDeleteDays,
    says: (least, title) => `a ${title} can recover deleted blobs for ${least} days or more`,
  },
  {
    pattern: ["services", "*", "scale", "min"],
    least: ({ apps }) => apps.minReplicas,
    says: (least, title) => `a ${title} keeps ${least === 1 ? "a replica" : `${least} replicas`} up`,
  },
];

/** The parts of a config that the next stage has as well and nobody is asked for, raised to what its stance demands. */
export function inheritedDraft(
  gate: PromotionGate,
  config: EnvironmentConfig,
): { readonly draft: unknown; readonly raised: Raised } {
  const raised = new Map<string, string>();
  const carried = copy(config, []);
  const higher: [Path, number][] = [];
  for (const { pattern, least, says } of LEAST) {
    const floor = least(STANCES[gate.to]);
    for (const path of settings(carried, pattern)) {
      const value = valueAt(carried, path);
      if (typeof value !== "number" || value >= floor) continue;
      higher.push([path, floor]);
      raised.set(formatPath(path), says(floor, STAGE_TITLES[gate.to]));
    }
  }
  return { draft: layOver(carried, nest(higher)), raised };

  function copy(value: unknown, path: Path): unknown {
    const schema = schemaAt(gate.schema, path, config);
    const left = !gate.inPlace && path.length === 1 && LEFT_BEHIND.includes(String(path[0]));
    if (schema === undefined || left || (path.length > 0 && questionAt(gate.questions, path))) return undefined;
    if (value === null || typeof value !== "object" || Array.isArray(value) || childrenOf(schema).length === 0)
      return isGone(schema, value) ? gone(path, value) : value;
    const kept = Object.entries(value).flatMap(([key, inner]) => {
      const copied = copy(inner, [...path, key]);
      return copied === undefined ? [] : [[key, copied] as const];
    });
    return Object.fromEntries(kept);
  }

  function gone(path: Path, value: unknown): undefined {
    raised.set(formatPath(path), `a ${STAGE_TITLES[gate.to]} has no ${value}: the stage's own takes its place`);
    return undefined;
  }
}

/** True for one of several choices that the next stage no longer offers, such as a burstable database. */
function isGone(schema: z.core.$ZodType, value: unknown): boolean {
  const inner = unwrap(schema);
  return inner._zod.def.type === "enum" && !(inner as z.ZodType).safeParse(value).success;
}

/** Every place of a config that a pattern names. */
function settings(value: unknown, pattern: readonly string[], path: Path = []): Path[] {
  if (path.length === pattern.length) return [path];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value)
    .filter(([key]) => matches(pattern, [...path, key]))
    .flatMap(([key, inner]) => settings(inner, pattern, [...path, key]));
}

/** `notSecret` entries that still lift something: what they named may have been answered anew, or left behind. */
export function withUsedNotSecret(draft: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { notSecret, ...rest } = draft;
  if (!Array.isArray(notSecret)) return draft;
  const suspicious = new Set(findSecrets(rest).map(({ path }) => formatPath(path)));
  const used = notSecret.filter(({ path }: { path: string }) => suspicious.has(path));
  return used.length === 0 ? rest : { ...rest, notSecret: used };
}
