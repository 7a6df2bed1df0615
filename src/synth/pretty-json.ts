/** JSON as cdktf writes it: sorted keys, two spaces. What does it is loaded when something is written. */
export function prettyJson(value: unknown): string {
  const stringify = require("json-stable-stringify") as typeof import("json-stable-stringify");
  return stringify(value, { space: 2 }) ?? "";
}
