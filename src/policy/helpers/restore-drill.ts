import { environmentName } from "../../config/names";
import type { EvidenceEntry } from "../../evidence/entry";
import { generationOf, standingOf } from "../../evidence/facts";
import { durationText } from "../../promise/duration";
import { measuredMinutes } from "../../promise/measured";
import { isStage } from "../../stages/stage";
import type { RuleContext } from "../rule";

const FACT = "restore-drilled";
const PATH = `evidence.${FACT}`;

/** Drills of this environment, of every generation, newest first. */
function drills({ config, evidence }: RuleContext): EvidenceEntry[] {
  const { workload, stage } = config;
  if (workload === undefined || !isStage(stage)) return [];
  const env = environmentName({ workload, stage });
  return evidence
    .filter((one) => one.fact === FACT && one.env === env)
    .sort((a, b) => `${b.date}`.localeCompare(`${a.date}`));
}

function measured(context: RuleContext, drill: EvidenceEntry, name: "rto" | "rpo", promised: number | undefined): void {
  const path = `${PATH}.${name}`;
  const minutes = measuredMinutes(drill, name);
  const noun = name === "rto" ? "took" : "lost";
  if (minutes === undefined)
    context.fail("config", path, `The restore drill of ${drill.date} does not say measured.${name}.`, {
      fix: `Record measured: { ${name}: "<duration>" } with the drill.`,
    });
  else if (promised === undefined || minutes <= promised)
    context.pass("config", path, `The restore drill of ${drill.date} ${noun} ${durationText(minutes)}.`);
  else
    context.fail(
      "config",
      path,
      `The restore drill of ${drill.date} ${noun} ${durationText(minutes)}; promised are ${durationText(promised)}.`,
      { fix: `Make the restore faster, or promise ${name} as it was measured.` },
    );
}

/**
 * Weighs the last restore drill: one that there is, of this generation, not too old, and within the promise. Says one
 * thing where the drill itself does not count.
 *
 * @param promised  minutes; absent where nothing readable is promised
 */
export function judgeDrill(
  context: RuleContext,
  promised: { readonly rto: number | undefined; readonly rpo: number | undefined },
): void {
  const generation = context.config.generation ?? 1;
  const all = drills(context);
  const own = all.filter((one) => generationOf(one) === generation);
  const standing = own.map((drill) => ({ drill, standing: standingOf(FACT, drill, context.today, context.config) }));
  const counts = standing.find((one) => one.standing.state === "present") ?? standing[0];
  const fix = { fix: "Drill a restore as recovery.path says, and record it with its generation, rto and rpo." };
  if (!counts) {
    const [other] = all;
    const of = other && generationOf(other);
    const says = !other
      ? "No restore was drilled."
      : of === undefined
        ? `The restore drill of ${other.date} does not say of which generation it was; this is generation ${generation}.`
        : `The last restore drill, of ${other.date}, was of generation ${of}; this is generation ${generation}.`;
    context.fail("config", PATH, says, fix);
    return;
  }
  if (counts.standing.state !== "present") {
    context.fail("config", PATH, `The restore drill of ${counts.drill.date} ${counts.standing.why}.`, fix);
    return;
  }
  context.pass("config", PATH, counts.standing.says);
  measured(context, counts.drill, "rto", promised.rto);
  measured(context, counts.drill, "rpo", promised.rpo);
}
