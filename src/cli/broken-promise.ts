import type { LoadedEnvironment } from "../config/loaded";
import { buildGraph } from "../policy/graph/build";
import type { JsonObject } from "../policy/graph/json";
import { judgePromise } from "../promise/judge";
import type { OpenQuestion } from "../promotion/open-questions";
import { stacksOf } from "./floors";

/**
 * Lines of a promise that the next environment cannot keep, as questions: nobody writes down what its gate then refuses.
 * What a drill still has to show is none of them.
 */
export async function brokenPromise(loaded: LoadedEnvironment): Promise<OpenQuestion[]> {
  const { config } = loaded;
  if (config.stage !== "production") return [];
  const stacks = await stacksOf(loaded);
  const graph = buildGraph(stacks.map(({ name, json }) => ({ kind: "synth", name, json: json as JsonObject })));
  return judgePromise(config.promise, { graph, config })
    .lines.filter(({ verdict }) => verdict === "not kept")
    .map(({ line, promised, says, fix }) => {
      const path = `promise.${line}`;
      const ask = `The topology cannot keep ${line} ${promised}. ${says}${fix ? ` ${fix.says}` : ""}`;
      return { path, ask, missing: [path] };
    });
}
