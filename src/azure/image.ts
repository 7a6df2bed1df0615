/** A container image reference, taken apart. */
export interface ImageReference {
  /** Registry host, for example `mcr.microsoft.com`; absent means the environment's own registry. */
  readonly host?: string;
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest?: string;
}

const REPOSITORY = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[a-f0-9]{64}$/;

/**
 * Takes `[host/]repository[:tag][@digest]` apart; `undefined` when it is not an image reference. The first segment is a
 * host when it has a dot, a port, or is `localhost`, as container tools read it.
 *
 * @see https://github.com/distribution/reference/blob/main/reference.go
 */
export function parseImage(image: string): ImageReference | undefined {
  const [named = "", digest, ...more] = image.split("@");
  if (more.length > 0 || (digest !== undefined && !DIGEST.test(digest))) return undefined;
  const slash = named.indexOf("/");
  const first = named.slice(0, Math.max(0, slash));
  const host = /[.:]/.test(first) || first === "localhost" ? first : undefined;
  const path = host === undefined ? named : named.slice(slash + 1);
  const colon = path.lastIndexOf(":");
  const repository = colon === -1 ? path : path.slice(0, colon);
  const tag = colon === -1 ? undefined : path.slice(colon + 1);
  if (!REPOSITORY.test(repository) || (tag !== undefined && !TAG.test(tag))) return undefined;
  if (host !== undefined && !/^[A-Za-z0-9.-]+(?::\d+)?$/.test(host)) return undefined;
  return { host, repository, tag, digest };
}

/** True when the image is pulled from the environment's own registry. */
export function isOwnImage(image: string): boolean {
  return parseImage(image)?.host === undefined;
}

/** The image with the environment's registry as its host when it names none. */
export function fullImage(image: string, loginServer: string): string {
  return isOwnImage(image) ? `${loginServer}/${image}` : image;
}
