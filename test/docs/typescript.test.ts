import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installPackage, type Ran, run } from "../package/installed";
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
  const config = readFileSync(join(folder, CONFIG), "utf8");
  if (!config.includes("extend:")) writeFileSync(join(folder, CONFIG), `${config}extend: ./${path.split("/")[1]}\n`);
  return run(folder, "gatewright", "synth");
}

test.each(blocksIn("ts"))(
  "%s runs as it stands",
  (_title, block) => {
    const { code, out } = runBlock(block);
    expect({ code, out }).toEqual({ code: 0, out: expect.any(String) });
  },
  60_000,
);
