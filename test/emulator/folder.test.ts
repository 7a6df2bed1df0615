import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulation } from "../../src/emulator/run/emulate";
import { groupsIn } from "../../src/emulator/run/folder";
import { renderEmulation } from "../../src/emulator/run/render-emulation";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatewright-output-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("what a folder holds", () => {
  test("the stacks of each environment of an output, those first that others wait for", () => {
    const stack = (path: string, ...dependencies: string[]) => ({ constructPath: path, dependencies });
    const stacks = {
      entry: stack("orders-pilot/entry", "orders-pilot/services"),
      platform: stack("orders-pilot/platform"),
      services: stack("orders-pilot/services", "orders-pilot/platform"),
      other: stack("orders-poc/other"),
    };
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ stacks }));
    const found = groupsIn(folder).map(({ name, stacks: list }) => [name, list.map((one) => [one.name, one.after])]);
    expect(found).toEqual([
      [
        "orders-pilot",
        [
          ["platform", []],
          ["services", ["platform"]],
          ["entry", ["services"]],
        ],
      ],
      ["orders-poc", [["other", []]]],
    ]);
  });

  test.each([["main.tf"], ["cdk.tf.json"]])("one configuration, where there is %s", (file) => {
    writeFileSync(join(folder, file), "{}");
    writeFileSync(join(folder, "README.md"), "What it is.\n");
    expect(groupsIn(folder)).toMatchObject([{ stacks: [{ dir: folder, after: [] }] }]);
  });

  test("nothing, where there is no Terraform, or no folder", () => {
    mkdirSync(join(folder, "inner"));
    expect([groupsIn(folder), groupsIn(join(folder, "none"))]).toEqual([[], []]);
  });
});

test("a run is told phase by phase, with Terraform's words and Azure's code under what failed", () => {
  const phase = { seconds: 75, errors: [], says: [], refusals: [] };
  const emulation: Emulation = {
    outcome: "failed",
    reason: "destroy: refused",
    tool: { name: "terraform", version: "1.11.4" },
    providers: { "registry.terraform.io/hashicorp/azurerm": "4.55.0" },
    phases: [
      { ...phase, phase: "apply", outcome: "passed" },
      {
        ...phase,
        phase: "destroy",
        outcome: "failed",
        stack: "platform",
        says: ["refused: a lock (azurerm_key_vault.vault)"],
        refusals: [
          {
            method: "DELETE",
            host: "127.0.0.1",
            path: "/vault",
            status: 409,
            error: { code: "ScopeLocked", message: "locked" },
          },
        ],
      },
      { ...phase, phase: "nothing left", outcome: "not judged", why: ["groups are not listed"], seconds: 0 },
      { ...phase, phase: "apply again", outcome: "not run", seconds: 0 },
    ],
    echoed: ["Microsoft.Widgets/widgets"],
    kept: ["/vault"],
    retained: ["/subscriptions/s/resourceGroups/rg-copies"],
    endpoint: "localhost:4566",
    unknown: ["which names stay taken"],
    changed: ["local state in the place of the backend azurerm: platform"],
    seconds: 150,
  };
  expect(renderEmulation("orders-pilot", emulation)).toBe(
    [
      "orders-pilot  FAILED  (terraform 1.11.4, azurerm 4.55.0, at localhost:4566)",
      "  apply                passed   1 min 15 s",
      "  destroy              failed   1 min 15 s",
      "      platform: refused: a lock (azurerm_key_vault.vault)",
      "      Azure: 409 ScopeLocked at DELETE /vault",
      "  nothing left         not judged",
      "      groups are not listed",
      "  apply again          not run",
      "  stays, because it outlives its environment: /subscriptions/s/resourceGroups/rg-copies",
      "  kept by Azure until it is purged: /vault",
      "  run with local state in the place of the backend azurerm: platform",
      "  not known: which names stay taken",
      "  only echoed, not known: Microsoft.Widgets/widgets",
    ].join("\n"),
  );
});
