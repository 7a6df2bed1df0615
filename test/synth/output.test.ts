import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Annotations, type TerraformStack } from "cdktf";
import { main } from "../../src/cli/main";
import { BadInput } from "../../src/errors";
import { GatewrightApp } from "../../src/synth/app";
import { PocEnvironment } from "../../stacks/1-poc";
import { contentOf, folderWith } from "../support/folder";
import { asYaml, type Changes, pocConfig, pocWithService } from "../support/poc-config";
import { refusal } from "../support/problems";

/** An app that writes a POC for every config into a folder. */
function appOf(outdir: string, ...configs: ReturnType<typeof pocConfig>[]): GatewrightApp {
  const app = new GatewrightApp({ outdir });
  for (const config of configs) new PocEnvironment(app, config);
  return app;
}

const OURS = [
  "environments/",
  "environments/orders-poc/",
  "environments/orders-poc/FIRST-APPLY.md",
  "environments/orders-poc/digests.json",
  "environments/orders-poc/steps.json",
  "environments/orders-poc/steps/",
  ...[
    "01-tools",
    "02-sign-in",
    "03-apply-platform",
    "04-push-images",
    "05-apply-services",
    "06-open",
    "07-destroy",
    "08-what-remains",
  ].map((script) => `environments/orders-poc/steps/${script}.sh`),
  "manifest.json",
  "stacks/",
  "stacks/orders-poc-platform/",
  "stacks/orders-poc-platform/cdk.tf.json",
  "stacks/orders-poc-services/",
  "stacks/orders-poc-services/cdk.tf.json",
];

describe("what a synth writes", () => {
  test("is this and nothing else, in a folder that it makes", () => {
    const folder = folderWith();
    appOf(join(folder, "build/terraform"), pocConfig()).synth();
    expect(Object.keys(contentOf(join(folder, "build/terraform")))).toEqual(OURS);
    expect(readdirSync(join(folder, "build"))).toEqual(["terraform"]);
  });

  test("and its steps as data say the commands that its scripts run, whole", () => {
    const out = join(folderWith(), "cdktf.out");
    appOf(out, pocWithService({ port: 3000, exposure: "public", secrets: ["payments-key"] })).synth();
    const { steps } = JSON.parse(readFileSync(join(out, "environments/orders-poc/steps.json"), "utf8")) as {
      steps: readonly { readonly commands: readonly string[]; readonly script?: string }[];
    };
    const seed = steps.find(({ script }) => script?.includes("seed-secrets"));
    const script = readFileSync(join(out, seed?.script ?? ""), "utf8");
    expect(seed?.commands.filter((command) => !script.includes(command))).toEqual([]);
    expect(seed?.commands.join()).toContain("/secrets/");
  });

  test("replaces an earlier one; stacks that are gone go, with their folders", () => {
    const out = join(folderWith(), "cdktf.out");
    appOf(out, pocConfig(), pocConfig({ workload: "shop" })).synth();
    expect(readdirSync(join(out, "stacks"))).toHaveLength(4);
    appOf(out, pocConfig()).synth();
    expect(Object.keys(contentOf(out))).toEqual(OURS);
  });

  test("leaves alone what Terraform keeps beside it, also beside a stack that is gone", () => {
    const out = join(folderWith(), "cdktf.out");
    appOf(out, pocConfig(), pocConfig({ workload: "shop" })).synth();
    const theirs = [
      "stacks/orders-poc-platform/.terraform.lock.hcl",
      "stacks/orders-poc-platform/.terraform/providers/x/manifest.json",
      "stacks/shop-poc-platform/.terraform.lock.hcl",
      "stacks/shop-poc-platform/terraform.tfstate",
      "notes.md",
    ];
    for (const file of theirs) {
      mkdirSync(dirname(join(out, file)), { recursive: true });
      writeFileSync(join(out, file), file);
    }
    appOf(out, pocConfig()).synth();
    expect(theirs.map((file) => readFileSync(join(out, file), "utf8"))).toEqual(theirs);
    expect(Object.keys(contentOf(out))).not.toContain("stacks/shop-poc-platform/cdk.tf.json");
    expect(Object.keys(contentOf(out))).not.toContain("stacks/shop-poc-services/");
  });

  test("is the same when it is written again", () => {
    const out = join(folderWith(), "cdktf.out");
    appOf(out, pocConfig()).synth();
    const first = contentOf(out);
    appOf(out, pocConfig()).synth();
    expect(contentOf(out)).toEqual(first);
  });
});

