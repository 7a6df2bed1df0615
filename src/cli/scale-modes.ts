import type { LoadedEnvironment } from "../config/loaded";
import { environmentOf } from "../environment/environment";
import { modeChoices } from "../promise/modes";
import type { ModeChoice } from "../promise/promise";
import { MODE_COLUMNS, modeRows } from "../promise/render-modes";
import { table } from "./table";

/** What each mode of a second region would cost and keep; none below Scale. */
export function modesOf(loaded: LoadedEnvironment): readonly ModeChoice[] {
  const { config } = loaded;
  if (config.stage !== "scale") return [];
  return modeChoices(config.promise, { graph: environmentOf(loaded).graph, config });
}

/** The modes as a table, for whoever has to choose one. */
export function renderModes(modes: readonly ModeChoice[]): string[] {
  if (modes.length === 0) return [];
  const [first = "", ...others] = MODE_COLUMNS;
  const rows = modeRows(modes).map(([mode = "", ...rest]) => [`  ${mode}`, ...rest]);
  return ["What each mode of the second region costs and keeps:", table([`  ${first}`, ...others], rows), ""];
}
