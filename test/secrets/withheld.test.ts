import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readEvidence } from "../../src/cli/evidence-file";
import { plain } from "../../src/display/inert";
import { BadInput, badInput } from "../../src/errors";
import { readSittings } from "../../src/promotion/sitting";
import { withheld, withheldLines } from "../../src/secrets/withhold";
import { folderWith } from "../support/folder";
import { base64, Maker, pem } from "../support/made-secrets";
import { asYaml, pocConfig, pocWithService } from "../support/poc-config";
import { problemsOf, problemsOfFile, refusal } from "../support/problems";
import { runCli } from "../support/run-cli";
import { CREDENTIALS } from "./credentials";

const KEY = pem(new Maker(7), `RSA PRI${"VATE"} KEY`);
const TOKEN = `gh${"p"}_${new Maker(8).alnum(36)}`;
const PASTED: readonly [what: string, value: string, tail: string][] = [
  ["a token", TOKEN, TOKEN.slice(8)],
  ["a private key", KEY, KEY.split("\n")[2]!],
  ["a private key in base64", base64(KEY), base64(KEY).slice(100, 130)],
  ["a dense word", new Maker(9).alnum(32), new Maker(9).alnum(32).slice(6)],
];

describe.each(PASTED)("%s is shown nowhere", (_, value, tail) => {
  test.each([
    ["a variable's name", pocWithService({ env: { [value]: "x" } })],
    ["a variable's name with a bad value", pocWithService({ env: { [value]: ["x"] } })],
    ["an unknown key", pocConfig({ [value]: "x" })],
    ["an unknown key of a service", pocWithService({ [value]: "x" })],
    ["a service's name", pocConfig({ services: { [value]: { image: "a/b:1" } } })],
    ["a store's name", pocConfig({ stores: { [value]: { type: "blobs" } } })],
    ["a tag", pocConfig({ tags: { [value]: 1 } })],
    ["the stage", pocConfig({ stage: value })],
    ["the location", pocConfig({ location: value })],
    ["the workload", pocConfig({ workload: value })],
    ["what a service uses", pocWithService({ uses: [value] })],
    ["a text in place of a list", pocWithService({ uses: value })],
  ])("as %s of a config", (__, config) => {
    for (const says of [problemsOf(config), problemsOfFile(asYaml(config))]) {
      expect(says).not.toContain(tail);
    }
  });

  test.each([
    ["a key twice", `${JSON.stringify(value)}: 1\n${JSON.stringify(value)}: 2\n`],
    ["no YAML", `a: [${value.split("\n").join(" ")}\nb: ]`],
  ])("in a file with %s", (__, text) => {
    expect(problemsOfFile(text)).not.toContain(tail);
  });

  test.each([
    [[value]],
    [[`--${value}`]],
    [["check", value]],
    [["check", `--${value}`]],
    [["check", "--gate", value]],
    [["check", "--format", value]],
    [["check", "--today", value]],
    [["check", "--explain", value]],
    [["check", "--dir", value]],
    [["check", "--plan", value]],
    [["check", "--environments", value]],
    [["promote", "--to", value]],
    [["report", "--section", value]],
    [["prove", "--certificate", value]],
    [["init", value]],
    [["diff", value, value]],
  ])("as an argument: %#", async (argv) => {
    const { code, out, err } = await runCli(...argv);
    expect(code).not.toBe(0);
    expect(out + err).not.toContain(tail);
  });

  test("in a report of a plan, in any format", async () => {
    const plan = JSON.parse(
      readFileSync(join(__dirname, "../policy/fixtures/orders-pilot-services.plan.json"), "utf8"),
    );
    for (const one of plan.planned_values.root_module.resources) one.values.tags = { [value]: value, name: value };
    const file = join(folderWith({ "plan.json": JSON.stringify(plan) }), "plan.json");
    for (const format of ["text", "json", "markdown", "sarif"]) {
      const { out, err } = await runCli("check", "--plan", file, "--gate", "poc", "--format", format);
      expect(out).toContain("SEC-01");
      expect(out + err).not.toContain(tail);
      if (format === "json" || format === "sarif") expect(() => JSON.parse(out)).not.toThrow();
    }
  });
});

test("evidence is scanned, and says where and not what", () => {
  const link = `https://st.blob.core.windows.net/drills/1?si${"g"}=${new Maker(3).of("abcdef0123456789", 44)}`;
  const entry = { fact: "restore-drilled", env: "orders-pilot", by: "ada", date: "2026-11-21", link };
  const folder = folderWith({ "evidence.yaml": asYaml([entry]) });
  expect(refusal(() => readEvidence(join(folder, "evidence.yaml"))).replace(`${folder}/`, "")).toBe(
    "evidence.yaml:1:3  [0].link looks like a shared access signature (value not shown)\n    Secrets come from Key Vault; a config never holds one. Remove it here and revoke it where it was issued.   (SEC-01)".replace(
      ":1:3",
      ":5:3",
    ),
  );
});

test("reasons in an answers file are scanned", () => {
  const sitting = { gate: "pilot", by: "ada@orders.example", decided: "2026-11-21", answers: {}, why: { x: TOKEN } };
  const folder = folderWith({ "orders.pilot.answers.yaml": asYaml(sitting) });
  const says = refusal(() => readSittings(join(folder, "orders.pilot.answers.yaml")));
  expect(says).toContain("why.x looks like a GitHub token (value not shown)");
  expect(says).not.toContain(TOKEN);
});

describe("a message", () => {
  /** These end with something that is no part of the secret. */
  const ENDS_OTHERWISE = ["machine key of ASP.NET", "authorization header"];
  test.each(CREDENTIALS.filter(([name, tier]) => tier === "known" && !ENDS_OTHERWISE.includes(name)))(
    "does not show %s",
    (_, __, make) => {
      const value = make(new Maker(99));
      const secret = value.slice(-10);
      expect(
        withheldLines(`x must be a word, got "${value.replaceAll("\n", "\\n")}"; did you mean "x"?`),
      ).not.toContain(secret);
      expect(badInput(`unknown key ${JSON.stringify(value)}`).message).not.toContain(secret);
      expect(plain(value)).not.toContain(secret);
    },
  );

  test("keeps what stands around it", () => {
    expect(withheld(`unknown key "${TOKEN}" in services.web; did you mean "image"?`)).toBe(
      'unknown key "(not shown)" in services.web; did you mean "image"?',
    );
    expect(withheld(`env.${JSON.stringify(KEY)} must be text`)).toBe('env."(not shown)" must be text');
  });

  test.each([
    ["services.web.image must be an image, got orders/web@sha256:0123"],
    ["azurerm_key_vault.vault: reachable from 203.0.113.0/24 (NET-04)"],
    ["/subscriptions/0f8fad5b-d9cb-469f-a165-70867728950e/resourceGroups/rg-orders-pilot-g1-x7k2"],
    ["The certificate is of sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08."],
    ["https://learn.microsoft.com/en-us/azure/container-apps/managed-identity?tabs=portal%2Cdotnet"],
  ])("of names, digests and links is as it was: %s", (text) => {
    expect(withheld(text)).toBe(text);
  });

  test("has the same problems as it was given where there is nothing to withhold", () => {
    const problems = [{ path: "a", says: "a is required" }];
    expect(new BadInput(problems).problems).toBe(problems);
  });
});
