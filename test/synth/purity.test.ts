import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { contentOf, folderWith } from "../support/folder";

const ROOT = resolve(__dirname, "../..");
const EXAMPLE = join(ROOT, "examples/full-ladder/environments");

/** Another day, another random: what synthesis must not see. */
const ELSEWHEN = `
const Real = Date;
const fixed = Real.UTC(2031, 6, 4, 23, 59, 58);
globalThis.Date = class extends Real {
  constructor(...given) { given.length === 0 ? super(fixed) : super(...given); }
  static now() { return fixed; }
};
Math.random = () => 0.123456789;
`;

/** Synthesizes every environment of the example in a process of its own and returns what it wrote, by file. */
function synthesize(options: {
  readonly env?: Record<string, string>;
  readonly preload?: string;
  readonly deep?: string;
}) {
  const folder = folderWith({ "elsewhen.js": options.preload ?? "" });
  const place = join(folder, options.deep ?? "a");
  mkdirSync(place, { recursive: true });
  cpSync(EXAMPLE, join(place, "environments"), { recursive: true });
  execFileSync(
    process.execPath,
    [
      ...["-r", join(folder, "elsewhen.js"), "-r", join(ROOT, "node_modules/ts-node/register")],
      ...[join(ROOT, "src/cli/bin.ts"), "synth"],
    ],
    {
      cwd: place,
      env: { ...process.env, TS_NODE_PROJECT: join(ROOT, "tsconfig.json"), ...options.env },
      stdio: "pipe",
    },
  );
  const out = join(place, "cdktf.out");
  const files = Object.keys(contentOf(out)).filter((path) => !path.endsWith("/"));
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(out, path), "utf8")]));
}

describe("synthesis is a pure function of the config", () => {
  const here = synthesize({});

  test("every stage of the example was synthesized", () => {
    const stacks = Object.keys(here).flatMap((path) => /^stacks\/(\S+)\/cdk\.tf\.json$/.exec(path)?.[1] ?? []);
    expect(stacks).toHaveLength(12);
  });

  test("the bytes are the same in another folder, time zone and language, on another day, with other random numbers and the switches of cdktf set", () => {
    const there = synthesize({
      deep: "deep/er/folder with spaces",
      preload: ELSEWHEN,
      env: {
        TZ: "Pacific/Kiritimati",
        LANG: "tr_TR.UTF-8",
        LC_ALL: "tr_TR.UTF-8",
        SYNTH_HCL_OUTPUT: "true",
        CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: "true",
        CDKTF_CONTEXT_JSON: '{"excludeStackIdFromLogicalIds":"true","allowSepCharsInLogicalIds":"true"}',
      },
    });
    expect(there).toEqual(here);
  });

  test("nothing written names the folder, the user, or the day of the run", () => {
    const all = Object.values(here).join("\n");
    const configs = readdirSync(EXAMPLE)
      .map((name) => readFileSync(join(EXAMPLE, name), "utf8"))
      .join("\n");
    const today = new Date().toISOString().slice(0, 10);
    for (const trace of [ROOT, process.env["HOME"] ?? ROOT, "gatewright-test-"]) expect(all).not.toContain(trace);
    expect(all.match(/\b20\d\d-\d\d-\d\d\b/g)?.filter((day) => !configs.includes(day) && day === today)).toEqual([]);
  });
});
