/**
 * Registers the matchers with Jest: `import "gatewright/jest"`.
 *
 * @example
 * const environment = new PocEnvironment(new GatewrightApp(), config);
 * expect(environment).toPassGate("poc", { today: "2026-11-21" });
 * expect(environment).toExposeOnly(["web"]);
 * expect(environment).toMatchStance();
 */
import type { Stage } from "../stages/stage";
import { exposesOnly, keepsDataIn } from "./exposure";
import { type ControlOptions, type GateOptions, holdsControl, passesGate } from "./gates";
import type { Outcome } from "./outcome";
import { hasEveryResource, hasNoResource, hasSomeResource, type Properties } from "./resources";
import { stanceOf } from "./stance";

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: the type parameters must be those of Jest's own declaration
    interface Matchers<R, T = {}> {
      /** The environment passes the gate of a stage on a day. */
      toPassGate(stage: Stage, options: GateOptions): R;
      /** A control judged something and found nothing wrong: `toHoldControl("NET-04")`. */
      toHoldControl(control: string, options?: ControlOptions): R;
      /** The Internet reaches exactly these services, or addresses. */
      toExposeOnly(names: readonly string[]): R;
      /** Data and its copies are kept in these regions. */
      toKeepDataIn(regions: readonly string[]): R;
      /** Every resource of a type has these properties, and there is at least one. */
      toHaveEveryResource(type: string, properties?: Properties): R;
      /** At least one resource of a type has all of these properties. */
      toHaveSomeResource(type: string, properties?: Properties): R;
      /** No resource of a type has all of these properties. */
      toHaveNoResource(type: string, properties?: Properties): R;
      /** A small, sorted snapshot of what matters: ways in and out, roles, data stores, protection, controls. */
      toMatchStance(): R;
    }
  }
}

/** Jest shows a message only when it is asked for. */
function answer({ pass, message }: Outcome): { pass: boolean; message: () => string } {
  return { pass, message: () => message };
}

expect.extend({
  toPassGate: (received: unknown, stage: Stage, options: GateOptions) => answer(passesGate(received, stage, options)),
  toHoldControl: (received: unknown, control: string, options?: ControlOptions) =>
    answer(holdsControl(received, control, options)),
  toExposeOnly: (received: unknown, names: readonly string[]) => answer(exposesOnly(received, names)),
  toKeepDataIn: (received: unknown, regions: readonly string[]) => answer(keepsDataIn(received, regions)),
  toHaveEveryResource: (received: unknown, type: string, properties?: Properties) =>
    answer(hasEveryResource(received, type, properties)),
  toHaveSomeResource: (received: unknown, type: string, properties?: Properties) =>
    answer(hasSomeResource(received, type, properties)),
  toHaveNoResource: (received: unknown, type: string, properties?: Properties) =>
    answer(hasNoResource(received, type, properties)),
  toMatchStance(received: unknown) {
    if (this.isNot) throw new Error("toMatchStance cannot be negated: a snapshot that must differ says nothing.");
    expect(stanceOf(received)).toMatchSnapshot("stance");
    return { pass: true, message: () => "" };
  },
});
