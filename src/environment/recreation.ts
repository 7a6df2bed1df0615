import type { PlanGraph } from "../plan/graph";
import type { SynthesizedStack } from "../plan/terraform-json";
import type { RecreationView } from "../policy/recreation-view";
import { certificateFolder, mismatches, readCertificate } from "../recreation/certificate-file";
import { brokenIn } from "../recreation/claim";
import { proveStatically } from "../recreation/prove";
import type { Environment } from "./environment";

/** Proves the static claims of the stacks that are judged, and reads the certificate beside their config. */
export function recreationOf(
  environment: Environment,
  judged: { readonly stacks: readonly SynthesizedStack[]; readonly graph: PlanGraph },
): RecreationView {
  const { proof } = proveStatically(environment, judged);
  const folder = certificateFolder(environment.loaded.file);
  const certificate = readCertificate(folder, proof);
  return {
    broken: brokenIn(proof.claims),
    mismatches: mismatches(certificate, proof, folder),
    ...(certificate?.day !== undefined && { day: certificate.day }),
    rehearsed: certificate?.rehearsal.outcome === "rehearsed",
  };
}
