import { STAGE_TOKENS } from "../../stages/stage";
import { type Check, type Found, mapping } from "./draft";

const TOKENS = new Set<string>(Object.values(STAGE_TOKENS));

/** GOV-02: a stage's token in a name says where a resource belongs, so no other part of a name may be one. */
export const stageTokens: Check = (draft) => {
  const found: Found[] = [];
  const look = (name: unknown, place: readonly string[]) => {
    const token = typeof name === "string" ? name.split("-").find((part) => TOKENS.has(part)) : undefined;
    if (token)
      found.push({
        place,
        says: `${place.join(".")}: a name must not contain the stage "${token}", got "${name}"`,
        fix: "The stage is added to every name; choose a name that fits all stages.",
        control: "GOV-02",
      });
  };
  look(draft["workload"], ["workload"]);
  for (const group of ["services", "stores"])
    for (const name of Object.keys(mapping(draft[group]))) look(name, [group, name]);
  return found;
};

/** CHG-01: the platform decision is written down from the start. */
export const platformDecision: Check = (draft) => {
  if (draft["decisions"] === undefined || mapping(draft["decisions"])["platform"] !== undefined) return [];
  return [
    {
      place: ["decisions"],
      says: "decisions.platform is required",
      fix: 'Write down what runs the containers and until when, for example platform: "Container Apps, until Pre-Production".',
      control: "CHG-01",
    },
  ];
};
