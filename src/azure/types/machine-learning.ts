import { type Entry, entry, part } from "../entry";

const WORKSPACE = "azurerm_machine_learning_workspace";
const NODES = {
  kind: "public-address",
  path: "node_public_ip_enabled",
  closed: [false],
  absent: "open",
  says: "gives every node a public address",
} as const;
const KEYS = [{ path: "local_auth_enabled", off: false, what: "shared keys" }];
const rule = (path: string) =>
  part(WORKSPACE, { waysOut: [{ what: "requests", to: [path], says: "may send requests to" }] });
const files = (path: string) => part(WORKSPACE, { waysOut: [{ what: "files", to: [path], says: "keeps files in" }] });

/** Machine Learning: workspaces, what they compute on, and where their files are. */
export const machineLearning: Readonly<Record<string, Entry>> = {
  azurerm_machine_learning_compute_cluster: part(WORKSPACE, {
    localAuth: KEYS,
    waysIn: [
      NODES,
      {
        kind: "public-service",
        path: "ssh_public_access_enabled",
        closed: [false],
        absent: "closed",
        says: "answers the Internet over SSH",
      },
    ],
    inSubnets: [{ path: "subnet_resource_id" }],
  }),
  azurerm_machine_learning_compute_instance: part(WORKSPACE, {
    localAuth: KEYS,
    waysIn: [NODES],
    gives: { what: "a machine of one's own", to: "assign_to_user.object_id" },
    inSubnets: [{ path: "subnet_resource_id" }],
    paid: true,
  }),
  azurerm_machine_learning_datastore_blobstorage: files("storage_container_id"),
  azurerm_machine_learning_datastore_datalake_gen2: files("storage_container_id"),
  azurerm_machine_learning_datastore_fileshare: files("storage_fileshare_id"),
  // Its load balancer is public, and the provider has no argument for an internal one:
  // https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-inferencing-environment
  azurerm_machine_learning_inference_cluster: part(WORKSPACE, {
    waysIn: [{ kind: "public-service", path: "", says: "answers the Internet, and has no switch against it" }],
    waysOut: [{ what: "models", to: ["kubernetes_cluster_id"], says: "runs models on" }],
    localAuth: [{ what: "keys of its models" }],
  }),
  azurerm_machine_learning_synapse_spark: part(WORKSPACE, {
    waysOut: [{ what: "jobs", to: ["synapse_spark_pool_id"], says: "runs jobs on" }],
    localAuth: KEYS,
  }),
  azurerm_machine_learning_workspace: entry({
    noun: "Machine Learning workspace",
    holds: { none: "what it keeps is in its storage account and its vault" },
    publicSide: { path: "public_network_access_enabled", off: false },
    waysIn: [
      {
        kind: "public-address",
        path: "serverless_compute.public_ip_enabled",
        closed: [false],
        absent: "closed",
        says: "gives every node a public address",
      },
    ],
    waysOut: [
      {
        what: "files, images and telemetry",
        to: ["application_insights_id", "container_registry_id", "storage_account_id"],
        says: "keeps files, images and telemetry in",
      },
    ],
    localAuth: { none: "people sign in by Entra ID" },
    gives: { none: "it gives nobody a right" },
    privateLink: [{ name: "amlworkspace", zone: "privatelink.api.azureml.ms" }],
    inSubnets: [{ path: "serverless_compute.subnet_id" }],
    softDelete: { trap: "T7", block: "machine_learning", purge: "purge_soft_deleted_workspace_on_destroy" },
  }),
  azurerm_machine_learning_workspace_network_outbound_rule_fqdn: rule("destination_fqdn"),
  azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint: rule("service_resource_id"),
  azurerm_machine_learning_workspace_network_outbound_rule_service_tag: rule("service_tag"),
};
