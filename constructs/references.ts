/**
 * Something in Azure by its ARM id: a construct of this library, a resource of `@cdktf/provider-azurerm`, or, for what
 * neither of them made, an object that says where it is: `{ id: "/subscriptions/…" }`.
 */
export interface IResource {
  /** ARM id, or a reference to one. */
  readonly id: string;
}

/** A subscription: a stack of an environment, a data source of the provider, or `{ subscriptionId }`. */
export interface ISubscription {
  /** Its id, a GUID or a reference to one. */
  readonly subscriptionId: string;
}

/** An Entra tenant: a data source of the provider, an identity of it, or `{ tenantId }`. */
export interface ITenant {
  /** Its id, a GUID or a reference to one. */
  readonly tenantId: string;
}

/** An Entra group: one of the provider `azuread`, or `{ objectId }`. */
export interface IEntraGroup {
  /** Its object id, a GUID or a reference to one. */
  readonly objectId: string;
}

/** An app registration of Entra ID: one of the provider `azuread`, or `{ clientId }`. */
export interface IAppRegistration {
  /** Its client id, a GUID or a reference to one. */
  readonly clientId: string;
}
