import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type BadInputCase, badInput } from "../support/bad-input";
import { type Case, digestName } from "./case";
import { runWithoutRunner } from "./without-runner";

const TEST = join(__dirname, "..");
/** Where the tests stand whose rows are what users get wrong. */
const FOLDERS = ["config", "foundation/config.test.ts", "promotion", "cli/check-bad-input.test.ts"];

/**
 * What the tests give to the product to be refused, each asked from the command line. The tests are run without a
 * runner and without looking at what they expect: what they give is kept by `test/support/bad-input`.
 */
export async function refusedCases(): Promise<Case[]> {
  const files = FOLDERS.flatMap((path) =>
    path.endsWith(".ts")
      ? [path]
      : readdirSync(join(TEST, path))
          .filter((name) => /^(?!.*property|ladder|promote).*\.test\.ts$/.test(name))
          .map((name) => join(path, name)),
  );
  await runWithoutRunner(files.map((file) => join(TEST, file)));
  const seen = new Map(
    badInput.filter(isWhole).map(({ files, argv }): [string, Case] => {
      const [command = ""] = argv;
      const name = `refused/${command}-${digestName(JSON.stringify([files, argv]))}`;
      return [name, { name, files, commands: { [command]: argv } }];
    }),
  );
  return [...seen.values()];
}

/** Whether it is all text: a row without a runner may leave something out. */
const isWhole = ({ files }: BadInputCase) => Object.values(files).every((text) => typeof text === "string");
