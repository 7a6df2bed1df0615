import { backendOf } from "../../plan/providers";
import { rule } from "../rule";

const SECRETS = ["client_secret", "client_secret_file_path", "client_certificate", "client_certificate_password"];

export const iam02 = rule({
  control: "IAM-02",
  title: "Nothing signs in to Azure with a stored secret, and from the Pilot deployments use federation",
  why: "A client secret in a pipeline is the key to the subscription, for years.",
  fix: "Remove the secret; set use_oidc and federate the deploy identity with the repository's environment.",
  severity: "high",
  since: "poc",
  types: [],
  needs: ["plan"],
  neverWaived: true,
  check(context) {
    for (const { stack, settings } of context.graph.azurermProviders()) {
      const subject = { stack, what: "provider.azurerm" };
      const secrets = SECRETS.filter((name) => settings[name] !== undefined && settings[name] !== null);
      for (const name of secrets) context.fail(subject, name, `The provider signs in with ${name}.`);
      if (!context.from("pilot")) {
        if (secrets.length === 0) context.pass(subject, "client_secret");
      } else if (settings["use_oidc"] === true) context.pass(subject, "use_oidc");
      else if (settings["use_oidc"] === undefined)
        context.unknown(subject, "use_oidc", "How the provider signs in is left to the machine that runs it.");
      else context.fail(subject, "use_oidc", "The provider does not sign in by federation.");
    }
    for (const stack of context.graph.stacks) {
      const backend = backendOf(stack.backend);
      for (const name of [...SECRETS, "access_key", "sas_token"])
        if (backend?.settings[name] !== undefined)
          context.fail({ stack, what: "backend" }, name, `The backend signs in with ${name}.`);
    }
  },
});
