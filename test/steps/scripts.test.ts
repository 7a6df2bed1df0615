import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { resolve } from "../../src/config/resolve";
import { resolveFoundation } from "../../src/foundation/resolve";
import { firstApply } from "../../src/steps/first-apply";
import { foundationSteps } from "../../src/steps/foundation";
import { functionsIn } from "../../src/steps/functions";
import { shellWord } from "../../src/steps/shell-word";
import { writeEnvironmentFiles } from "../../src/synth/environment-files";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { foundationConfig } from "../foundation/support";
import { folderWith } from "../support/folder";
import { CONFIGS, environmentOf, type Stage, withText } from "../support/hostile-text";
import { runAlone } from "./stubs";

const LISTING = {
  file: "orders.foundation.yaml",
  foundation: "orders-foundation",
  subscription: "Ada's $ubscription",
  stateSubscription: "base",
  deployIdentity: "id-deploy-orders-poc",
  repository: "orders-example/orders",
};
const STATE = { storageAccountName: "stordersfnd", containerName: "orders" };
/** Answers that a step takes no other for. */
const GIVEN = { NAME: "payment-key", HOURS: "1" };
const STAGES = Object.keys(CONFIGS) as Stage[];
const SURROUNDINGS = [
  ["without a foundation at hand", {}],
  ["with one", { listing: LISTING, state: STATE }],
] as const;

