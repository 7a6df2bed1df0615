import { describe } from "../../plan/reference";
import { networkOf, target } from "../../reach/network";
import { rule } from "../rule";

export const net03 = rule({
  control: "NET-03",
  title: "The Container Apps environment is in the environment's own network",
  why: "Private endpoints reach only what is inside a network; apps outside it need public stores.",
  fix: "Set infrastructure_subnet_id to a subnet of this environment's virtual network.",
  severity: "high",
  since: "pilot",
  types: ["azurerm_container_app_environment"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources()) {
      const [reference] = one.refs("infrastructure_subnet_id");
      if (!reference) context.fail(one, "infrastructure_subnet_id", "It is in no network.");
      else if (reference.kind === "unknown") context.unknown(one, "infrastructure_subnet_id");
      else {
        const subnet = target(reference, "azurerm_subnet");
        const own = subnet?.mode === "managed" && networkOf(subnet)?.mode === "managed";
        if (own) context.pass(one, "infrastructure_subnet_id");
        else
          context.fail(
            one,
            "infrastructure_subnet_id",
            `It is in ${describe(reference)}, not in the environment's network.`,
          );
      }
    }
  },
});
