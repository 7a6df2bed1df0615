import type { JsonObject } from "../../plan/json";
import { backendOf, isLiteral } from "../../plan/providers";
import { type RuleContext, rule, type Subject } from "../rule";

/** What opens a state without a person's or a workflow's own sign-in, or is half of one that was written down. */
const CREDENTIALS = [
  "access_key",
  "sas_token",
  "client_secret",
  "client_certificate",
  "client_certificate_password",
  "oidc_token",
  "oidc_request_token",
];

/** Whose storage it is: that which the foundation keeps for the environment, where it is known, in Azure's public cloud. */
function judgePlace(context: RuleContext, subject: Subject, settings: JsonObject): void {
  const { environment = "public", metadata_host: host } = settings;
  if (environment !== "public")
    context.fail(subject, "environment", "State is kept in another cloud than Azure's own.");
  if (host !== undefined)
    context.fail(subject, "metadata_host", "Where Azure is, is asked of a host that is named here.");
  const { state } = context.foundation;
  if (!state) return;
  const places = [
    ["storage_account_name", "account", state.storageAccountName],
    ["container_name", "container", state.containerName],
  ] as const;
  for (const [path, what, wanted] of places) {
    const found = settings[path];
    if (found === wanted) context.pass(subject, path);
    else {
      const is = isLiteral(found) ? `is kept in the ${what} ${found}` : `names no ${what}`;
      context.fail(subject, path, `State ${is}; the foundation keeps it in ${wanted}.`);
    }
  }
}

export const rec07 = rule({
  control: "REC-07",
  title: "State is remote, in the foundation's storage, and opened with Entra",
  why: "State on a laptop is lost with it, and a storage key opens every environment's secrets.",
  fix: "Use the azurerm backend with use_azuread_auth and a key that names environment and generation.",
  severity: "high",
  since: "pilot",
  types: [],
  needs: ["plan"],
  check(context) {
    const { lacks } = context.foundation;
    // A waiver makes no account: what has none cannot be initialized.
    if (lacks) context.fail("config", "foundation", lacks.says, { fix: lacks.fix, waivable: false });
    const keys = new Map<string, string>();
    for (const stack of context.graph.stacks) {
      const subject = { stack, what: "backend" };
      if (stack.basis === "plan") {
        context.skip(subject, "", "A plan does not show where its state is.");
        continue;
      }
      const backend = backendOf(stack.backend);
      if (backend?.kind !== "azurerm") {
        context.fail(subject, "", `State is kept in the ${backend?.kind ?? "local"} backend.`);
        continue;
      }
      const { settings } = backend;
      judgePlace(context, subject, settings);
      for (const secret of CREDENTIALS)
        if (settings[secret] !== undefined) context.fail(subject, secret, `The backend is opened with ${secret}.`);
      if (settings["use_azuread_auth"] === true) context.pass(subject, "use_azuread_auth");
      else context.fail(subject, "use_azuread_auth", "The backend does not sign in with Entra.");
      const key = settings["key"];
      const place = `${settings["storage_account_name"]}/${settings["container_name"]}/${key}`;
      if (!isLiteral(key)) context.fail(subject, "key", "The state key is not written down.");
      else if (keys.has(place)) context.fail(subject, "key", `The state key is also that of ${keys.get(place)}.`);
      else context.pass(subject, "key");
      keys.set(place, stack.name);
    }
  },
});
