import { parseImage } from "./image";
import { keysOf, leaves, type Path } from "./path";

/** Why a value is taken for a secret. */
export interface SecretSuspicion {
  readonly path: Path;
  /** What it looks like; never holds the value. */
  readonly looksLike: string;
  /** Known formats are certain and cannot be lifted; heuristics can, by `notSecret`. */
  readonly certain: boolean;
}

/** Formats that only a credential has. Each is published by its issuer or is part of a connection-string grammar. */
const KNOWN_FORMATS: readonly { readonly looksLike: string; readonly pattern: RegExp }[] = [
  { looksLike: "a private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { looksLike: "an Azure storage or service key", pattern: /(?:AccountKey|SharedAccessKey)\s*=\s*[A-Za-z0-9+/]{20,}/i },
  { looksLike: "an Azure 512-bit key", pattern: /(?:^|[^A-Za-z0-9+/])[A-Za-z0-9+/]{86}==(?:$|[^A-Za-z0-9+/=])/ },
  { looksLike: "a shared access signature", pattern: /[?&;]?\bsig=[A-Za-z0-9%+/]{30,}/ },
  { looksLike: "an Entra client secret", pattern: /(?:^|[^\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?:$|[^\w~.-])/ },
  { looksLike: "a connection string with a password", pattern: /(?:password|pwd)[ \t]*=[ \t]*[^;\s${}()`]{4,}/i },
  // The last letter of a scheme stands for all of it: a match that starts at every letter of a long word takes its square.
  { looksLike: "a URL with a password", pattern: /[a-z][0-9+.-]*:\/\/[^\s/:@]*:[^\s/@${}]{3,}@/i },
  { looksLike: "an AWS access key", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { looksLike: "a GitHub token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})/ },
  { looksLike: "a GitLab token", pattern: /(?<![\w-])glpat-[\w-]{20,}/ },
  { looksLike: "a Slack token", pattern: /(?<![\w-])xox[abeoprs]-[\w-]{10,}/ },
  { looksLike: "a Stripe key", pattern: /\b(?:sk|rk|whsec)_(?:live_|test_)?[A-Za-z0-9]{20,}/ },
  { looksLike: "a Google API key", pattern: /\bAIza[\w-]{35}/ },
  { looksLike: "a SendGrid key", pattern: /\bSG\.[\w-]{16,}\.[\w-]{32,}/ },
  { looksLike: "an API key", pattern: /(?<![\w-])sk-[\w-]{20,}/ },
  { looksLike: "an npm token", pattern: /\bnpm_[A-Za-z0-9]{36}/ },
  {
    looksLike: "a webhook that whoever has it may post to",
    pattern:
      /https:\/\/(?:[\w-]+\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d+\/[\w-]{20,}|https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/\w+\/\w+\/\w{16,}|https:\/\/(?:[\w-]+\.webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook)\/[\w@-]{36,}\/\w+\/\w{20,}/i,
  },
  { looksLike: "a signed token (JWT)", pattern: /\.(?<=eyJ[\w-]{8,}\.)eyJ[\w-]{8,}\./ },
];

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
  /(?:^primary|cache|composite|feature|foreign|group|hash|idempotency|index|lookup|message|partition|range|routing|row|shard|sort|tenant|translation|unique)[_-]?key$/i;
/** What a build is known by, such as a commit. */
const BUILD_NAME = /(?:^|[_.-])(?:build|commit|etag|release|revision|sha\d*|version)(?:[_.-]?id)?$/i;
const HEX = /^[0-9a-f]+$/i;
/** A route or a sentence is no name of a setting. */
const NO_NAME = /[/\s]/;
/** Values that say where or how, not what: a path, a name, a number, a switch, a template, an address without credentials, a class. */
const HARMLESS =
  /^(?:|true|false|\d{1,10}|[a-z]+|\/[\w./-]*|https?:\/\/[^\s@]*|[\w.+-]+@[\w.-]+|[A-Z][A-Za-z]+Credential|<.*>|\$\{.*\})$/;
/** What is still harmless where a plain word is not. */
const SWITCH = /^(?:|true|false|enabled|disabled|required|optional|\/[\w./-]*|https?:\/\/[^\s@]*|<.*>|\$\{.*\})$/;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Shannon entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, n) => sum - (n / text.length) * Math.log2(n / text.length), 0);
}

function looksRandom(value: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(value)).length;
  const dense = value.length >= 20 && /^[A-Za-z0-9+/=_-]+$/.test(value) && kinds === 3 && entropy(value) >= 3.7;
  return dense || (value.length >= 32 && /^[0-9a-f]+$/i.test(value) && entropy(value) >= 3);
}

/** True for a name under which a secret is expected. */
export function namesSecret(name: string): boolean {
  if (NO_NAME.test(name) || DATA_KEY.test(name)) return false;
  return SECRET_WORD.test(name) || SECRET_ENDING.test(name) || SECRET_HUMP.test(name);
}

/** What one value looks like, given the name it stands under; `undefined` when it looks harmless. */
export function suspect(name: string, value: string): Omit<SecretSuspicion, "path"> | undefined {
  const known = KNOWN_FORMATS.find((format) => format.pattern.test(value));
  if (known) return { looksLike: known.looksLike, certain: true };
  if (GUID.test(value) || DIGEST.test(value)) return undefined;
  const harmless = OPAQUE.test(name) ? SWITCH : HARMLESS;
  if (value.length >= 6 && !harmless.test(value) && namesSecret(name)) return { looksLike: "a secret", certain: false };
  if (BUILD_NAME.test(name) && HEX.test(value)) return undefined;
  const image = parseImage(value);
  if (looksRandom(value) && image?.digest === undefined) return { looksLike: "a secret", certain: false };
  return undefined;
}

/** Every value of a config, or any JSON, that looks like a secret, in the order written. */
export function findSecrets(value: unknown): SecretSuspicion[] {
  const found: SecretSuspicion[] = [];
  for (const leaf of leaves(value)) {
    if (typeof leaf.value !== "string") continue;
    const name = leaf.path.findLast((part) => typeof part === "string") ?? "";
    const suspicion = suspect(String(name), leaf.value);
    if (suspicion) found.push({ path: leaf.path, ...suspicion });
  }
  return found;
}

/** Every key that has the format of a credential: somebody pasted it before a colon. */
export function findSecretKeys(value: unknown): (SecretSuspicion & { readonly key: string })[] {
  return [...keysOf(value)].flatMap(({ path, key }) => {
    const known = suspect("", key);
    return known?.certain ? [{ path, key, ...known }] : [];
  });
}
