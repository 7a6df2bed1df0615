import { expressionsIn } from "../../plan/expression";
import { asList, asObject, isObject, type JsonObject, strings } from "../../plan/json";
import type { Resource } from "../../plan/resource";
import { ignoredUnsaid } from "../../policy/helpers/ignored";
import type { Claim, Says } from "../claim";
import { localAddress, recordedFor, type Subject } from "../subject";
import { textsOf } from "../walk";
import { leftToAzure } from "./left-to-azure";

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LITERAL_SUBSCRIPTION = /^\/subscriptions\/[0-9a-f]{8}-[0-9a-f-]{27}/i;
/** Functions and values whose result is not decided by the config alone. */
const IMPURE =
  /\b(timestamp|plantimestamp|uuid|bcrypt|rsadecrypt|file|filebase64|filesha256|fileexists|fileset|templatefile|pathexpand|abspath)\(|\b(path\.(?:cwd|root|module)|terraform\.workspace)\b/g;
const DRAWN = /^(random|time|tls|external|http|local|null|shell)_|^terraform_data$/;

/** What an environment becomes is decided by its config, not by something that nobody wrote down. */
export const noHiddenInputs: Claim = {
  id: "no-hidden-inputs",
  title:
    "Nothing but the config decides: no literal ids, random or time values, undeclared data sources, ignored changes",
  check(subject, say) {
    const known = JSON.stringify(subject.resolved.config).toLowerCase();
    for (const one of subject.graph.resources) {
      drawn(one, say);
      if (one.mode === "data") continue;
      literals(one, known, say);
      impure(one, say);
      ignored(one, say);
      leftToAzure(one, say);
    }
    besideResources(subject, known, say);
    listed(subject, say);
  },
};

function drawn(one: Resource, say: Says): void {
  if (recordedFor(one) !== "") return;
  if (one.mode === "data") say.against(one.address, "It reads something whose reason nobody recorded.");
  else if (DRAWN.test(one.type)) say.against(one.address, "Its value is drawn or measured, not decided.", "T37");
}

function literals(one: Resource, known: string, say: Says): void {
  for (const { name, path, text } of textsOf(one)) {
    if (LITERAL_SUBSCRIPTION.test(text)) say.against(one.address, `${path} has a subscription's id written out in it.`);
    else if (
      /(^|_)ids?$/.test(name) &&
      GUID.test(text) &&
      !known.includes(text.toLowerCase()) &&
      name !== "role_definition_id"
    )
      say.against(one.address, `${path} is an id that the config does not name.`);
  }
}

function impure(one: Resource, say: Says): void {
  const body = asObject(asObject(asObject(one.stack.json["resource"])[one.type])[one.name]);
  if (body["provisioner"] !== undefined)
    say.against(one.address, "A provisioner runs something on the machine that applies.", "T21");
  const reasons = recordedFor(one);
  for (const { path, text } of textsOf(one))
    for (const what of impurities(text))
      if (!reasons.includes(what)) say.against(one.address, `${path} uses ${what}, and no reason is recorded.`, "T36");
}

function impurities(text: string): string[] {
  return expressionsIn(text).flatMap((expression) =>
    [...expression.matchAll(IMPURE)].map(([, call, value]) => (call === undefined ? String(value) : `${call}()`)),
  );
}

function ignored(one: Resource, say: Says): void {
  const open = ignoredUnsaid(one);
  if (open.length > 0) say.against(one.address, `It ignores changes to ${open.join(", ")}, and no reason is recorded.`);
}

/** Providers, locals, outputs and backends. */
function besideResources({ graph }: Subject, known: string, say: Says): void {
  for (const stack of graph.stacks) {
    for (const part of ["provider", "locals", "output", "terraform"])
      for (const { path, text } of strings(stack.json[part])) {
        for (const what of impurities(text)) say.against(`${stack.name}/${part}`, `${path} uses ${what}.`);
        if (part === "provider" && GUID.test(text) && !known.includes(text.toLowerCase()))
          say.against(`${stack.name}/${part}`, `${path} is an id written out.`);
      }
  }
}

function listed({ graph }: Subject, say: Says): void {
  const recorded = graph.stacks.flatMap(({ recorded }) => recorded);
  for (const { address, what, why } of recorded) say.evidence(`${address}: ${what}, because ${why}`);
  const overrides = graph.stacks.flatMap(({ json }) => [...overridesIn(json)]);
  say.evidence(overrides.length === 0 ? "no overrides" : `overrides: ${overrides.sort().join(", ")}`);
  const data = graph.resources.filter(({ mode }) => mode === "data").map(localAddress);
  say.evidence(data.length === 0 ? "no data sources" : `data sources: ${data.sort().join(", ")}`);
}

/** cdktf writes beside every element which of its attributes were overridden. */
function* overridesIn(json: JsonObject): Generator<string> {
  for (const section of ["resource", "data", "provider"])
    for (const [type, named] of Object.entries(asObject(json[section])))
      for (const [name, body] of Object.entries(asObject(named))) {
        const metadata = asObject(asObject(asObject(asList(body)[0])["//"])["metadata"]);
        for (const attributes of Object.values(asObject(metadata["overrides"])))
          for (const attribute of asList(attributes)) yield `${type}.${name}.${attribute}`;
      }
  const own = asObject(asObject(asObject(json["//"])["metadata"])["overrides"]);
  for (const [part, attributes] of Object.entries(own))
    if (!isObject(attributes)) for (const attribute of asList(attributes)) yield `${part}.${attribute}`;
}
