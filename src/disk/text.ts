import { badInput } from "../errors";

/** How a file begins that says its encoding. The longer mark comes first: that of UTF-32 LE begins with that of UTF-16 LE. */
const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ["UTF-32 LE", [0xff, 0xfe, 0, 0]],
  ["UTF-32 BE", [0, 0, 0xfe, 0xff]],
  ["UTF-16 LE", [0xff, 0xfe]],
  ["UTF-16 BE", [0xfe, 0xff]],
];

const NUL = 0;
const LF = 0x0a;
const CR = 0x0d;
const SAVE = "Save it as UTF-8.";

/**
 * The text of a file in UTF-8.
 *
 * @throws BadInput that names the encoding it is in, or where it stops being text
 */
export function textOf(bytes: Buffer, file: string): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) throw badInput(`${file} is in ${marked[0]}, and only UTF-8 is read`, SAVE);
  const nul = bytes.indexOf(NUL);
  if (nul >= 0) throw withNul(bytes, nul, file);
  const alone = firstAlone(bytes);
  if (alone >= 0)
    throw badInput(
      `${file} ends ${bytes.includes(LF) ? `line ${lineOf(bytes, alone)}` : "its lines"} with CR alone, as Macs did before 2001`,
      "Save it with LF, or CR LF, at the end of every line.",
    );
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const line = lineOf(bytes, firstInvalid(bytes));
    throw badInput(
      `${file} is not UTF-8: line ${line} holds bytes of another encoding, most often Windows-1252 or Latin-1`,
      SAVE,
    );
  }
}

/** The first CR that no LF follows; -1 where there is none. */
function firstAlone(bytes: Buffer): number {
  let at = bytes.indexOf(CR);
  while (at >= 0 && bytes[at + 1] === LF) at = bytes.indexOf(CR, at + 2);
  return at;
}

/** Text without a mark shows its encoding by where the zeros are: every second byte of Latin letters is one. */
function withNul(bytes: Buffer, at: number, file: string) {
  const even = bytes.subarray(0, 200).filter((byte, index) => byte === NUL && index % 2 === 0).length;
  const odd = bytes.subarray(0, 200).filter((byte, index) => byte === NUL && index % 2 === 1).length;
  const half = Math.min(bytes.length, 200) / 4;
  const encoding = odd > half && even === 0 ? "UTF-16 LE" : even > half && odd === 0 ? "UTF-16 BE" : undefined;
  if (encoding) return badInput(`${file} is in ${encoding}, and only UTF-8 is read`, SAVE);
  return badInput(`${file} is not text: line ${lineOf(bytes, at)} holds a zero byte`, "Is this the right file?");
}

/** Where a prefix stops being UTF-8: the place is halved until it is one byte. */
function firstInvalid(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isPrefix(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function lineOf(bytes: Buffer, offset: number): number {
  return bytes.subarray(0, offset).filter((byte) => byte === LF).length + 1;
}
