import { describe, UNKNOWN } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import { environmentIsPublic } from "../../reach/exposure";
import { ORIGIN, originsOf, profileOfOrigin } from "../../reach/front-door";
import { publicListeners } from "../../reach/gateway";
import { target } from "../../reach/network";
import { guardOf } from "../../reach/only-front-door";
import type { RuleContext } from "../rule";

const ENVIRONMENT = "azurerm_container_app_environment";
const GATEWAY = "azurerm_application_gateway";
const TARGET = "private_link_target_id";
const CLOSE = {
  fix: 'Set public_network_access = "Disabled" on the environment: then private links alone lead into it.',
};

/** Judges one origin, also one that is switched off: a failover switches it on. */
export function judgeOrigin(context: RuleContext, origin: Resource): void {
  context.expect(
    origin,
    "certificate_name_check_enabled",
    (value) => value === true,
    () => "The edge takes any certificate for the origin's: whoever answers in its place is believed.",
  );
  const [link] = origin.blocks("private_link");
  if (link) judgeLink(context, link);
  else if (origin.isUnknown("private_link")) context.unknown(origin, "private_link");
  else judgeHost(context, origin);
}

function judgeLink(context: RuleContext, link: Part): void {
  const type = link.value("target_type");
  const [to] = link.refs(TARGET);
  const environment = target(to, ENVIRONMENT);
  if (type === UNKNOWN || link.uncertain) context.unknown(link, "target_type");
  else if (type !== "managedEnvironments" || (to?.kind === "resource" && !environment))
    context.fail(
      link,
      "target_type",
      `It leads to ${type ?? "a private link service"}, which is no container environment of this plan.`,
    );
  else if (environment?.mode !== "managed")
    context.unknown(
      link,
      TARGET,
      "It leads to an environment that the plan does not have, whose public side may be on.",
    );
  else {
    const open = environmentIsPublic(environment);
    if (open === UNKNOWN)
      context.unknown(
        link,
        TARGET,
        `Whether the public side of ${environment.address} is off is not known before apply.`,
      );
    else if (open)
      context.fail(
        link,
        TARGET,
        `It leads to ${environment.address}, whose public side is on: it is reached around the edge.`,
        CLOSE,
      );
    else context.pass(link, TARGET, `It leads to ${environment.address} by private link.`);
  }
}

/** The public listeners of the gateways that a host name leads to: by their address, or by the name that they answer to. */
function listenersAt(origin: Resource): readonly Part[] {
  const addresses = new Set(origin.refs("host_name").flatMap((one) => target(one, "azurerm_public_ip") ?? []));
  const name = origin.text("host_name")?.toLowerCase();
  const isAt = (gateway: Resource) =>
    gateway
      .blocks("frontend_ip_configuration")
      .some((one) => addresses.has(target(one.refs("public_ip_address_id")[0], "azurerm_public_ip") as Resource));
  const answers = (listener: Part) =>
    [listener.text("host_name"), ...listener.texts("host_names")].some((one) => one?.toLowerCase() === name);
  return origin.graph.of(GATEWAY).flatMap((gateway) => {
    const listeners = publicListeners(gateway);
    return isAt(gateway) || (name !== undefined && listeners.some(answers)) ? listeners : [];
  });
}

function judgeHost(context: RuleContext, origin: Resource): void {
  const path = "host_name";
  const listeners = listenersAt(origin);
  const profile = profileOfOrigin(origin);
  if (listeners.length === 0) {
    if (origin.value(path) === UNKNOWN && origin.refs(path).every(({ kind }) => kind !== "resource"))
      context.unknown(origin, path, "Where it leads is not known before apply, and it is no private link.");
    else
      context.fail(
        origin,
        path,
        `It leads to ${origin.text(path) ?? describe(origin.ref(path))} over the Internet, where everybody else gets too.`,
      );
    return;
  }
  for (const one of listeners) {
    const gateway = one.resource.address;
    if (!profile) {
      context.unknown(origin, path, `Whether ${gateway} takes the requests of this Front Door only is not known.`);
      continue;
    }
    const { state, says } = guardOf(one, profile);
    if (state === "only") context.pass(origin, path, `It leads to ${gateway}, which ${says}.`);
    else if (state === "unknown") context.unknown(origin, path, `It leads to ${gateway}, which ${says}.`);
    else context.fail(origin, path, `It leads to ${gateway}, which ${says}.`);
  }
}

/** Where requests are led must be here to be judged. @param part  a route, or an action of a rule that overrides it */
export function judgeGroupOf(context: RuleContext, part: Part): void {
  const path = "cdn_frontdoor_origin_group_id";
  const [to] = part.refs(path);
  if (!to) return;
  const group = target(to, "azurerm_cdn_frontdoor_origin_group");
  if (!group) context.unknown(part, path, "It leads to an origin group that the plan does not have.");
  else if (originsOf(group).length === 0 && !hasOpenGroup(context))
    context.unknown(part, path, `It leads to ${group.address}, of which the plan has no origin.`);
  else context.pass(part, path);
}

/** True where an origin may be of any group; each such origin is judged by itself. */
function hasOpenGroup(context: RuleContext): boolean {
  return context.resources(ORIGIN).some((one) => one.ref("cdn_frontdoor_origin_group_id").kind === "unknown");
}
