import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ContainerRegistry } from "@cdktf/provider-azurerm/lib/container-registry";
import { Annotations, App, Aspects, TerraformStack } from "cdktf";
import { addCustomSynthesis } from "cdktf/lib/synthesize/synthesizer";
import type { Construct, IConstruct } from "constructs";
import { Held } from "../../src/policy/held";
import { rule } from "../../src/policy/rule";
import { GatewrightApp, type GatewrightAppProps } from "../../src/synth/app";
import { PocEnvironment } from "../../stacks/1-poc";
import { EnvironmentStack } from "../../stacks/environment-stack";
import { contentOf, folderWith } from "../support/folder";
import { pocConfig } from "../support/poc-config";
import { refusal } from "../support/problems";

/** Makes a registry that everybody with one password may use. */
function weaken(environment: PocEnvironment): void {
  registryOf(environment).addOverride("admin_enabled", true);
}

/** Adds such a registry to a stack. */
function addOpenRegistry(stack: EnvironmentStack): void {
  new ContainerRegistry(stack, "extra", {
    name: "acrextraorderspocweug1isdg",
    location: "westeurope",
    tags: stack.environment.tags,
    resourceGroupName: stack.groupReference().name,
    sku: "Basic",
    adminEnabled: true,
  });
}

function registryOf(construct: Construct): ContainerRegistry {
  const found = construct.node.findAll().find((one): one is ContainerRegistry => one instanceof ContainerRegistry);
  if (!found) throw new Error("there is no registry");
  return found;
}

/** Runs with environment variables of its own. */
function withVariables<T>(variables: Readonly<Record<string, string>>, run: () => T): T {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return run();
  } finally {
    process.env = before;
  }
}

/** What `synth` says of a POC that was changed like this, and what stands in its output folder afterwards. */
function synthesized(change: (environment: PocEnvironment) => void, props: GatewrightAppProps = {}) {
  const folder = folderWith({ "cdktf.out/of-mine.txt": "kept" });
  const app = new GatewrightApp({ outdir: join(folder, "cdktf.out"), ...props });
  change(new PocEnvironment(app, pocConfig()));
  return { says: held(() => app.synth()), files: Object.keys(contentOf(folder)) };
}

/** The message of a gate that holds; empty when it admits. */
function held(run: () => void): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Held) return error.message;
    throw error;
  }
  return "";
}

const UNTOUCHED = ["cdktf.out/", "cdktf.out/of-mine.txt"];
const SENTENCE = "azurerm_container_registry.registry";

test("a POC that passes its gate is written", () => {
  const { says, files } = synthesized(() => {});
  expect(says).toBe("");
  expect(files).toContain("cdktf.out/stacks/orders-poc-platform/cdk.tf.json");
});

