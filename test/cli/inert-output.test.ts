import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { EnvironmentConfig } from "../../src/config/schema";
import { SCHEMAS } from "../../src/config/schema";
import { validateConfig } from "../../src/config/validate";
import { BadInput, formatProblem } from "../../src/errors";
import { Held } from "../../src/policy/held";
import { renderSteps } from "../../src/steps/render-steps";
import { everyText } from "../support/every-text";
import { folderWith } from "../support/folder";
import { pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";

/** Text that turns the line around, moves the cursor, clears the screen, writes over itself, and hides. */
const HOSTILE = "a\u202eb\u009b2Jc\u001b[31md\u200be\u2028f\rg\u0007h";
/** Whatever a terminal acts upon or a reader does not see; line breaks are ours. */
const OBEYED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

function expectInert(text: string): void {
  for (const line of text.split("\n")) expect(line).not.toMatch(OBEYED);
}

const environment = (config: object) => folderWith({ "environments/orders.poc.yaml": stringify(config) });
const web = { image: "orders/web:0.3.1", port: 3000, exposure: "public" };

/** Places where a value that is refused is repeated. */
const REFUSED: Readonly<Record<string, object>> = {
  "a value that a pattern refuses": pocConfig({ owner: HOSTILE }),
  "an unknown key": { ...pocConfig(), [HOSTILE]: 1 },
  "an unknown key of a service": pocConfig({ services: { web: { ...web, [HOSTILE]: 1 } } }),
  "the name of a service": pocConfig({ services: { [HOSTILE]: web } }),
  "the name of an environment variable": pocConfig({ services: { web: { ...web, env: { [HOSTILE]: "x" } } } }),
  "a store that is not there": pocConfig({ services: { web: { ...web, uses: [HOSTILE] } } }),
  "a stage": pocConfig({ stage: HOSTILE }),
  "a date": pocConfig({ created: HOSTILE }),
  "a region": pocConfig({ location: HOSTILE }),
  "a cron expression": pocConfig({ services: { web: { image: web.image, schedule: HOSTILE } } }),
  "a list in a number's place": pocConfig({ monthlyBudget: HOSTILE }),
  "a text in a list's place": pocConfig({ services: { web: { ...web, command: HOSTILE } } }),
  "a path of notSecret": pocConfig({ notSecret: [{ path: HOSTILE, why: "it is the build's number" }] }),
  "a control of a waiver": pocConfig({
    waivers: [{ control: HOSTILE, resource: "config", by: "ada@orders.example", why: "later", until: "2026-12-01" }],
  }),
  "an extension": pocConfig({ extend: `./${HOSTILE}.ts` }),
};

describe("what a terminal would act upon is shown by its number", () => {
  test.each(Object.entries(REFUSED))("in %s", async (_, config) => {
    const { code, out, err } = await runCli("check", "--environments", join(environment(config), "environments"));
    expect(code).toBe(2);
    expect(err).toMatch(/\\u\{?(?:202e|009b|1b|200b)|value not shown|\\u001b/);
    expectInert(out + err);
  });

  test.each([
    [[HOSTILE]],
    [["check", HOSTILE]],
    [["check", `./${HOSTILE}.yaml`]],
    [["check", "--plan", HOSTILE]],
    [["check", "--dir", HOSTILE]],
    [["check", "--gate", HOSTILE]],
    [["check", "--format", HOSTILE]],
    [["check", "--today", HOSTILE]],
    [["check", "--rules", HOSTILE]],
    [["check", "--explain", HOSTILE]],
    [["check", "--environments", HOSTILE]],
    [["check", `--${HOSTILE}`]],
    [["synth", HOSTILE]],
    [["promote", HOSTILE]],
    [["promote", "poc", "--to", HOSTILE]],
    [["prove", HOSTILE]],
    [["prove", "--bin", HOSTILE]],
    [["recreate", HOSTILE]],
    [["report", "--section", HOSTILE]],
    [["diff", HOSTILE, `b${HOSTILE}`]],
    [["init", HOSTILE]],
    [["init", "orders", "--location", HOSTILE, "--folder", folderWith()]],
    [["init", "orders", "--owner", HOSTILE, "--folder", folderWith()]],
  ])("in the arguments, case %#", async (argv) => {
    const environments = join(environment(pocConfig()), "environments");
    const places =
      argv.includes("--environments") || argv[0] === HOSTILE || argv[0] === "init"
        ? []
        : ["--environments", environments];
    const { code, out, err } = await runCli(...argv, ...places);
    expect([1, 2]).toContain(code);
    expect(out + err).not.toBe("");
    expectInert(out + err);
  });

  const base = pocConfig({ services: { web: { ...web, env: { GREETING: "hello" } } } });
  const { config } = everyText<EnvironmentConfig>(SCHEMAS.poc, base as EnvironmentConfig, HOSTILE, validateConfig);

  test.each([
    ["check"],
    ["check", "--format", "json"],
    ["check", "--format", "markdown"],
    ["check", "--format", "sarif"],
    ["check", "--gate", "pilot"],
    ["report"],
    ["report", "--format", "json"],
    ["diff", "poc", "poc@2"],
    ["diff", "poc", "poc@2", "--format", "json"],
    ["diff", "poc", "poc@2", "--format", "markdown"],
    ["promote", "poc", "--json"],
  ])("in a config that holds it in every field that takes it, case %#", async (...argv) => {
    const folder = environment(config);
    const { out, err } = await runCli(
      ...argv,
      ...(argv[0] === "diff" ? [] : ["--today", "2026-11-22"]),
      "--environments",
      join(folder, "environments"),
    );
    expect(out).not.toBe("");
    expectInert(out + err);
    if (argv.includes("json") || argv.includes("--json")) expect(() => JSON.parse(out)).not.toThrow();
  });

  test("in the steps of a first apply", () => {
    expectInert(renderSteps("orders-poc", [{ id: "a", title: HOSTILE, why: HOSTILE, commands: [HOSTILE] }]));
  });

  test("in errors that a program of one's own lets through", () => {
    const problem = { path: HOSTILE, says: HOSTILE, fix: HOSTILE, at: { file: HOSTILE, line: 1, column: 1 } };
    for (const error of [new BadInput([problem]), new Held([problem])]) expectInert(`${error.message}${error.stack}`);
    expect(formatProblem({ path: "", says: "a\u202eb\nc" })).toBe("a\\u{202e}b\\nc");
  });
});

test("nothing in src prints by another way", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const prints = files.filter((file) =>
    /process\.std(?:out|err)\.write|console\./.test(readFileSync(join("src", file), "utf8")),
  );
  // The Node check runs before anything is loaded, and the lock's notice is made inert where it is written.
  expect(prints.sort()).toEqual(["cli/bin.ts", "cli/print.ts", "synth/app.ts"]);
});
