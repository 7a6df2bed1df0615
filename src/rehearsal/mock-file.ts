import { Answers, setsNested } from "./answers";
import { type Configuration, type ConfiguredBlock, type Json, readConfiguration } from "./configuration";
import { formByName } from "./forms";
import { expression, block as hclBlock } from "./hcl";
import { dataForm, resourceForm } from "./table";
import type { MockAttributes, MockValue } from "./table/entry";
import { variableValues } from "./variables";

/** The names of the two runs in the test file; the destroy at its end is Terraform's own and has none. */
export const createRun = "create";
export const secondRun = "no_changes";

/** Providers that talk to nothing outside the machine: they take part as they are. */
const offlineProviders = new Set([
  "terraform",
  "random",
  "time",
  "null",
  "tls",
  "local",
  "archive",
  "cloudinit",
  "external",
]);

export interface MockFile {
  /** A Terraform test file: mocks, variables, the runs `create` and `no_changes`. */
  readonly hcl: string;
  /**
   * What the mocks had no form for, by name: `azurerm_new_thing` (a type without a line in the table: its id is a random
   * string), `azurerm_key_vault.new_attribute` (an attribute that somebody refers to), `variable zone` (no value of ours
   * is sure to satisfy its validation). Empty when everything has a form.
   */
  readonly gaps: readonly string[];
}

export interface MockOptions {
  /** Values of input variables, over the generated ones. @default none */
  readonly variables?: { readonly [name: string]: unknown };
  /** Types used where we cannot read them, such as local modules in HCL: `azurerm_subnet`, `data.azurerm_subnet`. @default none */
  readonly alsoUsed?: readonly string[];
}

/**
 * The test file for a configuration in Terraform's JSON syntax, as cdktf writes it (`cdk.tf.json`), or for several files
 * of one module. Pure: the same configuration gives the same file.
 *
 * The real provider checks the configuration and Terraform applies its graph, while mocks stand in for Azure. Every
 * block of the root module gets its own well-formed id, so that two of a type are never taken for one; blocks that
 * `count` or `for_each` repeat share theirs.
 *
 * @see https://developer.hashicorp.com/terraform/language/tests/mocking
 * @example mockFile(JSON.parse(readFileSync("cdktf.out/stacks/orders-poc-platform/cdk.tf.json", "utf8"))).hcl
 */
export function mockFile(stackJson: Json | readonly Json[], options: MockOptions = {}): MockFile {
  const configuration = readConfiguration(Array.isArray(stackJson) ? stackJson : [stackJson as Json]);
  const generated = variableValues(configuration.variables, options.variables);
  const defaults = Object.entries(configuration.variables).map(([name, one]) => [name, (one as Json)["default"]]);
  const answers = new Answers(configuration, { ...Object.fromEntries(defaults), ...generated.values });
  const gaps = new Set(generated.gaps);
  const used = new Set([...configuration.blocks.map(kindOf), ...(options.alsoUsed ?? [])]);
  const mocks = [...used].sort().flatMap((kind) => mockOfType(kind, answers, gaps));
  const overrides = configuration.blocks.flatMap((one) => override(one, configuration, answers, gaps));
  const parts = [
    ...mockProviders(configuration, used, mocks),
    ...overrides,
    hclBlock(
      "variables",
      Object.entries(generated.values).map(([name, value]) => `${name} = ${expression(value)}`),
    ),
    hclBlock(`run "${createRun}"`, ["command = apply"]),
    hclBlock(`run "${secondRun}"`, ["command = plan"]),
  ];
  return { hcl: `${parts.join("\n\n")}\n`, gaps: [...gaps].sort() };
}

function kindOf(one: ConfiguredBlock): string {
  return one.mode === "data" ? `data.${one.type}` : one.type;
}

function providerOf(kind: string): string {
  return kind.replace(/^data\./, "").split("_", 1)[0] ?? kind;
}

function mockProviders(configuration: Configuration, used: ReadonlySet<string>, mocks: readonly string[]): string[] {
  const names = new Set([...configuration.providers.keys(), ...[...used].map(providerOf)]);
  return [...names].sort().flatMap((name) => {
    if (offlineProviders.has(name)) return [];
    return (configuration.providers.get(name) ?? [""]).map((alias) =>
      hclBlock(`mock_provider "${name}"`, [
        ...(alias ? [`alias = "${alias}"`] : []),
        ...(name === "azurerm" ? mocks : []),
      ]),
    );
  });
}

/** Defaults for a type: what blocks inside modules get. */
function mockOfType(kind: string, answers: Answers, gaps: Set<string>): string[] {
  if (offlineProviders.has(providerOf(kind))) return [];
  const data = kind.startsWith("data.");
  const type = kind.replace(/^data\./, "");
  const values = answers.ofType(data ? "data" : "resource", type, data ? {} : { identity });
  if (!values) gaps.add(kind);
  if (!values || !type.startsWith("azurerm_")) return [];
  return [hclBlock(`${data ? "mock_data" : "mock_resource"} "${type}"`, [`defaults = ${expression(values)}`])];
}

const identity: MockAttributes = { principal_id: "{guid}", tenant_id: "{tenant}" };

function override(one: ConfiguredBlock, configuration: Configuration, answers: Answers, gaps: Set<string>): string[] {
  const values = answers.ofBlock(one, referredTo(one, configuration, gaps));
  if (!values) return [];
  return [hclBlock(`override_${one.mode}`, [`target = ${one.address}`, `values = ${expression(values)}`])];
}

/** Forms for the attributes of a block that the table does not have and somebody refers to. */
function referredTo(one: ConfiguredBlock, configuration: Configuration, gaps: Set<string>): MockAttributes {
  const form = one.mode === "data" ? dataForm(one.type) : resourceForm(one.type);
  const found: { [attribute: string]: MockValue } = one.mode === "resource" && one.body["identity"] ? { identity } : {};
  for (const { address, path } of configuration.references) {
    const [head, attribute] = path;
    if (address !== one.address || !form || !head || head === "id" || head === "tags") continue;
    const nested = attribute !== undefined && typeof one.body[head] === "object";
    if (head in form.attributes || head in found) continue;
    if (nested ? setsNested(one, head, attribute) : one.body[head] != null) continue;
    const template = formByName(nested ? attribute : head);
    if (!template || (attribute !== undefined && !nested)) gaps.add(`${kindOf(one)}.${path.join(".")}`);
    else found[head] = nested ? { [attribute]: template } : template;
  }
  return found;
}
