import { App } from "cdktf";
import { resolve } from "../../src/config/resolve";
import type { SynthesizedStack } from "../../src/plan/terraform-json";
import { firstApply } from "../../src/steps/first-apply";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { PilotEnvironment } from "../../stacks/2-pilot";
import { folderWith } from "../support/folder";
import { pilotConfig } from "../support/pilot";
import { pocConfig } from "../support/poc-config";
import { changed, deedsOf, PRODUCTION, stacksOf, stepOf, stepsOf, WHOLE } from "./support";

const PILOT = firstApply(resolve(pilotConfig()));
const locksOf = (stacks: readonly SynthesizedStack[], role: string) =>
  Object.keys(
    stacks.find(({ name }) => name.endsWith(`-${role}`))?.json.resource?.["azurerm_management_lock"] ?? {},
  ).map((name) => `azurerm_management_lock.${name}`);
const mentioned = (text: string) => [...new Set(text.match(/azurerm_management_lock\.[\w-]+/g) ?? [])].sort();

describe("taking something away from beneath a lock", () => {
  test("lifts the lock, lets it go, and puts the lock back, from Pilot on", () => {
    const step = PILOT.find(({ id }) => id === "take-away")!;
    expect(step.title).toBe("Later: take something away");
    expect(deedsOf(step)).toEqual([
      "(cd .. && npx gatewright synth orders-pilot)",
      "terraform -chdir=stacks/orders-pilot-services apply",
      "terraform -chdir=stacks/orders-pilot-platform plan",
      "ask GONE 'What the plan destroys, each as -target=<address>'",
      "ask LOCK 'Address of the lock above it'",
      'terraform -chdir=stacks/orders-pilot-platform apply -destroy -target="$LOCK"',
      "terraform -chdir=stacks/orders-pilot-platform apply $GONE",
      "terraform -chdir=stacks/orders-pilot-platform apply",
    ]);
    expect(firstApply(resolve(pocConfig())).map(({ id }) => id)).not.toContain("take-away");
  });

  test("at Production lifts the lock of the whole group with it, and lets the backups go first", () => {
    const terraform = deedsOf(stepOf(PRODUCTION, "take-away")).filter((one) => one.startsWith("terraform"));
    expect(terraform).toEqual([
      "terraform -chdir=stacks/orders-production-services apply",
      "terraform -chdir=stacks/orders-production-recovery apply",
      "terraform -chdir=stacks/orders-production-platform plan",
      'terraform -chdir=stacks/orders-production-platform apply -destroy -target="$LOCK" -target=azurerm_management_lock.lock-data-group',
      "terraform -chdir=stacks/orders-production-platform apply $GONE",
      "terraform -chdir=stacks/orders-production-platform apply",
    ]);
  });

  test("names every lock that the platform makes, by its address, and no other", () => {
    const pilot = synthesizeInMemory(new PilotEnvironment(new App({ outdir: folderWith() }), pilotConfig()));
    const why = (steps: typeof PILOT) => steps.find(({ id }) => id === "take-away")?.why ?? "";
    for (const [steps, stacks] of [
      [PILOT, pilot],
      [stepsOf(WHOLE), stacksOf(WHOLE)],
      [stepsOf(PRODUCTION), stacksOf(PRODUCTION)],
    ] as const)
      expect(mentioned(why([...steps]))).toEqual(locksOf(stacks, "platform").sort());
    expect(mentioned(stepOf(changed({ stores: undefined }), "take-away").why)).toEqual([
      "azurerm_management_lock.lock-vault",
    ]);
  });
});
