import type { EmulateOptions } from "../emulator/run/emulate";
import { badInput } from "../errors";

/** How a run against the emulated Azure is made. */
export interface EmulationFlags {
  readonly bin?: string;
  /** Metadata host of another emulator. */
  readonly endpoint?: string;
  /** Minutes that each step has. */
  readonly stepLimit?: string;
}

/**
 * What the flags ask of a run.
 * @throws BadInput for what is no number of minutes, and for an endpoint that is not on this machine
 */
export async function emulationOptions(flags: EmulationFlags): Promise<Partial<EmulateOptions>> {
  const { bin, endpoint, stepLimit } = flags;
  const minutes = Number(stepLimit);
  if (stepLimit !== undefined && !(minutes > 0 && minutes <= LONGEST))
    throw badInput(
      `--step-limit must be a number of minutes up to ${LONGEST}, got "${stepLimit}"`,
      "Write it like 30, or leave it out: 20.",
    );
  if (endpoint !== undefined) {
    const { endpointOf } = await import("../emulator/run/other/endpoint");
    const place = await endpointOf(endpoint);
    if ("says" in place) throw badInput(place.says, place.fix);
  }
  return {
    ...(bin !== undefined && { bin }),
    ...(endpoint !== undefined && { endpoint }),
    ...(stepLimit !== undefined && { timeoutMs: minutes * 60_000 }),
  };
}

/** A day: a timer that is longer ends at once. */
const LONGEST = 1440;
