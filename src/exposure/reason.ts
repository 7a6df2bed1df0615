/** Who wants something, why, and until when, as far as a text says. */
export interface Reason {
  readonly owner?: string;
  readonly why?: string;
  readonly until?: string;
}

const OWNER = /\bowner\s*[:=]\s*([^\s.;,]\S*?)(?=[.;,]?(?:\s|$))[.;,]?/i;
const MAIL = /^\s*([^\s@]+@[^\s@:;,]+)\s*[:;,]\s*/;
const UNTIL = /\(?\buntil\s?[:=]?\s?(\d{4}-\d{2}-\d{2})\)?\.?/i;

/** Takes a rule's description apart: `owner: ada@orders.example. Card payments. until 2027-03-01`. */
export function reasonOf(description: string): Reason {
  const until = UNTIL.exec(description);
  const rest = until ? description.replace(until[0], "") : description;
  const owner = OWNER.exec(rest) ?? MAIL.exec(rest);
  const why = (owner ? rest.replace(owner[0], "") : rest)
    .replace(/^\s*(?:why|reason)\s*[:=]\s*/i, "")
    .trim()
    .replace(/[.,;]$/, "");
  return {
    ...(owner?.[1] && { owner: owner[1] }),
    ...(why !== "" && { why }),
    ...(until?.[1] && { until: until[1] }),
  };
}
