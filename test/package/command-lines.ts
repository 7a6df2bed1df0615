import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./installed";

/** A command line of the journey, or what happens to a file between two of them. */
export type Turn =
  | { readonly argv: readonly string[] }
  /** A certificate, as a machine with Terraform and the provider would have written it. */
  | { readonly rehearsed: string }
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly replace: readonly (readonly [old: string, text: string])[] };

/** How a command line ended, and what it said. */
export interface Told {
  readonly line: string;
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Takes the turns in order in one process of the installed package, in a folder; a process for each would take a minute. */
export function takeTurns(folder: string, turns: readonly Turn[]): readonly Told[] {
  const script = `
    const { readFileSync, writeFileSync } = require("node:fs");
    const { main } = require("./node_modules/gatewright/dist/src/cli/main.js");
    const { out, err } = { out: process.stdout, err: process.stderr };
    const { parseCertificate, renderCertificate } = require("./node_modules/gatewright/dist/src/recreation/certificate.js");
    const take = async (turn) => {
      if (turn.rehearsed) {
        const certificate = parseCertificate(readFileSync(turn.rehearsed, "utf8"), turn.rehearsed);
        const rehearsal = { outcome: "rehearsed", providers: {}, stacks: [], gaps: [], lifted: [] };
        return writeFileSync(turn.rehearsed, renderCertificate({ ...certificate, rehearsal }));
      }
      if (turn.text !== undefined) return writeFileSync(turn.file, turn.text);
      if (turn.replace) {
        let text = readFileSync(turn.file, "utf8");
        for (const [old, by] of turn.replace) {
          if (!text.includes(old)) throw new Error(turn.file + " does not say " + old + ":\\n" + text);
          text = text.replace(old, by);
        }
        return writeFileSync(turn.file, text);
      }
      const said = { out: "", err: "" };
      const keep = (key) => (chunk) => ((said[key] += chunk), true);
      const write = [out.write, err.write];
      [out.write, err.write] = [keep("out"), keep("err")];
      try {
        const code = await main(turn.argv);
        told.push({ line: turn.argv.join(" "), code, ...said });
      } finally {
        [out.write, err.write] = write;
      }
    };
    const told = [];
    (async () => {
      for (const turn of JSON.parse(readFileSync("turns.json", "utf8"))) await take(turn);
      out.write(JSON.stringify(told));
    })();`;
  writeFileSync(join(folder, "turns.json"), JSON.stringify(turns));
  writeFileSync(join(folder, "turns.js"), script);
  const { code, out } = run(folder, process.execPath, "turns.js");
  if (code !== 0) throw new Error(out);
  return JSON.parse(out) as Told[];
}
