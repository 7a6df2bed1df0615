import type { EvidenceEntry } from "../../src/evidence/entry";
import { foundationConfig, GROUPS } from "../foundation/support";
import { folderWith } from "../support/folder";
import type { Mistake } from "../support/mistakes";
import { asYaml } from "../support/poc-config";
import {
  changed,
  drill,
  evidenceWith,
  productionConfig,
  productionEvidence,
  smallTeam,
  TODAY,
} from "../support/production";
import { runCli } from "../support/run-cli";

/** Nothing here was rehearsed, which one line says of every environment from Pre-Production on. */
const NOT_REHEARSED = /^ {2}\S+ {2}Generation 1 has no certificate in \S+ \(REC-09\)\n {6}Run .*\n/m;

/** The foundation that it stands on. */
function foundation() {
  const { readers, operators, breakGlass } = productionConfig().access;
  return foundationConfig({
    subscriptions: { base: { monthlyBudget: 50 }, "orders-production": { monthlyBudget: 5000 } },
    environments: [{ stage: "production", subscription: "orders-production" }],
    groups: { ...GROUPS, readers, operators, breakGlass },
    allowedLocations: ["westeurope", "northeurope", "westus"],
  });
}

/** What holds a Production beside its missing rehearsal: sentence and fix, as they are printed. */
async function held(change: Mistake[1], evidence: readonly EvidenceEntry[] = productionEvidence()) {
  const folder = folderWith({
    "orders.foundation.yaml": asYaml(foundation()),
    "orders.production.yaml": asYaml(changed(change)),
    "evidence.yaml": asYaml(evidence.map((one) => JSON.parse(JSON.stringify(one)))),
  });
  const { code, out, err } = await runCli("check", "production", "--environments", folder, "--today", TODAY);
  const [, , ...lines] = out.replaceAll(`${folder}/`, "").replace(NOT_REHEARSED, "").trimEnd().split("\n");
  return { code, err: err.replaceAll(`${folder}/`, ""), lines };
}

const unchanged = () => undefined;
const DRILL = "      Drill a restore as recovery.path says, and record it with its generation, rto and rpo.";
const APPROVER =
  "      Name an approver who is not change.deploys and the group of approvers, or record small-team evidence.";
const at = (key: string) => new RegExp(`^ {2}orders\\.production\\.yaml:\\d+:\\d+ {2}${key}$`);

test("a Production that keeps its promise is held by nothing but its missing rehearsal", async () => {
  expect(await held(unchanged)).toEqual({ code: 1, err: "", lines: [] });
});

describe("a gate held by one clear line", () => {
  test("when the last restore drill is older than 90 days", async () => {
    const { lines } = await held(unchanged, evidenceWith("restore-drilled", drill({ date: "2027-03-16" })));
    expect(lines).toEqual([
      expect.stringMatching(at(String.raw`The restore drill of 2027-03-16 is 91 days old; 90 are allowed \(RES-03\)`)),
      DRILL,
    ]);
  });

  test("when it was of another generation", async () => {
    const { lines } = await held(unchanged, evidenceWith("restore-drilled", drill({ generation: 2 })));
    expect(lines).toEqual([
      expect.stringMatching(
        at(String.raw`The last restore drill, of 2027-06-10, was of generation 2; this is generation 1 \(RES-03\)`),
      ),
      DRILL,
    ]);
  });

  test("when somebody approves their own changes, however they write their address", async () => {
    const { lines } = await held(({ change }) => Object.assign(change, { approves: "Grace@Orders.example" }));
    expect(lines).toEqual([
      expect.stringMatching(at(String.raw`Grace@Orders\.example approves their own changes \(IAM-05\)`)),
      APPROVER,
    ]);
  });

  test("when a team of one says so for longer than its evidence", async () => {
    const evidence = [...productionEvidence(), smallTeam("2027-06-14")];
    const { lines } = await held(({ change }) => Object.assign(change, { approves: change.deploys }), evidence);
    expect(lines).toEqual([
      expect.stringMatching(
        at(String.raw`grace@orders\.example approves their own changes\. .* ended on 2027-06-14 \(IAM-05\)`),
      ),
      APPROVER,
      expect.stringContaining("ended on 2027-06-14 (IAM-05)"),
    ]);
  });
});

describe("a promise that the topology cannot keep names the part that fails and what mends it", () => {
  test("of availability", async () => {
    const { lines } = await held(({ promise }) => Object.assign(promise, { availability: 99.95 }));
    expect(lines).toEqual([
      expect.stringMatching(
        at(
          String.raw`The topology cannot keep availability 99\.95 %\. The path of \w+ composes to [\d.]+ %; its weakest part is azurerm_\w+\.[\w-]+ \(.*\) \(GOV-05\)`,
        ),
      ),
      expect.stringMatching(
        /^ {6}No setting in one region gives more than [\d.]+ %: promise that or less, or let promise\.covers name fewer services; a second region does not raise it, as a person makes its database the writer\.$/,
      ),
    ]);
  });

  test("of data after the loss of the region", async () => {
    const { lines } = await held(({ promise }) => Object.assign(promise, { disasters: ["region"] }));
    const lost =
      "After the loss of the region azurerm_postgresql_flexible_server.database-database is lost: its backups stay in the region (GOV-05)";
    expect(lines.slice(0, 3)).toEqual([
      expect.stringContaining(`The topology cannot keep rpo 1 hour. ${lost}`),
      expect.stringContaining(`The topology cannot keep rto 8 hours. ${lost}`),
      expect.stringMatching(
        /^ {6}Set geo_redundant_backup_enabled on azurerm_postgresql_flexible_server\.database-database .*, for about \d+ USD a month more\.$/,
      ),
    ]);
    expect(lines).toHaveLength(3);
  });
});

describe("bad input, before anything is built", () => {
  test("is a region without zones", async () => {
    const { code, lines, err } = await held((config) =>
      Object.assign(config, { location: "westus", residency: ["westus"] }),
    );
    expect([code, lines]).toEqual([2, []]);
    expect(err).toBe(
      "orders.production.yaml:3:1  location must be a region with availability zones at this stage, got westus\n    Nothing in it survives the loss of a datacenter. Build this stage in another region that residency allows.   (RES-01)\n",
    );
  });

  test("is evidence of no generation that there is", async () => {
    const { code, err } = await held(unchanged, evidenceWith("restore-drilled", drill({ generation: "one" as never })));
    expect(code).toBe(2);
    expect(err).toMatch(/^evidence\.yaml:\d+:\d+ {2}\[\d\]\.generation must be a number, got "one"\n/);
  });
});
