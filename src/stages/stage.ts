/** The ladder, lowest rung first. Foundation is not a stage: it is a retained stack with its own schema. */
export const STAGES = ["poc", "pilot", "pre-production", "production", "scale"] as const;

/** One rung of the ladder. */
export type Stage = (typeof STAGES)[number];

/** How a stage is written in prose and in reports. */
export const STAGE_TITLES = {
  poc: "POC",
  pilot: "Pilot",
  "pre-production": "Pre-Production",
  production: "Production",
  scale: "Scale",
} as const satisfies Record<Stage, string>;

/**
 * The stage as one token of a resource name. Scale keeps Production's names because it happens in place;
 * `preprod` is a token of its own and does not contain the token `prod`.
 */
export const STAGE_TOKENS = {
  poc: "poc",
  pilot: "pilot",
  "pre-production": "preprod",
  production: "prod",
  scale: "prod",
} as const satisfies Record<Stage, string>;

/** A gate that can be asked: that of a stage, or of the company itself. */
export type Gate = Stage | "foundation";

/** How a gate is written in prose and in reports. */
export const GATE_TITLES = { ...STAGE_TITLES, foundation: "Company ready" } as const satisfies Record<Gate, string>;

/** True where a value that is not known before apply holds the gate: from Pre-Production on, and for the company. */
export function unknownHolds(gate: Gate): boolean {
  return gate === "foundation" || isAtLeast(gate, "pre-production");
}

/** True for one of the five stage names. */
export function isStage(value: unknown): value is Stage {
  return typeof value === "string" && (STAGES as readonly string[]).includes(value);
}

/** The next rung, or `undefined` at the top. */
export function next(stage: Stage): Stage | undefined {
  return STAGES[STAGES.indexOf(stage) + 1];
}

/** True when `stage` is `floor` or above it. */
export function isAtLeast(stage: Stage, floor: Stage): boolean {
  return STAGES.indexOf(stage) >= STAGES.indexOf(floor);
}
