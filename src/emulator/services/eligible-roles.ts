import type { Service } from "../arm/behaviour";
import { Refusal } from "../arm/refusal";
import { at, object, text } from "../json";

const REQUEST = "Microsoft.Authorization/roleEligibilityScheduleRequests";
const SCHEDULE = "Microsoft.Authorization/roleEligibilitySchedules";

/**
 * Roles that people may activate: asked for by a request, which makes or ends a schedule.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/issues/22766 the default policy wants an end
 */
export const eligibleRoles: Service = {
  types: [
    {
      type: REQUEST,
      check: ({ body }) => {
        const kind = at(body, "properties.scheduleInfo.expiration.type");
        if (at(body, "properties.requestType") === "AdminAssign" && kind === "NoExpiration")
          throw new Refusal(
            400,
            "RoleAssignmentRequestPolicyValidationFailed",
            'The following policy rules failed: ["ExpirationRule"]',
          );
      },
      fill: ({ azure, id, body }) => {
        const properties = object(body["properties"]);
        properties["scope"] = id.parent;
        properties["status"] = "Provisioned";
        properties["principalType"] ??= "Group";
        const start = text(at(properties, "scheduleInfo.startDateTime")) || azure.now().toISOString();
        if (properties["scheduleInfo"]) object(properties["scheduleInfo"])["startDateTime"] = start;
        const name = azure.newId(`schedule ${id.text}`);
        properties["targetRoleEligibilityScheduleId"] ??= `${id.parent}/providers/${SCHEDULE}/${name}`;
      },
      after: ({ azure, id, body }) => {
        const {
          principalId,
          roleDefinitionId,
          principalType,
          targetRoleEligibilityScheduleId,
          scheduleInfo,
          requestType,
        } = object(body["properties"]);
        const same = azure.store
          .ofType(SCHEDULE)
          .filter(
            (one) =>
              at(one.body, "properties.principalId") === principalId &&
              at(one.body, "properties.roleDefinitionId") === roleDefinitionId &&
              at(one.body, "properties.scope") === id.parent,
          );
        for (const one of same) azure.remove(one.id);
        if (requestType === "AdminRemove") {
          for (const one of azure.store.ofType(REQUEST))
            if (
              at(one.body, "properties.principalId") === principalId &&
              at(one.body, "properties.roleDefinitionId") === roleDefinitionId &&
              at(one.body, "properties.scope") === id.parent
            )
              azure.remove(one.id);
          return;
        }
        azure.write(text(targetRoleEligibilityScheduleId), {
          properties: {
            principalId,
            roleDefinitionId,
            principalType,
            scope: id.parent,
            memberType: "Direct",
            status: "Provisioned",
            startDateTime: at(scheduleInfo, "startDateTime"),
            roleEligibilityScheduleRequestId: id.text,
          },
        });
      },
    },
    { type: SCHEDULE },
  ],
};
