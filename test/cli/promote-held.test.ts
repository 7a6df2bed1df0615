import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ANSWERS_YAML, DIGESTS_YAML, POC_YAML } from "../promotion/support";
import { contentOf, folderWith } from "../support/folder";
import { runCli } from "../support/run-cli";

/** An extension that opens the POC to whoever has the registry's password. */
const HELD =
  "exports.default = ({ platform: { stack } }) => stack.addOverride('resource.azurerm_container_registry.registry.admin_enabled', true);\n";
const EXTENDED = `${POC_YAML}extend: ./orders.extra.js\n`;
const ANSWERS = `${ANSWERS_YAML}---\n${DIGESTS_YAML}`;
const WHY = ANSWERS.replace("why:\n", "why:\n  gate: the extension does not come along\n");
const SAYS = /orders-poc holds it: .*\(SEC-02\)/;

async function promote(files: Readonly<Record<string, string>>) {
  const folder = folderWith({ "orders.poc.yaml": EXTENDED, "orders.extra.js": HELD, ...files });
  const { code, out } = await runCli("promote", "poc", "--today", "2026-12-18", "--environments", folder);
  return { code, out, folder, files: Object.keys(contentOf(folder)) };
}

test("the first run asks why an environment goes on that its own gate holds", async () => {
  const { code, out, folder } = await promote({});
  expect([code, out]).toEqual([1, expect.stringMatching(SAYS)]);
  expect(readFileSync(join(folder, "orders.pilot.answers.yaml"), "utf8")).toMatch(/^ {2}gate: # open$/m);
});

test("without a reason nothing is written", async () => {
  const { code, out, files } = await promote({ "orders.pilot.answers.yaml": ANSWERS });
  expect([code, out]).toEqual([1, expect.stringMatching(/^1 question open:\n {2}why\.gate {2}The own gate of /)]);
  expect(files).not.toContain("orders.pilot.yaml");
});

test("with one it is, the reason is recorded, and what holds is still said", async () => {
  const { code, out, folder } = await promote({ "orders.pilot.answers.yaml": WHY });
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/\nThe own gate of orders-poc holds it:\n {2}.*\(SEC-02\)\n$/),
  ]);
  expect(readFileSync(join(folder, "orders.pilot.yaml"), "utf8")).toContain("gate: the extension does not come along");
});

test("of an environment that its gate admits nothing is said", async () => {
  const { code, out } = await promote({ "orders.poc.yaml": POC_YAML, "orders.pilot.answers.yaml": ANSWERS });
  expect([code, out]).toEqual([0, expect.not.stringContaining("own gate")]);
});
