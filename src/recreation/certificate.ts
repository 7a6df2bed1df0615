import { z } from "zod";
import { badInput } from "../errors";
import { digestOf, PLATFORM_DIGEST_VERSION } from "../synth/digest";
import { CLAIMS } from "./claim";
import type { EmulationRecord } from "./emulation";
import { DOES_NOT_PROVE } from "./limits";
import type { Proof } from "./prove";
import type { RehearsalRecord } from "./rehearsal";

/** Version of the certificate's form; raised when a reader of the old form would misread the new one. */
const CERTIFICATE_VERSION = 1;

const text = z.string();
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const schema = z.strictObject({
  schemaVersion: z.literal(CERTIFICATE_VERSION),
  environment: text,
  stage: text,
  generation: z.int().min(1),
  configDigest: digest,
  platformDigest: digest,
  /** Which platform digest it is; certificates of the first one do not say. */
  digestVersion: z.int().min(2).optional(),
  /** Day of the proof, where one was passed in. */
  day: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  claims: z.array(
    z.strictObject({ claim: z.enum(CLAIMS), title: text, outcome: z.literal("holds"), evidence: z.array(text) }),
  ),
  rehearsal: z.strictObject({
    outcome: z.enum(["rehearsed", "not-rehearsed"]),
    reason: text.optional(),
    tool: z.strictObject({ name: text, version: text }).optional(),
    providers: z.record(text, text),
    stacks: z.array(z.strictObject({ stack: text, generation: z.int(), passed: z.array(text) })),
    /** Attributes and types for which the mocks had no form of their own. */
    gaps: z.array(text),
    /** Resources whose `prevent_destroy` was lifted for the rehearsal. */
    lifted: z.array(text),
  }),
  /** The run against the emulated Azure; absent where there was none. */
  emulation: z
    .strictObject({
      outcome: z.literal("emulated"),
      tool: z.strictObject({ name: text, version: text }).optional(),
      providers: z.record(text, text),
      passed: z.array(text),
      /** Types that were stored and answered without knowledge of them. */
      echoed: z.array(text),
      /** What Azure keeps after everything was destroyed. */
      kept: z.array(text),
      /** Where it was not the emulated Azure of this library. */
      by: z.literal("another emulator").optional(),
    })
    .optional(),
  doesNotProve: z.array(text),
});

/** What was proved of one generation of an environment; committed beside its config. */
export type Certificate = z.infer<typeof schema>;

/**
 * The certificate of a proof. It has no day in it unless one is given, so that the same proof gives the same file.
 *
 * @param day  year-month-day
 */
export function certify(
  proof: Proof,
  rehearsal: RehearsalRecord,
  day?: string,
  emulation?: EmulationRecord,
): Certificate {
  if (proof.outcome !== "proved" || rehearsal.outcome === "failed" || emulation?.outcome === "failed")
    throw badInput(`${proof.environment} is not proved, so there is nothing to certify`);
  const { environment, stage, generation, configDigest, platformDigest } = proof;
  return schema.parse({
    schemaVersion: CERTIFICATE_VERSION,
    environment,
    stage,
    generation,
    configDigest,
    platformDigest,
    digestVersion: PLATFORM_DIGEST_VERSION,
    ...(day !== undefined && { day }),
    claims: proof.claims.map(({ claim, title, outcome, evidence }) => ({ claim, title, outcome, evidence })),
    rehearsal,
    ...(emulation?.outcome === "emulated" && { emulation }),
    doesNotProve: DOES_NOT_PROVE,
  });
}

/** The file's text: JSON in a fixed order, with a digest of all the rest, so that an edit shows. */
export function renderCertificate(certificate: Certificate): string {
  return `${JSON.stringify({ ...certificate, digest: digestOf(certificate) }, null, 2)}\n`;
}

/**
 * Reads a certificate's text.
 *
 * @param file  for messages
 * @throws BadInput when it is no certificate, of a version that is not known, or was changed by hand
 */
export function parseCertificate(written: string, file: string): Certificate {
  const prove = "Run gatewright prove to write it anew.";
  const plain = written.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch {
    throw badInput(`${file} is not JSON`, prove);
  }
  const { schemaVersion } = (value ?? {}) as { schemaVersion?: unknown };
  if (schemaVersion !== CERTIFICATE_VERSION)
    throw badInput(
      schemaVersion === undefined
        ? `${file} is no recreation certificate`
        : `${file} has schema version ${JSON.stringify(schemaVersion)}; this version of gatewright reads ${CERTIFICATE_VERSION}`,
      prove,
    );
  const { digest: _digest, ...rest } = value as Record<string, unknown>;
  const parsed = schema.safeParse(rest);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw badInput(
      `${file} is not a whole certificate: ${issue?.path.join(".")} ${issue?.message ?? ""}`.trim(),
      prove,
    );
  }
  if (renderCertificate(parsed.data) !== plain)
    throw badInput(`${file} was changed after it was written: its digest does not match`, prove);
  return parsed.data;
}
