import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { deploymentOf } from "../../src/cli/project-files";
import { deployWorkflow } from "../../src/cli/templates/deploy-workflow";
import { expiryWorkflow } from "../../src/cli/templates/expiry-workflow";
import { workflow } from "../../src/cli/templates/workflow";
import { loadEnvironment } from "../../src/config/load";
import { findSecrets } from "../../src/config/secrets";
import { environmentOf } from "../../src/environment/environment";
import { loadFoundation } from "../../src/foundation/load";
import { resolveFoundation } from "../../src/foundation/resolve";
import { foundationSteps } from "../../src/steps/foundation";
import { runCli } from "../support/run-cli";

const FOLDER = join(__dirname, "../../examples/github-actions");
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".yml"));

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly "runs-on": string;
  readonly "timeout-minutes": number;
  readonly permissions: Readonly<Record<string, "read" | "write">>;
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly environment?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly outputs?: unknown;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly name: string;
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What each job may do beyond reading the repository. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  "deploy-orders-production.yml/apply": ["id-token"],
  "deploy-orders-production.yml/plan": ["id-token"],
  "expiry-orders-poc.yml/look": ["id-token"],
  "expiry-orders-poc.yml/tell": ["issues"],
  "pull-request.yml/comment": ["pull-requests"],
  "pull-request.yml/gates": ["security-events"],
};

const textOf = (file: string) => readFileSync(join(FOLDER, file), "utf8");
const read = (file: string): Workflow => {
  const document = parseDocument(textOf(file), { version: "1.2" });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS() as Workflow;
};
const jobs = FILES.flatMap((file) =>
  Object.entries(read(file).jobs).map(([name, job]): [string, Job] => [`${file}/${name}`, job]),
);
const usesIn = (text: string) =>
  [...text.matchAll(/uses: (\S+)(.*)$/gm)].map(([, action = "", rest = ""]) => ({ action, rest }));

test("there is a workflow for each occasion", () => {
  expect(FILES.sort()).toEqual([
    "deploy-orders-production.yml",
    "expiry-orders-poc.yml",
    "pull-request.yml",
    "rehearsal.yml",
  ]);
});

test("what promote writes is what is shown here", async () => {
  const [poc, production] = ["poc", "production"].map((stage) =>
    loadEnvironment(join(FOLDER, `../full-ladder/environments/orders.${stage}.yaml`)),
  );
  const deployed = deployWorkflow(deploymentOf(production!.config, environmentOf(production!).stacks));
  expect(textOf("deploy-orders-production.yml")).toBe(deployed);
  const stacks = environmentOf(poc!)
    .stacks.map(({ name }) => name)
    .reverse();
  const foundation = "orders.foundation.yaml";
  expect(textOf("expiry-orders-poc.yml")).toBe(
    expiryWorkflow({ environment: "orders-poc", workload: "orders", stacks, foundation }),
  );
});

test("an edge in front of two regions is given the domain of each by that region's platform", () => {
  const text = deployWorkflow({
    environment: "orders-production",
    stacks: [
      { role: "platform", variables: ["subscription_id"] },
      { role: "platform-neu", variables: ["subscription_id"] },
      { role: "edge", variables: ["subscription_id", "apps_domain", "apps_domain_neu"] },
    ],
  });
  const { plan, apply } = (parseDocument(text, { version: "1.2" }).toJS() as Workflow).jobs;
  const at = (role: string) => `terraform -chdir=cdktf.out/stacks/orders-production-${role}`;
  expect(plan?.steps.at(-1)?.run?.split("\n")).toEqual([
    `apps_domain="$(${at("platform")} output -raw apps_domain 2>/dev/null || true)"`,
    'if [ -z "$apps_domain" ]; then echo "The platform is not applied yet, so edge cannot be planned."; exit 0; fi',
    `apps_domain_neu="$(${at("platform-neu")} output -raw apps_domain 2>/dev/null || true)"`,
    'if [ -z "$apps_domain_neu" ]; then echo "The platform-neu is not applied yet, so edge cannot be planned."; exit 0; fi',
    `${at("edge")} init -input=false`,
    `TF_VAR_apps_domain="$apps_domain" TF_VAR_apps_domain_neu="$apps_domain_neu" ${at("edge")} plan -input=false -lock=false -refresh=false`,
    "",
  ]);
  expect(apply?.steps.find((one) => one.if === "inputs.stack == 'edge'")?.run?.split("\n")).toEqual([
    `${at("platform")} init -input=false`,
    `echo "TF_VAR_apps_domain=$(${at("platform")} output -raw apps_domain)" >> "$GITHUB_ENV"`,
    `${at("platform-neu")} init -input=false`,
    `echo "TF_VAR_apps_domain_neu=$(${at("platform-neu")} output -raw apps_domain)" >> "$GITHUB_ENV"`,
    "",
  ]);
  expect(Object.keys(plan?.env ?? {})).not.toContain("TF_VAR_apps_domain_neu");
});

