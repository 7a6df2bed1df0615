import type { Resource } from "../../plan/resource";
import { type InternetPath, internetPaths } from "../../reach/exposure";
import { ENDPOINT, profileOf, routesOf } from "../../reach/front-door";
import { guardOf } from "../../reach/only-front-door";
import { judgeUnread } from "../helpers/unread";
import { type RuleContext, rule } from "../rule";

/** The listener that is the entry: the first that speaks HTTPS, else the first. */
function entryOf(paths: readonly InternetPath[]): InternetPath | undefined {
  const listeners = paths.filter((one) => one.kind === "gateway-listener" && !one.uncertain);
  return listeners.find(({ part }) => part.value("protocol") === "Https") ?? listeners[0];
}

const EDGE_FIX =
  "Let one Front Door Premium be the entry, with origins by private link, and take every other way in away.";

function placeOf({ path }: InternetPath): string {
  return path === "" ? "name" : path;
}

/** Apps that answer, in a plan where nothing leads to them: an entry that is forgotten is worked around. */
function demandEntry(context: RuleContext, paths: readonly InternetPath[]): void {
  const onInternet = new Set(paths.map(({ part }) => part.resource));
  const app = context
    .resources("azurerm_container_app")
    .find((one) => one.blocks("ingress").length > 0 && !onInternet.has(one));
  if (app)
    context.fail(app, "ingress", "No entry leads to the apps: nothing takes requests from the Internet for them.", {
      fix: context.from("scale")
        ? EDGE_FIX
        : "Add an application gateway with one HTTPS listener that leads to the public services.",
    });
}

function judgeBesideGateway(context: RuleContext, paths: readonly InternetPath[]): void {
  const entry = entryOf(paths);
  for (const one of paths) {
    const { kind, part, says, uncertain } = one;
    const at = placeOf(one);
    const elsewhere = entry?.address !== undefined && one.address !== entry.address;
    if (uncertain) context.unknown(part, at, `Whether it ${says} is not known before apply.`);
    else if (kind === "gateway-redirect") {
      if (elsewhere) context.fail(part, at, `It is on another address than the entry: it ${says}.`);
      else context.pass(part, at, `It ${says}.`);
    } else if (one === entry || (entry?.entry !== undefined && one.entry === entry.entry))
      context.pass(part, at, `It is the entry: it ${says}.`);
    else if (kind === "gateway-listener") context.fail(part, at, `It is a second entry: it ${says}.`);
    else context.fail(part, at, `It is a path beside the entry: it ${says}.`);
  }
}

/** The Front Door that is the entry: the first that leads somewhere, else the first. */
function frontDoorOf(paths: readonly InternetPath[]): Resource | undefined {
  const endpoints = paths.filter(({ part, uncertain }) => part.resource.type === ENDPOINT && !uncertain);
  const all = endpoints.map(({ part }) => part.resource);
  return all.find((one) => routesOf(one).length > 0) ?? all[0];
}

/** A gateway beside Front Door is an origin of it where it takes the requests of no other, and a second way in otherwise. */
function judgeGateway(context: RuleContext, path: InternetPath, entry: Resource | undefined): void {
  const { part, says } = path;
  const at = placeOf(path);
  const profile = entry && profileOf(entry);
  const fix = { fix: EDGE_FIX };
  if (!entry) context.fail(part, at, `No Front Door stands before it: it ${says}.`, fix);
  else if (!profile)
    context.unknown(part, at, `Whether it takes the requests of one Front Door only is not known: it ${says}.`);
  else {
    const guard = guardOf(part, profile);
    if (guard.state === "only") context.pass(part, at, `It ${guard.says}.`);
    else if (guard.state === "unknown") context.unknown(part, at, `It ${guard.says}; it ${says}.`);
    else context.fail(part, at, `It is a second entry: it ${says}, and ${guard.says}.`, fix);
  }
}

function judgeBesideFrontDoor(context: RuleContext, paths: readonly InternetPath[]): void {
  const entry = frontDoorOf(paths);
  for (const one of paths) {
    const { kind, part, says, uncertain } = one;
    const at = placeOf(one);
    if (uncertain) context.unknown(part, at, `Whether it ${says} is not known before apply.`);
    else if (part.resource === entry) context.pass(part, at, `It is the entry: it ${says}.`);
    else if (part.resource.type === ENDPOINT) context.fail(part, at, `It is a second entry: it ${says}.`);
    else if (kind === "gateway-listener" || kind === "gateway-redirect") judgeGateway(context, one, entry);
    else context.fail(part, at, `It is a path beside the entry: it ${says}.`);
  }
}

export const net05 = rule({
  control: "NET-05",
  title: "There is exactly one path from the Internet, and it is the entry",
  why: "Every other way in is one that the firewall, the logs and the people on call do not see.",
  fix: "Keep one HTTPS listener of the gateway, with as many host names as needed; close every other path.",
  severity: "high",
  since: "pre-production",
  types: ["*"],
  needs: ["plan"],
  neverWaived: true,
  check(context) {
    const paths = internetPaths(context.graph);
    if (context.from("scale")) judgeBesideFrontDoor(context, paths);
    else judgeBesideGateway(context, paths);
    if (!paths.some(({ kind }) => kind === "gateway-listener" || (context.from("scale") && kind === "front-door")))
      demandEntry(context, paths);
    judgeUnread(context, "waysIn");
  },
});
