/** What another process may find different; each by itself, or all at once. */
export const CONDITIONS = ["day", "time zone", "locale", "folder", "user", "environment", "file order"] as const;

export type Condition = (typeof CONDITIONS)[number];

/** A day about a year from now, so that month, year and weekday differ. */
export const DAY_SHIFT_MS = 400 * 86_400_000 + 5 * 3_600_000;

/** Variables that a process needs to run at all; everything else in the environment is a hidden input. */
const NEEDED =
  /^(PATH|Path|PATHEXT|SYSTEMROOT|SystemRoot|COMSPEC|ComSpec|NODE_OPTIONS|NODE_PATH|NODE_EXTRA_CA_CERTS|LD_LIBRARY_PATH|TMPDIR|TEMP|TMP|TS_NODE_\w+|SWC_\w+)$/;

/** The environment of a process under some conditions. */
export function environmentUnder(conditions: readonly Condition[], own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const has = (one: Condition) => conditions.includes(one);
  let entries = Object.entries(own);
  if (has("environment")) entries = [...entries.filter(([key]) => NEEDED.test(key)), ["GATEWRIGHT_DECOY", "1"]];
  const set: NodeJS.ProcessEnv = {
    ...(has("time zone") && { TZ: own["TZ"] === "Pacific/Kiritimati" ? "Pacific/Pago_Pago" : "Pacific/Kiritimati" }),
    ...(has("locale") && { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr" }),
    ...(has("user") && {
      HOME: "/nowhere",
      USER: "somebody",
      LOGNAME: "somebody",
      USERNAME: "somebody",
      HOSTNAME: "elsewhere",
    }),
  };
  const all = Object.entries({ ...Object.fromEntries(entries), ...set });
  return Object.fromEntries(has("environment") ? all.reverse() : all);
}
