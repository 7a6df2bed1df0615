import { isStage, STAGES, type Stage } from "../../stages/stage";
import { type Check, mapping } from "./draft";

/** The stage that an environment's name ends in: `orders-pre-production` is no Production. */
export function stageIn(environment: string): Stage | undefined {
  return STAGES.filter((stage) => environment.endsWith(`-${stage}`)).sort((a, b) => b.length - a.length)[0];
}

/** GOV-03: an environment is promoted from its own product's, at the stage below. A skipped gate is told elsewhere. */
export const ownProduct: Check = ({ workload, stage, promotion }) => {
  const from = mapping(promotion)["from"];
  const below = isStage(stage) ? STAGES[STAGES.indexOf(stage) - 1] : undefined;
  if (below === undefined || typeof from !== "string" || typeof workload !== "string") return [];
  const own = `${workload}-${below}`;
  if (from === own || stageIn(from) !== below) return [];
  return [
    {
      place: ["promotion", "from"],
      says: `promotion.from must be ${own}, the environment of ${workload} at the stage below, got ${from}`,
      fix: "What was decided about another product says nothing of this one: promote its own environment.",
      control: "GOV-03",
    },
  ];
};
