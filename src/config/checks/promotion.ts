import { isStage, STAGES } from "../../stages/stage";
import { type Check, mapping } from "./draft";

/** GOV-03: an environment is promoted from its own product's, at the stage below. A skipped gate is told elsewhere. */
export const ownProduct: Check = ({ workload, stage, promotion }) => {
  const from = mapping(promotion)["from"];
  const below = isStage(stage) ? STAGES[STAGES.indexOf(stage) - 1] : undefined;
  if (below === undefined || typeof from !== "string" || typeof workload !== "string") return [];
  const own = `${workload}-${below}`;
  if (from === own || !from.endsWith(`-${below}`)) return [];
  return [
    {
      place: ["promotion", "from"],
      says: `promotion.from must be ${own}, the environment of ${workload} at the stage below, got ${from}`,
      fix: "What was decided about another product says nothing of this one: promote its own environment.",
      control: "GOV-03",
    },
  ];
};
