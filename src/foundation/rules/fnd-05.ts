import { asList } from "../../plan/json";
import { type Rule, rule } from "../../policy/rule";
import { FOUNDATION_RESOURCE_PROVIDERS } from "../resource-providers";

/** FND-05: every subscription has what any stage needs registered. */
export const fnd05 = (): Rule =>
  rule({
    control: "FND-05",
    title: "The resource providers of every stage are listed and registered once, here",
    why: "Registering takes rights over the whole subscription, which no deploy identity should need.",
    fix: "List them in resource_providers_to_register of every provider of the foundation.",
    severity: "low",
    types: [],
    needs: ["plan"],
    check(context) {
      const wanted = Object.keys(FOUNDATION_RESOURCE_PROVIDERS);
      for (const { stack, settings } of context.graph.azurermProviders()) {
        const subject = { stack, what: `provider.azurerm${settings["alias"] ? `.${settings["alias"]}` : ""}` };
        const listed = asList(settings["resource_providers_to_register"]);
        const missing = wanted.filter((name) => !listed.includes(name));
        if (missing.length > 0)
          context.fail(subject, "resource_providers_to_register", `Not registered: ${missing.join(", ")}.`);
        else context.pass(subject, "resource_providers_to_register");
      }
    },
  });
