import { spawnSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { fileIn, tarball } from "../../src/cli/vendor/tarball";

const LONG = `${"folder/".repeat(16)}${"x".repeat(60)}.js`;
const files = [
  { path: "package.json", content: Buffer.from("{}") },
  { path: LONG, content: Buffer.alloc(1000, "é") },
  { path: "empty", content: Buffer.alloc(0) },
  { path: "block", content: Buffer.alloc(512, "b") },
];
const packed = tarball(files);

test("every file comes out as it went in, and what is not in it does not", () => {
  for (const { path, content } of files) expect(fileIn(packed, path)?.equals(content)).toBe(true);
  expect(fileIn(packed, "pack")).toBeUndefined();
});

test("tar reads it as npm's: all below package/", () => {
  const { stdout, status } = spawnSync("tar", ["-tzf", "-"], { input: packed, encoding: "utf8" });
  expect(status).toBe(0);
  expect(stdout.trim().split("\n")).toEqual(files.map(({ path }) => `package/${path}`).sort());
});

test("the same files make the same bytes, in whatever order they come", () => {
  expect(tarball(files.toReversed()).equals(packed)).toBe(true);
});

test("what is no tarball holds nothing", () => {
  for (const bytes of ["", "text", gzipSync("not an archive".repeat(100)), packed.subarray(0, 50)])
    expect(fileIn(Buffer.from(bytes), "package.json")).toBeUndefined();
});

test("a path that no header can hold is refused", () => {
  expect(() => tarball([{ path: "x".repeat(120), content: Buffer.alloc(0) }])).toThrow("is too long for a tarball");
});
