import type { LoadedEnvironment } from "../config/loaded";
import type { RecreationView } from "../policy/recreation-view";
import { certificateFolder, mismatches, readCertificate } from "../recreation/certificate-file";
import { brokenIn } from "../recreation/claim";
import { proveStatically } from "../recreation/prove";
import type { SynthesizedStack } from "../synth/terraform-json";

/** Proves the static claims of the stacks that are judged, and reads the certificate beside their config. */
export async function recreationOf(
  loaded: LoadedEnvironment,
  stacks: readonly SynthesizedStack[],
): Promise<RecreationView> {
  const { proof } = await proveStatically(loaded, stacks);
  const folder = certificateFolder(loaded.file);
  const certificate = readCertificate(folder, proof);
  return {
    broken: brokenIn(proof.claims),
    mismatches: mismatches(certificate, proof, folder),
    ...(certificate?.day !== undefined && { day: certificate.day }),
    rehearsed: certificate?.rehearsal.outcome === "rehearsed",
  };
}
