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
    ["cold-standby", [...REGION, "apply-access-neu"]],
    ["warm-standby", ["apply-access-neu"]],
    ["hot-failover", []],
    ["active-active", []],
  ] as const)("say what %s builds before a move", (mode, built) => {
    expect(idsAt(mode, "drill-failover", "give-region-up")).toEqual([
      "drill-failover",
      ...built,
      "fail-over",
      "fail-back",
      "grow-replica",
      "give-region-up",
    ]);
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
