import type { LoadedEnvironment } from "../config/loaded";
import { environmentOf } from "../environment/environment";
import { judgePromise } from "../promise/judge";
import type { OpenQuestion } from "../promotion/open-questions";

/**
 * Lines of a promise that the next environment cannot keep, as questions: nobody writes down what its gate then refuses.
 * What a drill still has to show is none of them.
 */
export function brokenPromise(loaded: LoadedEnvironment): OpenQuestion[] {
  const { config } = loaded;
  if (!("promise" in config)) return [];
  const { graph } = environmentOf(loaded);
  return judgePromise(config.promise, { graph, config })
    .lines.filter(({ verdict }) => verdict === "not kept")
    .map(({ line, promised, says, fix }) => {
      const path = fix?.setting ?? `promise.${line}`;
      const ask = `The topology cannot keep ${line} ${promised}. ${says}${fix ? ` ${fix.says}` : ""}`;
      return { path, ask, missing: [path] };
    });
}
