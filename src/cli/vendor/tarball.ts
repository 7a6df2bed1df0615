import { gunzipSync, gzipSync } from "node:zlib";

/** One file of an npm package's tarball. */
export interface PackedFile {
  /** From the package's folder, with forward slashes. */
  readonly path: string;
  readonly content: Buffer;
}

/** Everything in an npm tarball is below this folder. */
const TOP = "package/";
const BLOCK = 512;
/** Longest name of a header; what is longer is split at a slash, and the front goes into the prefix. */
const NAME = { at: 0, length: 100 } as const;
const PREFIX = { at: 345, length: 155 } as const;
/** npm's own date for every file: the same files make the same bytes on every day. */
const MODIFIED = Date.UTC(1985, 9, 26, 8, 15) / 1000;

/** Files as a gzipped ustar archive, as `npm pack` makes one: sorted, without dates or owners of this machine. */
export function tarball(files: readonly PackedFile[], { level } = { level: 9 }): Buffer {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const blocks = sorted.flatMap(({ path, content }) => [
    header(`${TOP}${path}`, content.length),
    content,
    Buffer.alloc(-content.length & (BLOCK - 1)),
  ]);
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), { level });
}

/** One file of a tarball; `undefined` where it is not in it, or where the bytes are no tarball. */
export function fileIn(bytes: Buffer, path: string): Buffer | undefined {
  let archive: Buffer;
  try {
    archive = gunzipSync(bytes);
  } catch {
    return undefined;
  }
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const text = ({ at: from, length }: { at: number; length: number }) =>
      archive.toString("utf8", at + from, at + from + length).replace(/\0[\s\S]*$/, "");
    const size = Number.parseInt(text({ at: 124, length: 12 }), 8);
    if (Number.isNaN(size)) return undefined;
    const prefix = text(PREFIX);
    const name = prefix === "" ? text(NAME) : `${prefix}/${text(NAME)}`;
    if (name === `${TOP}${path}`) return archive.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return undefined;
}

function header(path: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number) =>
    block.write(value.toString(8).padStart(length - 1, "0"), at, "latin1");
  const [prefix, name] = split(path);
  block.write(name, NAME.at, "utf8");
  octal(0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(MODIFIED, 136, 12);
  block.write(" ".repeat(8), 148, "latin1");
  block.write("0", 156, "latin1");
  block.write("ustar\x0000", 257, "latin1");
  block.write(prefix, PREFIX.at, "utf8");
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
}

function split(path: string): readonly [prefix: string, name: string] {
  if (Buffer.byteLength(path) <= NAME.length) return ["", path];
  const at = [...path.matchAll(/\//g)]
    .map(({ index }) => index)
    .find((index) => Buffer.byteLength(path.slice(index + 1)) <= NAME.length);
  if (at === undefined || at > PREFIX.length) throw new Error(`${path} is too long for a tarball`);
  return [path.slice(0, at), path.slice(at + 1)];
}
