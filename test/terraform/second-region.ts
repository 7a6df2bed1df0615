import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Azure, EMULATED_SUBSCRIPTION } from "../../src/emulator/arm/azure";
import { emulate } from "../../src/emulator/run/emulate";
import type { Phase } from "../../src/emulator/run/phases";
import type { Json } from "../../src/rehearsal/configuration";
import { SecondRegionStack } from "./second-region-stack";

const server = (group: string, name: string) =>
  `/subscriptions/${EMULATED_SUBSCRIPTION}/resourceGroups/${group}/providers/Microsoft.DBforPostgreSQL/flexibleServers/${name}`;
const SERVER = "azurerm_postgresql_flexible_server";
const ENDPOINT = "azurerm_postgresql_flexible_server_virtual_endpoint";

/** What `az postgres flexible-server replica promote --promote-mode switchover` asks for. */
const SWITCH = { replica: { role: "Primary", promoteMode: "switchover", promoteOption: "planned" } };

/** People switch the roles after everything was made, and back before it goes. */
function switchRoles(phase: Phase, azure: Azure): void {
  if (phase === "no changes") azure.write(server("rg-orders-north", "psql-orders-neu"), { properties: SWITCH });
  if (phase === "destroy") azure.write(server("rg-orders-west", "psql-orders"), { properties: SWITCH });
}

interface Case {
  readonly name: string;
  /** The lifecycle that is taken away: what a resource should leave alone, and does not. */
  readonly without?: { readonly type: string; readonly name: string; readonly ignored: readonly string[] };
  /** What a plan then changes first, beside what hangs on it; nothing where all is well. */
  readonly changes?: string;
}

/** The first shows that roles can be switched; the others that it takes what is left alone for it. */
const CASES: readonly Case[] = [
  { name: "two regions whose databases change their roles, and back" },
  {
    name: "a primary that minds what it copies from",
    without: { type: SERVER, name: "database", ignored: ["source_server_id", "create_mode", "high_availability"] },
    changes: `replace ${SERVER}.database`,
  },
  {
    name: "an endpoint that minds whose it is",
    without: { type: ENDPOINT, name: "replica_endpoint", ignored: ["source_server_id", "replica_server_id"] },
    changes: `replace ${ENDPOINT}.replica_endpoint`,
  },
];

function stackOf({ without }: Case, outdir: string): Json {
  const stack = new SecondRegionStack(outdir);
  stack.prepareStack();
  const json = stack.toTerraform();
  const lifecycle = without && json.resource[without.type][without.name].lifecycle;
  if (lifecycle)
    lifecycle.ignore_changes = lifecycle.ignore_changes.filter((one: string) => !without.ignored.includes(one));
  return json;
}

/** Two regions against the emulated Azure; answers with how many cases ended otherwise than they should. */
export async function runSecondRegion(): Promise<number> {
  let wrong = 0;
  for (const one of CASES) {
    const scratch = mkdtempSync(join(tmpdir(), "gatewright-region-"));
    try {
      const json = stackOf(one, scratch);
      const stacks = [{ name: "region", json }];
      const result = await emulate({ stacks, meanwhile: switchRoles, timeoutMs: 240_000 });
      const failed = result.phases.find(({ outcome }) => outcome === "failed");
      const said = failed ? failed.says : [result.reason ?? ""];
      const asMeant = one.changes
        ? failed?.phase === "no changes" && said[0] === one.changes
        : result.outcome === "emulated" && result.echoed.length === 0;
      if (!asMeant) wrong += 1;
      console.log(`${asMeant ? "fine " : "WRONG"}  ${one.name}  ${result.seconds.toFixed(0)} s`);
      if (asMeant) continue;
      for (const line of [...said, ...result.echoed.map((type) => `${type} is not known`)]) console.log(`    ${line}`);
      for (const { method, path, error } of failed?.refusals ?? [])
        console.log(`    ${method} ${path} ${error?.code}: ${error?.message}`);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
  return wrong;
}