describe("a failing environment is held and nothing is written", () => {
  const aspect = {
    visit: (node: IConstruct) => node instanceof ContainerRegistry && node.addOverride("admin_enabled", true),
  };
  const ways: Readonly<Record<string, (environment: PocEnvironment) => void>> = {
    "by an override": weaken,
    "by an aspect": (environment) => Aspects.of(environment.platform.stack).add(aspect),
    "by an aspect on a single resource": (environment) => Aspects.of(registryOf(environment)).add(aspect),
    "by a validation that changes what it validates": (environment) =>
      environment.platform.stack.node.addValidation({
        validate: () => {
          weaken(environment);
          return [];
        },
      }),
    "by a synthesis of its own": (environment) =>
      addCustomSynthesis(registryOf(environment), { onSynthesize: () => weaken(environment) }),
    "by writing over the file of an earlier stack": (environment) =>
      addCustomSynthesis(registryOf(environment), {
        onSynthesize: ({ outdir }) => {
          const later = environment.services.stack;
          const write = later.synthesizer.synthesize.bind(later.synthesizer);
          later.synthesizer = {
            synthesize: (session) => {
              write(session);
              const file = join(outdir, "stacks/orders-poc-platform/cdk.tf.json");
              writeFileSync(
                file,
                readFileSync(file, "utf8").replace('"admin_enabled": false', '"admin_enabled": true'),
              );
            },
          };
        },
      }),
    "by an override of the whole stack": ({ platform }) =>
      platform.stack.addOverride("resource.azurerm_container_registry.registry.admin_enabled", true),
    "in a stack that an extension adds below it": (environment) => {
      addOpenRegistry(new EnvironmentStack(environment, environment.resolved, "entry"));
    },
    "in a stack beside it that was made for it": (environment) => {
      addOpenRegistry(new EnvironmentStack(App.of(environment), environment.resolved, "entry"));
    },
  };

  for (const [way, change] of Object.entries(ways))
    test(way, () => {
      const { says, files } = synthesized(change);
      expect(says).toMatch(/^orders-poc is held at the POC gate by \d controls?; nothing was written\.\n/);
      expect(says).toMatch(/azurerm_container_registry\.(registry|extra)[^\n]*\n[^\n]*\(SEC-02\)/);
      expect(files).toEqual(UNTOUCHED);
    });

  const surroundings: readonly Readonly<Record<string, string>>[] = [
    { SYNTH_HCL_OUTPUT: "1" },
    { SYNTH_HCL_OUTPUT: "true" },
    { CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: "true" },
    { CDKTF_CONTEXT_JSON: JSON.stringify({ skipValidation: true, excludeStackIdFromLogicalIds: true }) },
    { CDKTF_TARGET_STACK_ID: "orders-poc-services" },
  ];
  for (const variables of surroundings)
    test(`whatever ${Object.keys(variables)[0]} says (${Object.values(variables)[0]?.slice(0, 4)})`, () => {
      const { says, files } = withVariables(variables, () => synthesized(weaken));
      expect(says).toContain(SENTENCE);
      expect(files).toEqual(UNTOUCHED);
    });

  test("whatever properties of a cdktf app are slipped in", () => {
    const slipped = { skipValidation: true, hclOutput: true } as GatewrightAppProps;
    expect(synthesized(weaken, slipped).says).toContain(SENTENCE);
  });

  test("an error annotation stops the synth also where the cdktf CLI would go on", () => {
    const run = () =>
      withVariables({ CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: "true" }, () =>
        synthesized((environment) => Annotations.of(environment.platform.stack).addError("not like this")),
      );
    expect(run).toThrow("not like this");
  });

  test("a second Terraform file in a stack's folder is not passed over", () => {
    const { says, files } = synthesized((environment) =>
      addCustomSynthesis(registryOf(environment), {
        onSynthesize: ({ outdir }) => writeFileSync(join(outdir, "stacks/orders-poc-platform/override.tf"), "# late"),
      }),
    );
    expect(says).toContain("orders-poc-platform holds override.tf beside cdk.tf.json, which no gate has judged.");
    expect(files).toEqual(UNTOUCHED);
  });

  test("two environments: the failing one holds both", () => {
    const folder = folderWith();
    const app = new GatewrightApp({ outdir: join(folder, "cdktf.out") });
    weaken(new PocEnvironment(app, pocConfig()));
    new PocEnvironment(app, pocConfig({ workload: "billing" }));
    expect(held(() => app.synth())).toMatch(/^orders-poc is held at the POC gate by 1 control/);
    expect(contentOf(folder)).toEqual({});
  });
});

