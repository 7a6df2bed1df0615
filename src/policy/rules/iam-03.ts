import { rule } from "../rule";

export const iam03 = rule({
  control: "IAM-03",
  title: "People get access through groups only",
  why: "Grants to persons outlive the person's job; a group is reviewed in one place.",
  fix: "Grant the role to a named group.",
  severity: "high",
  since: "pilot",
  types: ["azurerm_role_assignment", "azurerm_postgresql_flexible_server_active_directory_administrator"],
  needs: ["plan"],
  check(context) {
    for (const one of context.resources()) {
      const [principal] = one.refs(one.type === "azurerm_role_assignment" ? "principal_id" : "object_id");
      const kind = one.text("principal_type");
      if (kind === "User") context.fail(one, "principal_type", "It grants access to one person.");
      else if (kind !== undefined) context.pass(one, "principal_type");
      else if (principal?.kind === "resource" && principal.resource.type === "azurerm_user_assigned_identity")
        context.pass(one, "principal_id");
      else context.unknown(one, "principal_type", "Whether it is for a person, a group or an identity is not written.");
    }
  },
});
