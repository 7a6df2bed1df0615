import { markdown } from "../display/inert";
import { markdownTable } from "../display/markdown-table";
import { count } from "../report/sentence";
import type { Exposure } from "./exposure";
import { list, part } from "./render-part";

const KINDS = {
  firewall: "to the firewall",
  open: "straight out",
  quiet: "straight out, but nothing there sends",
  dropped: "nowhere",
  platform: "straight out, Azure's own",
  "not known": "not known",
} as const satisfies Record<Exposure["waysOut"][number]["kind"], string>;

/** Where what leaves goes, and connections. */
export function waysOut({ waysOut: all, connections }: Exposure): string {
  const table = part(
    "Where what leaves goes",
    "Nothing of the plan sends anything.",
    ["from", "range", "what stands there", "0.0.0.0/0 goes", "how", "besides"],
    all.map((one) => [
      one.resource,
      list(one.ranges),
      list(one.holds, one.ranges.length > 0 ? "nothing" : ""),
      KINDS[one.kind],
      one.says,
      one.besides.join("; "),
    ]),
  );
  if (connections.length === 0) return table;
  const joined = markdownTable(
    ["connection", "to", "what it does"],
    connections.map(({ resource, to, says }) => [resource, list(to), says]),
  );
  return `${table}\n\n${joined}`;
}

/** What firewalls let out. */
export function firewall({ firewalls, firewallRules, idleRuleGroups }: Exposure): string {
  const states = firewalls.map(({ resource, tier, policy, knownBad }) =>
    markdown(`${resource}, tier ${tier}, policy ${policy}, addresses known to be bad: ${knownBad}.`),
  );
  const idle = idleRuleGroups.map((one) => markdown(`${one} applies to no firewall of the plan.`));
  const rules = part(
    "What the firewall lets out",
    firewalls.length === 0
      ? "The plan has no firewall: what leaves is not filtered."
      : "Nothing: no rule allows anything.",
    ["rule", "action", "from", "to", "ports", "whose", "wanted by", "why", "until"],
    firewallRules.map((one) => [
      one.rule,
      one.action,
      list(one.from),
      list(one.to),
      list(one.ports),
      one.whose === "platform" ? "the platform's own" : "the product's",
      one.owner,
      one.why,
      one.until || "no end",
    ]),
  );
  const notes = [
    ...states,
    ...(firewallRules.length > 0 && firewalls.length > 0 ? ["Everything else is denied."] : []),
    ...idle,
  ];
  return notes.length > 0 ? `${rules}\n\n${notes.map((one) => `- ${one}`).join("\n")}` : rules;
}

/** What no firewall sees because Azure sends it; what stays in the environment is counted, the rest is told. */
export function sentByAzure({ sentByAzure: all }: Exposure): string {
  const out = all.filter(({ inside }) => inside !== "yes");
  const table = part(
    "What Azure sends by itself, past every firewall",
    all.length === 0 ? "Nothing." : "Nothing leaves the environment.",
    ["from", "what", "to"],
    out.map(({ resource, what, to }) => [resource, what, to]),
  );
  const inside = all.length - out.length;
  return inside === 0 ? table : `${table}\n\n${count(inside, "more flow")} within the environment.`;
}

/** Who may do what, and who they are. */
export function identities({ identities: all }: Exposure): string {
  const rows = all.flatMap(({ identity, rights }) =>
    rights.length === 0
      ? [[identity, "nothing", "", "", ""]]
      : rights.map(({ may, role, on, held }) => [identity, may, role, on, held]),
  );
  const rights = part(
    "What each identity can do",
    "The plan names none.",
    ["identity", "may", "by", "on", "held"],
    rows,
  );
  if (all.length === 0) return rights;
  const users = markdownTable(
    ["identity", "kind", "used by"],
    all.map(({ identity, kind, usedBy }) => [
      identity,
      kind,
      list(usedBy, kind === "identity" ? "nothing of the plan" : ""),
    ]),
  );
  return `${rights}\n\nWho they are:\n\n${users}`;
}

/** What this does not tell. */
export function notRead({ notRead: all }: Exposure): string {
  return part(
    "What this does not tell",
    "Everything of the plan was read.",
    ["what", "why"],
    all.map(({ what, why }) => [what, why]),
  );
}
