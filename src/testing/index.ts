/**
 * The assertions without a test framework: each answers with an outcome that says what is wrong. `gatewright/jest` has them
 * as matchers.
 *
 * @example
 * const { pass, message } = passesGate(environment, "poc", { today: "2026-11-21" });
 * assert.ok(pass, message);
 */
export { exposesOnly, keepsDataIn } from "./exposure";
export { type ControlOptions, type GateOptions, holdsControl, passesGate } from "./gates";
export type { Outcome } from "./outcome";
export { hasEveryResource, hasNoResource, hasSomeResource, type Properties } from "./resources";
export { type StanceSnapshot, stanceOf } from "./stance";
