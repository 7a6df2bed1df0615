import { join } from "node:path";
import { LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import * as fc from "fast-check";
import { resolve } from "../../src/config/resolve";
import { type EnvironmentConfig, SCHEMAS } from "../../src/config/schema";
import { type FoundationConfig, foundationSchema } from "../../src/config/schema/foundation";
import { validateConfig } from "../../src/config/validate";
import { validateFoundation } from "../../src/foundation/validate";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import { asWritten, plainText, writePlainText } from "../../src/plan/plain-text";
import { readStacks, type SynthesizedStack } from "../../src/plan/terraform-json";
import { selfContained } from "../../src/recreation/claims/self-contained";
import { proveSubject } from "../../src/recreation/prove";
import { subjectOf } from "../../src/recreation/subject";
import { GatewrightApp } from "../../src/synth/app";
import { judgeEnvironment } from "../../src/synth/gate";
import { synthesizeInMemory, terraformOf } from "../../src/synth/in-memory";
import { Foundation } from "../../stacks/0-foundation";
import { PocEnvironment } from "../../stacks/1-poc";
import { TERRAFORM_VERSIONS } from "../../stacks/environment-stack";
import { foundationConfig } from "../foundation/support";
import { ALL, everyText, marked, PIECES, STARTS } from "../support/every-text";
import { folderWith } from "../support/folder";
import { CONFIGS, environmentOf, type Stage, web, withText } from "../support/hostile-text";
import { pocConfig } from "../support/poc-config";
import { evaluated } from "../support/terraform-reader";

const stacksOf = (config: EnvironmentConfig) => synthesizeInMemory(environmentOf(config));

/** The places that hold a text between @@( and )@@, with it, and every expression. */
function read(stacks: readonly SynthesizedStack[]) {
  const all = stacks.flatMap(({ json }) => [...evaluated(json)]);
  return {
    texts: all.flatMap(({ place, letters }) =>
      [...letters.matchAll(/@@\(.*?\)@@|@@/gs)].map(([text]) => ({ place: withoutNames(place), text })),
    ),
    expressions: all.flatMap(({ place, expressions }) => expressions.map((one) => `${place}: ${one}`)).sort(),
  };
}

function withoutNames(place: string): string {
  return place.replace(/^(resource\.\w+|variable|output)\.[\w-]+/, "$1.*");
}

const SERVICES = [
  "args.*",
  "command.*",
  "env.*",
  ...["liveness", "readiness", "startup"].map((one) => `probes.${one}.path`),
];
const ANY = ["decisions.(key)", "decisions.*", "externals.*.why", ...SERVICES.map((one) => `services.*.${one}`)];
const WAIVER = ["waivers.*.control", "waivers.*.resource", "waivers.*.why"];
const PROMOTED = ["promotion.answers", "promotion.why.(key)", "promotion.why.*", "releases.rollback", "support.hours"];
const DATA = ["categories.*", "purpose", "notSpecial", "special.*.law"].map((one) => `stores.*.data.${one}`);
const RECORDED = [
  "change.checks.*",
  "egress.allow.*.why",
  "incidents.channel",
  "incidents.postMortems",
  "recovery.path",
];
const RETAINED = [...ANY, ...WAIVER, ...PROMOTED, ...DATA];
const HARDENED = [...RETAINED, ...RECORDED, "previous.migration.runbook"];
const PROMISED = [...HARDENED, "promise.customers", "promise.plannedDowntime", "promise.support", "risks.*.risk"];

/** Every field that takes any text, perhaps behind a start: a new one is seen here. */
const FIELDS: Readonly<Record<Stage, readonly string[]>> = {
  poc: [...ANY, ...WAIVER],
  pilot: RETAINED,
  "pre-production": HARDENED,
  production: PROMISED,
  scale: [
    ...PROMISED.filter((one) => one !== "risks.*.risk"), // a risk has to name the queue that it is about
    "scale.edge.worldwide",
    ...["expectation", "supportLoad", "unitCost", "usage"].map((one) => `scale.trigger.${one}.measure`),
  ],
};

/** Where such text is in a stack. */
const container = ["args", "command", "env.value"].map((one) => `template.container.${one}`);
const probes = ["liveness", "readiness", "startup"].map((one) => `template.container.${one}_probe.path`);
const APP = [...container, ...probes].map((one) => `resource.azurerm_container_app.*.${one}`);
const JOB = container.map((one) => `resource.azurerm_container_app_job.*.${one}`);
const RULES = ["application_rule", "network_rule"].map((one) => `${one}_collection.rule.description`);
const GATEWAY = "resource.azurerm_application_gateway.*.probe.path";
const FRONT_DOOR = "resource.azurerm_cdn_frontdoor_origin_group.*.health_probe.path";
const EDGE = [
  ...RULES.map((one) => `resource.azurerm_firewall_policy_rule_collection_group.*.${one}`),
  "variable.*.description",
];
const PLACES: Readonly<Record<Stage, readonly string[]>> = {
  poc: APP,
  pilot: [...APP, ...JOB],
  "pre-production": [...APP, ...JOB, ...EDGE, GATEWAY],
  production: [...APP, ...JOB, ...EDGE, GATEWAY],
  scale: [...APP, ...JOB, ...EDGE, FRONT_DOOR],
};

const sorted = (all: Iterable<string>) => [...new Set(all)].sort();

describe.each(Object.keys(CONFIGS) as Stage[])("text in a %s", (stage) => {
  const plain = STARTS.map((start) => stacksOf(withText(stage, start + marked("words")).config));

  test("the fields that take text, and where it ends up, are known", () => {
    expect(sorted(STARTS.flatMap((start) => withText(stage, start + marked("$")).fields))).toEqual(
      sorted(FIELDS[stage]),
    );
    expect(sorted(plain.flatMap((stacks) => read(stacks).texts.map(({ place }) => place)))).toEqual(
      sorted(PLACES[stage]),
    );
  });

  test.each(STARTS)("that begins with '%s': Terraform reads what was written, and no expression in it", (start) => {
    const hostile = marked(start === "" ? ALL : ALL.replace(/[^!-~]/g, ""));
    const ours = read(stacksOf(withText(stage, start + hostile).config));
    const words = read(plain[STARTS.indexOf(start)]!);
    expect(ours.expressions).toEqual(words.expressions);
    expect(ours.texts).toEqual(words.texts.map(({ place }) => ({ place, text: hostile })));
  });

  test("is judged as plain words are, and asks for no other input", () => {
    const [ours, words] = [ALL, "words"].map((text) => {
      const { config } = withText(stage, marked(text));
      const generation = { resolved: resolve(config), stacks: stacksOf(config) };
      return {
        findings: judgeEnvironment(generation.resolved, generation.stacks).findings.map((one) => [one.id, one.verdict]),
        contained: proveSubject(subjectOf(generation, generation), [selfContained]).map((one) => one.evidence),
      };
    });
    expect(ours).toEqual(words);
  });
});

test("any mixture of such text in every field is inert", () => {
  const words = read(stacksOf(withText("poc", marked("words")).config));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = marked(pieces.join(""));
      const ours = read(stacksOf(withText("poc", text).config));
      expect(ours.expressions).toEqual(words.expressions);
      expect(ours.texts).toEqual(words.texts.map(({ place }) => ({ place, text })));
    }),
    { numRuns: 15 },
  );
});

