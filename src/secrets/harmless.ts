import { namesOpaque } from "./names";

/** Where a secret is kept, or how it is reached: a vault's address, a name in a manager, a variable, a file. */
const REFERENCE =
  /^(?:@Microsoft\.(?:KeyVault|AppConfiguration)\b|(?:secretref|keyvault|akv|kv|vault|op|ref\+[a-z]{1,20}|env|file|arn|projects)[:/]|[$%](?:\{|$)|\$[A-Z_a-z(]|%[A-Z_]{1,60}%|\{\{|<)/i;
/** Values that say where or how, not what: a path, a name, a number, a switch, an address without credentials, a class. */
const PLAIN =
  /^(?:|true|false|\d{1,10}|[a-z]+|\/[\w./-]*|https?:\/\/[^\s@]*|[\w.+-]+@[\w.-]+|[A-Z][A-Za-z]+Credential)$/;
/** What is still harmless where a plain word is not. */
const SWITCH =
  /^(?:|true|false|none|null|enabled|disabled|required|optional|\*+|x{3,}|\/[\w./-]*|https?:\/\/[^\s@]*)$/i;

/** True for a value that, under a secret's name, says something about the secret and is none. */
export function isHarmless(name: string, value: string): boolean {
  return REFERENCE.test(value) || (namesOpaque(name) ? SWITCH : PLAIN).test(value);
}

const GUID = /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;
/** A digest by its algorithm: of an image, of a script in a page, of a file; an SSH fingerprint. */
const DIGEST = /^(?:md5|sha-?(?:1|224|256|384|512))[:=-][A-Za-z0-9+/=_-]{16,128}$/i;
const PUBLIC_KEY =
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d{3}|sk-(?:ssh|ecdsa)-[\w@.-]{1,60}) AAAA[A-Za-z0-9+/]{20}/;
/** What browsers and apps are given by design: keys that only name their owner. */
const PUBLISHED =
  /^(?:pk_(?:live|test)_\w{1,200}|pk\.eyJ[\w.-]{1,400}|pk-lf-[\w-]{1,60}|AC[0-9a-f]{32}|[a-z]{2,12}\/[\w.+-]{1,60};base64,.*|data:.*)$/s;
/** As long as a digest of MD5, SHA-1, SHA-2 is in hexadecimal: they are everywhere, and nothing tells a key from them. */
const DIGEST_LENGTHS = [32, 40, 56, 64, 96, 128];

/** True for what looks random and is public: identifiers, digests, public keys, certificates. */
export function isPublic(value: string): boolean {
  if (GUID.test(value) || DIGEST.test(value) || PUBLIC_KEY.test(value) || PUBLISHED.test(value)) return true;
  return DIGEST_LENGTHS.includes(value.length) && /^[0-9a-f]+$/i.test(value);
}

const BEGINS = /-----BEGIN ([A-Z0-9 ]{1,60})-----/g;
const PUBLIC_BLOCK =
  /^(?:X509 |TRUSTED |NEW )?(?:CERTIFICATE(?: REQUEST)?|X509 CRL|(?:RSA |EC |DSA )?PUBLIC KEY|PGP PUBLIC KEY BLOCK|PGP SIGNATURE|PKCS7|CMS|DH PARAMETERS|EC PARAMETERS)$/;

const PUBLIC_KEYS = /(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d{3}) AAAA[A-Za-z0-9+/]{20,}={0,3}/g;

/** The text without its certificates and public keys. */
export function withoutPublicBlocks(text: string): string {
  let [rest, from] = ["", 0];
  for (const { 0: line, 1: label = "", index } of text.matchAll(BEGINS)) {
    if (index < from || !PUBLIC_BLOCK.test(label)) continue;
    const close = `-----END ${label}-----`;
    const end = text.indexOf(close, index + line.length);
    if (end < 0) break;
    rest += `${text.slice(from, index)} `;
    from = end + close.length;
  }
  return (rest + text.slice(from)).replace(PUBLIC_KEYS, " ");
}
