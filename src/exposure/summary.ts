import { count } from "../report/sentence";
import type { Exposure } from "./exposure";

/** Several things in a row: `a`, `a and b`, `a, b and c`. */
function series(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

const verb = (n: number, one: string, many: string) => (n === 1 ? one : many);

/** Names that are written out; the rest is counted. */
const SHOWN = 3;

function naming(what: string, names: readonly string[]): string {
  const distinct = [...new Set(names)].sort();
  const more = distinct.length > SHOWN ? [`${distinct.length - SHOWN} more`] : [];
  return `${what}: ${series([...distinct.slice(0, SHOWN), ...more])}`;
}

function waysIn({ waysIn: all }: Exposure): string {
  const redirects = all.filter(({ kind }) => kind === "gateway-redirect");
  const serving = all.filter((one) => !redirects.includes(one));
  const certain = serving.filter(({ open }) => open === "yes");
  const perhaps = serving.filter(({ open }) => open === "perhaps");
  const entries = (ways: Exposure["waysIn"]) => new Set(ways.map(({ entry }) => entry)).size;
  const holders = (ways: Exposure["waysIn"]) => ways.map(({ resource }) => resource);
  return [
    certain.length > 0
      ? naming(count(entries(certain), "way"), holders(certain))
      : perhaps.length > 0
        ? "none for certain"
        : "nothing answers the Internet",
    ...(perhaps.length > 0 ? [naming(`${count(entries(perhaps), "way")} that may be open`, holders(perhaps))] : []),
    ...(redirects.length > 0 ? [`${count(redirects.length, "listener")} only to send callers on to HTTPS`] : []),
  ].join("; ");
}

function services({ services: all }: Exposure): string {
  if (all.length === 0) return "none";
  const reached = all.filter(({ reach }) => reach === "the Internet").length;
  const unknown = all.filter(({ reach }) => reach === "not known").length;
  const parts = [`${reached} of ${count(all.length, "service")} ${verb(reached, "answers", "answer")} the Internet`];
  if (unknown > 0) parts.push(`of ${unknown} it is not known`);
  return series(parts);
}

function platform({ platformServices: all }: Exposure): string {
  const of = (side: string) => all.filter(({ publicSide }) => publicSide === side).map(({ resource }) => resource);
  const [everybody, some, unknown] = [of("everybody"), of("some callers"), of("not known")];
  const nobody = of("on, for nobody yet");
  if (all.length === 0) return "none";
  const parts = [
    ...(everybody.length > 0 ? [naming(`everybody gets as far as the sign-in of ${everybody.length}`, everybody)] : []),
    ...(some.length > 0 ? [naming(`some callers as far as that of ${some.length}`, some)] : []),
    ...(nobody.length > 0 ? [naming(`${nobody.length} would let in whom a firewall rule names`, nobody)] : []),
    ...(unknown.length > 0 ? [naming(`of ${unknown.length} it is not known`, unknown)] : []),
  ];
  return `${all.length}; ${parts.join("; ") || "none has a public side"}`;
}

function leaving({ waysOut, firewallRules, connections }: Exposure): string {
  const of = (kind: string) => waysOut.filter((one) => one.kind === kind).length;
  const allowed = firewallRules.filter(({ action }) => action !== "deny");
  const own = allowed.filter(({ whose }) => whose === "platform").length;
  const parts = [
    of("firewall") > 0
      ? `${count(of("firewall"), "place")} only through the firewall, by ${count(allowed.length, "rule")}, ${own} of them the platform's own`
      : "",
    of("open") > 0 ? `${count(of("open"), "place")} straight to anywhere` : "",
    of("platform") > 0 ? `${count(of("platform"), "subnet")} of Azure's own gateways` : "",
    of("not known") > 0 ? `of ${of("not known")} it is not known` : "",
    connections.length > 0 ? `${count(connections.length, "connection")} to other networks` : "",
  ].filter((one) => one !== "");
  return parts.join("; ") || "nothing of the plan sends anything";
}

function addresses({ publicAddresses: all }: Exposure): string {
  const of = (made: string) => all.filter((one) => one.made === made).length;
  const [own, elsewhere, azure] = [of("plan"), of("elsewhere"), of("by Azure")];
  return [
    own > 0 ? `${own} in the plan` : "none in the plan",
    ...(elsewhere > 0 ? [`${elsewhere} from elsewhere`] : []),
    ...(azure > 0 ? [`${azure} that Azure makes beside it`] : []),
  ].join(", ");
}

function rights({ identities }: Exposure): string {
  const wide = identities.filter((one) => one.rights.some(({ administers }) => administers)).length;
  const administer = wide === 0 ? "none" : `${wide}`;
  return `${identities.length} named, ${administer} of which ${verb(wide, "administers", "administer")} resources or access`;
}

/** The answer in a few lines: a heading and what it says. */
export function summary(found: Exposure): readonly (readonly [what: string, says: string])[] {
  const people = found.people.map(({ resource }) => resource);
  return [
    ["In from the Internet", waysIn(found)],
    ["Services", services(found)],
    ["Data stores and platform services", platform(found)],
    ["People in the network", people.length > 0 ? `by VPN, through ${series(people)}` : "no VPN"],
    ["Out", leaving(found)],
    ["Public addresses", addresses(found)],
    ["Identities", rights(found)],
  ];
}
