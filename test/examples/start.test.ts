import { tmpdir } from "node:os";
import { ROOT, run } from "../package/installed";

const start = (...argv: readonly string[]) =>
  run(tmpdir(), "npm", "--prefix", ROOT, "--silent", "start", ...(argv.length > 0 ? ["--", ...argv] : []));
const PARTS = ["Synthesize", "Promote", "Prove", "Check"];
/** The parts of the tour with their lines. */
const partsOf = (out: string) =>
  out
    .split(/^(?=\w+\n=+$)/m)
    .map((text) => text.trimEnd().split("\n"))
    .map(([title = "", , , ...lines]) => ({ title, lines }));

test("npm start shows the ladder under its headings, from any folder, a screen each, and says where the rest is", () => {
  const { code, out } = start();
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^orders-poc +2 +\d+ +web +~\d+ USD +80 /m) });
  const parts = partsOf(out);
  expect(parts.map(({ title }) => title)).toEqual(PARTS);
  for (const { lines } of parts) expect(lines.length).toBeLessThanOrEqual(22);
  expect(parts.map(({ lines }) => /^… all \d+ lines: (.*)$/.exec(lines.at(-1)!)?.[1])).toEqual([
    undefined,
    "npm start -- promote",
    "npm start -- prove",
    undefined,
  ]);
  const says = (title: string) => parts.find((one) => one.title === title)?.lines.join("\n");
  for (const stage of ["pilot", "pre-production", "production"]) {
    expect(says("Promote")).toContain(`environments/orders.${stage}.yaml written.\n`);
    expect(says("Prove")).toMatch(new RegExp(`^orders-${stage}  generation 1  PROVED  `, "m"));
    expect(says("Check")).toMatch(new RegExp(`^orders-${stage}  .* ADMITTED  `, "m"));
  }
  expect(says("Synthesize")).toMatch(
    /^orders-production, at Scale +10 +\d+ .* 3000 \+ 900 +examples\/scale\/cdktf\.out\//m,
  );
  expect(says("Promote")).toContain("environments/orders.scale.yaml written.\n");
  expect(says("Prove")).toMatch(/^At Scale:\norders-production {2}generation 1 {2}PROVED {2}/m);
  expect(says("Check")).toMatch(/^orders-production {2}SCALE {2}ADMITTED {2}/m);
}, 60_000);

test("one part whole is asked for by its name, and a name that is none is refused", () => {
  const { code, out } = start("prove");
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("  holds  deterministic ") });
  expect(partsOf(out).map(({ title, lines }) => [title, lines.length > 22])).toEqual([["Prove", true]]);
  expect(start("prve")).toEqual({
    code: 2,
    out: 'npm start has no part "prve": synthesize, promote, prove, check, or --all\n',
  });
}, 60_000);

test("the cdktf app of this repository runs with the command in cdktf.json", () => {
  const { app } = require("../../cdktf.json") as { app: string };
  const { code, out } = run(
    ROOT,
    "sh",
    "-c",
    `out="$(mktemp -d)" && CDKTF_OUTDIR="$out" ${app} && ls "$out/stacks"; rm -rf "$out"`,
  );
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringContaining("orders-poc-platform\norders-poc-services\n"),
  });
}, 60_000);
