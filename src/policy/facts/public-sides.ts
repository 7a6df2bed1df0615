import { PAAS } from "../graph/paas";

/** The switch of a type's public side. An attribute that is absent leaves it open, unless `closedByDefault`. */
export interface PublicSide {
  readonly path: string;
  readonly off: unknown;
  readonly closedByDefault?: true;
}

const ENABLED: PublicSide = { path: "public_network_access_enabled", off: false };
const NAMED: PublicSide = { path: "public_network_access", off: "Disabled" };

const SIDES: Readonly<Record<string, PublicSide>> = {
  azurerm_ai_foundry: NAMED,
  azurerm_ai_services: NAMED,
  azurerm_arc_private_link_scope: { ...ENABLED, closedByDefault: true },
  azurerm_automation_account: ENABLED,
  azurerm_batch_account: ENABLED,
  azurerm_bot_service_azure_bot: ENABLED,
  azurerm_bot_channels_registration: ENABLED,
  azurerm_cosmosdb_postgresql_cluster: { path: "coordinator_public_ip_access_enabled", off: false },
  azurerm_dashboard_grafana: ENABLED,
  azurerm_data_factory: { path: "public_network_enabled", off: false },
  azurerm_databricks_workspace: ENABLED,
  azurerm_eventgrid_domain: ENABLED,
  azurerm_eventgrid_namespace: NAMED,
  azurerm_eventgrid_partner_namespace: NAMED,
  azurerm_healthcare_dicom_service: ENABLED,
  azurerm_healthcare_service: ENABLED,
  azurerm_iotcentral_application: ENABLED,
  azurerm_iothub: ENABLED,
  azurerm_iothub_device_update_account: ENABLED,
  azurerm_iothub_dps: ENABLED,
  azurerm_key_vault_managed_hardware_security_module: ENABLED,
  azurerm_kusto_cluster: ENABLED,
  azurerm_machine_learning_workspace: ENABLED,
  azurerm_mongo_cluster: NAMED,
  azurerm_mssql_managed_instance: { path: "public_data_endpoint_enabled", off: false, closedByDefault: true },
  azurerm_postgresql_server: ENABLED,
  azurerm_purview_account: { path: "public_network_enabled", off: false },
  azurerm_recovery_services_vault: ENABLED,
  azurerm_signalr_service: ENABLED,
  azurerm_synapse_workspace: ENABLED,
  azurerm_video_indexer_account: NAMED,
  azurerm_virtual_desktop_host_pool: NAMED,
  azurerm_virtual_desktop_workspace: ENABLED,
  azurerm_web_pubsub: ENABLED,
  azurerm_web_pubsub_socketio: NAMED,
};

/**
 * Services with a public side whose private endpoints this product does not know: closing it is all that is judged. Log
 * Analytics, Application Insights and other monitoring stay public by decision; web apps and clusters are NET-05's.
 *
 * Source: the schemas of azurerm 4.55 with their defaults.
 */
export const PUBLIC_SIDES: Readonly<Record<string, PublicSide>> = Object.fromEntries(
  Object.entries(SIDES).filter(([type]) => !(type in PAAS)),
);
