import { loadEnvironment } from "../../src/config/load";
import { resolve } from "../../src/config/resolve";
import type { PocConfig } from "../../src/config/schema";
import { firstApply } from "../../src/steps/first-apply";
import { renderSteps } from "../../src/steps/render-steps";
import { resourceProviders } from "../../src/steps/resource-providers";
import { scriptsOf } from "../../src/steps/script";
import type { Step } from "../../src/steps/step";
import { pocConfig } from "../support/poc-config";
import { allResources, only, synthesizePocInMemory } from "../support/synthesize";

const DIGEST = `sha256:${"ab12".repeat(16)}`;

/** A POC that needs every step. */
const WHOLE = pocConfig({
  services: {
    web: { image: "orders/web:0.3.1", port: 3000, exposure: "public", secrets: ["session-key"] },
    api: { image: "orders/api:0.3.1", port: 8080, uses: ["database"], secrets: ["payment-key", "session-key"] },
    again: { image: "orders/api:0.3.1", schedule: "0 2 * * *" },
    pinned: { image: `orders/pinned@${DIGEST}` },
    sample: { image: "mcr.microsoft.com/dotnet/samples:aspnetapp-9.0", port: 80 },
  },
  stores: {
    database: { type: "postgresql", migrations: "orders/migrate:0.3.1" },
    audit: { type: "postgresql" },
    files: { type: "blobs" },
  },
});
const stepsOf = (config: PocConfig) => firstApply(resolve(config));
const idsOf = (config: PocConfig) => stepsOf(config).map(({ id }) => id);
const commandsOf = (config: PocConfig, id: string) => stepsOf(config).find((step) => step.id === id)?.commands ?? [];

