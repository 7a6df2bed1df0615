import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { EMULATED_SUBSCRIPTION, TENANT } from "../../src/emulator/arm/azure";
import { seed, seedsIn } from "../../src/emulator/run/seed";
import { errorLines, type Outcome, TerraformFolder } from "../../src/emulator/run/terraform";
import { startAzure } from "../../src/emulator/start";
import { findTool } from "../../src/rehearsal/tool";

/** Stacks one after the other: apply, plan, and in reverse order destroy. Arguments are folders of stacks. */
async function main(): Promise<number> {
  const tool = await findTool();
  if ("reason" in tool) throw new Error(tool.reason);
  const azure = await startAzure();
  const scratch = process.env["KEEP"] ?? mkdtempSync(join(tmpdir(), "gatewright-emulated-"));
  const variables = { subscription_id: EMULATED_SUBSCRIPTION, tenant_id: TENANT };
  const options = { tool, azure: azure.env, variables, timeoutMs: 900_000 };
  let failed = 0;
  const note = (stack: string, phase: string, outcome: Outcome, bad: readonly string[]): void => {
    console.log(`${bad.length > 0 ? "FAILED" : "passed"}  ${stack}  ${phase}  ${outcome.seconds.toFixed(0)} s`);
    for (const line of bad) console.log(`    ${line}`);
    failed += bad.length > 0 ? 1 : 0;
  };
  const copies = process.argv.slice(2).map((dir) => JSON.parse(readFileSync(join(dir, "cdk.tf.json"), "utf8")));
  const seeds = seedsIn(copies);
  let outputs: Record<string, unknown> = {};
  const done: [string, TerraformFolder][] = [];
  for (const dir of process.argv.slice(2)) {
    const name = dir.split("/").at(-1) ?? dir;
    const given = { ...options, variables: { ...outputs, ...variables } };
    const folder = TerraformFolder.make({ dir: resolve(dir) }, join(scratch, name), given);
    const initialised = await folder.init();
    if (initialised.errors.length > 0) note(name, "init", initialised, errorLines(initialised));
    const applied = await folder.apply();
    note(name, "apply", applied, errorLines(applied));
    const planned = await folder.plan();
    note(name, "plan", planned, [...errorLines(planned), ...planned.changes]);
    outputs = { ...outputs, ...folder.output() };
    for (const one of seed(azure, seeds)) console.log(`seeded  ${one.kind} ${one.name} into ${one.into}`);
    done.push([name, folder]);
  }
  if (!process.env["NODESTROY"])
    for (const [name, folder] of done.reverse()) {
      const destroyed = await folder.destroy();
      note(name, "destroy", destroyed, [...errorLines(destroyed), ...folder.held()]);
    }
  console.log(
    `left: ${azure.store
      .all()
      .map((one) => one.id)
      .join("\n      ")}`,
  );
  console.log(`kept: ${[...azure.store.kept.keys()].join("\n      ")}`);
  console.log(`echoed: ${[...azure.store.echoed].join(", ")}`);
  for (const one of azure.exchanges.filter((each) => each.status >= 400 && each.status !== 404))
    console.log(`${one.status} ${one.method} ${one.host}${one.path} ${one.error?.code}: ${one.error?.message}`);
  if (!process.env["KEEP"]) rmSync(scratch, { recursive: true });
  await azure.close();
  return failed > 0 ? 1 : 0;
}

main().then((code) => process.exit(code));
