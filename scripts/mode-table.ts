import { join } from "node:path";
import { modesOf } from "../src/cli/scale-modes";
import { loadEnvironment } from "../src/config/load";
import { MODE_COLUMNS, modeRows } from "../src/promise/render-modes";

const SCALE = join(__dirname, "../examples/scale/environments/orders.scale.yaml");

/** What each mode of the example's second region costs and keeps, before anything was drilled, as Markdown. */
export function modeTable(): string {
  const rows = [MODE_COLUMNS, MODE_COLUMNS.map(() => "---"), ...modeRows(modesOf(loadEnvironment(SCALE)))];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}
