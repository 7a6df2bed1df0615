import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { folderWith } from "../support/folder";

const ROOT = resolve(__dirname, "../..");
const EXAMPLE = readFileSync(join(ROOT, "examples/full-ladder/environments/orders.poc.yaml"), "utf8");
const FILES = [
  "manifest.json",
  "stacks/orders-poc-platform/cdk.tf.json",
  "stacks/orders-poc-services/cdk.tf.json",
  "environments/orders-poc/steps.json",
  "environments/orders-poc/FIRST-APPLY.md",
];

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

/** Synthesizes the example in a process of its own and returns what it wrote. */
function synthesize(options: {
  readonly env?: Record<string, string>;
  readonly preload?: string;
  readonly deep?: string;
}) {
  const folder = folderWith({ "elsewhen.js": options.preload ?? "" });
  const place = join(folder, options.deep ?? "a");
  mkdirSync(join(place, "environments"), { recursive: true });
  const environments = folderWith({ "orders.poc.yaml": EXAMPLE });
  execFileSync(
    process.execPath,
    [
      ...["-r", join(folder, "elsewhen.js"), "-r", join(ROOT, "node_modules/ts-node/register")],
      ...[join(ROOT, "src/cli/bin.ts"), "synth", "--environments", environments, "--out", "cdktf.out"],
    ],
    {
      cwd: place,
      env: { ...process.env, TS_NODE_PROJECT: join(ROOT, "tsconfig.json"), ...options.env },
      stdio: "pipe",
    },
  );
  return FILES.map((file) => readFileSync(join(place, "cdktf.out", file), "utf8"));
}

describe("synthesis is a pure function of the config", () => {
  const here = synthesize({});

  test.each([
    ["another folder", { deep: "deep/er/folder with spaces" }],
    ["another time zone", { env: { TZ: "Pacific/Kiritimati" } }],
    ["another language", { env: { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" } }],
    ["another day and other random numbers", { preload: ELSEWHEN }],
    [
      "all of it, with the switches of cdktf set",
      {
        deep: "b",
        preload: ELSEWHEN,
        env: {
          TZ: "America/St_Johns",
          LANG: "ja_JP.UTF-8",
          SYNTH_HCL_OUTPUT: "true",
          CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: "true",
          CDKTF_CONTEXT_JSON: '{"excludeStackIdFromLogicalIds":"true","allowSepCharsInLogicalIds":"true"}',
        },
      },
    ],
  ])("the bytes are the same in %s", (_, options) => {
    expect(synthesize(options)).toEqual(here);
  });

  test("nothing written names the folder, the user, or the day of the run", () => {
    const all = here.join("\n");
    const today = new Date().toISOString().slice(0, 10);
    for (const trace of [ROOT, process.env["HOME"] ?? ROOT, "gatewright-test-"]) expect(all).not.toContain(trace);
    expect(all.match(/\b20\d\d-\d\d-\d\d\b/g)?.filter((day) => !EXAMPLE.includes(day) && day === today)).toEqual([]);
  });
});
