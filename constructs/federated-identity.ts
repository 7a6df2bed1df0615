import { FederatedIdentityCredential } from "@cdktf/provider-azurerm/lib/federated-identity-credential";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import type { Principal } from "./admin-role";
import type { ResourceProps } from "./resource-group";

/** Properties of {@link FederatedIdentity}. */
export interface FederatedIdentityProps extends ResourceProps {
  /** GitHub repository as organization/name. */
  readonly repository: string;
  /** Which of the repository's jobs may be it: those of one GitHub environment, or those of pull requests. */
  readonly trusts: { readonly environment: string } | "pull-requests";
}

/** Who signs GitHub's tokens. @see https://docs.github.com/actions/concepts/security/openid-connect */
const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";

/** The one audience that Entra ID takes such tokens for. */
const TOKEN_AUDIENCE = "api://AzureADTokenExchange";

/** The subject of GitHub's token for a job; a credential trusts exactly this text. */
function githubSubject(repository: string, trusts: FederatedIdentityProps["trusts"]): string {
  return `repo:${repository}:${trusts === "pull-requests" ? "pull_request" : `environment:${trusts.environment}`}`;
}

/**
 * An identity that jobs of a GitHub repository take on by federation: there is no secret to store, to leak or to renew.
 *
 * @example
 * new FederatedIdentity(this, "plan", { group, name: "id-plan", repository: "orders-example/orders", trusts: "pull-requests" });
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export class FederatedIdentity extends Construct {
  readonly principal: Principal;
  /** What a workflow signs in as; known after the identity exists. */
  readonly clientId: string;
  /** Entra tenant of the identity; known after it exists. */
  readonly tenantId: string;

  constructor(scope: Construct, id: string, props: FederatedIdentityProps) {
    super(scope, id);
    const identity = new UserAssignedIdentity(this, "identity", {
      name: props.name,
      resourceGroupName: props.group.name,
      location: props.group.location,
      tags: { ...props.group.tags },
    });
    this.principal = { objectId: identity.principalId, type: "ServicePrincipal" };
    this.clientId = identity.clientId;
    this.tenantId = identity.tenantId;
    new FederatedIdentityCredential(this, "github", {
      name: "github",
      resourceGroupName: props.group.name,
      parentId: identity.id,
      issuer: GITHUB_ISSUER,
      audience: [TOKEN_AUDIENCE],
      subject: githubSubject(props.repository, props.trusts),
    });
  }
}
