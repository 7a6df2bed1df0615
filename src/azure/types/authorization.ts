import { type Entry, entry, part, plain } from "../entry";

/** Identities, roles, and who gets them. */
export const authorization: Readonly<Record<string, Entry>> = {
  azurerm_user_assigned_identity: plain("what it may do is said where roles are given", {
    arm: { segment: "Microsoft.ManagedIdentity/userAssignedIdentities" },
  }),
  azurerm_aadb2c_directory: entry({
    noun: "B2C directory",
    holds: "customer data",
    publicSide: { none: "its sign-in pages are what it is for" },
    waysIn: { none: "its sign-in pages are what it is for" },
    waysOut: { none: "what it calls is set up inside it" },
    regions: ["data_residency_location"],
  }),
  azurerm_active_directory_domain_service: entry({
    noun: "managed domain",
    holds: "secrets",
    publicSide: { none: "it stands in a subnet; its LDAP endpoint is a way in" },
    waysIn: [
      {
        kind: "public-service",
        path: "secure_ldap.external_access_enabled",
        closed: [false],
        absent: "closed",
        says: "lets the Internet ask its directory",
      },
    ],
    waysOut: { none: "trusts are resources of their own" },
    localAuth: [{ what: "passwords" }],
    gives: { none: "rights are given inside it" },
    inSubnets: [{ path: "initial_replica_set.subnet_id" }],
    paid: true,
  }),
  azurerm_active_directory_domain_service_replica_set: part("azurerm_active_directory_domain_service", {
    regions: ["location"],
    inSubnets: [{ path: "subnet_id" }],
  }),
  azurerm_active_directory_domain_service_trust: part("azurerm_active_directory_domain_service", {
    gives: { what: "trust in another domain", to: "trusted_domain_fqdn" },
  }),
  azurerm_federated_identity_credential: part("azurerm_user_assigned_identity", {
    renamed: { parent_id: { to: "user_assigned_identity_id" } },
    gives: { what: "a sign-in as the identity", to: "subject" },
  }),
  azurerm_graph_services_account: plain("it is a bill for metered calls"),
  azurerm_lighthouse_assignment: plain("it has no endpoint", {
    gives: { what: "roles to another tenant", to: "lighthouse_definition_id" },
  }),
  azurerm_lighthouse_definition: plain("it has no endpoint", {
    gives: { what: "roles to another tenant", to: "managing_tenant_id", right: "authorization.role_definition_id" },
  }),
  azurerm_marketplace_role_assignment: plain("it has no endpoint", {
    gives: { what: "a role in the marketplace", to: "principal_id", right: "role_definition_name" },
  }),
  azurerm_pim_active_role_assignment: plain("it has no endpoint", {
    gives: { what: "a role for a while", to: "principal_id", right: "role_definition_id" },
  }),
  azurerm_pim_eligible_role_assignment: plain("it has no endpoint", {
    gives: { what: "a role on request", to: "principal_id", right: "role_definition_id" },
  }),
  azurerm_role_assignment: plain("it has no endpoint", {
    gives: { what: "a role", to: "principal_id", right: "role_definition_name" },
  }),
  azurerm_role_definition: plain("it has no endpoint", {
    gives: { what: "a role of one's own", right: "permissions.actions" },
  }),
  azurerm_role_management_policy: plain("it has no endpoint", {
    gives: { what: "the rules by which roles are taken", right: "role_definition_id" },
  }),
};
