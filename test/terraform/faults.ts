import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Emulation, emulate } from "../../src/emulator/run/emulate";
import { withScratchFolder } from "../../src/rehearsal/scratch-folder";
import { configuration, type Fault } from "./faults/fault";
import { FAULTS } from "./faults/table";

/** How many run side by side. */
const WIDTH = 3;

/** Run the faults whose names have the words; answers with how many were not found where they should be. */
export async function runFaults(words = ""): Promise<number> {
  const waiting = FAULTS.filter(({ name }) => name.includes(words));
  let [found, missed] = [0, 0];
  const work = async (scratch: string): Promise<void> => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
      const result = await runFault(fault, scratch);
      const wrong = judge(fault, result);
      if (wrong.length === 0) found += 1;
      else missed += 1;
      console.log(`${wrong.length === 0 ? "found " : "MISSED"}  ${fault.name}  ${result.seconds.toFixed(0)} s`);
      for (const line of wrong) console.log(`    ${line}`);
    }
  };
  await withScratchFolder((scratch) => Promise.all(Array.from({ length: WIDTH }, () => work(scratch))));
  console.log(`${found} faults found, ${missed} missed`);
  return missed;
}

async function runFault(fault: Fault, scratch: string): Promise<Emulation> {
  const { name, hcl, successor, features, meanwhile, seconds = 240 } = fault;
  const stack = (text: string, group: string) => {
    const dir = join(scratch, name.replaceAll(/\W+/g, "-"), group);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, "main.tf"), configuration(text, group, features));
    return { name: group, dir };
  };
  return emulate({
    stacks: [stack(hcl, "rg-orders")],
    ...(successor !== undefined ? { successor: [stack(successor, "rg-orders-g2")] } : {}),
    ...(meanwhile ? { meanwhile } : {}),
    timeoutMs: seconds * 1000,
  });
}

/** What is not as the table says, in a line each. */
function judge(fault: Fault, { phases, outcome, reason }: Emulation): string[] {
  const failed = phases.find((one) => one.outcome === "failed");
  if (!failed) return [`nothing failed: ${outcome} ${reason ?? ""}`];
  const wrong: string[] = [];
  if (failed.phase !== fault.phase) wrong.push(`failed at '${failed.phase}' in the place of '${fault.phase}'`);
  const said = failed.says.join("\n");
  for (const words of [fault.says, fault.resource]) if (!said.includes(words)) wrong.push(`nothing says '${words}'`);
  const codes = failed.refusals.map(({ error }) => error?.code);
  if (fault.code ? !codes.includes(fault.code) : codes.length > 0)
    wrong.push(`Azure refused with ${codes.join(", ") || "nothing"} in the place of ${fault.code ?? "nothing"}`);
  return wrong.length > 0 ? [...wrong, ...failed.says] : [];
}
