/** Shell functions that commands of steps may call, by name. bash 3.2, which macOS brings, must read them. */
const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  ask: [
    "ask() { # variable, question: what is set already is not asked for",
    `  if [ -z "\${!1:-}" ]; then printf '%s: ' "$2" >&2; IFS= read -r "$1" || true; fi`,
    '  if [ -z "${!1:-}" ]; then echo "$1 is needed." >&2; return 1; fi',
    '  export "$1"',
    "}",
  ],
  ask_unseen: [
    "ask_unseen() { # variable, question: what is typed is not shown",
    `  printf '%s: ' "$2" >&2; IFS= read -rs "$1" || true; printf '\\n' >&2`,
    "}",
  ],
  installed: [
    "installed() { # tool, oldest version that will do, where it is from, how it says its version",
    '  local name="$1" oldest="$2" from="$3" found; shift 3',
    '  if ! command -v "$name" >/dev/null; then echo "$name is missing: $oldest or later, from $from" >&2; MISSING=1; return 0; fi',
    `  found="$("$@" 2>&1 | grep -oE '[0-9]+(\\.[0-9]+)+' | head -n 1 || true)"`,
    `  if [ "$(printf '%s\\n%s\\n' "$oldest" "$found" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$oldest" ]; then echo "$name $found"; return 0; fi`,
    '  echo "$name $found is too old: $oldest or later, from $from" >&2; MISSING=1',
    "}",
  ],
};

/** The definitions of the functions that some lines call. */
export function functionsIn(lines: readonly string[]): string[] {
  const text = lines.join("\n");
  return Object.entries(FUNCTIONS).flatMap(([name, definition]) =>
    new RegExp(`(?:^|[;&|({]\\s*)${name} `, "m").test(text) ? definition : [],
  );
}
