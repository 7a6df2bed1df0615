import { UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { byHost } from "../../reach/hosts";
import type { RuleContext } from "../rule";
import { isOwnHost, type OwnHosts, ownHosts } from "./own-hosts";

const FIX = "Send callers on to a listener, or to a host that the entry answers to.";

/** A URL's scheme and its path may be what a backend said: `{http_resp_Location_1}://`. */
const URL_TEXT = /^(?:(https?|\{[^}]*\}):)?\/\/([^/?#\\{]*)/i;

/** What a gateway tells callers: an address whole, or what a backend said of one. */
function host(text: string): { readonly scheme: string; readonly host: string } | undefined {
  const [, scheme = "", authority = ""] = URL_TEXT.exec(text.replace(/[\t\n\r]/g, "").trim()) ?? [];
  const name = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  return name === "" ? undefined : { scheme: scheme.toLowerCase(), host: name.toLowerCase() };
}

function judge(context: RuleContext, part: Part, path: string, own: OwnHosts): void {
  const value = part.value(path);
  if (value === undefined) return;
  const place = typeof value === "string" ? host(value) : undefined;
  if (value === UNKNOWN || !place) {
    context.unknown(part, path, "Where the gateway sends callers is not known before apply.");
    return;
  }
  if (place.scheme === "http")
    context.fail(part, path, `The gateway sends callers to ${place.host} in plain HTTP.`, { fix: FIX });
  if (isOwnHost(own, place.host) || byHost(context.graph, place.host).length > 0) {
    if (place.scheme !== "http") context.pass(part, path);
  } else if (own.open)
    context.unknown(part, path, `Whether ${place.host} is a host of the entry is not known before apply.`);
  else context.fail(part, path, `The gateway sends callers to ${place.host}, which is not the entry's.`, { fix: FIX });
}

/** Headers of answers that tell callers to go elsewhere; one that begins with `/` stays. */
function* locations(gateway: Resource): Generator<Part> {
  for (const set of gateway.blocks("rewrite_rule_set"))
    for (const rule of set.blocks("rewrite_rule"))
      for (const header of rule.blocks("response_header_configuration")) {
        const stays = /^(?:\/(?![/\\])|\{[^}]*\}$|$)/.test(header.text("header_value") ?? "-");
        if (header.text("header_name")?.toLowerCase() === "location" && !stays) yield header;
      }
}

/** Judges where a gateway sends callers on to: whoever trusts the entry's name follows it. */
export function judgeRedirects(context: RuleContext, gateway: Resource): void {
  const own = ownHosts(context);
  if (gateway.wasWritten("redirect_configuration") && gateway.isUnknown("redirect_configuration"))
    context.unknown(gateway, "redirect_configuration");
  for (const one of gateway.blocks("redirect_configuration")) judge(context, one, "target_url", own);
  for (const one of locations(gateway)) judge(context, one, "header_value", own);
}

/** Judges a host name to which the edge sends callers on; without one they stay at the name that they asked for. */
export function judgeOwnHost(context: RuleContext, part: Part, path: string): void {
  const own = ownHosts(context);
  const value = part.value(path);
  const name = typeof value === "string" ? value.toLowerCase() : "";
  if (value === UNKNOWN) context.unknown(part, path, "Where the edge sends callers is not known before apply.");
  else if (name === "" || isOwnHost(own, name) || byHost(context.graph, name).length > 0) context.pass(part, path);
  else if (own.open) context.unknown(part, path, `Whether ${name} is a host of the entry is not known before apply.`);
  else context.fail(part, path, `The edge sends callers to ${name}, which is not the entry's.`, { fix: FIX });
}