describe("in a plain cdktf app", () => {
  const run = (props: ConstructorParameters<typeof App>[0], variables: Readonly<Record<string, string>> = {}) => {
    const folder = folderWith();
    return {
      says: withVariables(variables, () => {
        const app = new App({ outdir: join(folder, "cdktf.out"), ...props });
        weaken(new PocEnvironment(app, pocConfig()));
        return held(() => app.synth());
      }),
      files: Object.keys(contentOf(folder)),
    };
  };

  test("the environment is judged before its last stack is written, so that there is no manifest", () => {
    const { says, files } = run({});
    expect(says).toContain("orders-poc is held at the POC gate by 1 control; there is no manifest to deploy from.");
    expect(says).toContain(SENTENCE);
    expect(files).not.toContain("cdktf.out/manifest.json");
    expect(files).not.toContain("cdktf.out/stacks/orders-poc-services/cdk.tf.json");
  });

  test("skipValidation does not skip the gate", () => {
    expect(run({ skipValidation: true }).says).toContain(SENTENCE);
  });

  test("neither does HCL output", () => {
    expect(run({}, { SYNTH_HCL_OUTPUT: "1" }).says).toContain(SENTENCE);
    expect(run({ hclOutput: true }).says).toContain(SENTENCE);
  });

  test("a POC that passes is written", () => {
    const folder = folderWith();
    const app = new App({ outdir: join(folder, "cdktf.out") });
    new PocEnvironment(app, pocConfig());
    expect(held(() => app.synth())).toBe("");
    expect(Object.keys(contentOf(folder))).toContain("cdktf.out/manifest.json");
  });
});

describe("what belongs to no environment", () => {
  const MAKE =
    "Make the stack below an environment, new TerraformStack(environment, …), or write it by an app of its own.";
  const nothing = (change: (environment: PocEnvironment) => void, says: string) => {
    const { says: said, files } = synthesized(change);
    expect(said).toBe(`${says}; nothing was written.\n    ${MAKE}`);
    expect(files).toEqual(UNTOUCHED);
  };

  test("is not written: a plain stack on the same app", () => {
    nothing((environment) => {
      new TerraformStack(App.of(environment), "mine");
      new TerraformStack(App.of(environment), "also");
    }, "also, mine belong to no environment, so that no gate judges them");
  });

  test("is not written: a folder of no stack", () => {
    nothing(
      (environment) =>
        addCustomSynthesis(registryOf(environment), {
          onSynthesize: ({ outdir }) => {
            mkdirSync(join(outdir, "stacks/late"));
            writeFileSync(join(outdir, "stacks/late/cdk.tf.json"), "{}");
          },
        }),
      "late belongs to no environment, so that no gate judges it",
    );
  });

  test("is written when it is made below one, and judged with it", () => {
    const { says, files } = synthesized((environment) =>
      new TerraformStack(environment, "mine").addOverride("terraform.required_version", ">= 1.11.0, < 2.0.0"),
    );
    expect(says).toBe("");
    expect(files).toContain("cdktf.out/stacks/mine/cdk.tf.json");
    const open = synthesized((environment) =>
      new TerraformStack(environment, "mine").addOverride("resource.azurerm_container_registry", [
        { extra: [{ name: "acrextra", admin_enabled: true }] },
      ]),
    );
    expect(open.says).toMatch(/azurerm_container_registry\.extra[^\n]*\n[^\n]*\(SEC-02\)/);
    expect(open.files).toEqual(UNTOUCHED);
  });
});

describe("a list where cdktf writes an object", () => {
  const GATEWAY = { name: "ng-out", location: "westeurope", resource_group_name: "elsewhere" };
  const POSITIONS: Readonly<Record<string, readonly [path: string, value: unknown]>> = {
    "of types": ["resource.azurerm_nat_gateway", [{ out: GATEWAY }]],
    "of names": ["resource.azurerm_nat_gateway", [{ out: [GATEWAY] }]],
    "of bodies": ["resource.azurerm_nat_gateway.out", [GATEWAY]],
  };
  test.each(Object.entries(POSITIONS))("%s is judged like one", (_, [path, value]) => {
    const { says, files } = synthesized(({ platform }) => platform.stack.addOverride(path, value));
    expect(says).toMatch(/azurerm_nat_gateway\.out[^\n]*elsewhere[^\n]*\n[^\n]*\(REC-01\)/);
    expect(files).toEqual(UNTOUCHED);
  });

  test("and one that Terraform reads in a way that nothing here does is refused", () => {
    const run = () =>
      synthesized(({ platform }) =>
        platform.stack.addOverride("resource.azurerm_nat_gateway", [{ out: GATEWAY }, { out: GATEWAY }]),
      );
    expect(run().says).toContain("orders-poc-platform/cdk.tf.json: resource.azurerm_nat_gateway.out is written twice");
  });
});

