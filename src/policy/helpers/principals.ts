import { typesWith } from "../../azure";
import { describe, type Reference } from "../../plan/reference";
import type { Part, Resource } from "../../plan/resource";
import type { RuleContext } from "../rule";
import { PLACES, type Standing, standingOf } from "./externals";

/**
 * Applications of Azure's own that its pages tell one to grant something to; their ids in the public cloud.
 *
 * @see https://learn.microsoft.com/azure/frontdoor/standard-premium/how-to-configure-https-custom-domain
 * @see https://learn.microsoft.com/azure/app-service/configure-ssl-certificate
 * @see https://learn.microsoft.com/azure/cosmos-db/how-to-setup-customer-managed-keys
 * @see https://learn.microsoft.com/azure/backup/backup-azure-vms-automation
 * @see https://learn.microsoft.com/azure/event-grid/secure-webhook-delivery
 */
const AZURES_OWN: ReadonlySet<string> = new Set([
  "205478c0-bd83-4e1b-a9d6-db63a3e1e1c8", // Front Door
  "abfa0a7c-a6b6-4736-8310-5855508787cd", // App Service
  "a232010e-820c-4083-83bb-3ace5fc29d0b", // Cosmos DB
  "262044b1-e2ce-469f-a196-69ab7ada62d3", // Backup
  "4962773b-9cdb-44cf-a8bf-237846a00ab7", // Event Grid
]);

const CLIENT = "azurerm_client_config";
const NAMES_A_PRINCIPAL = /(?:^|\.|_)(?:principal_id|object_id|object_ids)$/;

/** Types that give somebody of Entra rights, and the argument that says whom. */
export const GRANTS: ReadonlyMap<string, string> = new Map([
  ...typesWith("gives").flatMap(([type, { to }]): [string, string][] =>
    to !== undefined && NAMES_A_PRINCIPAL.test(to) ? [[type, to]] : [],
  ),
  // Policies inside the vault itself.
  ["azurerm_key_vault", "access_policy.object_id"],
  // Who approves that somebody takes a role.
  ["azurerm_role_management_policy", "activation_rules.approval_stage.primary_approver.object_id"],
]);

/** Each place of a grant that names somebody. */
export function* holders(part: Part, path: string): Generator<{ part: Part; path: string; to: Reference }> {
  const dot = path.indexOf(".");
  if (dot < 0) for (const to of part.refs(path)) yield { part, path, to };
  else for (const block of part.blocks(path.slice(0, dot))) yield* holders(block, path.slice(dot + 1));
}

/** Whose a principal is: the environment's, Azure's, a group of the config or of the foundation, or a stranger's. */
export function whose(context: RuleContext, to: Reference): Standing {
  const unknown = (says: string): Standing => ({ state: "unknown", says });
  if (to.kind === "resource") return ofResource(to.resource) ?? unknown(`Whose ${describe(to)} is, is not known here.`);
  if (to.kind === "external") return standingOf(context, to.variable, PLACES);
  if (to.kind === "unknown") return unknown("Whom it is for is not known before apply.");
  const isIt = (one: string | undefined) => one?.toLowerCase() === to.id.toLowerCase();
  if (context.foundation.groups?.some(isIt)) return { state: "declared", says: "It is for a group of the foundation." };
  if (!context.knows("config"))
    return unknown(`Whether ${to.id} is one of the company's groups is not known without a config.`);
  const { access, team } = context.config;
  if ([team, access?.readers, access?.operators, access?.approvers, access?.breakGlass].some(isIt))
    return { state: "declared", says: "It is for a group that the config names." };
  return {
    state: "stranger",
    says: `It is for ${to.id}, which is neither an identity of the environment nor a group that the config names.`,
  };
}

function ofResource(resource: Resource): Standing | undefined {
  const { type, mode } = resource;
  const own = { state: "given", says: "It is for an identity of the environment." } as const;
  if (type === CLIENT) return { state: "given", says: "It is for whoever applies." };
  if (mode === "managed" && (type.startsWith("azurerm_") || type === "azuread_group")) return own;
  const application = resource.value("client_id") ?? resource.value("application_id");
  if (type === "azuread_service_principal" && AZURES_OWN.has(String(application).toLowerCase()))
    return { state: "given", says: "It is for a service of Azure's." };
  return undefined;
}