describe("the first apply", () => {
  test("of the example takes these steps in this order", () => {
    const { config } = loadEnvironment("examples/full-ladder/environments/orders.poc.yaml");
    expect(idsOf(config as PocConfig)).toEqual([
      "tools",
      "sign-in",
      "apply-platform",
      "seed-secrets",
      "apply-services",
      "bootstrap-database",
      "migrate-database",
      "open",
      "destroy",
      "what-remains",
    ]);
  });

  test("brings images and secrets after the platform and before the services, and migrates after them", () => {
    expect(idsOf(WHOLE)).toEqual([
      "tools",
      "sign-in",
      "apply-platform",
      "push-images",
      "seed-secrets",
      "apply-services",
      "bootstrap-database",
      "migrate-database",
      "bootstrap-audit",
      "open",
      "destroy",
      "what-remains",
    ]);
  });

  test("leaves out what there is nothing to do for", () => {
    const image = "mcr.microsoft.com/dotnet/samples:aspnetapp-9.0";
    expect(idsOf(pocConfig({ services: { web: { image, port: 8080 } } }))).toEqual([
      "tools",
      "sign-in",
      "apply-platform",
      "apply-services",
      "open",
      "destroy",
      "what-remains",
    ]);
  });

  test("brings every image of the environment's own registry once, the migrations' too, and no other", () => {
    const registry = String(only(synthesizePocInMemory(WHOLE), "azurerm_container_registry")["name"]);
    expect(commandsOf(WHOLE, "push-images").filter((one) => !/^(?:if|\w+\(\)) /.test(one))).toEqual([
      `az acr login --name ${registry}`,
      "push orders/api:0.3.1",
      "push orders/migrate:0.3.1",
      "push orders/web:0.3.1",
      "ask BUILD_REGISTRY 'Host name of the build registry'",
      `import_image orders/pinned@${DIGEST} orders/pinned:ab12ab12ab12`,
    ]);
  });

  test("every image that an app or a job pulls from the own registry is brought", () => {
    const text = JSON.stringify(synthesizePocInMemory(WHOLE));
    const pulled = [...text.matchAll(/"image":"acr\w+\.azurecr\.io\/([^"]+)"/g)].map(([, image]) => image!);
    const commands = commandsOf(WHOLE, "push-images").join("\n");
    expect([...new Set(pulled)].sort()).toEqual([
      "orders/api:0.3.1",
      "orders/migrate:0.3.1",
      `orders/pinned@${DIGEST}`,
      "orders/web:0.3.1",
    ]);
    for (const image of pulled) expect(commands).toContain(image);
  });

  test("seeds every secret that an app reads, once, without its value in a command", () => {
    const text = JSON.stringify(synthesizePocInMemory(WHOLE));
    const read = [...text.matchAll(/"key_vault_secret_id":"[^"]+\/secrets\/([^"]+)"/g)].map(([, name]) => name!);
    const commands = commandsOf(WHOLE, "seed-secrets");
    expect([...new Set(read)].sort()).toEqual(["payment-key", "session-key"]);
    const written = commands.flatMap((command) => /secrets\/([\w-]+)\?/.exec(command)?.[1] ?? []);
    expect(written).toEqual(["payment-key", "session-key"]);
    const kinds = commands.map((command) => command.split(" ")[0]);
    expect(kinds).toEqual(["ask_unseen", "if", "printf", "unset", "ask_unseen", "if", "printf", "unset"]);
  });

  test("every name in a command is the name of something that the stacks make", () => {
    const stacks = synthesizePocInMemory(WHOLE);
    const names = new Set(allResources(stacks).map(({ attributes }) => attributes["name"]));
    const commands = stepsOf(WHOLE).flatMap(({ needs = [], commands }) => [...needs, ...commands]);
    const named = commands.flatMap((command) =>
      [...command.matchAll(/(?:--name |--resource-group |resourceGroups\/|vaults\/)([\w-]+)/g)].map(([, name]) => name),
    );
    expect(named.filter((name) => !names.has(name))).toEqual([]);
    expect(new Set(named).size).toBe(6);
    const folders = commands.flatMap((command) => /-chdir=stacks\/(\S+)/.exec(command)?.[1] ?? []);
    expect([...new Set(folders)].sort()).toEqual(stacks.map(({ name }) => name));
  });

  test("registers every resource provider that the stacks' types need", () => {
    const [command] = commandsOf(WHOLE, "sign-in").filter((line) => line.includes("az provider register"));
    for (const provider of resourceProviders("poc")) expect(command).toContain(` ${provider}`);
    const text = JSON.stringify(synthesizePocInMemory(WHOLE));
    const mentioned = [...text.matchAll(/providers\/(Microsoft\.\w+)\//g)].map(([, name]) => name!);
    expect([...new Set(mentioned)].filter((name) => !resourceProviders("poc").includes(name))).toEqual([]);
  });

  test("ends with the day on which it is destroyed, services first", () => {
    const end = stepsOf(WHOLE).find(({ id }) => id === "destroy");
    expect(end?.title).toBe("On 2026-12-19 at the latest: destroy it");
    expect(end?.commands).toEqual([
      "terraform -chdir=stacks/orders-poc-services init -input=false",
      "terraform -chdir=stacks/orders-poc-services destroy",
      "terraform -chdir=stacks/orders-poc-platform init -input=false",
      "terraform -chdir=stacks/orders-poc-platform destroy",
    ]);
  });

  test("ids are unique, and every step says why", () => {
    const ids = idsOf(WHOLE);
    expect(ids).toEqual([...new Set(ids)]);
    for (const { id, why, title } of stepsOf(WHOLE)) {
      expect([id, why.length > 30, title.length > 3]).toEqual([id, true, true]);
      expect(id).toMatch(/^[a-z][a-z-]*$/);
    }
  });
});

describe("FIRST-APPLY.md", () => {
  const text = renderSteps("orders-poc", stepsOf(WHOLE));

  test("numbers the steps and names the script of each, in words that every shell reads the same", () => {
    expect(text.match(/^## .*$/gm)).toEqual(stepsOf(WHOLE).map(({ title }, at) => `## ${at + 1}. ${title}`));
    const blocks = [...text.matchAll(/```sh\n([\s\S]*?)\n```/g)].map(([, commands]) => commands);
    expect(blocks).toEqual(scriptsOf("orders-poc", stepsOf(WHOLE)).map((script) => `bash ${script?.path}`));
    for (const block of blocks) expect(block).toMatch(/^bash environments\/orders-poc\/steps\/\d\d-[a-z-]+\.sh$/);
  });

  test("says where to stand, what to export once, and what must be installed, by version", () => {
    expect(text.slice(0, text.indexOf("## 1."))).toBe(`# First apply of orders-poc

Run these in order, in the output folder, the one that holds \`stacks\`, from any shell. Every step is a script beside this page and can be read, repeated, and run alone in a new terminal: it asks for what it needs.

What several steps ask for is asked once, if you export it first:

- \`export SUBSCRIPTION=…\`: Subscription of orders-poc, by name or id

| must be installed | at least | from |
| ----------------- | -------- | ---- |
| \`terraform\` | 1.11 | https://developer.hashicorp.com/terraform/install |
| \`az\` | 2.73 | https://learn.microsoft.com/cli/azure/install-azure-cli |
| \`jq\` | 1.6 | https://jqlang.org/download |
| \`docker\` | 26.0 | https://docs.docker.com/get-started/get-docker |

`);
  });

  test("a step without a command is done by hand", () => {
    const steps: Step[] = [{ id: "think", title: "Think", why: "Before anything else.", commands: [] }];
    expect(renderSteps("orders-poc", steps)).toMatch(/## 1\. Think\n\nBefore anything else\.\n$/);
    expect(scriptsOf("orders-poc", steps)).toEqual([undefined]);
  });
});
