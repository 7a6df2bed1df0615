import { type InternetPath, internetPaths } from "../graph/exposure";
import { type RuleContext, rule } from "../rule";

/** The listener that is the entry: the first that speaks HTTPS, else the first. */
function entryOf(paths: readonly InternetPath[], kind: InternetPath["kind"]): InternetPath | undefined {
  const listeners = paths.filter((one) => one.kind === kind && !one.uncertain);
  return listeners.find(({ part }) => part.value("protocol") === "Https") ?? listeners[0];
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
    const frontDoor = context.gate === "scale";
    const kindOfEntry = frontDoor ? "front-door" : "gateway-listener";
    const paths = internetPaths(context.graph);
    const entry = entryOf(paths, kindOfEntry);
    for (const one of paths) {
      const { kind, part, path, says, uncertain } = one;
      const at = path === "" ? "name" : path;
      const elsewhere = entry?.address !== undefined && one.address !== entry.address;
      if (frontDoor && kind.startsWith("gateway-")) context.pass(part, at, `It ${says}.`);
      else if (uncertain) context.unknown(part, at, `Whether it ${says} is not known before apply.`);
      else if (kind === "gateway-redirect") {
        if (elsewhere) context.fail(part, at, `It is on another address than the entry: it ${says}.`);
        else context.pass(part, at, `It ${says}.`);
      } else if (one === entry || (entry?.entry !== undefined && one.entry === entry.entry))
        context.pass(part, at, `It is the entry: it ${says}.`);
      else if (kind === kindOfEntry) context.fail(part, at, `It is a second entry: it ${says}.`);
      else context.fail(part, at, `It is a path beside the entry: it ${says}.`);
    }
    if (!paths.some(({ kind }) => kind === kindOfEntry)) demandEntry(context, paths);
  },
});
