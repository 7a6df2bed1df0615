import type { MockTable } from "./entry";

/** Container Apps, registries, container groups, Kubernetes. Types without their `azurerm_` prefix. */
export const containers: MockTable = {
  container_app: [
    "{rg}/Microsoft.App/containerApps/{name}",
    {
      latest_revision_name: "{name}--rehearsed",
      latest_revision_fqdn: "{name}--rehearsed.rehearsed.westeurope.azurecontainerapps.io",
      custom_domain_verification_id: "{hex}{hex}",
      outbound_ip_addresses: ["{public_ip}"],
      ingress: { fqdn: "{name}.rehearsed.westeurope.azurecontainerapps.io" },
    },
  ],
  container_app_custom_domain: "{container_app_id:container_app}/customDomainName/{name}",
  container_app_environment: [
    "{rg}/Microsoft.App/managedEnvironments/{name}",
    {
      default_domain: "{name}.westeurope.azurecontainerapps.io",
      static_ip_address: "{private_ip}",
      custom_domain_verification_id: "{hex}{hex}",
      docker_bridge_cidr: "172.17.0.0/16",
      platform_reserved_cidr: "10.250.0.0/16",
      platform_reserved_dns_ip_address: "10.250.0.10",
    },
  ],
  container_app_environment_certificate: [
    "{container_app_environment_id:container_app_environment}/certificates/{name}",
    { thumbprint: "{hex}", expiration_date: "2099-01-01T00:00:00Z", subject_name: "CN={name}.example" },
  ],
  container_app_environment_custom_domain: "{container_app_environment_id:container_app_environment}",
  container_app_environment_dapr_component:
    "{container_app_environment_id:container_app_environment}/daprComponents/{name}",
  container_app_environment_storage: "{container_app_environment_id:container_app_environment}/storages/{name}",
  container_app_job: [
    "{rg}/Microsoft.App/jobs/{name}",
    {
      event_stream_endpoint: "https://westeurope.azurecontainerapps.dev{id}/eventstream",
      outbound_ip_addresses: ["{public_ip}"],
    },
  ],
  container_connected_registry: "{container_registry_id:container_registry}/connectedRegistries/{name}",
  container_group: [
    "{rg}/Microsoft.ContainerInstance/containerGroups/{name}",
    { fqdn: "{name}.westeurope.azurecontainer.io", ip_address: "{public_ip}" },
  ],
  container_registry: [
    "{rg}/Microsoft.ContainerRegistry/registries/{name}",
    {
      login_server: "{name}.azurecr.io",
      admin_username: "{name}",
      admin_password: "{base64}",
      data_endpoint_host_names: ["{name}.westeurope.data.azurecr.io"],
    },
  ],
  container_registry_agent_pool:
    "{rg}/Microsoft.ContainerRegistry/registries/{container_registry_name}/agentPools/{name}",
  container_registry_cache_rule: "{container_registry_id:container_registry}/cacheRules/{name}",
  container_registry_credential_set: "{container_registry_id:container_registry}/credentialSets/{name}",
  container_registry_scope_map:
    "{rg}/Microsoft.ContainerRegistry/registries/{container_registry_name}/scopeMaps/{name}",
  container_registry_task: "{container_registry_id:container_registry}/tasks/{name}",
  container_registry_task_schedule_run_now: "{container_registry_task_id:container_registry_task}/schedule/schedule",
  container_registry_token: "{rg}/Microsoft.ContainerRegistry/registries/{container_registry_name}/tokens/{name}",
  container_registry_token_password: "{container_registry_token_id:container_registry_token}/passwords/password",
  container_registry_webhook: "{rg}/Microsoft.ContainerRegistry/registries/{registry_name}/webHooks/{name}",
  kubernetes_cluster: [
    "{rg}/Microsoft.ContainerService/managedClusters/{name}",
    {
      fqdn: "{name}.hcp.westeurope.azmk8s.io",
      private_fqdn: "{name}.private.westeurope.azmk8s.io",
      portal_fqdn: "{name}.portal.hcp.westeurope.azmk8s.io",
      oidc_issuer_url: "https://westeurope.oic.prod-aks.azure.com/{tenant}/{guid}/",
      node_resource_group: "MC_{resource_group_name}_{name}",
      node_resource_group_id: "/subscriptions/{subscription}/resourceGroups/MC_{resource_group_name}_{name}",
      kubelet_identity: {
        client_id: "{guid}",
        object_id: "{guid:kubelet}",
        user_assigned_identity_id:
          "/subscriptions/{subscription}/resourceGroups/MC_{resource_group_name}_{name}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{name}-agentpool",
      },
    },
  ],
  kubernetes_cluster_extension:
    "{cluster_id:kubernetes_cluster}/providers/Microsoft.KubernetesConfiguration/extensions/{name}",
  kubernetes_cluster_node_pool: "{kubernetes_cluster_id:kubernetes_cluster}/agentPools/{name}",
  kubernetes_cluster_trusted_access_role_binding:
    "{kubernetes_cluster_id:kubernetes_cluster}/trustedAccessRoleBindings/{name}",
  kubernetes_flux_configuration:
    "{cluster_id:kubernetes_cluster}/providers/Microsoft.KubernetesConfiguration/fluxConfigurations/{name}",
};
