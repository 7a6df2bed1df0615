import { isAtLeast, type Stage } from "../stages/stage";

/** A PostgreSQL client image with `sh`, `psql` and a CA bundle, that the jobs run which make SQL roles. */
export const BOOTSTRAP_IMAGE = {
  /** Where it is published. */
  host: "docker.io",
  repository: "library/postgres",
  /** For people: the tag that the digest had. */
  tag: "17.6-alpine",
  digest: "sha256:ef257d85f76e48da1c64832459b59fcaba1a4dac97bf5d7450c77753542eee94",
} as const;

/** The bootstrap image where it is published, by digest. */
export const PUBLISHED_BOOTSTRAP_IMAGE =
  `${BOOTSTRAP_IMAGE.host}/${BOOTSTRAP_IMAGE.repository}@${BOOTSTRAP_IMAGE.digest}` as const;

/**
 * The bootstrap image as an environment pulls it: from where it is published up to Pilot, and from its own registry
 * (no host) from Pre-Production on, where nothing else may be pulled from.
 */
export function bootstrapImage(stage: Stage): string {
  const { repository, digest } = BOOTSTRAP_IMAGE;
  return isAtLeast(stage, "pre-production") ? `${repository}@${digest}` : PUBLISHED_BOOTSTRAP_IMAGE;
}