test("no text of a foundation becomes an expression", () => {
  const of = (text: string) => {
    const { config } = everyText<FoundationConfig>(foundationSchema, foundationConfig(), text, validateFoundation);
    return read([terraformOf(new Foundation(new GatewrightApp(), config).stack)]).expressions;
  };
  for (const start of STARTS)
    expect(of(start + marked(ALL.replace(/[^!-~]/g, "")))).toEqual(of(start + marked("words")));
});

describe("whoever reads the stacks", () => {
  const said = "%{ if a } ${b} $${c} 100%";
  const { config } = everyText<EnvironmentConfig>(SCHEMAS.poc, CONFIGS.poc(), said, validateConfig);
  const environment = environmentOf(config);

  test("finds an env value as it was written", () => {
    const stacks = synthesizeInMemory(environment);
    const graph = buildGraph(stacks.map(({ name, json }) => ({ kind: "synth", name, json: json as JsonObject })));
    const values = graph
      .of("azurerm_container_app")
      .flatMap((app) => app.blocks("template").flatMap((one) => one.blocks("container")))
      .flatMap((one) => [...one.blocks("env").map((env) => env.read("value")), one.read("args")]);
    expect(values).toContainEqual({ state: "known", value: said, defaulted: false });
    expect(values).toContainEqual({ state: "known", value: [said], defaulted: false });
  });

  test("has it as it was written in what the environment was resolved to, also from one of its stacks", () => {
    expect(environment.resolved.services[0]?.args).toEqual([said]);
    expect(asWritten(environment.stacks[0]!.environment)).toBe(environment.resolved);
  });
});

