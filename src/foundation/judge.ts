import type { Day } from "../config/day";
import { graphOf } from "../plan/graph-of";
import type { SynthesizedStack } from "../plan/terraform-json";
import { Context } from "../policy/context";
import type { Rule } from "../policy/rule";
import type { Verdict } from "../policy/verdict";
import type { LoadedFoundation } from "./load";
import { type ResolvedFoundation, resolveFoundation } from "./resolve";
import { fnd01, localState, startsUntil } from "./rules/fnd-01";
import { fnd02 } from "./rules/fnd-02";
import { fnd03 } from "./rules/fnd-03";
import { fnd04 } from "./rules/fnd-04";
import { fnd05 } from "./rules/fnd-05";
import { fnd06 } from "./rules/fnd-06";

/** The answer of "Company ready": that of a gate, about no stage. */
export interface FoundationVerdict extends Omit<Verdict, "gate"> {
  readonly gate: "foundation";
}

/** The rules of a foundation, in the order of their ids. */
export function foundationRules(foundation: ResolvedFoundation, today?: Day): readonly Rule[] {
  return [fnd01, fnd02, fnd03, fnd04, fnd05, fnd06].map((make) => make(foundation, today));
}

/**
 * "Company ready": can the company create accounts, hold evidence and control admin access? Pure. What is not known
 * holds the gate too: a foundation is judged on what it writes down.
 *
 * @param stacks  the foundation's stack as synthesized
 * @param today  day of the check. Without one, nothing is excused that may be so at the start
 */
export function judgeFoundation(
  { config }: Pick<LoadedFoundation, "config">,
  stacks: readonly SynthesizedStack[],
  today?: Day,
): FoundationVerdict {
  const foundation = resolveFoundation(config);
  const graph = graphOf(stacks);
  const findings = foundationRules(foundation, today)
    .flatMap((rule) => new Context(rule, { gate: "poc", graph }).run())
    .map(({ finding }) => finding)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const starts = startsUntil(config, today);
  const held = findings.some(({ verdict }) => verdict === "fail" || verdict === "unknown");
  return {
    gate: "foundation",
    env: foundation.name,
    ...(today && { today }),
    outcome: held ? "held" : "admitted",
    findings,
    notJudged: [],
    evidence: [],
    warnings:
      starts === undefined
        ? []
        : [{ control: "FND-01", says: `${localState.says} It may be until ${starts}.`, fix: localState.fix }],
  };
}
