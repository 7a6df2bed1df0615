import { App } from "cdktf";
import { SCALE_MODES } from "../../src/config/scale-mode";
import { synthesizeInMemory } from "../../src/synth/in-memory";
import { ScaleEnvironment } from "../../stacks/5-scale";
import { folderWith } from "../support/folder";
import { scaleAt } from "../support/scale";
import { allResources } from "../support/synthesize";
import { stepsOf } from "./support";

/** What stands before a name that Azure knows. */
const NAMED =
  /(?:--server-name |--vault-name |--workspace-name |--profile-name |--account-name |--resource-group |flexibleServers\/)([\w-]+)/g;

const idsAt = (mode: (typeof SCALE_MODES)[number], from: string, to: string) => {
  const ids = stepsOf(scaleAt(mode)).map(({ id }) => id);
  return ids.slice(ids.indexOf(from), ids.indexOf(to) + 1);
};
const REGION = ["apply-platform-neu", "apply-services-neu", "apply-recovery-neu", "see-audit-neu"];
const FIRST = [
  "preflight-neu",
  "apply-platform",
  "apply-data-neu",
  "seed-secrets-neu",
  "apply-services",
  "bootstrap-database",
];
const EDGE = ["apply-edge", "approve-edge", "prove-names", "look-at-edge", "move-names", "apply-entry"];

describe("the steps to a Scale", () => {
  test.each([
    ["cold-standby", []],
    ["warm-standby", REGION],
    ["hot-failover", [...REGION, "apply-access-neu", "vpn-profile-neu"]],
    ["active-active", [...REGION, "apply-access-neu", "vpn-profile-neu"]],
  ] as const)("change what lives, make the region as %s has it, and take the gateway away last", (mode, region) => {
    expect(idsAt(mode, "preflight-neu", "apply-entry")).toEqual([...FIRST, ...region, ...EDGE]);
  });

  test.each([
    ["cold-standby", [...REGION, "apply-access-neu", "reach-built-region"]],
    ["warm-standby", ["apply-access-neu"]],
    ["hot-failover", []],
    ["active-active", []],
  ] as const)("say what %s builds before a move", (mode, built) => {
    expect(idsAt(mode, "apply-entry", "give-region-up").slice(1)).toEqual([
      ...built,
      "drill-failover",
      "fail-over",
      "copy-blobs-back",
      "fail-back",
      "grow-replica",
      "give-region-up",
    ]);
  });

  test("take the policy of the copies away under lifted locks, in the region that is left, and put the locks back", () => {
    const commands = stepsOf(scaleAt("warm-standby")).find(({ id }) => id === "fail-over")?.commands ?? [];
    const blobs = commands.filter((one) => /az lock|or-policy/.test(one));
    expect(blobs.map((one) => /az lock \w+|or-policy delete/.exec(one)?.[0])).toEqual([
      "az lock delete",
      "az lock delete",
      "or-policy delete",
      "az lock create",
      "az lock create",
    ]);
    // Nothing that needs the control plane of the region that is lost.
    expect(commands.filter((one) => /--resource-group rg-[\w-]*-weu-/.test(one))).toEqual([]);
  });

  test("copy blobs the other way after a drill", () => {
    const { commands = [] } = stepsOf(scaleAt("warm-standby")).find(({ id }) => id === "drill-failover") ?? {};
    expect(commands.at(-2)).toMatch(
      /^POLICY=.* or-policy create .*--account-name stordersprodweu\w+ .*--source-container files /,
    );
    expect(commands.at(-1)).toMatch(
      / \| az storage account or-policy create .*--account-name stordersprodneu\w+ --policy @- /,
    );
  });

  test.each(SCALE_MODES)("name at %s only what its stacks make, and every stack", (mode) => {
    const stacks = synthesizeInMemory(new ScaleEnvironment(new App({ outdir: folderWith() }), scaleAt(mode)));
    const names = new Set(allResources(stacks).map(({ attributes }) => attributes["name"]));
    const commands = stepsOf(scaleAt(mode)).flatMap(({ needs = [], commands: all }) => [...needs, ...all]);
    const named = commands.flatMap((one) => [...one.matchAll(NAMED)].map(([, name = ""]) => name));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !names.has(name.replace("-drill-", "-")) && !names.has(name))).toEqual([]);
    const folders = commands.flatMap((one) => /-chdir=stacks\/([\w-]+)/.exec(one)?.[1] ?? []);
    expect([...new Set(folders)].sort()).toEqual(stacks.map(({ name }) => name).sort());
  });
});
