import { type Entry, entry, part, plain } from "../entry";

const CONTROL = "it is about who may call Azure Resource Manager";
const CARE = "it says how machines are looked after";
const MAINTENANCE = "it says when machines are looked after";
const PLACE = "it is a place for resources";
const POLICY = "it is a policy";
const REGISTERS = "it registers something with Azure";

/** Management groups, subscriptions, policies, locks, maintenance and experiments. */
export const governance: Readonly<Record<string, Entry>> = {
  azurerm_advisor_suppression: plain("it is about advice"),
  azurerm_arc_machine_automanage_configuration_assignment: plain(CARE),
  azurerm_automanage_configuration: plain(CARE),
  // What its blueprint makes is not in the plan.
  azurerm_blueprint_assignment: entry({ hides: "what it makes is not in the plan" }),
  azurerm_chaos_studio_capability: part("azurerm_chaos_studio_target"),
  azurerm_chaos_studio_experiment: plain("it disturbs what its targets let it"),
  azurerm_chaos_studio_target: plain("it lets experiments disturb a resource"),
  azurerm_maintenance_assignment_dedicated_host: plain(MAINTENANCE),
  azurerm_maintenance_assignment_dynamic_scope: plain(MAINTENANCE),
  azurerm_maintenance_assignment_virtual_machine: plain(MAINTENANCE),
  azurerm_maintenance_assignment_virtual_machine_scale_set: plain(MAINTENANCE),
  azurerm_maintenance_configuration: plain(MAINTENANCE),
  azurerm_management_group: plain(PLACE),
  azurerm_management_group_policy_assignment: plain(POLICY),
  azurerm_management_group_policy_exemption: plain(POLICY),
  azurerm_management_group_policy_remediation: plain(POLICY),
  azurerm_management_group_policy_set_definition: plain(POLICY),
  azurerm_management_group_subscription_association: plain(PLACE),
  azurerm_management_lock: plain("it keeps people from deleting", {
    minutes: {
      usual: 2,
      what: "lock",
      source:
        "https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/resource/management_lock_resource.go",
    },
  }),
  azurerm_policy_definition: plain(POLICY),
  azurerm_policy_set_definition: plain(POLICY),
  azurerm_policy_virtual_machine_configuration_assignment: part("azurerm_virtual_machine", {
    waysOut: [{ what: "a configuration", to: ["configuration.content_uri"], says: "runs a configuration from" }],
  }),
  azurerm_resource_group: plain(PLACE),
  azurerm_resource_group_policy_assignment: plain(POLICY),
  azurerm_resource_group_policy_exemption: plain(POLICY),
  azurerm_resource_group_policy_remediation: plain(POLICY),
  azurerm_resource_management_private_link: plain(CONTROL),
  azurerm_resource_management_private_link_association: plain(CONTROL),
  azurerm_resource_policy_assignment: plain(POLICY),
  azurerm_resource_policy_exemption: plain(POLICY),
  azurerm_resource_policy_remediation: plain(POLICY),
  azurerm_resource_provider_feature_registration: plain(REGISTERS),
  azurerm_resource_provider_registration: plain(REGISTERS),
  azurerm_subscription: plain(PLACE),
  azurerm_subscription_policy_assignment: plain(POLICY),
  azurerm_subscription_policy_exemption: plain(POLICY),
  azurerm_subscription_policy_remediation: plain(POLICY),
  azurerm_virtual_machine_automanage_configuration_assignment: plain(CARE),
};
