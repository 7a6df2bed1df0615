import { inertJson } from "../display/inert";
import type { Report } from "./model";

/** Raised when a field of the JSON report changes its meaning or goes away. */
const JSON_REPORT_VERSION = 1;

/** The report as data, for programs. */
export function renderJson(report: Report): string {
  return `${inertJson({ version: JSON_REPORT_VERSION, ...report })}\n`;
}
