import { isUtf8 } from "node:buffer";
import { gunzipSync } from "node:zlib";

/** What a text in base64 holds. */
export type Inside =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "private key" }
  /** A certificate, a picture, an archive: known by how it begins. */
  | { readonly kind: "file" }
  /** Bytes that say nothing of themselves. */
  | { readonly kind: "bytes" };

const MOST = 4_000_000;
const GZIP = Buffer.from([0x1f, 0x8b]);
const FILES = [
  "89504e47",
  "ffd8ff",
  "47494638",
  "52494646",
  "25504446",
  "504b0304",
  "0061736d",
  "774f46",
  "00010000",
  "7f454c46",
];

/** Takes base64 apart; `undefined` for a text that is none. */
export function insideBase64(text: string): Inside | undefined {
  if (!/^[A-Za-z0-9+/_-]{16}/.test(text) || !/^[A-Za-z0-9+/_\s-]+={0,2}$/.test(text.trimEnd())) return undefined;
  return insideBytes(Buffer.from(text, "base64"));
}

function insideBytes(bytes: Buffer): Inside {
  if (bytes.subarray(0, 2).equals(GZIP)) return unzipped(bytes);
  if (isText(bytes)) return { kind: "text", text: bytes.toString("utf8") };
  if (bytes.includes("openssh-key-v1") || isPrivateDer(bytes)) return { kind: "private key" };
  const start = bytes.subarray(0, 4).toString("hex");
  if (isDer(bytes) || FILES.some((magic) => start.startsWith(magic))) return { kind: "file" };
  return { kind: "bytes" };
}

/** A zipped text is read as far as it is a text and no bomb. */
function unzipped(bytes: Buffer): Inside {
  try {
    const text = gunzipSync(bytes, { maxOutputLength: MOST });
    return isText(text) ? { kind: "text", text: text.toString("utf8") } : { kind: "bytes" };
  } catch {
    return { kind: "bytes" };
  }
}

function isText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
}

/** Where the content of an ASN.1 sequence begins; `undefined` when the bytes are none that fits their length. */
function sequence(bytes: Buffer): number | undefined {
  const [tag, first = 0] = bytes;
  if (tag !== 0x30 || bytes.length < 32) return undefined;
  if (first < 0x80) return Math.abs(first + 2 - bytes.length) <= 2 ? 2 : undefined;
  const count = first - 0x80;
  if (count < 1 || count > 3) return undefined;
  const length = bytes.readUIntBE(2, count);
  return Math.abs(length + 2 + count - bytes.length) <= 2 ? 2 + count : undefined;
}

function isDer(bytes: Buffer): boolean {
  return sequence(bytes) !== undefined;
}

/** PKCS#1, PKCS#8, SEC 1 and PKCS#12 begin with a version: an integer of one byte. A certificate begins with a sequence. */
function isPrivateDer(bytes: Buffer): boolean {
  const at = sequence(bytes);
  return at !== undefined && bytes[at] === 0x02 && bytes[at + 1] === 0x01 && [0, 1, 3].includes(bytes[at + 2] ?? -1);
}
