/** Credentials and what looks like them, made when a test runs: no file of this repository holds one. */

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const DIGITS = "0123456789";
export const ALNUM = LOWER + UPPER + DIGITS;
export const BASE64 = `${ALNUM}+/`;
export const URL64 = `${ALNUM}-_`;
export const HEX = `${DIGITS}abcdef`;
export const BASE32 = `${LOWER}234567`;
export const UPNUM = UPPER + DIGITS;
export const LOWNUM = LOWER + DIGITS;

/** Letters that are the same for the same seed (mulberry32). */
export class Maker {
  constructor(private state: number) {}

  #next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  of(letters: string, length: number): string {
    return Array.from({ length }, () => letters[Math.floor(this.#next() * letters.length)]).join("");
  }

  /** As of, with a letter of each kind in it, as almost every one has. */
  alnum(length: number): string {
    return `${this.of(ALNUM, length - 3)}q7K`;
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => Math.floor(this.#next() * 256)));
  }

  guid(): string {
    return [8, 4, 4, 4, 12].map((length) => this.of(HEX, length)).join("-");
  }
}

/** A PEM block, its label in two halves. */
export function pem(make: Maker, label: string, newline = "\n"): string {
  const lines = Array.from({ length: 5 }, () => make.of(BASE64, 64));
  return [`-----BE${"GIN"} ${label}-----`, ...lines, `-----E${"ND"} ${label}-----`].join(newline);
}

/** A DER structure: a sequence that begins with some bytes. */
export function der(make: Maker, begins: readonly number[], length: number): string {
  const content = Buffer.concat([Buffer.from(begins), make.bytes(length)]);
  return Buffer.concat([Buffer.from([0x30, 0x82, content.length >> 8, content.length & 255]), content]).toString(
    "base64",
  );
}

export const base64 = (text: string) => Buffer.from(text).toString("base64");
