import type { EmulateOptions, Emulation } from "../emulator/run/emulate";
import { outlives } from "../plan/outlives";
import type { EmulationRecord } from "../recreation/emulation";
import type { Generation, Subject } from "../recreation/subject";

/** Runs this generation and the next one against the emulated Azure, and says what ends after how long. */
export async function emulateGenerations(
  subject: Subject,
  { says, ...given }: Partial<EmulateOptions> & { readonly says: (text: string) => void },
): Promise<Emulation> {
  const { emulate } = await import("../emulator/run/emulate");
  const started = Date.now();
  const onStep = (text: string): void =>
    says(`${subject.resolved.name}  ${text}  (${Math.round((Date.now() - started) / 1000)} s)`);
  onStep("emulation begins");
  return emulate({
    stacks: stacksOf(subject),
    successor: stacksOf(subject.next),
    onStep,
    ...given,
  });
}

/** The stacks of a generation, in the order of deployment, as a run takes them. */
export function stacksOf({ stacks }: Generation) {
  return stacks.map(({ name, json }) => ({
    name,
    json: { ...json },
    outlives: outlives(json["//"]?.gatewright ?? {}),
  }));
}

/** The record of a run. */
export function emulationRecord(emulation: Emulation): EmulationRecord {
  const { outcome, reason, tool, providers, phases, echoed, kept, endpoint } = emulation;
  return {
    outcome,
    ...(reason !== undefined && { reason }),
    ...(tool && { tool: { name: tool.name, version: tool.version } }),
    providers: Object.fromEntries(
      Object.entries(providers).map(([source, version]) => [source.split("/").at(-1) ?? source, version]),
    ),
    passed: phases.filter((one) => one.outcome === "passed").map(({ phase }) => phase),
    echoed,
    kept: [...kept].sort(),
    ...(endpoint !== undefined && { by: "another emulator" as const }),
  };
}