describe("all or nothing", () => {
  const failing = (environment: PocEnvironment) =>
    environment.platform.stack.node.addValidation({ validate: () => ["the platform is not finished"] });

  test("one environment of two that is not valid keeps both from being written", () => {
    const folder = folderWith();
    const app = appOf(join(folder, "cdktf.out"), pocConfig());
    failing(new PocEnvironment(app, pocConfig({ workload: "shop" })));
    expect(() => app.synth()).toThrow("the platform is not finished");
    expect(contentOf(folder)).toEqual({});
  });

  test("and leaves an earlier output as it was, to the byte", () => {
    const folder = folderWith();
    appOf(join(folder, "cdktf.out"), pocConfig()).synth();
    const before = contentOf(folder);
    const app = appOf(join(folder, "cdktf.out"), pocConfig({ monthlyBudget: 99 }));
    failing(new PocEnvironment(app, pocConfig({ workload: "shop" })));
    expect(() => app.synth()).toThrow("the platform is not finished");
    expect(contentOf(folder)).toEqual(before);
  });

  test("an app that is never synthesized leaves no trace", () => {
    const folder = folderWith();
    appOf(join(folder, "deep/er/cdktf.out"), pocConfig());
    expect(contentOf(folder)).toEqual({});
  });

  test("an output path that is a file is refused before anything happens", () => {
    const folder = folderWith({ "cdktf.out": "not a folder" });
    const out = join(folder, "cdktf.out");
    expect(refusal(() => new GatewrightApp({ outdir: out }))).toBe(
      `${out} is a file, not a folder\n    Name a folder for the output.`,
    );
    expect(readFileSync(out, "utf8")).toBe("not a folder");
    expect(() => new GatewrightApp({ outdir: out })).toThrow(BadInput);
  });
});

describe("the switches of cdktf change nothing", () => {
  const SWITCHES = ["SYNTH_HCL_OUTPUT", "CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS"] as const;
  afterEach(() => {
    for (const name of SWITCHES) delete process.env[name];
  });

  test("what is written is JSON, the same as without", () => {
    const out = join(folderWith(), "cdktf.out");
    appOf(out, pocConfig()).synth();
    const without = contentOf(out);
    for (const name of SWITCHES) process.env[name] = "true";
    rmSync(out, { recursive: true });
    appOf(out, pocConfig()).synth();
    expect(contentOf(out)).toEqual(without);
  });

  test("an error that a construct reports stops the synth", () => {
    for (const name of SWITCHES) process.env[name] = "true";
    const folder = folderWith();
    const app = appOf(join(folder, "cdktf.out"), pocConfig());
    Annotations.of(app.environments[0]!.stacks[0] as TerraformStack).addError("this must not be built");
    expect(() => app.synth()).toThrow("this must not be built");
    expect(contentOf(folder)).toEqual({});
  });
});

