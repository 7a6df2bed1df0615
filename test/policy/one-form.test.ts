import { BadInput } from "../../src/errors";
import { buildGraph } from "../../src/plan/build";
import type { JsonObject } from "../../src/plan/json";
import { inOneForm } from "../../src/plan/one-form";
import { readPlan } from "../../src/plan/read-plan";
import { repeatedKey } from "../../src/plan/repeated-key";

const says = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof BadInput) return error.problems[0]?.says ?? "";
    throw error;
  }
  return "no error";
};

describe("Terraform JSON in one form", () => {
  const A = { sku_name: "standard" };
  const IN_ONE_FORM = { resource: { azurerm_key_vault: { a: A } } };

  test.each<[string, JsonObject, JsonObject]>([
    ["as cdktf writes it", IN_ONE_FORM, IN_ONE_FORM],
    ["a list of sections", { resource: [{ azurerm_key_vault: { a: A } }] }, IN_ONE_FORM],
    ["a list of types", { resource: { azurerm_key_vault: [{ a: A }] } }, IN_ONE_FORM],
    ["a list of bodies", { resource: { azurerm_key_vault: { a: [A] } } }, IN_ONE_FORM],
    ["lists all the way", { resource: [{ azurerm_key_vault: [{ a: [A] }] }] }, IN_ONE_FORM],
    [
      "a type that is spread over a list",
      { resource: [{ azurerm_key_vault: { a: A } }, { azurerm_key_vault: [{ b: A }], azurerm_subnet: { c: A } }] },
      { resource: { azurerm_key_vault: { a: A, b: A }, azurerm_subnet: { c: A } } },
    ],
    ["an empty body, which makes nothing", { data: { x: { a: [], b: null, c: A } } }, { data: { x: { c: A } } }],
    ["variables", { variable: [{ v: [{ type: "string" }] }] }, { variable: { v: { type: "string" } } }],
    [
      "outputs",
      { output: [{ o: { value: 1 } }, { p: [{ value: 2 }] }] },
      { output: { o: { value: 1 }, p: { value: 2 } } },
    ],
    ["modules", { module: [{ m: [{ source: "./m" }] }] }, { module: { m: { source: "./m" } } }],
    ["locals", { locals: [{ a: [[{ x: 1 }]] }, { b: 2 }] }, { locals: { a: [[{ x: 1 }]], b: 2 } }],
    [
      "settings",
      { terraform: [{ backend: { local: {} } }, { required_version: "1" }] },
      { terraform: { backend: { local: {} }, required_version: "1" } },
    ],
    [
      "provider blocks, of which there may be several",
      { provider: [{ azurerm: { features: [{}] } }, { azurerm: [{ alias: "b", features: [{}] }] }] },
      { provider: { azurerm: [{ features: [{}] }, { alias: "b", features: [{}] }] } },
    ],
    [
      "a list of words in a list",
      { resource: { x: { a: { rules: [["GET"]] } } } },
      { resource: { x: { a: { rules: [["GET"]] } } } },
    ],
    ["sections that are not read here", { import: [{ to: "a" }], "//": "x" }, { import: [{ to: "a" }], "//": "x" }],
  ])("%s", (_, given, expected) => {
    expect(inOneForm(given, "stack")).toEqual(expected);
  });

  test.each<[string, JsonObject, string]>([
    ["two bodies of one name", { resource: { x: { a: [A, A] } } }, "stack: resource.x.a is written twice"],
    ["one name in two parts", { resource: [{ x: { a: A } }, { x: { a: A } }] }, "stack: resource.x.a is written twice"],
    ["one variable in two parts", { variable: [{ v: {} }, { v: {} }] }, "stack: variable.v is written twice"],
    ["one local in two parts", { locals: [{ a: 1 }, { a: 1 }] }, "stack: locals.a is written twice"],
    [
      "a section that is a list in a list",
      { resource: [[{ x: { a: A } }]] },
      "stack: resource[0] is a list of blocks in a list, which is not read",
    ],
    [
      "a body that is a list in a list",
      { output: { o: [[{ value: 1 }]] } },
      "stack: output.o must be an object, got a list",
    ],
    [
      "a block that is a list in a list",
      { resource: { x: { a: { network_acls: [[{ default_action: "Allow" }]] } } } },
      "stack: resource.x.a.network_acls[0] is a list of blocks in a list, which is not read",
    ],
    [
      "a block deep in lists",
      { provider: { azurerm: [{ features: [[[{}]]] }] } },
      "stack: provider.azurerm[0].features[0] is a list of blocks in a list, which is not read",
    ],
    ["a body that is a word", { resource: { x: { a: "b" } } }, "stack: resource.x.a must be an object, got a string"],
    ["a type that is nothing", { resource: { x: null } }, "stack: resource.x must be an object, got nothing"],
    ["a section that is nothing", { resource: null }, "stack: resource must be an object, got nothing"],
    ["a section that is an empty list", { resource: [] }, "stack: resource must be an object, got nothing"],
  ])("%s is refused, as Terraform refuses it or reads what is not read here", (_, given, expected) => {
    expect(says(() => inOneForm(given, "stack"))).toBe(expected);
  });
});

