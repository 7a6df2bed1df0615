import { type InternetPath, internetPaths } from "../../reach/exposure";
import { NOT_YET } from "../helpers/not-yet";
import { judgeUnread } from "../helpers/unread";
import { type RuleContext, rule } from "../rule";

/** The listener that is the entry: the first that speaks HTTPS, else the first. */
function entryOf(paths: readonly InternetPath[]): InternetPath | undefined {
  const listeners = paths.filter((one) => one.kind === "gateway-listener" && !one.uncertain);
  return listeners.find(({ part }) => part.value("protocol") === "Https") ?? listeners[0];
}

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
      fix: "Add an application gateway with one HTTPS listener that leads to the public services.",
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

/** Neither which Front Door is the entry nor whether a gateway takes its requests only is judged, so nothing passes. */
function judgeBesideFrontDoor(context: RuleContext, paths: readonly InternetPath[]): void {
  const [first] = paths.filter(({ kind, uncertain }) => kind === "front-door" && !uncertain);
  for (const one of paths) {
    const { kind, part, says, uncertain } = one;
    const at = placeOf(one);
    if (kind === "front-door" && first && one !== first && !uncertain)
      context.fail(part, at, `It is a second entry: it ${says}.`);
    else if (kind === "front-door") context.unknown(part, at, `${NOT_YET} whether it is the one entry: it ${says}.`);
    else if (kind.startsWith("gateway-"))
      context.unknown(part, at, `${NOT_YET} whether it takes the requests of one Front Door only: it ${says}.`);
    else if (uncertain) context.unknown(part, at, `Whether it ${says} is not known before apply.`);
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
