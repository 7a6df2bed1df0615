import type { Resource } from "../../plan/resource";
import { rule } from "../rule";

function receivers(group: Resource): string[] {
  return group.blocks("email_receiver").flatMap((one) => one.text("email_address")?.toLowerCase() ?? []);
}

export const inc01 = rule({
  control: "INC-01",
  title: "Alerts reach the support contact",
  why: "An alert that nobody gets is a log line.",
  fix: "Give the action group an e-mail receiver with the support contact.",
  severity: "high",
  since: "pilot",
  types: ["azurerm_monitor_action_group", "azurerm_resource_group"],
  needs: ["plan"],
  check(context) {
    const contact = context.config.support?.contact?.toLowerCase();
    const groups = context.resources("azurerm_monitor_action_group");
    const reached = groups.filter((one) => {
      const mails = receivers(one);
      return one.value("enabled") !== false && (contact === undefined ? mails.length > 0 : mails.includes(contact));
    });
    for (const one of reached) context.pass(one, "email_receiver");
    if (reached.length > 0) return;
    const [group] = [...groups, ...context.resources("azurerm_resource_group")];
    if (group) context.fail(group, "email_receiver", `No action group reaches ${contact ?? "anyone"}.`);
  },
});
