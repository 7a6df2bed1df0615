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
  "Cognitive Services OpenAI User": does("call the models"),
  "Cognitive Services User": does("call the service, and list its keys"),
  "Container Registry Data Importer and Data Reader": does("import and pull images"),
  Contributor: rules("create, change and delete everything but access"),
  "Cosmos DB Operator": rules("manage accounts, not their data or keys"),
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

/** Ids under which the most common of them are written. */
const IDS: Readonly<Record<string, string>> = {
  "00482a5a-887f-4fb3-b363-3b7fe8e74483": "Key Vault Administrator",
  "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
  "19e7f393-937e-4f77-808e-94535e297925": "Storage Queue Data Reader",
  "28bf596f-4eb7-45ce-b5bc-6cf482fec137": "Locks Contributor",
  "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1": "Storage Blob Data Reader",
  "3913510d-42f4-4e42-8a64-420c390055eb": "Monitoring Metrics Publisher",
  "43d0d8ad-25c7-4714-9337-8ba259a9fe05": "Monitoring Reader",
  "4633458b-17de-408a-b874-0445c86b69e6": "Key Vault Secrets User",
  "4a9ae827-6dc8-4573-8ac7-8239d42aa03f": "Tag Contributor",
  "7f951dda-4ed3-4680-a7ca-43fe172d538d": "AcrPull",
  "8311e382-0749-4cb8-b61a-304f252e45ec": "AcrPush",
  "8a0f0c08-91a1-4084-bc3d-661d67233fed": "Storage Queue Data Message Processor",
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
  "acdd72a7-3385-48ef-bd42-f606fba81ae7": "Reader",
  "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
  "b7e6dc6d-f1e8-4753-8033-0f276bb0955b": "Storage Blob Data Owner",
  "b86a8fe4-44ce-4948-aee5-eccb2c155cd7": "Key Vault Secrets Officer",
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "Storage Blob Data Contributor",
  "c088a766-074b-43ba-90d4-1fb21feae531": "PostgreSQL Flexible Server Long Term Retention Backup Role",
  "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a": "Storage Queue Data Message Sender",
  "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1": "Storage Account Backup Contributor",
  "f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
};

/** The name of a role that is written by its id; the id when it is not one of the common ones. */
export function roleName(id: string): string {
  const guid = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i.exec(id)?.[1]?.toLowerCase();
  return guid === undefined ? id : (IDS[guid] ?? `role ${guid}`);
}

/** What a role allows, in words; a role that is not described is taken for one that administers. */
export function roleWords(role: string): RoleWords {
  return Object.hasOwn(ROLES, role)
    ? ROLES[role]!
    : { may: "what its definition says; not described here", administers: true };
}
