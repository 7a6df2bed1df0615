import { environmentName } from "../../config/names";
import type { EvidenceEntry } from "../../evidence/entry";
import { generationOf, standingOf } from "../../evidence/facts";
import { durationText } from "../../promise/duration";
import { measuredMinutes } from "../../promise/measured";
import { isStage } from "../../stages/stage";
import type { RuleContext } from "../rule";

/** What is promised, in minutes; absent where nothing readable is. */
export interface PromisedMinutes {
  readonly rto: number | undefined;
  readonly rpo: number | undefined;
}

/** A drill that a rule weighs, and how findings call it. */
export interface Drill {
  readonly fact: "failover-drilled" | "restore-drilled";
  /** `restore drill`. */
  readonly noun: string;
  /** Said where there is none: `No restore was drilled.` */
  readonly none: string;
  /** How one is made and written down. */
  readonly fix: string;
  /** What makes it faster, or lose less. */
  readonly better: string;
}

/** Drills of this environment, of every generation, newest first. */
function drillsOf({ config, evidence }: RuleContext, fact: Drill["fact"]): EvidenceEntry[] {
  const { workload, stage } = config;
  if (workload === undefined || !isStage(stage)) return [];
  const env = environmentName({ workload, stage });
  return evidence
    .filter((one) => one.fact === fact && one.env === env)
    .sort((a, b) => `${b.date}`.localeCompare(`${a.date}`));
}

function measured(
  context: RuleContext,
  { fact, noun, better }: Drill,
  drill: EvidenceEntry,
  name: "rto" | "rpo",
  promised: number | undefined,
): void {
  const path = `evidence.${fact}.${name}`;
  const minutes = measuredMinutes(drill, name);
  const verb = name === "rto" ? "took" : "lost";
  if (minutes === undefined)
    context.fail("config", path, `The ${noun} of ${drill.date} does not say measured.${name}.`, {
      fix: `Record measured: { ${name}: "<duration>" } with the drill.`,
    });
  else if (promised === undefined || minutes <= promised)
    context.pass("config", path, `The ${noun} of ${drill.date} ${verb} ${durationText(minutes)}.`);
  else
    context.fail(
      "config",
      path,
      `The ${noun} of ${drill.date} ${verb} ${durationText(minutes)}; promised are ${durationText(promised)}.`,
      { fix: `${better}, or promise ${name} as it was measured.` },
    );
}

/**
 * Weighs the last drill of a kind: one that there is, of this generation, not too old, and within the promise. Says one
 * thing where the drill itself does not count.
 *
 * @returns the drill that counts
 */
export function judgeDrill(context: RuleContext, kind: Drill, promised: PromisedMinutes): EvidenceEntry | undefined {
  const { fact, noun, none, fix } = kind;
  const path = `evidence.${fact}`;
  const generation = context.config.generation ?? 1;
  const all = drillsOf(context, fact);
  const own = all.filter((one) => generationOf(one) === generation);
  const standing = own.map((drill) => ({ drill, standing: standingOf(fact, drill, context.today, context.config) }));
  const counts = standing.find((one) => one.standing.state === "present") ?? standing[0];
  if (!counts) {
    const [other] = all;
    const of = other && generationOf(other);
    const says = !other
      ? none
      : of === undefined
        ? `The ${noun} of ${other.date} does not say of which generation it was; this is generation ${generation}.`
        : `The last ${noun}, of ${other.date}, was of generation ${of}; this is generation ${generation}.`;
    context.fail("config", path, says, { fix });
    return undefined;
  }
  if (counts.standing.state !== "present") {
    context.fail("config", path, `The ${noun} of ${counts.drill.date} ${counts.standing.why}.`, { fix });
    return undefined;
  }
  context.pass("config", path, counts.standing.says);
  measured(context, kind, counts.drill, "rto", promised.rto);
  measured(context, kind, counts.drill, "rpo", promised.rpo);
  return counts.drill;
}