test("an extension writes text of the config inert, in a stack of its own too, and its own expressions as they are", () => {
  const app = new GatewrightApp({ outdir: join(folderWith(), "cdktf.out") });
  const env = { ...web.env, GREETING: "${var.tenant_id}" };
  const environment = new PocEnvironment(app, pocConfig({ services: { web: { ...web, env } } }));
  const extra = new TerraformStack(environment, "orders-poc-extra");
  extra.addOverride("terraform.required_version", TERRAFORM_VERSIONS);
  new LocalBackend(extra, { path: "../../../state/orders-poc-g1-extra.tfstate" });
  for (const stack of [environment.platform.stack, extra])
    new TerraformOutput(stack, "said", {
      value: { ...environment.platform.stack.environment.services[0]!.env, OURS: "${terraform.version}" },
    });
  app.synth();
  for (const { json } of readStacks(app.output, ["orders-poc-platform", "orders-poc-extra"]))
    expect(json.output?.["said"]).toEqual({ value: { GREETING: "$${var.tenant_id}", OURS: "${terraform.version}" } });
});

describe("writing the text of people", () => {
  const said = plainText({ text: "${a} $${b} %{c} #{d} 5% $ {", "${key}": ["${TfToken[TOKEN.0]}", 1, null, true] });

  test("is inert until then, for cdktf too", () => {
    expect(JSON.stringify(said)).not.toMatch(/[$%#]\{/);
    expect(plainText(said)).toBe(said);
  });

  test("doubles what opens a template, in values and in keys, and leaves the expressions of code", () => {
    expect(writePlainText({ resource: { a: { b: { tags: said, ours: "${var.id}" } } } })).toEqual({
      resource: {
        a: {
          b: {
            tags: {
              text: "$${a} $$${b} %%{c} #{d} 5% $ {",
              "$${key}": ["$${TfToken[TOKEN.0]}", 1, null, true],
            },
            ours: "${var.id}",
          },
        },
      },
    });
  });

  test.each([
    ["metadata", { "//": { gatewright: said } }],
    ["a backend", { terraform: { backend: { local: said } } }],
    ["a variable's description", { variable: { a: { description: said } } }],
    ["a variable's default", { variable: { a: { default: said } } }],
    ["an output's description", { output: { a: { description: said } } }],
  ])("leaves it in %s, where Terraform reads no template", (_, json) => {
    expect(JSON.stringify(writePlainText(json))).toBe(
      JSON.stringify(json).replace(/\p{Noncharacter_Code_Point}/gu, (one) => "$%#"[one.charCodeAt(0) - 0xfdd0]!),
    );
  });

  test.each([
    ["a variable's condition", { variable: { a: { validation: [{ error_message: plainText("${a}") }] } } }],
    ["an output's value", { output: { a: { value: plainText("${a}") } } }],
    ["a provider's setting", { provider: { a: [{ b: plainText("${a}") }] } }],
    ["a local", { locals: { a: plainText("${a}") } }],
  ])("doubles it in %s, where Terraform reads one", (_, json) => {
    expect(JSON.stringify(writePlainText(json))).toContain('"$${a}"');
  });
});
