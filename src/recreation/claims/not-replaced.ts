import { holdsData } from "../../azure/holds";
import { UNKNOWN } from "../../plan/reference";
import type { Resource } from "../../plan/resource";
import { ignoredBy } from "../../policy/helpers/ignored";
import { ignoredAs, isIgnored, leftAlone } from "../../replacement/left-alone";
import { changedOutside } from "../../replacement/table";
import { isAtLeast } from "../../stages/stage";
import type { Claim } from "../claim";
import { decidedLoss } from "../data";

/** A failover, an upgrade or a restore must not end with a plan that replaces the customers' data. */
export const notReplaced: Claim = {
  id: "not-replaced",
  title: "Nothing that holds data is replaced because Azure or an operator changed it",
  check({ graph, resolved }, say) {
    const { stage } = resolved.config;
    if (!isAtLeast(stage, "production")) {
      say.evidence(`asked from Production on: before, data is restored or made again`);
      return;
    }
    const unread = new Set<string>();
    for (const one of graph.managed().filter(({ type }) => holdsData(type) === true)) {
      const kept = keptBy(one);
      if (kept !== undefined) {
        say.evidence(`${one.address}: ${kept}`);
        continue;
      }
      if (changedOutside(one.type) === undefined) unread.add(one.type);
      const ignored = ignoredBy(one);
      const asked = leftAlone(one.type, (argument) => written(one, argument));
      const open = asked.filter(({ argument }) => !isIgnored(ignored, argument));
      for (const { argument, why, replaces } of open)
        say.against(
          one.address,
          `${argument} is not ignored: ${why}. ${replaces ? "The next plan would replace it" : "The next plan would change that back"}; add ${ignoredAs(argument)} to ignore_changes, with a recorded reason.`,
        );
      if (open.length === 0 && asked.length > 0)
        say.evidence(`${one.address} leaves alone: ${asked.map(({ argument }) => argument).join(", ")}`);
    }
    for (const type of [...unread].sort()) say.evidence(`${type}: not read for what Azure and operators change of it`);
  },
};

/** Why no plan loses what is in it. */
function keptBy(one: Resource): string | undefined {
  if (one.lifecycle?.["prevent_destroy"] === true) return "a plan that would replace it is refused";
  return decidedLoss(one);
}

/** A value that is not known yet is none of those that make a change harmless. */
function written(one: Resource, argument: string): unknown {
  const read = one.read(argument);
  if (read.state === "known") return read.defaulted ? undefined : read.value;
  if (read.state === "unknown") return UNKNOWN;
  return one.blocks(argument).length > 0 ? one.blocks(argument) : undefined;
}
