import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isThere } from "../disk/absence";
import { onDisk } from "../disk/errno";
import { readTextFile } from "../disk/read-text";
import { writeWhole } from "../disk/write-whole";
import { badInput } from "../errors";
import { PLATFORM_DIGEST_VERSION } from "../synth/digest";
import { type Certificate, parseCertificate, renderCertificate } from "./certificate";
import type { Proof } from "./prove";

const WANTED = {
  largest: 1_000_000,
  fixes: {
    absent: "Prove the environment again: gatewright prove.",
    folder: "Move it away, and prove the environment again.",
    tooLarge: "Move it away, and prove the environment again.",
  },
};

/** What a certificate is held against. */
export type Certified = Pick<Proof, "environment" | "generation" | "platformDigest">;

/** The folder of the certificates of an environment file: `recreation`, beside the folder that the file is in. */
export function certificateFolder(file: string): string {
  return join(dirname(dirname(file)), "recreation");
}

/** The certificate of one generation, for example `recreation/orders-pilot.g1.json`. */
export function certificatePath(folder: string, { environment, generation }: Certified): string {
  return join(folder, `${environment}.g${generation}.json`);
}

/**
 * The certificate of one generation, or `undefined` when there is none.
 *
 * @throws BadInput when the file is no certificate, or one of another environment
 */
export function readCertificate(folder: string, subject: Certified): Certificate | undefined {
  const file = certificatePath(folder, subject);
  if (!isThere(file)) return undefined;
  const certificate = parseCertificate(readTextFile(file, WANTED), file);
  if (certificate.environment !== subject.environment)
    throw badInput(
      `${file} is the certificate of ${certificate.environment}, not of ${subject.environment}`,
      "Put it where it belongs, and prove this environment.",
    );
  return certificate;
}

/** Writes a certificate whole or not at all; the same content is left untouched. */
export function writeCertificate(folder: string, certificate: Certificate): string {
  const file = certificatePath(folder, certificate);
  const text = renderCertificate(certificate);
  const same = isThere(file) && onDisk(file, () => readFileSync(file, "utf8")) === text;
  if (!same) writeWhole(file, text);
  return file;
}

/** Why a certificate does not hold for an environment as it is now; empty when it does. */
export function mismatches(certificate: Certificate | undefined, subject: Certified, folder: string): string[] {
  const { environment, generation, platformDigest } = subject;
  if (!certificate) {
    const others = otherGenerations(folder, environment);
    const found =
      others.length > 0 ? ` There is one for generation ${others.join(", ")}, which does not count here.` : "";
    return [`Generation ${generation} has no certificate in ${folder}.${found}`];
  }
  if (certificate.generation !== generation)
    return [`The certificate is for generation ${certificate.generation}; the config is at generation ${generation}.`];
  const { digestVersion = 1 } = certificate;
  if (digestVersion !== PLATFORM_DIGEST_VERSION) {
    const other = digestVersion < PLATFORM_DIGEST_VERSION ? "an older" : "a newer";
    return [`The certificate was made by ${other} digest of the platform, so it cannot be compared: prove again.`];
  }
  if (certificate.platformDigest !== platformDigest)
    return ["The platform has changed since it was proved: its digest is another one."];
  return [];
}

function otherGenerations(folder: string, environment: string): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${environment}.g`))
    .flatMap((name) => /\.g(\d+)\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}
