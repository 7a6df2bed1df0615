import { expressionsIn } from "../../plan/expression";
import { asObject, type JsonObject, strings } from "../../plan/json";
import type { Stack } from "../../plan/stack";
import { GIVEN, outputBehind } from "../../policy/helpers/externals";
import { writtenIds } from "../../policy/helpers/ids";
import type { Claim, Says } from "../claim";
import { localAddress, orderOf, type Subject } from "../subject";

/** Host names that Azure makes from the name of a resource. */
const HOST =
  /(?<![a-z0-9-])-*([a-z0-9][a-z0-9-]*)\.(vault\.azure\.net|azurecr\.io|(?:blob|queue|table|file|dfs|web)\.core\.windows\.net|postgres\.database\.azure\.com|mysql\.database\.azure\.com|database\.windows\.net|servicebus\.windows\.net|documents\.azure\.com|redis\.cache\.windows\.net|redis\.azure\.net|azconfig\.io|search\.windows\.net|cognitiveservices\.azure\.com|openai\.azure\.com)/gi;

/** Names under such hosts that are Azure's own: private zones, and the audience of Entra sign-in to databases. */
const AZURES_OWN = new Set(["privatelink", "ossrdbms-aad"]);

/** Every reference leads to the environment itself or to something that is declared as not its own. */
export const selfContained: Claim = {
  id: "self-contained",
  title: "Every reference, across stacks too, stays inside the environment or is a declared external",
  check(subject, say) {
    ids(subject, say);
    variables(subject, say);
    hosts(subject, say);
    images(subject, say);
  },
};

function ids({ graph }: Subject, say: Says): void {
  let [within, across] = [0, 0];
  for (const one of graph.managed()) {
    const group = one.refs("resource_group_name")[0];
    if (group?.kind === "outside" && !graph.ids.named("azurerm_resource_group", "", group.id))
      say.against(one.address, `It is in the group ${group.id}, which the environment does not create.`);
    if (group?.kind === "unknown") say.against(one.address, "Its resource group is not known.");
    for (const { part, path, reference } of writtenIds(one)) {
      if (reference.kind === "outside")
        say.against(one.address, `${part.at(path)} is the id ${reference.id}, which names nothing of the environment.`);
      else if (reference.kind === "unknown")
        say.against(one.address, `${part.at(path)} is an id that cannot be followed: ${reference.text}.`);
      else if (reference.kind === "resource" && orderOf(reference.resource) !== orderOf(one)) across++;
      else within++;
    }
  }
  say.evidence(`${across} ARM ids across stacks and ${within} within one lead to resources of the environment`);
}

function variables({ graph, resolved }: Subject, say: Says): void {
  const externals = resolved.config.externals ?? {};
  const declared = new Set(Object.keys(externals).flatMap((name) => [name, name.replaceAll("-", "_")]));
  const used = new Set<string>();
  for (const stack of graph.stacks) {
    const { variable: _own, ...rest } = stack.json;
    for (const { text } of strings(rest as JsonObject))
      for (const expression of expressionsIn(text))
        for (const [, name = ""] of expression.matchAll(/\bvar\.([A-Za-z_][\w-]*)/g)) used.add(name);
    for (const name of Object.keys(stack.variables)) {
      const giver = giverOf(graph.stacks, stack, name);
      if (giver) say.evidence(`${name} of ${stack.name} is the output of ${giver.name}`);
      else if (!GIVEN.has(name) && !declared.has(name))
        say.against(`${stack.name}/var.${name}`, "It is an input that the config does not declare under externals.");
    }
  }
  say.evidence(`inputs: ${[...used].sort().join(", ") || "none"}`);
}

/** The stack, applied before, whose output fills an input; it reads a resource of its own. */
function giverOf(stacks: readonly Stack[], taker: Stack, name: string): Stack | undefined {
  const given = outputBehind(name);
  const earlier = stacks.slice(0, stacks.indexOf(taker));
  return earlier.find(({ identity, json }) => {
    if (given === undefined || identity.stack !== given.stack) return false;
    const { value } = asObject(asObject(json["output"])[given.output]);
    return typeof value === "string" && expressionsIn(value).some((one) => /^azurerm_[\w-]+\.[\w-]+\./.test(one));
  });
}

/** A vault or a registry is often addressed by its host name, which carries the name of the resource. */
function hosts({ graph, resolved }: Subject, say: Says): void {
  const own = new Set(graph.managed().map((one) => one.text("name")?.toLowerCase()));
  const elsewhere = Object.values(resolved.config.externals ?? {}).map(({ kind }) => kind);
  for (const one of graph.managed().filter(({ type }) => !type.startsWith("azurerm_private_dns_")))
    for (const { path, text } of strings(one.attributes))
      for (const [host, label = ""] of text.matchAll(HOST)) {
        if (own.has(label.toLowerCase()) || AZURES_OWN.has(label.toLowerCase())) continue;
        if (/azurecr\.io$/i.test(host) && elsewhere.includes("registry")) continue;
        say.against(one.address, `${path} names ${host}, which is not of the environment.`);
      }
}

/** An image can only be pulled from a registry that the apply before has filled. */
function images({ graph, dependencies }: Subject, say: Says): void {
  for (const registry of graph.of("azurerm_container_registry")) {
    const host = `${registry.text("name")}.azurecr.io`;
    for (const app of graph.of("azurerm_container_app", "azurerm_container_app_job")) {
      if (app.stack !== registry.stack) continue;
      const refers = dependencies(app.stack).after(localAddress(app), localAddress(registry));
      if (refers || JSON.stringify(app.attributes).includes(host))
        say.against(app.address, "It needs an image of a registry that the same apply creates, empty.", "T43");
    }
  }
}
