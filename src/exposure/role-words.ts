import { BUILT_IN_ROLES, roleGuid } from "../azure/built-in-roles";

/** What the holder of a role may do. */
export interface RoleWords {
  readonly may: string;
  /** True when it may change Azure resources, or who may do what. */
  readonly administers: boolean;
}

const does = (may: string): RoleWords => ({ may, administers: false });
const rules = (may: string): RoleWords => ({ may, administers: true });

/**
 * Built-in roles of Azure in words.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
const ROLES: Readonly<Record<string, RoleWords>> = {
  AcrDelete: does("delete images"),
  AcrPull: does("pull images"),
  AcrPush: does("pull and push images"),
  "App Configuration Data Owner": does("read and change settings"),
  "App Configuration Data Reader": does("read settings"),
  "Azure Event Hubs Data Owner": does("send, receive and manage events"),
  "Azure Event Hubs Data Receiver": does("receive events"),
  "Azure Event Hubs Data Sender": does("send events"),
  "Azure Kubernetes Service RBAC Cluster Admin": does("do anything in the cluster"),
  "Azure Service Bus Data Owner": does("send, receive and manage messages"),
  "Azure Service Bus Data Receiver": does("receive messages"),
  "Azure Service Bus Data Sender": does("send messages"),
  "Backup Contributor": rules("manage backups"),
  "Billing Reader": does("see bills"),
  "Cognitive Services OpenAI User": does("call the models"),
  "Cognitive Services User": does("call the service, and list its keys"),
  "Container Registry Data Importer and Data Reader": does("import and pull images"),
  Contributor: rules("create, change and delete everything but access"),
  "Cosmos DB Operator": rules("manage accounts, not their data or keys"),
  "Cost Management Reader": does("see costs and budgets"),
  "Data Factory Contributor": rules("manage data factories"),
  "DNS Zone Contributor": rules("change DNS records"),
  "DocumentDB Account Contributor": rules("manage accounts, their keys included"),
  "Key Vault Administrator": does("do anything with secrets, keys and certificates"),
  "Key Vault Certificate User": does("read certificates with their private keys"),
  "Key Vault Certificates Officer": does("manage certificates"),
  "Key Vault Contributor": rules("manage vaults, not what is in them"),
  "Key Vault Crypto Officer": does("manage keys"),
  "Key Vault Crypto Service Encryption User": does("wrap and unwrap with keys"),
  "Key Vault Crypto User": does("use keys"),
  "Key Vault Data Access Administrator": rules("give and take Key Vault roles"),
  "Key Vault Purge Operator": rules("purge deleted vaults"),
  "Key Vault Reader": does("see the names of secrets, not their values"),
  "Key Vault Secrets Officer": does("read and change secrets"),
  "Key Vault Secrets User": does("read secrets"),
  "Locks Contributor": rules("make and remove locks"),
  "Log Analytics Contributor": rules("read logs and change what is collected"),
  "Log Analytics Data Reader": does("read logs"),
  "Log Analytics Reader": does("read logs"),
  "Managed Identity Contributor": rules("make and delete identities"),
  "Managed Identity Operator": rules("give the identity to resources"),
  "Monitoring Contributor": rules("read monitoring and change alerts and settings"),
  "Monitoring Metrics Publisher": does("send metrics and telemetry"),
  "Monitoring Reader": does("read monitoring"),
  "Network Contributor": rules("manage networks"),
  Owner: rules("do everything, and give access to it"),
  "PostgreSQL Flexible Server Long Term Retention Backup Role": rules("back up database servers"),
  "Private DNS Zone Contributor": rules("change private DNS records"),
  Reader: does("see resources and their settings, not data"),
  "Reader and Data Access": does("see resources, and read data by their keys"),
  "Resource Policy Contributor": rules("make and assign policies"),
  "Role Based Access Control Administrator": rules("give and take roles"),
  "SQL DB Contributor": rules("manage databases, not their data"),
  "SQL Server Contributor": rules("manage servers and databases, not their data"),
  "Search Index Data Contributor": does("read and change indexes"),
  "Search Index Data Reader": does("read indexes"),
  "Security Admin": rules("change security settings"),
  "Security Reader": does("see security settings"),
  "Storage Account Backup Contributor": rules("back up and restore the account"),
  "Storage Account Contributor": rules("manage the account, its keys included"),
  "Storage Account Key Operator Service Role": rules("read and renew the account's keys"),
  "Storage Blob Data Contributor": does("read, write and delete blobs"),
  "Storage Blob Data Owner": does("do anything with blobs, their access included"),
  "Storage Blob Data Reader": does("read blobs"),
  "Storage Blob Delegator": does("make keys that sign access to blobs"),
  "Storage File Data SMB Share Contributor": does("read, write and delete files"),
  "Storage File Data SMB Share Reader": does("read files"),
  "Storage Queue Data Contributor": does("read, write and delete messages"),
  "Storage Queue Data Message Processor": does("take messages"),
  "Storage Queue Data Message Sender": does("add messages"),
  "Storage Queue Data Reader": does("read messages"),
  "Storage Table Data Contributor": does("read, write and delete rows"),
  "Storage Table Data Reader": does("read rows"),
  "Tag Contributor": rules("change tags"),
  "User Access Administrator": rules("give and take roles"),
  "Virtual Machine Administrator Login": does("sign in to machines as administrator"),
  "Virtual Machine Contributor": rules("manage machines"),
  "Virtual Machine User Login": does("sign in to machines"),
  "Website Contributor": rules("manage web apps"),
};

/** The name of a role that is written by its id; the id when it is not one of the common ones. */
export function roleName(id: string): string {
  const guid = roleGuid(id);
  return guid === undefined ? id : (BUILT_IN_ROLES[guid] ?? `role ${guid}`);
}

/** What a role allows, in words; a role that is not described is taken for one that administers. */
export function roleWords(role: string): RoleWords {
  return Object.hasOwn(ROLES, role)
    ? ROLES[role]!
    : { may: "what its definition says; not described here", administers: true };
}
