import { suspect } from "../../config/secrets";
import { isObject, type Json, type JsonObject, strings } from "../graph/json";
import { type RuleContext, rule, type Subject } from "../rule";

/** The name a value stands under: for `env[3].value` that of the variable. */
function nameOf(attributes: JsonObject, path: string): string {
  if (!path.endsWith(".value")) return path.replace(/(\[\d+\])+$/, "").replace(/^.*\./, "");
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

function judge(context: RuleContext, subject: Subject, path: string, text: string, name: string): number {
  // Line by line: in a script an empty assignment would otherwise seem to hold the next line.
  const found = text
    .split(/\r?\n/)
    .map((line) => suspect(name, line))
    .find((one) => one !== undefined);
  if (!found || (!found.certain && (IDENTIFIERS.test(path) || text.includes("${") || lifted(context, name)))) return 0;
  context.fail(subject, path, `${path} looks like ${found.looksLike} (value not shown).`, { waivable: !found.certain });
  return 1;
}

function lifted(context: RuleContext, name: string): boolean {
  return (context.config.notSecret ?? []).some((one) => one.path === name || one.path?.endsWith(`.${name}`));
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
    for (const one of context.resources()) {
      let found = 0;
      for (const [name, value] of Object.entries(one.attributes)) {
        if (!one.wasWritten(name) || typeof value === "boolean") continue;
        for (const { path, text } of strings(value, name))
          found += judge(context, one, path, text, nameOf(one.attributes, path));
      }
      for (const secret of one.blocks("secret"))
        if (secret.text("value")) {
          found++;
          context.fail(secret, "value", "It holds a secret's value (not shown).");
        }
      if (found === 0) context.pass(one, "name");
    }
    for (const stack of context.graph.stacks) {
      const parts = {
        variable: stack.variables,
        locals: stack.locals,
        ...Object.fromEntries(stack.providers.map((p) => [`provider.${p.name}`, p.settings])),
      };
      for (const [what, json] of Object.entries(parts))
        for (const { path, text } of strings(json)) judge(context, { stack, what }, path, text, path);
    }
    for (const { path, text } of strings(context.config as never)) judge(context, "config", path, text, path);
  },
});
