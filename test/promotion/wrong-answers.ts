import { join } from "node:path";
import { loadEnvironment } from "../../src/config/load";
import type { Promotable } from "../../src/promotion/gate";
import { promote } from "../../src/promotion/promote";
import { readSittings } from "../../src/promotion/sitting";
import { writeYaml } from "../../src/promotion/write-yaml";
import { keepPromotion } from "../support/bad-input";
import { folderWith } from "../support/folder";
import { refusal } from "../support/problems";
import type { Gate } from "./gates";

/** What `promote` says of an answers file, at `line:column` of it; empty when it takes it. */
export function problemsAt({ from, answers, ...options }: Gate): string {
  const [config, file] = [`orders.${from.stage}.yaml`, "answers.yaml"];
  const text = writeYaml(from);
  const gate = /^gate: (\S+)/m.exec(answers)?.[1];
  keepPromotion({ [config]: text, [`orders.${gate}.answers.yaml`]: answers }, config, options.today);
  const folder = folderWith({ [config]: text, [file]: answers });
  const loaded = loadEnvironment(join(folder, config));
  const said = refusal(() => {
    const sittings = readSittings<Promotable>(join(folder, file));
    promote(loaded.config as Promotable, sittings, { ...options, positionOf: loaded.positionOf });
  });
  return said.replaceAll(`${folder}/`, "").replaceAll(`${file}:`, "");
}

/** One wrong answer: a text of the file, what stands there instead, and all that is said about it. */
export type WrongAnswer = readonly [what: string, from: string | RegExp, to: string, ...says: readonly string[]];

/** One test a wrong answer: the whole text, so that nothing else is said. */
export function describeWrongAnswers(title: string, gate: Gate, wrong: readonly WrongAnswer[]): void {
  describe(title, () => {
    test.each(wrong.map(([what, from, to, ...says]) => [what, from, to, says] as const))("%s", (_, from, to, says) => {
      const answers = gate.answers.replace(from, to);
      expect(answers).not.toBe(gate.answers);
      expect(problemsAt({ ...gate, answers }).split(/\n(?! )/)).toEqual(says);
    });
  });
}
