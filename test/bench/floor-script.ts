import { resourcesOf, type SynthesizedStack } from "../../src/plan/terraform-json";

const pascal = (snake: string) => snake.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const camel = (snake: string) => snake.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Arguments as cdktf's classes take them; what a person named (tags, metadata) keeps its names. */
function argumentsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(argumentsOf);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "//" && key !== "depends_on")
      .map(([key, inner]) => [camel(key), key === "tags" || key === "metadata" ? inner : argumentsOf(inner)]),
  );
}

/**
 * A bare program that writes the same resources: plain App and TerraformStack, the same classes of the provider by deep
 * imports, and nothing else. What it takes is what cdktf itself takes.
 */
export function floorScript(stacks: readonly SynthesizedStack[], outdir: string): string {
  const types = [...new Set(stacks.flatMap(({ json }) => resourcesOf(json).map(({ type }) => type)))].sort();
  const short = (type: string) => type.replace("azurerm_", "");
  const requires = types.map(
    (type) =>
      `const { ${pascal(short(type))} } = require("@cdktf/provider-azurerm/lib/${short(type).replaceAll("_", "-")}");`,
  );
  const built = stacks.map(({ name, json }) => {
    const provider = (json.provider as { azurerm: unknown[] }).azurerm[0];
    const resources = resourcesOf(json).map(
      ({ type, address, attributes }) =>
        `  new ${pascal(short(type))}(stack, ${JSON.stringify(address)}, ${JSON.stringify(argumentsOf(attributes))});`,
    );
    return [
      "{",
      `  const stack = new TerraformStack(app, ${JSON.stringify(name)});`,
      `  new AzurermProvider(stack, "azurerm", ${JSON.stringify(argumentsOf(provider))});`,
      ...Object.keys(json.variable ?? {}).map(
        (variable) => `  new TerraformVariable(stack, ${JSON.stringify(variable)}, { type: "string" });`,
      ),
      ...resources,
      "}",
    ].join("\n");
  });
  return [
    'const { App, TerraformStack, TerraformVariable } = require("cdktf");',
    'const { AzurermProvider } = require("@cdktf/provider-azurerm/lib/provider");',
    ...requires,
    `const app = new App({ outdir: ${JSON.stringify(outdir)} });`,
    ...built,
    "app.synth();",
    "",
  ].join("\n");
}

/** The way of cdktf's default template, with two resources: the provider through its barrel. */
export const BARREL_PROGRAM = `import { keyVault, provider, resourceGroup } from "@cdktf/provider-azurerm";
import { App, TerraformStack } from "cdktf";

const app = new App();
const stack = new TerraformStack(app, "barrel");
new provider.AzurermProvider(stack, "azurerm", { features: [{}] });
const group = new resourceGroup.ResourceGroup(stack, "group", { name: "rg-bench", location: "westeurope" });
new keyVault.KeyVault(stack, "vault", {
  name: "kv-bench",
  location: group.location,
  resourceGroupName: group.name,
  tenantId: "00000000-0000-0000-0000-000000000000",
  skuName: "standard",
});
app.synth();
`;

/** The compiler options of that template, as far as they matter for speed. */
export const BARREL_TSCONFIG = {
  compilerOptions: {
    target: "ES2018",
    module: "CommonJS",
    moduleResolution: "node",
    strict: true,
    skipLibCheck: true,
    esModuleInterop: true,
    types: ["node"],
  },
};