test("a graph reads all of it, whoever hands the JSON over", () => {
  const resource = { name: "x" };
  const json = {
    resource: [
      { azurerm_nat_gateway: [{ out: [resource], empty: [], odd: "x" }], azurerm_subnet: null },
      { azurerm_nat_gateway: { also: resource, out: { name: "second" } } },
      "odd",
      [[{ azurerm_public_ip: { deep: { name: "pip", zones: [["1"]], ip: [[{ a: 1 }, [{ b: [{ c: [[1]] }] }]]] } } }]],
    ],
  } as unknown as JsonObject;
  const graph = buildGraph([{ kind: "synth", name: "stack", json }]);
  expect(graph.resources.map(({ address }) => address)).toEqual([
    "azurerm_nat_gateway.out",
    "azurerm_nat_gateway.also",
    "azurerm_public_ip.deep",
  ]);
  expect(graph.resources.at(-1)?.attributes).toEqual({
    name: "pip",
    zones: [["1"]],
    ip: [{ a: 1 }, { b: [{ c: [[1]] }] }],
  });
});

describe("a key that stands twice", () => {
  test.each<[string, string, string | undefined]>([
    ["in the root", '{"resource":{},"resource":{}}', "resource 1:16"],
    ["in another spelling", '{"\\u0072esource":{},\n  "resource":{}}', "resource 2:3"],
    ["among types", '{"resource":{"a":{},"b":{},"a":{}}}', "a 1:28"],
    ["among blocks", '{"r":{"x":{"y":{"b":1,\n"c":[2],"b":[1]}}}}', "b 2:9"],
    ["in an object of a list", '{"r":[{"a":1},{"a":1,"a":2}]}', "a 1:22"],
    ["after an object with the same key", '{"a":{"a":{"a":1}},"a":1}', "a 1:20"],
    ["with a quote in it", '{"a\\"":1,"a\\"":2}', 'a" 1:10'],
    ["that is __proto__", '{"__proto__":1,"__proto__":2}', "__proto__ 1:16"],
    ["only in different objects", '[{"a":1},{"a":{"a":[{"a":1}]}}]', undefined],
    ["only as a value", '{"a":"a","b":"a : ","c":["a","a"]}', undefined],
    ["only in a text", '{"a":"{\\"b\\":1,\\"b\\":2}\\\\","b":"\\\\"}', undefined],
    ["only in capitals", '{"a":1,"A":2}', undefined],
  ])("%s", (_, text, expected) => {
    JSON.parse(text);
    const found = repeatedKey(text);
    expect(found && `${found.key} ${found.line}:${found.column}`).toBe(expected);
  });

  test("is refused with its place, in a stack and in a plan", () => {
    const twice = (text: string) => {
      try {
        readPlan(text, "out/cdk.tf.json");
      } catch (error) {
        if (error instanceof BadInput) return error.message;
      }
      return "no error";
    };
    expect(twice('{"resource":{"a":{}},\n"resource":{}}')).toBe(
      'out/cdk.tf.json:2:1  "resource" stands twice in one object, which Terraform merges\n    Write every key once, as a synth does.',
    );
    expect(twice('{"format_version":"1.2","planned_values":{"a":1,"a":2}}')).toContain('"a" stands twice');
    expect(twice('{"resource":{"a":{}}}')).toBe("no error");
  });
});
