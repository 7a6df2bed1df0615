import type { Stage } from "../../../src/stages/stage";
import { nearMisses, type SaidCase } from "./said";

const gate: Stage = "pre-production";
const AGENT = { type: "Microsoft.App/agents@2026-01-01", name: "agent" };

/** One of each kind of type, none of which any of these controls looks into otherwise. */
const resources = {
  "azapi_resource.agent": AGENT,
  "azurerm_made_up_service.new": { name: "new" },
  "mongodbatlas_cluster.documents": { name: "documents" },
  "azurerm_managed_application.read_by_nobody": { name: "m" },
  "azurerm_network_security_perimeter_profile.known": { name: "p" },
  "azurerm_made_up_service.again": { name: "again" },
  "archive_file.files": { type: "zip" },
  "azuread_group.team": { display_name: "team" },
  "local_file.note": { filename: "note" },
  "null_resource.step": {},
  "random_id.suffix": { byte_length: 4 },
  "terraform_data.value": { input: "x" },
  "time_sleep.wait": { create_duration: "1s" },
  "tls_private_key.key": { algorithm: "ED25519" },
};

const unreadOf = (asks: string) => {
  const says = (type: string) => `It is of type ${type}, of which this version does not know whether it ${asks}.`;
  return {
    "azapi_resource.agent": says("azapi_resource (Microsoft.App/agents)"),
    "azurerm_made_up_service.new": says("azurerm_made_up_service"),
    "azurerm_made_up_service.again": says("azurerm_made_up_service"),
    "mongodbatlas_cluster.documents": says("mongodbatlas_cluster"),
    "azurerm_managed_application.read_by_nobody": says("azurerm_managed_application"),
  };
};

/** Exactly the types without an answer are unknown; a type with one, and other providers that make nothing of the kind, are not. */
const row = (asks: string, more: Partial<SaidCase> = {}): Record<string, SaidCase> => ({
  "a type to which there is no answer is unknown, one that has it is not": {
    gate,
    resources,
    unknown: unreadOf(asks),
    ...more,
  },
});

nearMisses("NET-04", row("has a public side"));
nearMisses("NET-05", row("opens a way in"));
nearMisses("NET-08", row("sends something out by itself"));
nearMisses("DAT-08", row("takes keys or passwords"));
nearMisses("IAM-01", {
  ...row("gives somebody rights"),
  "a POC is told as well": {
    gate: "poc",
    resources: { "azapi_resource.agent": AGENT },
    unknown: {
      "azapi_resource.agent":
        "It is of type azapi_resource (Microsoft.App/agents), of which this version does not know whether it gives somebody rights.",
    },
  },
  "rights and passwords in Entra ID are asked for; whose a group is, IAM-03 says": {
    gate,
    resources: {
      "azuread_app_role_assignment.a": { app_role_id: "x" },
      "azuread_service_principal.s": { client_id: "x" },
    },
    unknown: {
      "azuread_app_role_assignment.a":
        "It is of type azuread_app_role_assignment, of which this version does not know whether it gives somebody rights.",
    },
  },
});
nearMisses("DAT-02", row("keeps data", { config: { residency: ["westeurope"] } }));

nearMisses("NET-04", {
  "a Pilot may have a public side, so that nobody is told": {
    gate: "pilot",
    resources: { "azapi_resource.agent": AGENT },
  },
  "what is made by azapi says its type only where that is known": {
    gate,
    resources: { "azapi_resource.later": { type: "${var.type}", name: "x" } },
    unknown: {
      "azapi_resource.later":
        "It is of type azapi_resource, of which this version does not know whether it has a public side.",
    },
  },
});
nearMisses("NET-08", {
  "one unread answer leaves the others as they are": {
    gate,
    resources: { "azurerm_data_factory_pipeline.e": { name: "e" } },
    unknown: {
      "azurerm_data_factory_pipeline.e":
        "It is of type azurerm_data_factory_pipeline, of which this version does not know whether it sends something out by itself.",
    },
  },
});
