/** Words that stand for a secret with nothing between them and what comes before: `PGPASSWORD`, `dbPassword`. */
const SECRET_WORD =
  /(?:password|passwd|passphrase|pwd|secret|token|credentials?|(?:api|access|private|secret|signing|encryption)[_-]?key)$/i;
/** Words that also end others, such as `compass` and `monkey`: these stand alone, after a separator or a small letter. */
const SECRET_ENDING = /(?:^|[_.-])(?:pass|key)$|(?:^|[_.-])(?:payment|account|shared)key$/i;
const SECRET_HUMP = /[a-z0-9](?:Pass|PASS)$/;
/** Names of what is always opaque: a plain word under one of them is the secret itself, not the name of one. */
const OPAQUE =
  /(?:password|passwd|passphrase|pwd|(?:^|[_.-])pass|(?:jwt|client|session|cookie|webhook|hmac)[_-]?secret|(?:api|private|secret|signing|encryption)[_-]?key)$/i;
/** Keys of data and of messages, which everybody may know. */
const DATA_KEY =
  /(?:^primary|cache|composite|feature|foreign|group|hash|idempotency|index|lookup|message|partition|pub|public|publishable|range|routing|row|shard|sort|tenant|translation|unique)[_-]?key$/i;
/** A route or a sentence is no name of a setting. */
const NO_NAME = /[/\s]/;

/** True for a name under which a secret is expected. */
export function namesSecret(name: string): boolean {
  if (NO_NAME.test(name) || DATA_KEY.test(name)) return false;
  return SECRET_WORD.test(name) || SECRET_ENDING.test(name) || SECRET_HUMP.test(name);
}

/** True for a name under which even a plain word is a secret. */
export function namesOpaque(name: string): boolean {
  return namesSecret(name) && OPAQUE.test(name);
}

const DIGEST_NAME =
  /(?:^|[_.-])(?:checksum|digest|fingerprint|hash|integrity|md5|sha\d{0,3}|sri|thumbprint)(?:[_.-]?id)?$/i;
const BUILD_NAME = /(?:^|[_.-])(?:build|commit|etag|release|revision|version)(?:[_.-]?id)?$/i;

/** True for what a file or a build is known by, long and public: a checksum in any form, a commit in hexadecimal. */
export function isNamedDigest(name: string, value: string): boolean {
  if (DIGEST_NAME.test(name)) return /^[\w+/="-]*$/.test(value);
  return BUILD_NAME.test(name) && /^[0-9a-f]+$/i.test(value);
}
