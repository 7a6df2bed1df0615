import type { MockTable } from "./entry";

/** Service Bus, Event Hubs, Event Grid, SignalR, mail. Types without their `azurerm_` prefix. */
export const messaging: MockTable = {
  communication_service: [
    "{rg}/Microsoft.Communication/communicationServices/{name}",
    {
      hostname: "{name}.europe.communication.azure.com",
      primary_connection_string: "endpoint=https://{name}.europe.communication.azure.com/;accesskey={base64}",
    },
  ],
  communication_service_email_domain_association:
    "{communication_service_id:communication_service}|{email_service_domain_id:email_communication_service_domain}",
  email_communication_service: "{rg}/Microsoft.Communication/emailServices/{name}",
  email_communication_service_domain: [
    "{email_service_id:email_communication_service}/domains/{name}",
    {
      from_sender_domain: "{guid}.azurecomm.net",
      mail_from_sender_domain: "{guid}.azurecomm.net",
      verification_records: [],
    },
  ],
  email_communication_service_domain_sender_username:
    "{email_service_domain_id:email_communication_service_domain}/senderUsernames/{name}",
  eventgrid_domain: [
    "{rg}/Microsoft.EventGrid/domains/{name}",
    { endpoint: "https://{name}.westeurope-1.eventgrid.azure.net/api/events", primary_access_key: "{base64}" },
  ],
  eventgrid_domain_topic: "{rg}/Microsoft.EventGrid/domains/{domain_name}/topics/{name}",
  eventgrid_event_subscription: "{scope:storage_account}/providers/Microsoft.EventGrid/eventSubscriptions/{name}",
  eventgrid_namespace: "{rg}/Microsoft.EventGrid/namespaces/{name}",
  eventgrid_partner_namespace: "{rg}/Microsoft.EventGrid/partnerNamespaces/{name}",
  eventgrid_partner_registration: "{rg}/Microsoft.EventGrid/partnerRegistrations/{name}",
  eventgrid_system_topic: [
    "{rg}/Microsoft.EventGrid/systemTopics/{name}",
    { metric_resource_id: "{guid}", metric_arm_resource_id: "{guid}" },
  ],
  eventgrid_system_topic_event_subscription:
    "{rg}/Microsoft.EventGrid/systemTopics/{system_topic}/eventSubscriptions/{name}",
  eventgrid_topic: [
    "{rg}/Microsoft.EventGrid/topics/{name}",
    { endpoint: "https://{name}.westeurope-1.eventgrid.azure.net/api/events", primary_access_key: "{base64}" },
  ],
  eventhub: ["{rg}/Microsoft.EventHub/namespaces/{namespace_name}/eventhubs/{name}", { partition_ids: ["0"] }],
  eventhub_authorization_rule:
    "{rg}/Microsoft.EventHub/namespaces/{namespace_name}/eventhubs/{eventhub_name}/authorizationRules/{name}",
  eventhub_cluster: "{rg}/Microsoft.EventHub/clusters/{name}",
  eventhub_consumer_group:
    "{rg}/Microsoft.EventHub/namespaces/{namespace_name}/eventhubs/{eventhub_name}/consumerGroups/{name}",
  eventhub_namespace: [
    "{rg}/Microsoft.EventHub/namespaces/{name}",
    {
      default_primary_key: "{base64}",
      default_primary_connection_string:
        "Endpoint=sb://{name}.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey={base64}",
    },
  ],
  eventhub_namespace_authorization_rule:
    "{rg}/Microsoft.EventHub/namespaces/{namespace_name}/authorizationRules/{name}",
  eventhub_namespace_customer_managed_key: "{eventhub_namespace_id:eventhub_namespace}",
  eventhub_namespace_disaster_recovery_config:
    "{rg}/Microsoft.EventHub/namespaces/{namespace_name}/disasterRecoveryConfigs/{name}",
  eventhub_namespace_schema_group: "{namespace_id:eventhub_namespace}/schemaGroups/{name}",
  notification_hub: "{rg}/Microsoft.NotificationHubs/namespaces/{namespace_name}/notificationHubs/{name}",
  notification_hub_authorization_rule:
    "{rg}/Microsoft.NotificationHubs/namespaces/{namespace_name}/notificationHubs/{notification_hub_name}/authorizationRules/{name}",
  notification_hub_namespace: [
    "{rg}/Microsoft.NotificationHubs/namespaces/{name}",
    { servicebus_endpoint: "https://{name}.servicebus.windows.net:443/" },
  ],
  relay_hybrid_connection: "{rg}/Microsoft.Relay/namespaces/{relay_namespace_name}/hybridConnections/{name}",
  relay_namespace: "{rg}/Microsoft.Relay/namespaces/{name}",
  servicebus_namespace: [
    "{rg}/Microsoft.ServiceBus/namespaces/{name}",
    {
      endpoint: "https://{name}.servicebus.windows.net:443/",
      default_primary_key: "{base64}",
      default_primary_connection_string:
        "Endpoint=sb://{name}.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey={base64}",
    },
  ],
  servicebus_namespace_authorization_rule: "{namespace_id:servicebus_namespace}/authorizationRules/{name}",
  servicebus_namespace_customer_managed_key: "{namespace_id:servicebus_namespace}",
  servicebus_namespace_disaster_recovery_config:
    "{primary_namespace_id:servicebus_namespace}/disasterRecoveryConfigs/{name}",
  servicebus_queue: "{namespace_id:servicebus_namespace}/queues/{name}",
  servicebus_queue_authorization_rule: "{queue_id:servicebus_queue}/authorizationRules/{name}",
  servicebus_subscription: "{topic_id:servicebus_topic}/subscriptions/{name}",
  servicebus_subscription_rule: "{subscription_id:servicebus_subscription}/rules/{name}",
  servicebus_topic: "{namespace_id:servicebus_namespace}/topics/{name}",
  servicebus_topic_authorization_rule: "{topic_id:servicebus_topic}/authorizationRules/{name}",
  signalr_service: [
    "{rg}/Microsoft.SignalRService/signalR/{name}",
    {
      hostname: "{name}.service.signalr.net",
      ip_address: "{public_ip}",
      primary_connection_string: "Endpoint=https://{name}.service.signalr.net;AccessKey={base64};Version=1.0;",
    },
  ],
  signalr_shared_private_link_resource: "{signalr_service_id:signalr_service}/sharedPrivateLinkResources/{name}",
  web_pubsub: [
    "{rg}/Microsoft.SignalRService/webPubSub/{name}",
    {
      hostname: "{name}.webpubsub.azure.com",
      external_ip: "{public_ip}",
      primary_connection_string: "Endpoint=https://{name}.webpubsub.azure.com;AccessKey={base64};Version=1.0;",
    },
  ],
  web_pubsub_hub: "{web_pubsub_id:web_pubsub}/hubs/{name}",
};
