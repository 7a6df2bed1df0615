import { backendOf, isLiteral } from "../facts/providers";
import { rule } from "../rule";

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
      for (const secret of ["access_key", "sas_token", "client_secret"])
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
