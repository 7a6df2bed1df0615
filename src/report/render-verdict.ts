import { renderJson } from "./json";
import { renderMarkdown } from "./markdown";
import type { Report } from "./model";
import { renderSarif } from "./sarif";
import { renderText } from "./text";

/** The formats of a report. */
export const FORMATS = {
  text: renderText,
  json: renderJson,
  markdown: renderMarkdown,
  sarif: renderSarif,
} as const satisfies Record<string, (report: Report) => string>;

/** A format by name. */
export type Format = keyof typeof FORMATS;