/** What bash 3.2 or the tools of macOS do not know. */
const FOREIGN = [
  /\bsed -i\b/,
  /\bgrep -\w*P/,
  /\bbase64\b(?<!openssl base64)/,
  /\breadlink -f\b/,
  /\bsort -\w*V/,
  /\bhead -n -/,
  /\bxargs -r\b/,
  /\bstat -c\b/,
  /\bdate -d\b(?!.*\|\| date .*-v)/,
  /\bdate -u -d\b(?!.*\|\| date .*-v)/,
  /\b(?:mapfile|readarray|realpath|timeout|seq|tac|nproc|numfmt)\b /,
  /\b(?:declare|local|typeset) -[An]\b/,
  /\$\{\w+(?:,|\^|@)/,
  /\|&|&>>/,
  /\bread -p\b|\bread -r -p\b/,
  /\bcoproc\b|\bwait -n\b/,
];

describe.each(STAGES)("each script of a %s", (stage) => {
  const config = CONFIGS[stage]();
  const environment = environmentOf(config);
  const asked = new Map(
    synthesizeInMemory(environment).map(({ name, json }) => [name, Object.keys(json.variable ?? {}).sort()]),
  );

  test.each(SURROUNDINGS)("stands in the steps as data with every command, %s", (_, surroundings) => {
    const steps = firstApply(environment.resolved, surroundings);
    const folder = folderWith();
    writeEnvironmentFiles(folder, environment.resolved.name, steps);
    const data = JSON.parse(
      readFileSync(join(folder, "environments", environment.resolved.name, "steps.json"), "utf8"),
    ) as { steps: { commands: unknown }[] };
    expect(data.steps.map(({ commands }) => commands)).toEqual(steps.map(({ commands }) => commands));
  });

  const runs = new Map(
    SURROUNDINGS.map(([title, around]) => [
      title,
      () => runAlone(environment.resolved.name, firstApply(resolve(config), around), GIVEN),
    ]),
  );
  let bare: ReturnType<typeof runAlone>;
  beforeAll(() => {
    bare = runs.get("without a foundation at hand")!();
  });

  test.each(SURROUNDINGS)("runs alone, in a new terminal, %s", (title, around) => {
    const { ran } = title === "with one" ? runs.get(title)!() : bare;
    expect(ran.filter(({ code }) => code !== 0)).toEqual([]);
    expect(ran.filter(({ stderr }) => /unbound|not found|syntax/.test(stderr))).toEqual([]);
    const calls = ran.flatMap((one) => one.calls);
    expect(
      calls.filter((call) =>
        /subscriptions\/(?:\/|\s|$)|--(?:name|ids|scope|source|subscription|assignee|resource-group|url) (?:--|$)/.test(
          call,
        ),
      ),
    ).toEqual([]);
    for (const { script, calls: own } of ran.filter(({ calls: all }) => all.some((one) => one.startsWith("az "))))
      if (!script.endsWith("tools.sh"))
        expect([script, own.find((one) => one.startsWith("az account set"))]).toEqual([
          script,
          `az account set --subscription ${"subscription" in config ? config.subscription : "listing" in around ? LISTING.subscription : "answer"}`,
        ]);
    const changes = calls.flatMap((call) => {
      const [, stack = "", given = ""] =
        /^terraform -chdir=stacks\/(\S+) (?:plan|apply|destroy).* :: (.*)$/.exec(call) ?? [];
      return stack === ""
        ? []
        : [{ stack, missing: (asked.get(stack) ?? ["unknown"]).filter((one) => !given.split(" ").includes(one)) }];
    });
    expect(changes.filter(({ missing }) => missing.length > 0)).toEqual([]);
    expect([...new Set(changes.map(({ stack }) => stack))].sort()).toEqual([...asked.keys()].sort());
  });

  test("initializes a stack before it uses it", () => {
    for (const { script, calls } of bare.ran) {
      const ready = new Set<string>();
      for (const call of calls) {
        const [, stack = "", verb] = /^terraform -chdir=stacks\/(\S+) (\w+)/.exec(call) ?? [];
        if (verb === "init") ready.add(stack);
        else if (stack !== "") expect([script, stack, ready.has(stack)]).toEqual([script, stack, true]);
      }
    }
  });

  test("calls nothing that macOS lacks, and what it calls is in the list of what to install", () => {
    const { texts } = bare;
    for (const text of texts) {
      expect(text.startsWith("#!/usr/bin/env bash\n")).toBe(true);
      for (const foreign of FOREIGN) expect([foreign, foreign.exec(text)?.[0]]).toEqual([foreign, undefined]);
    }
    const listed = (texts[0]?.match(/^installed (\w+)/gm) ?? []).map((one) => one.split(" ")[1]);
    const words = texts
      .slice(1)
      .flatMap(
        (text) => text.match(/\b(?:terraform|az|npx|jq|openssl|docker|gh|curl|pg_dump|azcopy)\b(?= [\w-])/g) ?? [],
      );
    expect([...new Set(words)].sort()).toEqual([...listed].sort());
  });

  test("keeps a text of the config a text", () => {
    const hostile = "'; touch caught; \"$(touch caught)`touch caught`\n touch caught\n#";
    const { config: bad, fields } = withText(stage, hostile);
    expect(fields.length).toBeGreaterThan(3);
    const steps = firstApply(
      resolve("promotion" in bad ? { ...bad, promotion: { ...bad.promotion, from: hostile } } : bad),
    );
    const { folder, ran } = runAlone(environment.resolved.name, steps, GIVEN);
    expect(ran.filter(({ stderr }) => /syntax|unbound/.test(stderr))).toEqual([]);
    for (const place of ["caught", "../caught", "stacks/caught"]) expect(existsSync(join(folder, place))).toBe(false);
  });
});

test("each script of a foundation runs alone too", () => {
  for (const state of ["local", "own"] as const) {
    const { ran } = runAlone("orders-foundation", foundationSteps(resolveFoundation(foundationConfig({ state }))));
    expect(ran.filter(({ code }) => code !== 0)).toEqual([]);
    expect(ran.length).toBeGreaterThan(6);
  }
});

test("what is missing or too old is said, all of it at once, before anything runs", () => {
  const said = (...lines: string[]) => {
    const all = [...lines, '[ -z "${MISSING:-}" ]'];
    const script = ["set -euo pipefail", ...functionsIn(all), ...all].join("\n");
    const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
    return { status, stdout, stderr };
  };
  expect(said("installed bash 3.2 here echo 3.2.57", "installed sh 1.11 here echo v1.11.0")).toEqual({
    status: 0,
    stdout: "bash 3.2.57\nsh 1.11.0\n",
    stderr: "",
  });
  expect(
    said("installed bash 10.2 here echo 9.30", "installed nonesuch 1.0 there nonesuch", "installed sh 2.0 here echo"),
  ).toEqual({
    status: 1,
    stdout: "",
    stderr: `bash 9.30 is too old: 10.2 or later, from here
nonesuch is missing: 1.0 or later, from there
sh  is too old: 2.0 or later, from here
`,
  });
});

test("any text is one word of a shell", () => {
  const words = fc.sample(fc.string({ unit: "binary", maxLength: 30 }), { numRuns: 300, seed: 7 });
  const all = [...words, "", "'", "$(id)", "`id`", "a\nb", "-x", "!!", "*", "~"].filter((one) => !one.includes("\0"));
  const utf8 = all.map((one) => Buffer.from(one).toString());
  for (const shell of ["bash", "sh"]) {
    const { stdout } = spawnSync(shell, ["-c", `printf '%s\\0' ${utf8.map(shellWord).join(" ")}`], {
      encoding: "utf8",
    });
    expect(stdout.split("\0").slice(0, -1)).toEqual(utf8);
  }
});