describe("a company's own rules", () => {
  const named = rule({
    control: "ACME-01",
    title: "Registries are ours",
    why: "Images must be found.",
    fix: "Start the name with acme.",
    severity: "low",
    since: "poc",
    types: ["azurerm_container_registry"],
    needs: ["plan"],
    check(context) {
      for (const one of context.resources())
        context.expect(
          one,
          "name",
          (name) => `${name}`.startsWith("acracme"),
          (name) => `Its name is ${name}.`,
        );
    },
  });

  test("hold the gate like the product's", () => {
    const { says, files } = synthesized(() => {}, { rules: [named] });
    expect(says).toContain("azurerm_container_registry.registry: its name is acrorderspocweug");
    expect(says).toContain("(ACME-01)");
    expect(files).toEqual(UNTOUCHED);
  });

  test("that throw fail by themselves, and the others still run", () => {
    const broken = {
      ...named,
      control: "ACME-02",
      check: () => {
        throw new Error("no such attribute");
      },
    };
    const { says } = synthesized(weaken, { rules: [broken] });
    expect(says).toContain("The rule ACME-02 stopped with an error: no such attribute");
    expect(says).toContain("(SEC-02)");
  });

  test("are refused when they are not rules, with every mistake", () => {
    const rules = [
      { ...named, control: "NET-04" },
      { ...named, control: "acme" },
      { ...named, fix: "" },
      { ...named, since: "piloot" },
      named,
      named,
      null,
    ] as unknown as readonly (typeof named)[];
    expect(refusal(() => new GatewrightApp({ rules }))).toBe(
      [
        "custom rules: NET-04 is a control of the product; give yours an id of its own, such as ACME-01",
        "custom rules: acme needs a control id such as ACME-01",
        "custom rules: ACME-01 does not say its fix",
        "custom rules: ACME-01 must name a stage: poc, pilot, pre-production, production, scale",
        "custom rules: ACME-01 is declared twice",
        "custom rules: ACME-01 is declared twice",
        "custom rules: the rule at position 7 is not a rule; make it with rule({ … })",
      ].join("\n"),
    );
  });
});

test("a program that does not catch it ends with 1, sentences and no stack trace; as under the cdktf CLI", () => {
  const root = resolve(__dirname, "../..");
  const folder = folderWith({
    "main.ts": `
      import { ContainerRegistry } from "@cdktf/provider-azurerm/lib/container-registry";
      import { GatewrightApp } from "${root}/src/synth/app";
      import { PocEnvironment } from "${root}/stacks/1-poc";
      const app = new GatewrightApp();
      const poc = new PocEnvironment(app, ${JSON.stringify(pocConfig())} as never);
      for (const one of poc.node.findAll()) if ("adminEnabledInput" in one) (one as ContainerRegistry).addOverride("admin_enabled", true);
      app.synth();`,
  });
  const out = join(folder, "elsewhere");
  const env = { ...process.env, CDKTF_OUTDIR: out, CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: "true" };
  const register = require.resolve("ts-node/register", { paths: [root] });
  const { status, stderr } = spawnSync(process.execPath, ["-r", register, join(folder, "main.ts")], {
    cwd: root,
    encoding: "utf8",
    env,
  });
  expect({ status, trace: /\n\s+at .+:\d+:\d+/.test(stderr), files: contentOf(out) }).toEqual({
    status: 1,
    trace: false,
    files: {},
  });
  expect(stderr).toContain("orders-poc is held at the POC gate by 1 control; nothing was written.");
  expect(stderr).toContain("(SEC-02)");
});
