import { azureType, type Judged, NOT_READ } from "../../azure";
import type { PlanGraph } from "../../plan/graph";
import { isPlainType, typeInWords } from "../../plan/other-providers";
import type { Resource } from "../../plan/resource";
import type { RuleContext } from "../rule";

/** What a gate asks of every type, as it continues "whether it". */
const ASKED: Readonly<Record<keyof Judged, string>> = {
  publicSide: "has a public side",
  waysIn: "opens a way in",
  waysOut: "sends something out by itself",
  localAuth: "takes keys or passwords",
  gives: "gives somebody rights",
  holds: "keeps data",
};

/** A waiver is always possible: what nobody can judge is no known way in, and would hold the gate for ever. */
const OPTIONS = {
  fix: "Look into it, and waive the control for each resource with what you found; a rule of your own can judge it from then on. A newer Gatewright may know the type.",
  waivable: true,
} as const;

function unreadIn(graph: PlanGraph, question: keyof Judged): readonly Resource[] {
  const isUnread = (type: string) => (azureType(type)?.[question] ?? NOT_READ) === NOT_READ;
  const types = graph.types().filter((type) => isUnread(type) && !isPlainType(type, question));
  return graph.of(...types);
}

/** What goes with an *unknown* of which the type is the reason. @param asks continues with "whether it" */
export function unreadOptions(one: Resource, asks: string) {
  return { ...OPTIONS, unread: { type: typeInWords(one), asks } };
}

/** What is not known of a type, in a sentence. */
export function unreadSays(type: string, asks: readonly string[], who = "It is"): string {
  const last = asks.at(-1) ?? "";
  const list = asks.length < 2 ? last : `${asks.slice(0, -1).join(", ")} or ${last}`;
  return `${who} of type ${type}, of which this version does not know whether it ${list}.`;
}

/**
 * Says *unknown* of every resource to whose type the catalogue has no answer: a type that it does not know, or one about
 * which nobody has read it. A waiver is for one resource, so each is a finding; reports say it once a type.
 */
export function judgeUnread(context: RuleContext, question: keyof Judged): void {
  for (const one of unreadIn(context.graph, question)) {
    const options = unreadOptions(one, ASKED[question]);
    context.unknown(one, "", unreadSays(options.unread.type, [options.unread.asks]), options);
  }
}
