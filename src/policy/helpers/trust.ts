import { asList, asObject, isObject } from "../../plan/json";
import type { Part } from "../../plan/resource";
import type { Stack } from "../../plan/stack";
import type { RuleContext } from "../rule";

/** Providers that HashiCorp publishes, by the name that resources carry. */
const HASHICORPS = new Set([
  "archive",
  "azuread",
  "azurerm",
  "external",
  "http",
  "local",
  "null",
  "random",
  "time",
  "tls",
]);
/** A name alone is HashiCorp's. */
const HASHICORP = /^(?:(?:registry\.(?:terraform\.io|opentofu\.org)\/)?hashicorp\/)?[\w-]+$/i;

/** Where each provider comes from, where the input says so. */
function sources(stack: Stack): [name: string, source: string][] {
  const required =
    stack.basis === "static"
      ? asObject(asList(asObject(asList(stack.json["terraform"])[0])["required_providers"])[0])
      : asObject(asObject(stack.json["configuration"])["provider_config"]);
  return Object.entries(required).flatMap(([key, one]): [string, string][] => {
    if (!isObject(one)) return [];
    const source = one["source"] ?? one["full_name"];
    return typeof source === "string" ? [[typeof one["name"] === "string" ? one["name"] : key, source]] : [];
  });
}

/** SUP-04: a provider runs with every right of whoever applies; its name says nothing of who made it. */
export function judgeSources(context: RuleContext, stack: Stack): void {
  for (const [name, source] of sources(stack)) {
    if (!HASHICORPS.has(name)) continue;
    const subject = { stack, what: `provider.${name}` };
    if (HASHICORP.test(source)) context.pass(subject, "source");
    else
      context.fail(subject, "source", `The provider ${name} comes from ${source}, which is not HashiCorp's.`, {
        fix: `Write source hashicorp/${name}.`,
      });
  }
}

/** REC-01: what is applied is applied in one subscription and tenant, and takes over nothing that somebody else made. */
export function judgeReach(context: RuleContext, stack: Stack): void {
  if (stack.basis !== "static") return;
  for (const { name, alias, settings } of stack.providers) {
    if (name !== "azurerm") continue;
    const subject = { stack, what: alias === undefined ? "provider.azurerm" : `provider.azurerm.${alias}` };
    for (const path of ["subscription_id", "tenant_id"]) {
      const value = settings[path];
      if (value === undefined || value === null) continue;
      if (value === `\${var.${path}}`) context.pass(subject, path);
      else
        context.fail(subject, path, `It works in ${String(value)}, which is not what the stack is applied to.`, {
          fix: `Write \${var.${path}}: an environment stands in one subscription of one tenant.`,
        });
    }
  }
  judgeClouds(context, stack);
  for (const one of asList(stack.json["import"]).map(asObject))
    context.fail(
      { stack, what: "import" },
      `${String(one["to"])}`,
      `It takes over ${String(one["id"])}, which the environment did not create.`,
      { fix: "Remove the import: a recreation makes everything anew." },
    );
}

/** Where a provider asks for the addresses that it signs in at: another host is handed the tokens of whoever applies. */
function judgeClouds(context: RuleContext, stack: Stack): void {
  for (const { name, alias, settings } of stack.providers) {
    const host = settings["metadata_host"];
    if (!name.startsWith("azure") || host === undefined || host === null || host === "") continue;
    context.fail(
      { stack, what: `provider.${name}${alias === undefined ? "" : `.${alias}`}` },
      "metadata_host",
      `It asks ${String(host)} where to sign in.`,
      { fix: "Remove metadata_host: the provider knows where Azure is." },
    );
  }
}

const OWN_TENANT = /^\$\{(?:var|data\.azurerm_client_config\.[\w-]+)\.tenant_id\}$/;
const SIGN_IN = /^https:\/\/(?:login\.microsoftonline\.com|sts\.windows\.net)\/([^/?#]+)\/?$/i;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** NET-09: people sign in by the tenant that the stack is applied in; `common` and its like are everybody's. */
export function judgeTenant(context: RuleContext, part: Part, path: string): void {
  const raw = part.attributes[path];
  const text = part.text(path) ?? (typeof raw === "string" ? raw : undefined);
  if (text === undefined) {
    if (part.isUnknown(path)) context.unknown(part, path);
    return;
  }
  const tenant = /^https:\/\/[^/]+\/([^/]+)/i.exec(text)?.[1] ?? text;
  const written = typeof raw === "string" ? raw : text;
  const own = SIGN_IN.exec(part.resource.stack.basis === "plan" ? text : written)?.[1];
  const from = JSON.stringify(part.written.expressions?.[path] ?? "");
  const shown = /"(?:var|data\.azurerm_client_config\.[\w-]+)\.tenant_id"/.test(from) && GUID.test(own ?? "");
  const elsewhere = /^https?:\/\/([^/$]+)/i.exec(text)?.[1];
  if (own !== undefined && (OWN_TENANT.test(own) || shown)) context.pass(part, path);
  else if (elsewhere !== undefined && !/^(?:login\.microsoftonline\.com|sts\.windows\.net)$/i.test(elsewhere))
    context.fail(part, path, `People sign in at ${elsewhere}, which is not Azure's.`);
  else if (tenant.includes("${") || (part.resource.stack.basis === "plan" && part.written.expressions === undefined))
    context.unknown(part, path, "Whether it is the tenant of the environment is not known here.");
  else
    context.fail(
      part,
      path,
      `People sign in by the tenant ${tenant}, which is not the one that the stack is applied in.`,
    );
}
