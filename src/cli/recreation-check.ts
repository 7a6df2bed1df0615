import type { LoadedEnvironment } from "../config/load";
import type { RecreationView } from "../policy/recreation-view";
import { certificateFolder, mismatches, readCertificate } from "../recreation/certificate-file";
import { proveStatically } from "../recreation/prove";

/** Proves the static claims of an environment again and reads the certificate beside its config. */
export async function recreationOf(loaded: LoadedEnvironment): Promise<RecreationView> {
  const { proof } = await proveStatically(loaded);
  const folder = certificateFolder(loaded.file);
  const certificate = readCertificate(folder, proof);
  return {
    broken: proof.claims.filter(({ outcome }) => outcome !== "holds").map(({ title }) => title),
    mismatches: mismatches(certificate, proof, folder),
    rehearsed: certificate?.rehearsal.outcome === "rehearsed",
  };
}
