import { findSecretKeys, namesSecret, suspect } from "../../config/secrets";
import { holdsExpression } from "../../plan/expression";
import { asObject, isObject, type Json, type JsonObject, strings } from "../../plan/json";
import type { Resource } from "../../plan/resource";
import type { Stack } from "../../plan/stack";
import { insideBase64 } from "../../secrets/layers";
import { copiedIn, copiesIn } from "../helpers/handed-out";
import { type RuleContext, rule, type Subject } from "../rule";

/** The name a value stands under: for `env[3].value` that of the variable. */
function nameOf(attributes: JsonObject, path: string): string {
  const [step = ""] = path.slice(path.lastIndexOf(".") + 1).split("[", 1);
  if (!path.endsWith(".value")) return step.replace(/_wo$/, "");
  let here: Json | undefined = attributes;
  for (const step of path
    .slice(0, -".value".length)
    .split(/[.[\]]+/)
    .filter(Boolean)) {
    if (Array.isArray(here)) here = here[Number(step)];
    else here = isObject(here) ? here[step] : undefined;
  }
  return isObject(here) && typeof here["name"] === "string" ? here["name"] : path;
}

/** Attributes that hold long identifiers and never a secret. */
const IDENTIFIERS =
  /(^|[._])(id|ids|name|names|scope|image|key_vault_secret_id|principal_id|tenant_id|address|server)$/;
const VAULT_SECRET = "azurerm_key_vault_secret";
const SEEDED = "Put the value into the vault from where it was issued, or give it by a variable and value_wo.";
const ENV_VALUE = /(^|\.)env(\[\d+\])?\.value$/;

function judge(context: RuleContext, subject: Subject, path: string, text: string, name: string): number {
  const found = suspicion(context, name, text);
  if (!found || (!found.certain && (IDENTIFIERS.test(path) || holdsExpression(text) || lifted(context, name))))
    return 0;
  context.fail(subject, path, `${path} looks like ${found.looksLike} (value not shown).`, { waivable: !found.certain });
  return 1;
}

/** Tags repeat, and are read once. */
function suspicion({ graph }: RuleContext, name: string, text: string): ReturnType<typeof suspect> {
  const known = graph.once("suspicions", () => new Map<string, ReturnType<typeof suspect>>());
  const key = `${name}\0${text}`;
  if (!known.has(key)) known.set(key, suspect(name, text));
  return known.get(key);
}

function lifted(context: RuleContext, name: string): boolean {
  return (context.config.notSecret ?? []).some((one) => one.path === name || one.path?.endsWith(`.${name}`));
}

/** A text in a list stands under the flag before it: `["--db-password", "…"]`. */
function flagBefore(before: { readonly path: string; readonly text: string } | undefined, path: string) {
  const stem = path.slice(0, path.lastIndexOf("["));
  const beside = path.endsWith("]") && before?.path.slice(0, before.path.lastIndexOf("[")) === stem;
  return beside ? /^--?([A-Za-z][\w-]*)$/.exec(before.text)?.[1] : undefined;
}

/** Scripts that a machine runs when it is made; they may come packed. */
const PACKED = /(?:^|\.)(?:custom_data|user_data|user_data_base64)$/;

/** Keys of a mapping, such as the names of tags: a credential in one is certain, and its path cannot be shown. */
function judgeKeys(context: RuleContext, one: Resource, attribute: string, value: Json | undefined): number {
  let found = 0;
  for (const { key } of findSecretKeys(value)) {
    found++;
    const looksLike = suspect("", key)?.looksLike;
    context.fail(one, attribute, `A key in ${attribute} looks like ${looksLike} (not shown).`, { waivable: false });
  }
  return found;
}

/** What is written in a resource. */
function judgeWritten(context: RuleContext, one: Resource): number {
  let found = 0;
  for (const [attribute, value] of Object.entries(one.attributes)) {
    if (!one.wasWritten(attribute) || typeof value === "boolean") continue;
    found += judgeKeys(context, one, attribute, value);
    let before: { readonly path: string; readonly text: string } | undefined;
    for (const { path, text } of strings(value, attribute)) {
      const name = flagBefore(before, path) ?? nameOf(one.attributes, path);
      before = { path, text };
      if (PACKED.test(path) && insideBase64(text)?.kind === "bytes") {
        found++;
        context.unknown(one, path, `What ${path} holds cannot be read.`);
        continue;
      }
      found += judge(context, one, path, text, name);
      const hidden = ENV_VALUE.test(path) && holdsExpression(text) && copiedIn(text) === undefined && namesSecret(name);
      if (!hidden || lifted(context, name)) continue;
      found++;
      context.unknown(one, path, `${path} stands under a secret's name, and what it will hold is not known.`);
    }
  }
  return found;
}

/** Secrets that a resource is given whole: the plan and the state keep them, and the app's settings show them. */
function judgeGiven(context: RuleContext, one: Resource): number {
  let found = 0;
  for (const { path, copied } of copiesIn(one.written.expressions ?? one.attributes)) {
    found++;
    context.fail(one, path, `${path} copies ${copied} into the state.`);
  }
  for (const secret of one.blocks("secret"))
    if (secret.text("value") || (secret.isUnknown("value") && secret.wasWritten("value"))) {
      found++;
      context.fail(secret, "value", "It holds a secret's value (not shown).");
    }
  if (one.type === VAULT_SECRET && one.wasWritten("value") && one.read("value").state !== "absent") {
    found++;
    context.fail(one, "value", "Its value stands in the plan and in the state (not shown).", { fix: SEEDED });
  } else if (one.type === VAULT_SECRET && one.text("value_wo") !== undefined) {
    found++;
    context.fail(one, "value_wo", "Its value is written out (not shown).", { fix: SEEDED });
  }
  return found;
}

function besideResources({ json, basis, ...stack }: Stack): Readonly<Record<string, Json | undefined>> {
  const root = asObject(asObject(json["configuration"])["root_module"]);
  return {
    variable: stack.variables,
    locals: stack.locals,
    output: basis === "plan" ? root["outputs"] : json["output"],
    ...Object.fromEntries(stack.providers.map(({ name, settings }) => [`provider.${name}`, settings])),
  };
}

export const sec01 = rule({
  control: "SEC-01",
  title: "No secret stands in configs, settings or output",
  why: "What is in a file is in its history, in every clone and in every log that prints it.",
  fix: "Put it in Key Vault and let the app read it by its identity: secrets: [name]. Then replace it: it has leaked.",
  severity: "high",
  since: "poc",
  types: ["*"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources())
      if (judgeWritten(context, one) + judgeGiven(context, one) === 0) context.pass(one, "name");
    for (const stack of context.graph.stacks)
      for (const [what, json] of Object.entries(besideResources(stack))) {
        for (const { path, text } of strings(json))
          judge(context, { stack, what }, path, text, path.replace(/\.default$/, ""));
        for (const { path, copied } of copiesIn(json))
          context.fail({ stack, what }, path, `${path} passes ${copied} on.`);
      }
    for (const { path, text } of strings(context.config as JsonObject)) judge(context, "config", path, text, path);
  },
});
