import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installPackage, type Ran, ROOT, run } from "../package/installed";
import { folderWith } from "../support/folder";
import { type Block, blocksIn, write } from "./blocks";

const CONFIG = "environments/orders.poc.yaml";
let folder: string;

beforeAll(() => {
  folder = folderWith();
  installPackage(folder, { types: false });
  expect(run(folder, "gatewright", "init", "orders", "--today", "2026-11-21").code).toBe(0);
}, 60_000);

/** Puts a block where its first line says, and runs what runs such a file. */
function runBlock(block: Block): Ran {
  const path = write(block, folder);
  if (path.startsWith("test/")) return run(folder, "jest", "--ci=false", path);
  if (!path.startsWith("environments/")) return run(folder, process.execPath, "-r", "ts-node/register", path);
  const file = path.includes(".pilot.") ? pilot() : CONFIG;
  const config = readFileSync(join(folder, file), "utf8").replace(/^extend: .*\n/m, "");
  writeFileSync(join(folder, file), `${config}extend: ./${path.split("/")[1]}\n`);
  return run(folder, "gatewright", "synth", file);
}

/** The example's Pilot, with the foundation that it stands on. */
function pilot(): string {
  for (const name of ["orders.pilot.yaml", "orders.foundation.yaml"])
    copyFileSync(join(ROOT, "examples/full-ladder/environments", name), join(folder, "environments", name));
  return "environments/orders.pilot.yaml";
}

test.each(blocksIn("ts"))(
  "%s runs as it stands",
  (_title, block) => {
    const { code, out } = runBlock(block);
    expect({ code, out }).toEqual({ code: 0, out: expect.any(String) });
  },
  60_000,
);
