import { loadEnvironments } from "../../src/config/load";
import { proveEnvironments } from "../../src/environment/prove";
import { folderWith } from "../support/folder";
import { asYaml, pocConfig } from "../support/poc-config";

jest.setTimeout(120_000);

const PLACE = "resource.azurerm_resource_group.group.tags.extra";

/** What a tag is made of, by the name of a product, and what its proof says against it. */
const PRODUCTS: Readonly<Record<string, readonly [expression: string, against?: string]>> = {
  fixed: ['"fixed"'],
  clock: ["new Date().toISOString().slice(0, 10)", `${PLACE}: it depends on day.`],
  draw: ["Math.random()", `${PLACE}: it is drawn anew.`],
  variable: ['process.env.JEST_WORKER_ID ?? "none"', `${PLACE}: it depends on environment.`],
  machine: ['process.cwd() + require("node:os").userInfo().username', `${PLACE}: it depends on folder and user.`],
  locale: [
    'new Date(0).toLocaleDateString(undefined, { month: "long", timeZone: "UTC" })',
    `${PLACE}: it depends on locale.`,
  ],
  zone: ["new Date(2026, 0, 1).getTime()", `${PLACE}: it depends on time zone.`],
  files: ['require("node:fs").readdirSync(__dirname)[0]', `${PLACE}: it depends on file order.`],
  stops: [
    'process.env.GATEWRIGHT_DECOY ? (() => { throw new Error("not here"); })() : "here"',
    "Another process could not synthesize it: extend names ./stops.extra.js, which fails in line 2: not here",
  ],
};

/** A POC of each product, whose extension gives its group the tag. */
function products(): string {
  return folderWith(
    Object.fromEntries(
      Object.entries(PRODUCTS).flatMap(([workload, [expression]]) => [
        [`${workload}.poc.yaml`, asYaml(pocConfig({ workload, extend: `./${workload}.extra.js` }))],
        [
          `${workload}.extra.js`,
          `exports.default = (poc) =>
            poc.platform.stack.addOverride("${PLACE}", String(${expression}));`,
        ],
      ]),
    ),
  );
}

it("a value that is not decided by the config is found, and what it depends on is named; nothing else is broken", async () => {
  const proved = await proveEnvironments(loadEnvironments([], products()));
  const found = proved.map(({ proof }) => [
    proof.environment.replace("-poc", ""),
    proof.claims.flatMap(({ claim, findings }) =>
      findings.map(({ says }) => [claim, says.replace(/ is ".*" here and ".*" there/, "")]),
    ),
  ]);
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(
      Object.entries(PRODUCTS).map(([name, [, says]]) => [name, says === undefined ? [] : [["deterministic", says]]]),
    ),
  );
});
