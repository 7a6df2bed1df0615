import { typesWith } from "../../azure";
import type { Part } from "../../plan/resource";
import { listenersToJudge, onlyRedirects } from "../../reach/gateway";
import { judgeServerParameters, SERVER_PARAMETERS } from "../helpers/server-parameters";
import { rule } from "../rule";

const SETTINGS = typesWith("tls");

/** Where a setting stands: in each of its blocks where there are several. */
function* places(part: Part, path: string): Generator<{ part: Part; rest: string }> {
  const dot = path.indexOf(".");
  const [head, rest] = [path.slice(0, dot), path.slice(dot + 1)];
  const blocks = dot < 0 ? [] : part.blocks(head);
  if (blocks.length > 1 || (blocks.length === 1 && rest.includes(".")))
    for (const block of blocks) yield* places(block, rest);
  else yield { part, rest: path };
}

export const net01 = rule({
  control: "NET-01",
  title: "Ingress is HTTPS, and TLS is 1.2 or newer wherever it can be set",
  why: "What travels in the clear is read by whoever sits on the way, a POC's passwords included.",
  fix: "Turn plain HTTP off and set the lowest TLS version to 1.2.",
  severity: "high",
  since: "poc",
  types: [
    ...SETTINGS.map(([type]) => type),
    ...SERVER_PARAMETERS,
    "azurerm_container_app",
    "azurerm_application_gateway",
  ],
  needs: ["plan"],
  check(context) {
    for (const [type, settings] of SETTINGS)
      for (const one of context.resources(type))
        for (const { path, good } of settings)
          for (const { part, rest } of places(one, path))
            context.expect(
              part,
              rest,
              (value) => (Array.isArray(value) ? value : [value]).every((each) => good.includes(each)),
              (value) => `${path} is ${Array.isArray(value) ? value.join(" and ") : value}.`,
            );
    judgeServerParameters(context);
    for (const app of context.resources("azurerm_container_app"))
      for (const ingress of app.blocks("ingress")) {
        context.expect(
          ingress,
          "allow_insecure_connections",
          (value) => value !== true,
          () => "It takes plain HTTP.",
        );
        if (ingress.value("external_enabled") === true)
          context.expect(
            ingress,
            "transport",
            (value) => value !== "tcp",
            () => "It takes raw TCP from outside.",
          );
      }
    for (const gateway of context.resources("azurerm_application_gateway"))
      for (const listener of listenersToJudge(gateway)) {
        if (onlyRedirects(gateway, listener.text("name") ?? "")) context.pass(listener, "protocol");
        else
          context.expect(
            listener,
            "protocol",
            (value) => value === "Https",
            () => "It serves plain HTTP.",
          );
      }
  },
});