test("jobs sign in with the subjects that the foundation trusts: pull requests read, the environment deploys", () => {
  const { plan, apply } = read("deploy-orders-production.yml").jobs;
  expect(plan?.environment).toBeUndefined();
  expect(plan?.if).toContain("github.event_name == 'pull_request' && ");
  expect(plan?.env?.["ARM_CLIENT_ID"]).toBe("${{ vars.AZURE_PLAN_CLIENT_ID }}");
  const foundation = loadFoundation(join(FOLDER, "../full-ladder/environments/orders.foundation.yaml"));
  const { environments } = resolveFoundation(foundation.config);
  expect(environments.map(({ name }) => name)).toContain(apply?.environment);
  expect(apply).toMatchObject({ if: "github.event_name == 'workflow_dispatch'", needs: "gate" });
  expect(apply?.env?.["ARM_CLIENT_ID"]).toBe("${{ vars.AZURE_CLIENT_ID }}");
  const set = foundationSteps(resolveFoundation(foundation.config)).flatMap(({ commands }) =>
    commands.flatMap((command) => /^gh variable set (\w+)|&& gh variable set (\w+)/.exec(command)?.[1] ?? []),
  );
  const asked = [...textOf("deploy-orders-production.yml").matchAll(/vars\.(\w+)/g)].map(([, name]) => name!);
  expect([...new Set(asked)].filter((name) => !set.includes(name))).toEqual(["VPN_AUDIENCE"]);
});

test("a plan changes nothing: it takes no lock, and what cannot be planned yet is left out", () => {
  const runs = read("deploy-orders-production.yml").jobs["plan"]?.steps.flatMap(({ run }) => run?.split("\n") ?? []);
  const plans = runs?.filter((line) => / plan /.test(line)) ?? [];
  expect(plans).toHaveLength(4);
  for (const line of plans) expect(line).toContain(" -lock=false -refresh=false");
  expect(runs?.some((line) => /terraform.* apply/.test(line))).toBe(false);
});

describe.each(FILES)("%s", (file) => {
  const text = textOf(file);

  test("has the parts that GitHub knows, and grants nothing by itself", () => {
    const found = read(file);
    const known = ["name", "on", "permissions", "concurrency", "jobs"];
    expect(Object.keys(found).filter((key) => !known.includes(key))).toEqual([]);
    expect(found.permissions).toEqual({});
    expect(found.name).toEqual(expect.any(String));
  });

  test("runs no code of a stranger with rights of the repository", () => {
    expect(text).not.toMatch(/pull_request_target|workflow_run/);
  });

  test("pins every action by its whole commit, with the version beside it", () => {
    const loose = usesIn(text).filter(
      ({ action, rest }) => !/^[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40}$/.test(action) || !/^ # v\d+\.\d+\.\d+$/.test(rest),
    );
    expect(loose).toEqual([]);
  });

  test("holds and asks for no secret", () => {
    expect(text).not.toContain("secrets.");
    expect(findSecrets(read(file))).toEqual([]);
  });
});

test("an action has one version everywhere, also in the workflow that init writes", () => {
  const all = [...FILES.map(textOf), workflow()].flatMap(usesIn).map(({ action, rest }) => `${action}${rest}`);
  const names = [...new Set(all)].map((one) => one.split("@")[0]);
  expect(names).toEqual([...new Set(names)]);
});

describe.each(jobs)("%s", (name, job) => {
  const known = [
    "runs-on",
    "timeout-minutes",
    "permissions",
    "needs",
    "if",
    "environment",
    "env",
    "concurrency",
    "outputs",
    "steps",
  ];

  test("has the parts that GitHub knows, a fixed machine and an end", () => {
    expect(Object.keys(job).filter((key) => !known.includes(key))).toEqual([]);
    expect(job["runs-on"]).toBe("ubuntu-24.04");
    expect(job["timeout-minutes"]).toEqual(expect.any(Number));
    for (const step of job.steps) {
      expect(Object.keys(step).filter((key) => !["id", "if", "uses", "run", "with", "env"].includes(key))).toEqual([]);
      expect((step.uses === undefined) !== (step.run === undefined)).toBe(true);
    }
  });

  test("may do what it does, and no more", () => {
    const writes = Object.entries(job.permissions)
      .filter(([, right]) => right === "write")
      .map(([scope]) => scope);
    expect(writes).toEqual(WRITES[name] ?? []);
    const reads = Object.entries(job.permissions)
      .filter(([, right]) => right === "read")
      .map(([scope]) => scope);
    expect(reads).toEqual(job.steps.some(({ uses }) => uses?.startsWith("actions/checkout@")) ? ["contents"] : []);
  });

  test("signs in to Azure by federation, from an environment that somebody protects", () => {
    const signsIn =
      job.steps.some(({ uses }) => uses?.startsWith("azure/login@")) || job.env?.["ARM_USE_OIDC"] !== undefined;
    expect(signsIn).toBe(job.permissions["id-token"] === "write");
    // Pull requests sign in as the identity that only reads.
    expect(signsIn).toBe(job.environment !== undefined || name.endsWith("/plan"));
    for (const step of job.steps.filter(({ uses }) => uses?.startsWith("azure/login@")))
      expect(Object.keys(step.with ?? {}).sort()).toEqual(["client-id", "subscription-id", "tenant-id"]);
  });

  test("keeps no credential in its checkout and no text of a stranger in its scripts", () => {
    for (const step of job.steps) {
      if (step.uses?.startsWith("actions/checkout@")) expect(step.with?.["persist-credentials"]).toBe(false);
      expect(step.run ?? "").not.toContain("${{");
    }
  });
});

test("every command of ours exists, with its options", async () => {
  const lines = jobs.flatMap(([, job]) =>
    job.steps.flatMap(({ run }) => [...(run ?? "").matchAll(/npx gatewright (.*)$/gm)]),
  );
  const commands = lines.map(([, line = ""]) => line.split(" "));
  expect(new Set(commands.map(([command]) => command))).toEqual(new Set(["check", "diff", "prove", "synth"]));
  for (const [command = "", ...rest] of commands) {
    const { code, out } = await runCli(command, "--help");
    expect(code).toBe(0);
    for (const option of rest.filter((one) => one.startsWith("--"))) expect(out).toContain(`${option} `);
  }
});
