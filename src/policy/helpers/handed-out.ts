import { expressionsIn, type Mention, mention, mentions } from "../../plan/expression";
import { type Json, strings } from "../../plan/json";

/** Attributes by which a resource hands out what opens it, or something else. */
const GIVES =
  /^(?:(?=\w*?(?<![^_])(?:primary|secondary)_)\w*_(?:key|connection_string)(?:_alias)?|connection_strings?|private_key(?:_pem|_pem_pkcs8|_openssh)?|(?:admin|administrator|administrator_login)_password|password|client_secret|(?:access|account|api|authorization|default_function|service|shared)_key|site_credential|send_key_value|kube_(?:admin_)?config(?:_raw)?|sas|sas_url)$/;
/** Types with one attribute that is a secret under a plain name. */
const BY_TYPE: Readonly<Record<string, RegExp>> = {
  azurerm_container_registry_token_password: /^value$/,
  azurerm_key_vault_secret: /^value$/,
  random_password: /^(?:result|bcrypt_hash)$/,
};
/** Says where telemetry goes; whoever sends it needs a role besides once local auth is off. */
const NO_SECRETS = "azurerm_application_insights";

function gives({ kind, target, attribute }: Mention): boolean {
  if (kind !== "resource" && kind !== "data") return false;
  const [type = ""] = target.replace(/^data\./, "").split(".", 1);
  if (type === NO_SECRETS) return false;
  return attribute.split(/[.[\]]+/).some((step) => GIVES.test(step) || BY_TYPE[type]?.test(step));
}

/** The secret of another resource that an expression in a text copies, as Terraform writes it. */
export function copiedIn(text: string): string | undefined {
  return nameOf(expressionsIn(text).flatMap(mentions).find(gives));
}

function nameOf(found: Mention | undefined): string | undefined {
  return found && `${found.target}.${found.attribute}`;
}

/** The places below a value that are given a secret of another resource; write-only ones reach no state and are left out. */
export function* copiesIn(value: Json | undefined): Generator<{ readonly path: string; readonly copied: string }> {
  const seen = new Set<string>();
  for (const { path: full, text } of strings(value)) {
    if (/_wo(?:[.[]|$)/.test(full)) continue;
    // A plan lists what an expression mentions, beside the expression or instead of it.
    const copied = /\.references\[\d+\]$/.test(full) ? nameOf([mention(text)].find(gives)) : copiedIn(text);
    const path = full.replace(/\.(?:references\[\d+\]|constant_value)$/, "").replace(/\.expression$/, "");
    if (copied === undefined || seen.has(path)) continue;
    seen.add(path);
    yield { path, copied };
  }
}