describe("gatewright synth with bad input", () => {
  /** Runs the command line in this process and returns what it said. */
  async function run(...argv: string[]) {
    const stderr = jest.spyOn(process.stderr, "write").mockReturnValue(true);
    const stdout = jest.spyOn(process.stdout, "write").mockReturnValue(true);
    try {
      const code = await main(argv);
      const said = (spy: typeof stderr) => spy.mock.calls.map(([text]) => text).join("");
      return { code, stderr: said(stderr), stdout: said(stdout) };
    } finally {
      stderr.mockRestore();
      stdout.mockRestore();
    }
  }
  const project = (changes: Changes = {}, more: Record<string, string> = {}) =>
    folderWith({ "environments/orders.poc.yaml": asYaml(pocConfig(changes)), ...more });
  const synth = (folder: string, ...names: string[]) =>
    run("synth", ...names, "--environments", join(folder, "environments"), "--out", join(folder, "cdktf.out"));

  test("ends with 2, tells every problem on stderr without a stack trace, and writes nothing", async () => {
    const folder = project({ location: "westeuropa", owner: "ada" });
    const before = contentOf(folder);
    const file = join(folder, "environments/orders.poc.yaml");
    expect(await synth(folder)).toEqual({
      code: 2,
      stdout: "",
      stderr: [
        `${file}:3:1  location must be the name of an Azure region, got "westeuropa"; did you mean "westeurope"?`,
        "    Run `az account list-locations --output table` for the names, for example westeurope.",
        `${file}:4:1  owner must be an e-mail address that somebody reads, got "ada"`,
        "    Write it like ada@orders.example.",
        "",
      ].join("\n"),
    });
    expect(contentOf(folder)).toEqual(before);
  });

  test.each([
    ["a config that turned bad", { services: { web: { image: "orders/web:latest" } } }],
    ["an extension that is missing", { extend: "./orders.extra.ts" }],
    [
      "services that would share a name",
      {
        stores: { data: { type: "postgresql" } },
        services: { "data-migrator": { image: "orders/a:1" } },
      },
    ],
  ])("%s leaves an earlier output as it was", async (_, changes) => {
    const folder = project();
    expect((await synth(folder)).code).toBe(0);
    writeFileSync(join(folder, "environments/orders.poc.yaml"), asYaml(pocConfig(changes)));
    const before = contentOf(folder);
    const { code, stderr } = await synth(folder);
    expect([code, stderr]).toEqual([2, expect.not.stringMatching(/^\s+at /m)]);
    expect(contentOf(folder)).toEqual(before);
  });

  test("one bad file of two keeps both from being written", async () => {
    const folder = project({}, { "environments/shop.poc.yaml": asYaml(pocConfig({ workload: "shop", owner: "ada" })) });
    expect((await synth(folder)).code).toBe(2);
    expect(readdirSync(folder)).toEqual(["environments"]);
    expect((await synth(folder, "orders-poc")).code).toBe(0);
  });

  test.each([
    [
      "a name that is near another",
      ["orders-pco"],
      /no environment "orders-pco" in .*; did you mean "orders-poc"\?\n {4}Known: orders-poc\.\n$/,
    ],
    ["a name that is like none", ["shop"], /no environment "shop" in \S*\n {4}Known: orders-poc\.\n$/],
    ["a path that does not exist", ["./shop.poc.yaml"], /^\.\/shop\.poc\.yaml does not exist\n/],
    ["an option that does not exist", ["--ouput", "x"], /unknown option '--ouput'/],
  ])("%s is told", async (_, names, said) => {
    const { code, stderr } = await synth(project(), ...names);
    expect([code, stderr]).toEqual([2, expect.stringMatching(said)]);
  });

  test("an output path that is a file is told", async () => {
    const folder = project({}, { "cdktf.out": "mine" });
    const { code, stderr } = await synth(folder);
    expect([code, stderr]).toEqual([
      2,
      `${join(folder, "cdktf.out")} is a file, not a folder\n    Name a folder for the output.\n`,
    ]);
    expect(readFileSync(join(folder, "cdktf.out"), "utf8")).toBe("mine");
  });

  test("a folder without environments is told", async () => {
    const folder = folderWith();
    const environments = join(folder, "environments");
    expect(await synth(folder)).toMatchObject({
      code: 2,
      stderr: `there is no folder ${environments} here\n    Run \`gatewright init <product>\` to start, or name a file.\n`,
    });
    mkdirSync(environments);
    expect(await synth(folder)).toMatchObject({
      code: 2,
      stderr: `${environments} holds no environment file\n    Environment files are named <workload>.<stage>.yaml.\n`,
    });
  });
});
